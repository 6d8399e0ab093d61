// What events do to the cells of a conversation: its head, its members, its messages. Events of a conversation come without a
// gap; one that does not follow the head is a bug of whoever folds, and stops the fold.
import type { Returning } from '@skein/contracts'
import type { Fold } from '@skein/event-sourcing'
import type { Cell, ConversationCell, MemberCell } from '../cells.ts'
import { asKind, conversationKey, memberKey, messageKey, untouchedDirectMember } from '../cells.ts'
import type { DomainEvent } from '../event.ts'
import { change, make } from '../rule.ts'

type ConversationEvent = Extract<DomainEvent, { readonly conversationId: string }>
type ItemEvent = Extract<ConversationEvent, { readonly seq: number }>
type SentEvent = Extract<ItemEvent, { readonly body: unknown; readonly attachments: unknown }>

const noConversation: ConversationCell = {
  kind: 'conversation',
  lastSeq: 0,
  lastOrdinal: 0,
  memberCount: 0,
  ownerId: '',
  creatorId: '',
  name: '',
  lastActivityAt: 0,
  lastUncounted: 0,
}

/** Every event that takes a seq moves the head by one. */
export const onHead = (event: ItemEvent, to: (head: ConversationCell) => ConversationCell = (head) => head): Fold<Cell> =>
  change(conversationKey(event.meta.appId, event.conversationId), (cell) => {
    const before = asKind('conversation', cell) ?? noConversation
    if (event.seq !== before.lastSeq + 1) {
      throw new Error(`${event.type} ${event.seq} of ${event.conversationId} does not follow ${before.lastSeq}`)
    }
    return to({ ...before, lastSeq: event.seq, lastActivityAt: event.meta.occurredAt })
  })

/** A member who is there; in direct conversations both always are. */
export const onMember = (event: ConversationEvent, userId: string, to: (member: MemberCell) => MemberCell): Fold<Cell> =>
  change(memberKey(event.meta.appId, event.conversationId, userId), (cell) => {
    const before = asKind('member', cell) ?? (event.conversationId.startsWith('d:') ? untouchedDirectMember : undefined)
    if (before === undefined) throw new Error(`${event.type} in ${event.conversationId} is about somebody who never joined`)
    return to(before)
  })

/** What is kept of a member whatever becomes of their stays. */
export type Kept = Pick<MemberCell, 'mutedUntil' | 'lastSentAt'>

const nothingKept: Kept = { mutedUntil: 0, lastSentAt: 0 }

/** What of a member goes on in another stay; null for nothing. */
export const returningOf = (userId: string, member: MemberCell | undefined): Returning | null =>
  member === undefined || (member.mutedUntil === 0 && member.lastSentAt === 0)
    ? null
    : { userId, mutedUntil: member.mutedUntil, lastSentAt: member.lastSentAt }

/** A stay begins, of which what was before may be read where the event says so; an earlier one is over, but for what is kept of it. */
export const joins = (
  event: ItemEvent & { readonly ordinal: number; readonly fromStart?: boolean },
  userId: string,
  role: string,
  { mutedUntil, lastSentAt }: Kept = nothingKept,
): Fold<Cell> =>
  make(memberKey(event.meta.appId, event.conversationId, userId), {
    kind: 'member',
    role,
    readOrdinal: event.ordinal,
    fromSeq: event.seq,
    seesFrom: event.fromStart ? 1 : event.seq,
    toSeq: 0,
    toOrdinal: 0,
    endedAt: 0,
    nickname: '',
    mutedUntil,
    lastSentAt,
  })

/** A stay ends: the event that ends it is the last item that one sees. */
export const goes = (event: ItemEvent & { readonly ordinal: number }, userId: string): Fold<Cell> =>
  onMember(event, userId, (member) => ({
    ...member,
    role: '',
    toSeq: event.seq + 1,
    toOrdinal: event.ordinal,
    endedAt: event.meta.occurredAt,
  }))

/** The head after a member has gone: an owner leaves a group without one. */
export const without =
  (userId: string) =>
  (head: ConversationCell): ConversationCell => ({
    ...head,
    memberCount: head.memberCount - 1,
    ownerId: userId === head.ownerId ? '' : head.ownerId,
  })

/** A message as it was sent. */
export const newMessage = ({ meta, conversationId, seq, ordinal, body }: SentEvent, senderId: string): Fold<Cell> =>
  make(messageKey(meta.appId, conversationId, seq), {
    kind: 'message',
    ordinal,
    messageId: meta.commandId,
    senderId,
    sentAt: meta.occurredAt,
    contentType: body.contentType,
    removed: '',
    edits: 0,
    lastEditSeq: 0,
  })
