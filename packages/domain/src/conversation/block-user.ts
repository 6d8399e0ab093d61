// Blocking another. What the two are to one another stays, so that the other sees nothing of it; a request of the other goes from the
// blocker's list alone, and one of the blocker's own is taken back.
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { onRelation, otherOf, pairOf } from './pair.ts'

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
      const block = { userId: pair.target.actorId, withdraws: own.sent !== null }
      return accept([{ type: 'UserBlocked', meta: eventMeta(command), conversationId, ...block }], {})
    },
  }
}

export const userBlocked: EventRule<'UserBlocked'> = (event) => {
  const { userId, withdraws, meta } = event
  const blockedSince = meta.occurredAt
  const blocking = onRelation(event, userId, (relation) => ({ ...relation, blockedSince, sent: null, received: null }))
  // The cell of the other is left alone where nothing in it changes: their devices would be told of a change.
  return withdraws ? [blocking, onRelation(event, otherOf(event), (relation) => ({ ...relation, received: null }))] : [blocking]
}
