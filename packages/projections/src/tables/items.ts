// Items: one row per seq of a conversation, messages and what else all members see, as the bytes that clients are shown. An event
// with an item writes it whole; of messages it is the message cell, too.
import { type SkeinEvent, wire } from '@skein/contracts'
import type { MessageCell } from '@skein/domain'
import type { Position } from '@skein/event-sourcing'
import { itemOf, placeOf } from '../shown.ts'
import { read, stored } from './stored-cell.ts'
import { type RowOf, table } from './table.ts'

/** Kind of the items that are messages; every other is a control item. */
export const messageKind = 'MessageSent' satisfies SkeinEvent['type']

export const items = table('items', {
  key: { app_id: 'text', conversation_id: 'text', seq: 'bigint' },
  columns: {
    ordinal: 'bigint',
    // The name of the event.
    kind: 'text',
    actor_id: 'text',
    occurred_at: 'bigint',
    // An encoded ConversationItem.
    item: 'bytea',
  },
  keeps: 'first',
})

export const messageCell = stored<MessageCell>()({
  key: ['app_id', 'conversation_id', 'seq'],
  reads: [read(items, 'kind', 'ordinal', 'actor_id', 'occurred_at', 'item')],
  cellOf([{ kind, ordinal, actor_id, occurred_at, item }]) {
    const message = kind === messageKind ? wire.ConversationItem.decode(item).messageSent : null
    if (!message) return undefined
    const { messageId = '', body } = message
    return {
      kind: 'message',
      ordinal,
      messageId: messageId ?? '',
      senderId: actor_id,
      sentAt: occurred_at,
      contentType: body?.contentType ?? '',
    }
  },
  rowsOf: null,
})

/** The item of an event; null where it has none. */
export function itemRow(event: SkeinEvent, at: Position): RowOf<typeof items> | null {
  const item = itemOf(event)
  const place = item === null ? null : placeOf(event)
  if (item === null || place === null) return null
  return {
    app_id: event.meta.appId,
    conversation_id: place.conversationId,
    seq: place.seq,
    ordinal: place.ordinal,
    kind: event.type,
    actor_id: place.actorId,
    occurred_at: place.occurredAtMs,
    item,
    partition: at.partition,
    offset: at.offset,
  }
}
