export async function summariseProfiles(..._: unknown[]): Promise<void> {}
