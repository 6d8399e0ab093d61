// Commands of a user about themselves: nobody acts for another, and the system (no actor) acts for anyone.
import { isUserId, isUuid } from '@skein/contracts'
import { type Refusal, reject } from '../refusal.ts'

interface OfUser {
  readonly userId: string
  readonly sessionId?: string
  readonly meta: { readonly actorId: string }
}

/** Null when the command is of the user themselves, with valid ids. */
export function faultOfUser({ userId, sessionId, meta }: OfUser): Refusal | null {
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  if (sessionId !== undefined && !isUuid(sessionId)) return reject('INVALID_ARGUMENT', 'sessionId')
  return meta.actorId !== '' && meta.actorId !== userId ? reject('FORBIDDEN', 'userId is not the actor') : null
}
