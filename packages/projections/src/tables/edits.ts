// Earlier versions of messages that were edited: the item as it was shown before each edit, from version 0 on, the message as it was
// sent. Of a message that was taken away nobody is told any.
import type { Position } from '@skein/event-sourcing'
import type { ItemRow } from './items.ts'
import { type RowOf, table } from './table.ts'

export const edits = table('edits', {
  key: { app_id: 'text', conversation_id: 'text', seq: 'bigint', version: 'int' },
  columns: {
    // Where the edit stands that made this version; 0 for the message as it was sent.
    edited_seq: 'bigint',
    // An encoded ConversationItem.
    item: 'bytea',
  },
  keeps: 'first',
})

/** What an item was before it was amended. */
export const earlierRow = (
  { app_id, conversation_id, seq, edited_seq, item }: ItemRow,
  version: number,
  at: Position,
): RowOf<typeof edits> => ({
  app_id,
  conversation_id,
  seq,
  version,
  edited_seq,
  item,
  partition: at.partition,
  offset: at.offset,
})
