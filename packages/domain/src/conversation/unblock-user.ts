// Unblocking another: they may reach the user again from now on. Nothing of what they tried meanwhile comes back.
import { eventMeta } from '../event.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { onRelation, pairOf } from './pair.ts'

export const unblockUser: CommandRule<'UnblockUser'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  const { conversationId } = command
  return {
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      if (relations.own.blockedSince === 0) return accept([], {})
      return accept([{ type: 'UserUnblocked', meta: eventMeta(command), conversationId, userId: pair.target.actorId }], {})
    },
  }
}

export const userUnblocked: EventRule<'UserUnblocked'> = (event) => [
  onRelation(event, event.userId, (relation) => ({ ...relation, blockedSince: 0 })),
]
