// Accepting or refusing a friend request: one that stands at the moment of the answer. Accepting again what was accepted changes nothing.
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { befriend, onRelation, otherOf, pairOf, stands } from './pair.ts'

export const answerFriendRequest: CommandRule<'AnswerFriendRequest'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  const { conversationId, meta } = command
  return {
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      const { own } = relations
      if (command.accept && own.friendsSince > 0) return accept([], {})
      if (!stands(own.received, meta.enteredAt)) return reject('REQUEST_NOT_FOUND', `user ${pair.peerId}`)
      const answer = { userId: pair.target.actorId, accepted: command.accept }
      return accept([{ type: 'FriendRequestAnswered', meta: eventMeta(command), conversationId, ...answer }], {})
    },
  }
}

export const friendRequestAnswered: EventRule<'FriendRequestAnswered'> = (event) =>
  event.accepted
    ? befriend(event)
    : [
        onRelation(event, event.userId, (relation) => ({ ...relation, received: null })),
        onRelation(event, otherOf(event), (relation) => ({ ...relation, sent: null })),
      ]
