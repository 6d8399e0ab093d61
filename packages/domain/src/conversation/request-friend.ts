// Asking another to be friends. Where the other has asked too, both are at once. Who is blocked by the other is told what all are told, and
// the other hears of it when they ask themselves, or is asked again.
import type { RequestFriend } from '@skein/contracts'
import type { AskedFriend } from '../cells/relation.ts'
import { limits } from '../limits.ts'
import { type Refusal, reject, rejectText } from '../refusal.ts'
import { accept, type EventRule } from '../rule.ts'
import { isText } from '../text.ts'
import { faultOfEnd } from './expiry.ts'
import { aboutPair, befriend, byActor, onRelation, otherOf, stands } from './pair.ts'

export const requestFriend = aboutPair<'RequestFriend'>((command, { own, theirs }) => {
  const { text, meta } = command
  const at = meta.enteredAt
  if (own.blockedSince > 0) return reject('NOT_REACHABLE', 'blocked by the actor')
  if (own.friendsSince > 0) return accept([], {})
  const shown = theirs.blockedSince === 0
  // Whether or not the actor was shown that the other had asked: else the other would see two requests that cross, and guess why.
  const befriends = shown && stands(theirs.sent, at)
  const again = !befriends && isSame(own.sent, command)
  // One that was asked while it was not shown is shown once it is asked again and may be.
  if (again && (!shown || theirs.received !== null)) return accept([], {})
  const expiresAtMs = again ? own.sent!.expiresAt : command.expiresAtMs || at + limits.friendRequestMs
  return accept([{ type: 'FriendRequested', ...byActor(command), text, expiresAtMs, befriends, shown, again }], {})
}, faultOfRequest)

function faultOfRequest({ text, expiresAtMs, meta }: RequestFriend): Refusal | null {
  if (!isText(text, 0, limits.friendRequestTextCharsMax)) return rejectText('text', text, 'friendRequestTextCharsMax')
  return faultOfEnd(expiresAtMs, meta.enteredAt, limits.friendRequestMsMax)
}

/** Asked again without saying when it expires, it stands as long as the first time. */
const isSame = (sent: AskedFriend | null, { text, expiresAtMs, meta }: RequestFriend): boolean =>
  stands(sent, meta.enteredAt) && sent!.text === text && (expiresAtMs === 0 || expiresAtMs === sent!.expiresAt)

export const friendRequested: EventRule<'FriendRequested'> = (event) => {
  if (event.befriends) return befriend(event)
  const { userId, text, expiresAtMs: expiresAt, shown, again, meta } = event
  const asked = { text, askedAt: meta.occurredAt, expiresAt }
  const told = shown ? [onRelation(event, otherOf(event), (relation) => ({ ...relation, received: asked }))] : []
  return again ? told : [onRelation(event, userId, (relation) => ({ ...relation, sent: asked })), ...told]
}
