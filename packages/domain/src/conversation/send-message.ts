// Sending a message. The body is opaque: its size is checked and never its bytes. In a direct conversation both must exist when
// it begins; afterwards nobody asks.
import type { SendMessage } from '@skein/contracts'
import { isCount, parseConversationId } from '@skein/contracts'
import type { CellKey, Fold, ReadCell } from '@skein/event-sourcing'
import { beyondLimitBy, type OwnLimits, ownLimitsOf } from '../app/policy.ts'
import type { Cell } from '../cells.ts'
import { appPolicyKey, memberKey, readKind, untouchedDirectMember } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { firstFault, isRefusal, type Refusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { type Acting, acting, mayNot } from './acting.ts'
import { faultOfContent } from './content.ts'
import { newMessage, onHead, onMember } from './folds.ts'
import { cannotReach, reachKeys, reachOf } from './pair.ts'
import { cannotSpeak, notStored } from './speaking.ts'
import { headOf, notBegun, type Target, targetOf, unknownUser } from './target.ts'

export const sendMessage: CommandRule<'SendMessage'> = (command) => {
  const target = targetOf(command)
  if (isRefusal(target)) return target
  if (target.conversation.kind === 'broadcasts') return reject('FORBIDDEN', 'only broadcasts stand there')
  const policyKey = appPolicyKey(target.appId)
  const reach = reachOf(target, command.conversationId)
  return {
    fault:
      faultOfContent(command.body, command.attachments) ??
      firstFault({
        replyTo: isCount(command.replyTo),
        mentionAll: !command.mentionAll || target.conversation.kind === 'group',
      }),
    reads: (cached) => [
      policyKey,
      target.headKey,
      target.actorKey,
      ...target.groupKeys,
      ...peersToKnow(target, cached),
      ...reachKeys(reach),
    ],
    decide(read) {
      const head = headOf(target, read)
      const own = ownLimitsOf(policyKey, read)
      const refusal =
        beyondPolicy(command, own) ??
        (head === undefined ? cannotBegin(target, read) : cannotSend(command, target, read)) ??
        cannotReach(reach, own, read)
      if (refusal !== null) return refusal
      const lastSeq = head?.lastSeq ?? 0
      if (command.replyTo > lastSeq) return reject('INVALID_ARGUMENT', `replyTo: lastSeq ${lastSeq}, asked ${command.replyTo}`)
      const { conversationId, body, replyTo, attachments, mentionAll } = command
      const meta = eventMeta(command)
      const place = { conversationId, seq: lastSeq + 1, ordinal: (head?.lastOrdinal ?? 0) + 1 }
      const { seq, ordinal } = place
      return accept([{ type: 'MessageSent', meta, ...place, senderId: target.actorId, body, replyTo, attachments, mentionAll }], {
        messageId: meta.commandId,
        seq,
        ordinal,
        sentAtMs: meta.occurredAt,
      })
    },
  }
}

export const messageSent: EventRule<'MessageSent'> = (event) => {
  const { ordinal, senderId } = event
  return [onHead(event, (head) => ({ ...head, lastOrdinal: ordinal })), newMessage(event, senderId), ...sender(event)]
}

/** Sending reads. The first message of a direct conversation brings it into being for both its users. */
function sender(event: Parameters<typeof messageSent>[0]): readonly Fold<Cell>[] {
  const { conversationId, senderId, ordinal, seq, meta } = event
  const lastSentAt = meta.occurredAt
  const conversation = seq > 1 ? null : parseConversationId(conversationId)
  if (conversation?.kind !== 'direct') return [onMember(event, senderId, (member) => ({ ...member, readOrdinal: ordinal, lastSentAt }))]
  return [...new Set(conversation.userIds)].map((userId) =>
    make(memberKey(meta.appId, conversationId, userId), {
      ...untouchedDirectMember,
      ...(userId === senderId ? { readOrdinal: ordinal, lastSentAt } : {}),
    }),
  )
}

const beyondPolicy = ({ body, attachments }: SendMessage, own: OwnLimits): Refusal | null =>
  beyondLimitBy('bodyBytesMax', body.bytes.length, own) ?? beyondLimitBy('attachmentsMax', attachments.length, own)

function cannotBegin(target: Target, read: ReadCell<Cell>): Refusal | null {
  return target.conversation.kind === 'direct' ? unknownUser(target, read, target.conversation.userIds) : notBegun(target)
}

function cannotSend(command: SendMessage, target: Target, read: ReadCell<Cell>): Refusal | null {
  if (target.conversation.kind === 'direct') return null
  const actor = acting(target, read)
  if (isRefusal(actor)) return actor
  const member = readKind(read, 'member', target.actorKey)!
  return notStored(actor.group) ?? cannotSpeak(member, actor.group, command.meta.enteredAt) ?? cannotMention(command, actor)
}

const cannotMention = ({ mentionAll }: SendMessage, { role, group }: Acting): Refusal | null =>
  mentionAll ? mayNot(role, group.canMentionAll) : null

function peersToKnow({ conversation, headKey, knownUserKeyOf }: Target, cached: ReadCell<Cell>): CellKey[] {
  if (conversation.kind !== 'direct' || cached(headKey) !== undefined) return []
  return [...new Set(conversation.userIds)].map(knownUserKeyOf)
}
