// The shared history of a conversation: which events take a place in it, the row such an event becomes, and the item of
// the client protocol that row is shown as. Delivery and history make items here, so that both show the same.
import type { SkeinEvent } from '@skein/contracts'
import type { ControlDetail, MessageKind, MessageRow } from './change.ts'
import type { ConversationItem } from './read-views.ts'

type ConversationEvent = Extract<SkeinEvent, { readonly seq: number }>

/** The row of an event in the history of its conversation; null for events that take no seq. */
export function messageOf(event: SkeinEvent): MessageRow | null {
  switch (event.type) {
    case 'MessageSent':
      return {
        conversationId: event.conversationId,
        seq: event.seq,
        ordinal: event.ordinal,
        kind: 'message',
        senderId: event.senderId,
        occurredAt: event.meta.occurredAt,
        message: {
          messageId: event.messageId,
          clientMessageId: event.clientMessageId,
          contentHash: event.contentHash,
          body: event.body,
          replyTo: event.replyTo,
          attachments: event.attachments,
        },
        detail: null,
      }
    case 'GroupCreated':
      return control(event, 'group-created', 0, { name: event.name })
    case 'MembersAdded':
      return control(event, 'members-added', event.ordinal, { members: event.members })
    case 'MemberRemoved':
      return control(event, 'member-removed', event.ordinal, { userId: event.userId })
    case 'MemberLeft':
      return control(event, 'member-left', event.ordinal, { userId: event.userId })
    case 'MemberRoleChanged':
      return control(event, 'member-role-changed', event.ordinal, { userId: event.userId, role: event.role })
    default:
      return null
  }
}

function control(event: ConversationEvent, kind: MessageKind, ordinal: number, detail: ControlDetail): MessageRow {
  const { conversationId, seq, meta } = event
  return { conversationId, seq, ordinal, kind, senderId: meta.actorId, occurredAt: meta.occurredAt, message: null, detail }
}

/** What clients are shown of an event; null for events that take no seq. */
export function itemOf(event: SkeinEvent): ConversationItem | null {
  const row = messageOf(event)
  return row && itemOfMessage(row)
}

export function itemOfMessage(row: MessageRow): ConversationItem {
  return {
    conversationId: row.conversationId,
    seq: row.seq,
    ordinal: row.ordinal,
    actorId: row.senderId,
    occurredAtMs: row.occurredAt,
    ...contentOf(row),
  }
}

function contentOf({ kind, message, detail }: MessageRow): Partial<ConversationItem> {
  switch (kind) {
    case 'message': {
      if (message === null) return {}
      const { messageId, clientMessageId, body, replyTo, attachments } = message
      return { message: { messageId, clientMessageId, body, replyTo, attachments: [...attachments] } }
    }
    case 'group-created':
      return { groupCreated: { name: detail?.name ?? '' } }
    case 'members-added':
      return { membersAdded: { members: [...(detail?.members ?? [])] } }
    case 'member-removed':
      return { memberRemoved: { userId: detail?.userId ?? '' } }
    case 'member-left':
      return { memberLeft: { userId: detail?.userId ?? '' } }
    case 'member-role-changed':
      return { memberRoleChanged: { userId: detail?.userId ?? '', role: detail?.role ?? '' } }
  }
}
