// An item as one reader is shown it. It is as it is kept, unless they deleted it, or the message it is about, for themselves. What was
// written when they were not there is not for them: a message of a stay that has ended is shown as it was at its end, unless it was
// taken away since, and an edit of a message from before a stay without its text.
import { type EncodedItem, hiddenItem, untoldItem } from '@skein/projections'

/**
 * Columns of an item `m` for a reader in a stay of theirs: kind, item, and whether it is about a message from before that. `to` is where the
 * stay ends, 0 or beyond every seq where it does not.
 */
export const shownColumns = (schema: string, { from, to }: Readonly<Record<'from' | 'to', string>>) => `
      m.kind, m.target_seq > 0 AND m.target_seq < ${from} AS beyond,
      CASE WHEN m.edited_seq > 0 AND ${to} > 0 AND m.edited_seq >= ${to} AND m.counts = 1 THEN (
        SELECT e.item FROM ${schema}.edits e
        WHERE e.app_id = m.app_id AND e.conversation_id = m.conversation_id AND e.seq = m.seq AND e.edited_seq < ${to}
        ORDER BY e.version DESC LIMIT 1
      ) ELSE m.item END AS item`

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
  beyond: boolean
  hidden_at: number | null
}

export function shownItem(row: ShownRow, userId: string): EncodedItem {
  if (row.hidden_at !== null) return hiddenItem(row, userId, row.hidden_at)
  return row.beyond ? untoldItem(row) : row.item
}
