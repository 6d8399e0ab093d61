// Rows of the history as they are read, and the items they are shown as.
import type { Attachment } from '@skein/contracts'
import { type ControlDetail, type ConversationItem, itemOfMessage, type MessageKind, type MessageRow } from '@skein/projections'

/** Columns of `messages m` that an item is made of. */
export const itemColumns = `m.conversation_id, m.seq, m.ordinal, m.kind, m.sender_id, m.occurred_at, m.message_id, m.client_message_id,
    m.body_content_type, m.body_encoding, m.body_key_id, m.body_bytes, m.reply_to, m.attachments, m.detail`

export interface ItemRow {
  conversation_id: string
  seq: number
  ordinal: number
  kind: MessageKind
  sender_id: string
  occurred_at: number
  message_id: string | null
  client_message_id: string | null
  body_content_type: string | null
  body_encoding: string | null
  body_key_id: string | null
  body_bytes: Uint8Array | null
  reply_to: number | null
  attachments: Attachment[] | null
  detail: ControlDetail | null
}

const noBytes = new Uint8Array(0)

export function messageOfRow(row: ItemRow): MessageRow {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    ordinal: row.ordinal,
    kind: row.kind,
    senderId: row.sender_id,
    occurredAt: row.occurred_at,
    message: row.kind === 'message' ? contentOfRow(row) : null,
    detail: row.detail,
  }
}

function contentOfRow(row: ItemRow): NonNullable<MessageRow['message']> {
  return {
    messageId: row.message_id ?? '',
    clientMessageId: row.client_message_id ?? '',
    // Not shown to anyone: it only tells a repeated send from a changed one, in the processor.
    contentHash: noBytes,
    body: {
      contentType: row.body_content_type ?? '',
      encoding: row.body_encoding ?? '',
      keyId: row.body_key_id ?? '',
      bytes: row.body_bytes ?? noBytes,
    },
    replyTo: row.reply_to ?? 0,
    attachments: row.attachments ?? [],
  }
}

export const itemOfRow = (row: ItemRow): ConversationItem => itemOfMessage(messageOfRow(row))
