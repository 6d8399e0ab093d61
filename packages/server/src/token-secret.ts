// All gateways and APIs of an installation sign and verify with one secret. The first that starts leaves a fingerprint of
// its secret with the credentials, from which it cannot be had; one that comes with another secret does not start.
import { createHmac } from 'node:crypto'
import type { Queryable } from '@skein/view-store'
import { ConfigError } from './config-error.ts'

const fingerprintBytes = 16

export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('fingerprint of the token secret').digest().subarray(0, fingerprintBytes).toString('hex')

const keepFirst = 'INSERT INTO skein_credentials.token_secret (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING'
const kept = 'SELECT fingerprint FROM skein_credentials.token_secret'

/** Throws ConfigError when the installation has another secret, or no table for it yet; whatever the database throws. */
export async function checkTokenSecret(database: Queryable, secret: string): Promise<void> {
  const fingerprint = fingerprintOf(secret)
  try {
    await database.query(keepFirst, [fingerprint])
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42P01' || code === '3F000') throw new ConfigError('tables are missing in PostgreSQL: run `deploy` of this release first')
    throw error
  }
  const { rows } = await database.query<{ fingerprint: string }>(kept)
  if (rows[0]?.fingerprint === fingerprint) return
  throw new ConfigError(
    'SKEIN_TOKEN_SECRET is not the one this installation has, whose processes would refuse the tokens of each other: give all gateways and APIs' +
      ' the same (without it each host makes its own); to change it on purpose, see docs/operating/runbook.md',
  )
}
