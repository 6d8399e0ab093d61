// App secrets: 256 random bits, shown once and kept as a SHA-256 hash. (Nothing slow is needed for a secret that cannot
// be guessed.) An app that has one lets only its own backend register users.
import { createHash, timingSafeEqual } from 'node:crypto'

export const hashAppSecret = (secret: string): string => `sha256$${createHash('sha256').update(secret).digest('base64')}`

export function verifyAppSecret(secret: string, hash: string): boolean {
  const given = Buffer.from(hashAppSecret(secret))
  const stored = Buffer.from(hash)
  return given.length === stored.length && timingSafeEqual(given, stored)
}
