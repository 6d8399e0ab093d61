// Letting in whoever asked to join, or not: by its owner or an admin, by the owner alone where nobody else adds members. Each request is answered once.
import { isUserId } from '@skein/contracts'
import { joinRequestKey } from '../cells/joining.ts'
import { asKind, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { actingKeys } from './acting.ts'
import { comingIn, comingInKeys, inBy, lettingIn, waits } from './joining.ts'
import { groupOf } from './target.ts'

export const answerJoinRequest: CommandRule<'AnswerJoinRequest'> = (command) => {
  const { meta, conversationId, userId, accept: accepted } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const key = joinRequestKey(target.appId, conversationId, userId)
  return {
    reads: () => [...new Set([...actingKeys(target), ...comingInKeys(command, target, userId), key])],
    decide(read) {
      const actor = lettingIn(target, read)
      if (isRefusal(actor)) return actor
      const coming = comingIn(command, target, userId, read)
      const asked = readKind(read, 'join-request', key)
      if (coming === null || !waits(asked, coming, meta.enteredAt)) return reject('REQUEST_NOT_FOUND', `user ${userId}`)
      const about = { conversationId, userId, accepted }
      const answered: DomainEvent = { type: 'JoinRequestAnswered', meta: eventMeta(command), ...about }
      if (!accepted) return accept([answered], { seq: 0 })
      const joined = inBy({ how: 'request', approvedBy: target.actorId, linkId: '' }, coming, { command, target, read })
      return isRefusal(joined) ? joined : accept([answered, ...joined.events], { seq: joined.seq })
    },
  }
}

export const joinRequestAnswered: EventRule<'JoinRequestAnswered'> = ({ meta, conversationId, userId, accepted }) => [
  change(joinRequestKey(meta.appId, conversationId, userId), (cell) => {
    const request = asKind('join-request', cell)
    if (request === undefined) throw new Error(`a request to join ${conversationId} is answered that was never made`)
    return { ...request, answeredAt: meta.occurredAt, outcome: accepted ? 'accepted' : 'refused' }
  }),
]
