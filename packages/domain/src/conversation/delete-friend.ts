// Ending a friendship, for both, or taking back a request of one's own. What each calls the other stays with them.
import type { BlockUser, DeleteFriend } from '@skein/contracts'
import type { DomainEvent } from '../event.ts'
import { accept, type EventRule } from '../rule.ts'
import { aboutPair, byActor, onRelation, otherOf, type Pair } from './pair.ts'

export const deleteFriend = aboutPair<'DeleteFriend'>((command, pair) =>
  accept(pair.own.friendsSince === 0 && pair.own.sent === null ? [] : [deletion(command, pair)], {}),
)

/** What ends a friendship, or takes back a request of the actor. */
export function deletion(command: DeleteFriend | BlockUser, { own, theirs }: Pair): DomainEvent {
  return { type: 'FriendDeleted', ...byActor(command), shown: own.friendsSince > 0 || theirs.received !== null }
}

export const friendDeleted: EventRule<'FriendDeleted'> = (event) => {
  const told = event.shown ? [onRelation(event, otherOf(event), (relation) => ({ ...relation, friendsSince: 0, received: null }))] : []
  return [onRelation(event, event.userId, (relation) => ({ ...relation, friendsSince: 0, sent: null })), ...told]
}
