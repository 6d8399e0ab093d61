// Ending a friendship, for both, or taking back a request of one's own. What each calls the other stays with them.
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { onRelation, otherOf, pairOf } from './pair.ts'

export const deleteFriend: CommandRule<'DeleteFriend'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  const { conversationId } = command
  return {
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      const { own, theirs } = relations
      if (own.friendsSince === 0 && own.sent === null) return accept([], {})
      const ended = { userId: pair.target.actorId, shown: own.friendsSince > 0 || theirs.received !== null }
      return accept([{ type: 'FriendDeleted', meta: eventMeta(command), conversationId, ...ended }], {})
    },
  }
}

export const friendDeleted: EventRule<'FriendDeleted'> = (event) => {
  const told = event.shown ? [onRelation(event, otherOf(event), (relation) => ({ ...relation, friendsSince: 0, received: null }))] : []
  return [onRelation(event, event.userId, (relation) => ({ ...relation, friendsSince: 0, sent: null })), ...told]
}
