// Until when something counts that was asked or offered: a friend request, an invitation, a request to join, a link. It is compared with the time at
// which a command entered, so that nothing has to happen when its end comes.
import { isCount } from '@skein/contracts'
import { type Refusal, reject } from '../refusal.ts'

/** Whether something counts at that moment: until then, where it has an end. */
export const countsAt = (expiresAt: number, moment: number): boolean => expiresAt === 0 || moment < expiresAt

/** Refuses an end that is no moment, has passed, or is further ahead than may be; null for what is fine. */
export function faultOfEnd(expiresAtMs: number, enteredAt: number, aheadMsMax = Number.POSITIVE_INFINITY): Refusal | null {
  const isFine = isCount(expiresAtMs) && countsAt(expiresAtMs, enteredAt) && expiresAtMs <= enteredAt + aheadMsMax
  return isFine ? null : reject('INVALID_ARGUMENT', 'expiresAtMs')
}
