// Accepting or refusing a friend request: one that stands at the moment of the answer. Accepting again what was accepted changes nothing.
import { reject } from '../refusal.ts'
import { accept, type EventRule } from '../rule.ts'
import { aboutPair, befriend, byActor, onRelation, otherOf, stands } from './pair.ts'

export const answerFriendRequest = aboutPair<'AnswerFriendRequest'>((command, { peerId, own }) => {
  if (command.accept && own.friendsSince > 0) return accept([], {})
  if (!stands(own.received, command.meta.enteredAt)) return reject('REQUEST_NOT_FOUND', `user ${peerId}`)
  return accept([{ type: 'FriendRequestAnswered', ...byActor(command), accepted: command.accept }], {})
})

export const friendRequestAnswered: EventRule<'FriendRequestAnswered'> = (event) =>
  event.accepted
    ? befriend(event)
    : [
        onRelation(event, event.userId, (relation) => ({ ...relation, received: null })),
        onRelation(event, otherOf(event), (relation) => ({ ...relation, sent: null })),
      ]
