// One client at a time has a browser's storage: a Web Lock, which the browser takes back from a page that is gone, however it went.
import { SkeinError } from '../skein-error.ts'

/** A page that is being left lets go a moment after the next one asks. */
const waitMs = 1_000

/**
 * Resolves to what lets go; rejects with STORAGE_IN_USE. Pages without a secure context have no such locks: there nothing is refused, and what
 * several clients keep in one place does not collide.
 */
export async function heldByNobodyElse(name: string): Promise<() => void> {
  const locks = globalThis.navigator?.locks
  if (!locks) return () => {}
  const held = Promise.withResolvers<() => void>()
  const released = Promise.withResolvers<void>()
  locks
    .request(name, { signal: AbortSignal.timeout(waitMs) }, () => {
      held.resolve(released.resolve)
      return released.promise
    })
    .catch((cause: unknown) => held.reject(new SkeinError('STORAGE_IN_USE', name, { retriable: true, cause })))
  return held.promise
}
