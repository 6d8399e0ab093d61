// Blocking another. What the two are to one another stays, so that the other sees nothing of it; a request of the other goes from the
// blocker's list alone, and one of the blocker's own is taken back as if they had done no more than that.
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { deletion } from './delete-friend.ts'
import { onRelation, pairOf } from './pair.ts'

export const blockUser: CommandRule<'BlockUser'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  const { conversationId } = command
  return {
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      const { own } = relations
      if (own.blockedSince > 0) return accept([], {})
      const withdrawn = own.sent === null ? [] : [deletion(command, relations)]
      return accept([...withdrawn, { type: 'UserBlocked', meta: eventMeta(command), conversationId, userId: pair.target.actorId }], {})
    },
  }
}

// The cell of the other is left alone: their devices would be told of a change.
export const userBlocked: EventRule<'UserBlocked'> = (event) => [
  onRelation(event, event.userId, (relation) => ({ ...relation, blockedSince: event.meta.occurredAt, received: null })),
]
