// Editing a message: its author gives it another body of the same type, for a while. What was said before stays readable as the
// message's history, to whoever may see the message.
import { beyondLimitBy, ownLimitsOf } from '../app/policy.ts'
import { appPolicyKey, readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { groupSettingsOf, mayNotWrite } from './acting.ts'
import { faultOfBody } from './content.ts'
import { onHead } from './folds.ts'
import { find, messageOf, messageReads, onMessage, tooLate } from './message.ts'
import { cannotReach, reachKeys, reachOf } from './pair.ts'
import { muted } from './speaking.ts'
import { next, roleOf } from './target.ts'

export const editMessage: CommandRule<'EditMessage'> = (command) => {
  const { body, seq: targetSeq, messageId } = command
  const target = messageOf(command)
  if (isRefusal(target)) return target
  const reach = reachOf(target, command.conversationId)
  return {
    fault: faultOfBody(body),
    reads: () => [...messageReads(target), ...reachKeys(reach)],
    decide(read) {
      const found = find(command, target, read)
      if (isRefusal(found)) return found
      const { head, message } = found
      const isShared = target.conversation.kind === 'broadcasts'
      if (!isShared && message.senderId !== target.actorId) return reject('FORBIDDEN', 'not the author')
      if (message.removed !== '') return reject('MESSAGE_REMOVED', message.removed)
      if (message.contentType !== body.contentType) return reject('INVALID_ARGUMENT', 'body.contentType: not that of the message')
      if (message.edits >= limits.editsMax) return reject('TOO_LARGE', beyond('editsMax', message.edits + 1))
      const actor = isShared ? undefined : readKind(read, 'member', target.actorKey)
      const own = ownLimitsOf(appPolicyKey(target.appId), read)
      const inGroup = target.conversation.kind === 'group'
      const refusal =
        // Else one who may say nothing would speak by what they have said.
        (actor === undefined ? null : muted(actor, command.meta.enteredAt)) ??
        (inGroup ? mayNotWrite(roleOf(target, read, target.actorId), groupSettingsOf(target, read)) : null) ??
        beyondLimitBy('bodyBytesMax', body.bytes.length, own) ??
        (isShared ? null : tooLate(command, message, 'editWindowMs', read)) ??
        cannotReach(reach, own, read)
      if (refusal !== null) return refusal
      const place = next(command, head)
      const { ordinal: targetOrdinal, edits, lastEditSeq } = message
      const edit = { targetSeq, targetOrdinal, messageId, version: edits + 1, body, lastEditSeq }
      return accept([{ type: 'MessageEdited', ...place, ...edit }], { seq: place.seq })
    },
  }
}

export const messageEdited: EventRule<'MessageEdited'> = (event) => [
  onHead(event),
  onMessage(event, (message) => ({ ...message, edits: event.version, lastEditSeq: event.seq })),
]
