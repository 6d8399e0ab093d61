// Deleting a message for oneself: it stands in the user's own stream, and nobody else is told. That there is such a message is a fact of
// its conversation; whoever names it by place and id was shown it.
import { isCount, isUuid } from '@skein/contracts'
import { hiddenKey, knownMessageKey, readKind } from '../cells.ts'
import { conversationOf } from '../conversation/target.ts'
import { eventMeta } from '../event.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { faultOfUser } from './self.ts'

export const hideMessage: CommandRule<'HideMessage'> = (command) => {
  const { userId, conversationId, seq, messageId } = command
  const { appId } = command.meta
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  const conversation = conversationOf(conversationId)
  if (conversation === null) return reject('INVALID_ARGUMENT', 'conversationId')
  if (conversation.kind === 'direct' && !conversation.userIds.includes(userId)) return reject('NOT_A_MEMBER', `user ${userId}`)
  if (!isCount(seq) || seq < 1) return reject('INVALID_ARGUMENT', 'seq')
  if (!isUuid(messageId)) return reject('INVALID_ARGUMENT', 'messageId')
  const keys = { message: knownMessageKey(appId, conversationId, seq), hidden: hiddenKey(appId, userId, conversationId, seq) }
  return {
    reads: (cached) => (cached(keys.hidden) === undefined ? [keys.hidden, keys.message] : [keys.hidden]),
    decide(read) {
      const before = readKind(read, 'hidden', keys.hidden)
      if (before !== undefined) return before.messageId === messageId ? accept([], {}) : reject('MESSAGE_NOT_FOUND', `seq ${seq}`)
      const message = readKind(read, 'known-message', keys.message)
      if (message === undefined || message.messageId !== messageId) return reject('MESSAGE_NOT_FOUND', `seq ${seq}`)
      const { ordinal } = message
      return accept([{ type: 'MessageHidden', meta: eventMeta(command), userId, conversationId, seq, ordinal, messageId }], {})
    },
  }
}

export const messageHidden: EventRule<'MessageHidden'> = ({ meta, userId, conversationId, seq, ordinal, messageId }) => [
  make(hiddenKey(meta.appId, userId, conversationId, seq), { kind: 'hidden', ordinal, messageId, hiddenAt: meta.occurredAt }),
]
