// Items: one row per seq of a conversation, messages and what else all members see, as the bytes that clients are shown. An event
// with an item writes it whole, and one that amends a message writes that one anew. Of messages it is the message cell, too.
import { type Messages, type SkeinEvent, wire } from '@skein/contracts'
import type { MessageCell } from '@skein/domain'
import type { Position } from '@skein/event-sourcing'
import type { Amendment } from '../event-view.ts'
import { encodeItem, type ItemPlace, itemOf, placeOf } from '../shown.ts'
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
    // 1 for messages that count as unread for whoever has not read them, 0 for all else.
    counts: 'int',
    // An encoded ConversationItem.
    item: 'bytea',
  },
  keeps: 'last',
})

export type ItemRow = RowOf<typeof items>

/** An item as it stands, for whoever amends it. Key: `item|<appId>|<conversationId>|<seq>`. */
export interface ItemCell {
  readonly kind: 'item'
  readonly row: ItemRow
}

export const itemKey = (appId: string, conversationId: string, seq: number): string => `item|${appId}|${conversationId}|${seq}`

export const itemCell = stored<ItemCell>()({
  key: ['app_id', 'conversation_id', 'seq'],
  reads: [read(items, ...(Object.keys(items.columns) as (keyof typeof items.columns)[]))],
  cellOf: ([row]) => ({ kind: 'item', row }),
  rowsOf: null,
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
      removed: (message.removed?.kind ?? '') as MessageCell['removed'],
      edits: message.edits ?? 0,
    }
  },
  rowsOf: null,
})

/** The item of an event; null where it has none. */
export function itemRow(event: SkeinEvent, at: Position): ItemRow | null {
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
    counts: event.type === messageKind ? 1 : 0,
    item,
    partition: at.partition,
    offset: at.offset,
  }
}

/** The item of a message as it is shown once it was amended. Throws for an item that is no message: whoever decided has checked. */
export function amendedRow(row: ItemRow, { to }: Amendment, at: Position): ItemRow {
  const { messageSent, ...place } = wire.ConversationItem.decode(row.item)
  if (!messageSent) throw new Error(`${row.kind} ${row.seq} of ${row.conversation_id} is no message to amend`)
  const message = to(messageSent as Messages.MessageSent)
  const item = encodeItem(place as ItemPlace, messageKind, message)
  return { ...row, counts: message.removed ? 0 : 1, item, partition: at.partition, offset: at.offset }
}
