// An item as one reader is shown it: as it is kept, unless they deleted it, or the message it is about, for themselves.
import { type EncodedItem, hiddenItem } from '@skein/projections'

/** The reader's own deletion of an item or of its target, joined to a row of `items` by that name, as `h`; null for none. */
export const hiddenJoin = (
  schema: string,
  { app, user, conversation, item }: Readonly<Record<'app' | 'user' | 'conversation' | 'item', string>>,
) =>
  `LEFT JOIN ${schema}.hidden_items h ON h.app_id = ${app} AND h.user_id = ${user} AND h.conversation_id = ${conversation}
        AND h.seq = CASE ${item}.target_seq WHEN 0 THEN ${item}.seq ELSE ${item}.target_seq END`

export interface ShownRow {
  kind: string
  item: Uint8Array
  hidden_at: number | null
}

export const shownItem = (row: ShownRow, userId: string): EncodedItem =>
  row.hidden_at === null ? row.item : hiddenItem(row, userId, row.hidden_at)
