// The port of the credentials: what is secret and therefore neither an event nor a view. Rows are written before the name
// is claimed, so that nobody ever owns a name without a password; who owns a name is for the log alone to say.

export interface PasswordRow {
  readonly appId: string
  readonly userId: string
  /** As the registration asked for it. */
  readonly userName: string
  readonly displayName: string
  /** PHC string. */
  readonly passwordHash: string
}

export interface CredentialStore {
  /** Rejects when the user has a row already. */
  add(row: PasswordRow): Promise<void>
  password(appId: string, userId: string): Promise<PasswordRow | null>
  /** Rows that asked for a name, in whatever case, oldest first. */
  claimants(appId: string, userName: string, limit: number): Promise<readonly PasswordRow[]>
  /** Replaces the hash if it still is `from`; whether it was. */
  replaceHash(user: { readonly appId: string; readonly userId: string }, from: string, to: string): Promise<boolean>
  remove(appId: string, userId: string): Promise<void>
  /** Removes the rows of all others who asked for a name that is known to be this user's. */
  removeOtherClaimants(appId: string, userName: string, userId: string): Promise<void>
  /** null for an app without a secret. */
  appSecretHash(appId: string): Promise<string | null>
  /** null takes the secret away. */
  setAppSecretHash(appId: string, hash: string | null): Promise<void>
}
