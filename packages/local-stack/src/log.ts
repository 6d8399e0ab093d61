// The one thing local servers ask of a logger. A pino logger fits.

export interface LocalStackLog {
  info(fields: Record<string, unknown>, message: string): void
}

export const silent: LocalStackLog = { info: () => {} }
