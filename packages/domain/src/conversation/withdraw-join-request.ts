// Taking back one's own request to join a group. Whoever has none that waits is told the same, whether there is a group or not.
import { joinRequestKey } from '../cells/joining.ts'
import { asKind, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { comingIn, comingKeys, waits } from './joining.ts'
import { groupOf } from './target.ts'

export const withdrawJoinRequest: CommandRule<'WithdrawJoinRequest'> = (command) => {
  const { meta, conversationId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const userId = target.actorId
  const key = joinRequestKey(target.appId, conversationId, userId)
  return {
    reads: () => [...comingKeys(command, target, userId), key],
    decide: (read) =>
      waits(readKind(read, 'join-request', key), comingIn(command, target, userId, read), meta.enteredAt)
        ? accept([{ type: 'JoinRequestWithdrawn', meta: eventMeta(command), conversationId, userId }], {})
        : reject('REQUEST_NOT_FOUND', `user ${userId}`),
  }
}

export const joinRequestWithdrawn: EventRule<'JoinRequestWithdrawn'> = ({ meta, conversationId, userId }) => [
  change(joinRequestKey(meta.appId, conversationId, userId), (cell) => {
    const request = asKind('join-request', cell)
    if (request === undefined) throw new Error(`a request to join ${conversationId} is taken back that was never made`)
    return { ...request, answeredAt: meta.occurredAt, outcome: 'withdrawn' }
  }),
]
