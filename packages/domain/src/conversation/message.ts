// Commands about one message that was sent before. They name it by conversation, seq and message id, so that nobody changes a message
// that they were not shown. Its author may do so for a while, in a group its owner and admins at any time.
import type { SkeinCommand } from '@skein/contracts'
import { isCount, isUuid } from '@skein/contracts'
import type { CellKey, Fold, ReadCell } from '@skein/event-sourcing'
import { limitOf } from '../app/policy.ts'
import type { Cell, ConversationCell, MessageCell } from '../cells.ts'
import { appPolicyKey, asKind, messageKey, readKind } from '../cells.ts'
import type { DomainEvent } from '../event.ts'
import type { AppLimitName } from '../limits.ts'
import { isRefusal, type Refusal, reject } from '../refusal.ts'
import { change } from '../rule.ts'
import { acting } from './acting.ts'
import { mayNotBroadcast } from './broadcasts.ts'
import { onHead } from './folds.ts'
import { headOf, needsRole, notBegun, roleOf, type Target, targetOf } from './target.ts'

type MessageCommand = Extract<SkeinCommand, { readonly conversationId: string; readonly messageId: string; readonly seq: number }>

export interface MessageTarget extends Target {
  readonly messageKey: CellKey
}

/** A message as a command names it, and the conversation it stands in. */
export interface Found {
  readonly head: ConversationCell
  readonly message: MessageCell
}

export function messageOf(command: MessageCommand): MessageTarget | Refusal {
  const target = targetOf(command)
  if (isRefusal(target)) return target
  if (!isCount(command.seq) || command.seq < 1) return reject('INVALID_ARGUMENT', 'seq')
  if (!isUuid(command.messageId)) return reject('INVALID_ARGUMENT', 'messageId')
  return { ...target, messageKey: target.messageKeyOf(command.seq) }
}

export const messageReads = ({ appId, headKey, actorKey, groupKeys, messageKey }: MessageTarget): readonly CellKey[] => [
  appPolicyKey(appId),
  headKey,
  actorKey,
  ...groupKeys,
  messageKey,
]

/** The message, for one who is in its conversation. */
export function find(command: MessageCommand, target: MessageTarget, read: ReadCell<Cell>): Found | Refusal {
  const head = headOf(target, read)
  if (head === undefined) return notBegun(target)
  const actor = target.conversation.kind === 'group' ? acting(target, read) : null
  if (actor !== null && isRefusal(actor)) return actor
  const forbidden = target.conversation.kind === 'broadcasts' ? mayNotBroadcast(target, read) : null
  if (forbidden !== null) return forbidden
  const message = readKind(read, 'message', target.messageKey)
  if (message === undefined || message.messageId !== command.messageId) return reject('MESSAGE_NOT_FOUND', `seq ${command.seq}`)
  return { head, message }
}

/** Refuses the author when it is too late; null while it is not. */
export function tooLate(command: MessageCommand, { sentAt }: MessageCell, window: AppLimitName, read: ReadCell<Cell>): Refusal | null {
  const limit = limitOf(window, command.meta.appId, read)
  const age = command.meta.enteredAt - sentAt
  return age > limit ? reject('TOO_LATE', `${window} ${limit}, asked ${age}`) : null
}

/** Whether the actor may take a message away from everyone; null when they may. */
export function mayNotRemove(command: MessageCommand, target: MessageTarget, message: MessageCell, read: ReadCell<Cell>): Refusal | null {
  if (target.conversation.kind === 'broadcasts') return null
  const role = target.conversation.kind === 'group' ? roleOf(target, read, target.actorId) : ''
  if (role === 'owner' || role === 'admin') return null
  if (message.senderId !== target.actorId)
    return role === '' ? reject('FORBIDDEN', 'not the author') : needsRole(role, 'owner or admin, or the author')
  // It is never too late for what is done.
  return message.removed === '' ? tooLate(command, message, 'revokeWindowMs', read) : null
}

type MessageEvent = Extract<DomainEvent, { readonly targetSeq: number }>

/** A message that is there: an event about one that was never sent is a bug. */
export const onMessage = (event: MessageEvent, to: (message: MessageCell) => MessageCell): Fold<Cell> =>
  change(messageKey(event.meta.appId, event.conversationId, event.targetSeq), (cell) => {
    const message = asKind('message', cell)
    if (message === undefined)
      throw new Error(`${event.type} in ${event.conversationId} is about seq ${event.targetSeq}, which is no message`)
    return to(message)
  })

/** What an event by which a message is taken away says of it. */
export const removal = ({ seq: targetSeq, messageId }: MessageCommand, { ordinal: targetOrdinal, lastEditSeq }: MessageCell) => ({
  ...{ targetSeq, targetOrdinal, messageId, lastEditSeq },
})

/** A message is taken away from everyone. */
export const removes = (event: MessageEvent, removed: MessageCell['removed']): readonly Fold<Cell>[] => [
  onHead(event, (head) => ({ ...head, lastUncounted: Math.max(head.lastUncounted, event.targetOrdinal) })),
  // Of what type it was is gone with what it said.
  onMessage(event, (message) => ({ ...message, contentType: '', removed })),
]
