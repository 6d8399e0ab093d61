// Items: one row per seq of a conversation, messages and what else all members see, as the bytes that clients are shown. An event
// with an item writes it whole, and one that amends a message writes that one anew. Of messages it is the message cell, too.
import { type Messages, type SkeinEvent, wire } from '@skein/contracts'
import type { MessageCell } from '@skein/domain'
import type { Position } from '@skein/event-sourcing'
import { emptied } from '../emptied-message.ts'
import { type Amendment, kindOf } from '../event-view.ts'
import { amendmentOf, encodeItem, type ItemPlace, itemOf, outdatedItem, placeOf, untoldItem } from '../shown.ts'
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
    // Of an item about an earlier message, where that stands; else 0.
    target_seq: 'bigint',
    // Of a message that was edited, where the edit stands that made it what it is; else 0.
    edited_seq: 'bigint',
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
  writes: null,
})

/** The message that an encoded item is; undefined for control items. */
export const messageOf = (kind: string, item: Uint8Array): Messages.MessageSent | undefined =>
  kind === messageKind ? ((wire.ConversationItem.decode(item).messageSent as Messages.MessageSent | null) ?? undefined) : undefined

export const messageCell = stored<MessageCell>()({
  key: ['app_id', 'conversation_id', 'seq'],
  reads: [read(items, 'kind', 'ordinal', 'actor_id', 'occurred_at', 'item')],
  cellOf([{ kind, ordinal, actor_id, occurred_at, item }]) {
    const message = messageOf(kind, item)
    if (message === undefined) return undefined
    const { messageId, body, removed, edits, lastEditSeq } = message
    return {
      kind: 'message',
      ordinal,
      messageId,
      senderId: actor_id,
      sentAt: occurred_at,
      contentType: body?.contentType ?? '',
      removed: (removed?.kind ?? '') as MessageCell['removed'],
      edits,
      lastEditSeq,
    }
  },
  writes: null,
})

/** The item of an event; null where it has none. */
export function itemRow(event: SkeinEvent, at: Position): ItemRow | null {
  const amendment = amendmentOf(event)
  const place = placeOf(event, amendment)
  const item = itemOf(event, place)
  if (item === null || place === null) return null
  return {
    app_id: event.meta.appId,
    conversation_id: place.conversationId,
    seq: place.seq,
    ordinal: place.ordinal,
    kind: kindOf(event.type),
    actor_id: place.actorId,
    occurred_at: place.occurredAtMs,
    counts: kindOf(event.type) === messageKind ? 1 : 0,
    target_seq: amendment?.seq ?? 0,
    edited_seq: 0,
    item,
    partition: at.partition,
    offset: at.offset,
  }
}

/** The encoded item of a message with the message changed. Throws for an item that is no message. */
export function withMessage(item: Uint8Array, to: Amendment['to']): { readonly item: Uint8Array; readonly message: Messages.MessageSent } {
  const { messageSent, ...place } = wire.ConversationItem.decode(item)
  if (!messageSent) throw new Error('an item that is no message is not amended')
  const message = to(messageSent as Messages.MessageSent)
  return { item: encodeItem(place as ItemPlace, messageKind, message), message }
}

/** The item of a message as it is shown once it was amended: whoever decided has checked that it is one. */
export function amendedRow(row: ItemRow, { to }: Amendment, at: Position): ItemRow {
  const { item, message } = withMessage(row.item, to)
  // Fields with their default are not copied from a decoded message.
  const edited_seq = message.lastEditSeq ?? 0
  return { ...row, counts: message.removed ? 0 : 1, edited_seq, item, partition: at.partition, offset: at.offset }
}

export const outdatedRow = (row: ItemRow, { partition, offset }: Position): ItemRow => ({
  ...row,
  item: outdatedItem(row.item),
  ...{ partition, offset },
})

/** Whether a reader in this stay is shown an item otherwise than as it is kept: it holds what was written when they were not there. */
export function isOtherwiseIn({ fromSeq, toSeq }: { readonly fromSeq: number; readonly toSeq: number }, item: Uint8Array): boolean {
  if (fromSeq <= 1 && toSeq === 0) return false
  const { messageSent, messageEdited } = wire.ConversationItem.decode(item)
  if (messageEdited?.body) return (messageEdited as Messages.MessageEdited).targetSeq < fromSeq
  return toSeq > 0 && !!messageSent && !messageSent.removed && (messageSent as Messages.MessageSent).lastEditSeq >= toSeq
}

/** What is shown of a message, and of what was done to it, to a reader who deleted it for themselves. */
export function hiddenItem({ kind, item }: Pick<ItemRow, 'kind' | 'item'>, userId: string, hiddenAt: number): Uint8Array {
  if (kind === messageKind)
    return withMessage(item, (message) => emptied(message, { kind: 'hidden', actorId: userId, atMs: hiddenAt })).item
  return untoldItem({ kind, item })
}
