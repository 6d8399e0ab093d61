// Hashes and verifies passwords a few at a time: each takes a thread and megabytes for tens of milliseconds, so the rest
// wait in a short queue, and beyond it are refused rather than kept waiting without end.
import { ApiError } from './api-error.ts'
import type { PasswordParameters } from './password-hash.ts'
import { decoyHash, hashPassword, isOutdated, verifyPassword } from './password-hash.ts'

export interface PasswordHasher {
  /** PHC string. Rejects UNAVAILABLE when too many wait. */
  hash(password: string): Promise<string>
  /** Against nothing (an unknown user) it takes as long, and is false. */
  verify(password: string, phc: string | null): Promise<boolean>
  isOutdated(phc: string): boolean
}

export interface PasswordHasherOptions {
  readonly parameters: PasswordParameters
  readonly concurrent: number
  readonly queuedMax: number
}

/** About how long a full queue takes to drain. */
const retryAfterMs = 2_000

export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const decoy = decoyHash(options.parameters)
  const queue: (() => void)[] = []
  let running = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < options.concurrent) running += 1
    else if (queue.length >= options.queuedMax) throw new ApiError('UNAVAILABLE', 'hashesQueuedMax', { retryAfterMs })
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next)
        next() // hands its turn on: `running` stays
      else running -= 1
    }
  }

  return {
    hash: (password) => inTurn(() => hashPassword(password, options.parameters)),
    verify: (password, phc) => inTurn(async () => (await verifyPassword(password, phc ?? decoy)) && phc !== null),
    isOutdated: (phc) => isOutdated(phc, options.parameters),
  }
}
