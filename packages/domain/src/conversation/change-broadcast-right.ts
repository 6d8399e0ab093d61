// An operator gives a user the right to broadcast, or takes it. What they have it already, or have it not, changes nothing.
import { isUserId } from '@skein/contracts'
import { broadcasterKey, knownUserKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { broadcastsOf } from './broadcasts.ts'

export const changeBroadcastRight: CommandRule<'ChangeBroadcastRight'> = (command) => {
  const { conversationId, userId, allowed } = command
  const broadcasts = broadcastsOf(command)
  if (isRefusal(broadcasts)) return broadcasts
  if (broadcasts.actorId !== '') return reject('FORBIDDEN', 'rights are given by the system')
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const { appId } = broadcasts
  const [key, known] = [broadcasterKey(appId, userId), knownUserKey(appId, userId)]
  return {
    reads: () => [key, known],
    decide(read) {
      if (read(known) === undefined) return reject('USER_NOT_FOUND', `user ${userId}`)
      const before = readKind(read, 'broadcaster', key)?.allowed ?? false
      if (before === allowed) return accept([], {})
      return accept([{ type: 'BroadcastRightChanged', meta: eventMeta(command), conversationId, userId, allowed }], {})
    },
  }
}

export const broadcastRightChanged: EventRule<'BroadcastRightChanged'> = ({ meta, userId, allowed }) => [
  make(broadcasterKey(meta.appId, userId), { kind: 'broadcaster', allowed }),
]
