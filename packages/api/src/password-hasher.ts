// Hashes and verifies passwords a few at a time: each takes a thread and megabytes for tens of milliseconds, so the rest wait. Addresses take
// turns, so that one with many passwords keeps nobody else waiting; and beyond so many that wait, of one address and of all, they are refused
// rather than kept waiting without end.
import { Turns } from '@skein/timing'
import { ApiError } from './api-error.ts'
import type { PasswordParameters } from './password-hash.ts'
import { decoyHash, hashPassword, isOutdated, verifyPassword } from './password-hash.ts'

export interface GivenPassword {
  readonly password: string
  /** In whose turn it is hashed. */
  readonly addressKey: string
}

export interface PasswordHasher {
  /** PHC string. Rejects RATE_LIMITED when too many of the address wait, UNAVAILABLE when too many wait in all. */
  hash(given: GivenPassword): Promise<string>
  /** Against nothing (an unknown user) it takes as long, and is false. Rejects as `hash` does. */
  verify(given: GivenPassword, phc: string | null): Promise<boolean>
  isOutdated(phc: string): boolean
}

export interface PasswordHasherOptions {
  readonly parameters: PasswordParameters
  readonly concurrent: number
  readonly queuedMax: number
  readonly queuedPerAddressMax: number
}

/** About how long the queue of an address takes to drain. */
const retryAfterMs = 2_000

export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const { parameters, concurrent, queuedMax, queuedPerAddressMax } = options
  const decoy = decoyHash(parameters)
  const turns = new Turns({ placesMax: concurrent, placesPerKeyMax: concurrent, restMaxMs: 0 })

  async function inTurn<T>(addressKey: string, work: () => Promise<T>): Promise<T> {
    if (turns.waitingOf(addressKey) >= queuedPerAddressMax)
      throw new ApiError('RATE_LIMITED', 'hashesQueuedPerAddressMax', { retryAfterMs })
    if (turns.waiting >= queuedMax) throw new ApiError('UNAVAILABLE', 'hashesQueuedMax', { retryAfterMs })
    const { promise, resolve } = Promise.withResolvers<T>()
    turns.take(addressKey, {
      begin() {
        const worked = work()
        resolve(worked)
        return worked
      },
      wanted: () => true,
      forget() {},
    })
    return promise
  }

  return {
    hash: ({ password, addressKey }) => inTurn(addressKey, () => hashPassword(password, parameters)),
    verify: ({ password, addressKey }, phc) =>
      inTurn(addressKey, async () => (await verifyPassword(password, phc ?? decoy)) && phc !== null),
    isOutdated: (phc) => isOutdated(phc, parameters),
  }
}
