// Ending a friendship, for both, or taking back a request of one's own. What each calls the other stays with them.
import type { BlockUser, DeleteFriend } from '@skein/contracts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { onRelation, otherOf, pairOf, type Relations } from './pair.ts'

export const deleteFriend: CommandRule<'DeleteFriend'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  return {
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      const { own } = relations
      return accept(own.friendsSince === 0 && own.sent === null ? [] : [deletion(command, relations)], {})
    },
  }
}

/** What ends a friendship, or takes back a request of the actor. */
export function deletion(command: DeleteFriend | BlockUser, { own, theirs }: Relations): DomainEvent {
  const { conversationId, meta } = command
  const shown = own.friendsSince > 0 || theirs.received !== null
  return { type: 'FriendDeleted', meta: eventMeta(command), conversationId, userId: meta.actorId, shown }
}

export const friendDeleted: EventRule<'FriendDeleted'> = (event) => {
  const told = event.shown ? [onRelation(event, otherOf(event), (relation) => ({ ...relation, friendsSince: 0, received: null }))] : []
  return [onRelation(event, event.userId, (relation) => ({ ...relation, friendsSince: 0, sent: null })), ...told]
}
