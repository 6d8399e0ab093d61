// An item as one reader is shown it. It is as it is kept, unless they deleted it, or the message it is about, for themselves. What was
// written when they were not there is not for them: a message is shown as it was when they saw it last, in whatever stay, unless it was
// taken away since, and an edit of a message that none of their stays covers without its text.
import { type EncodedItem, hiddenItem, untoldItem } from '@skein/projections'
import { broadcastsOf } from './everybody.ts'

/** The reader of a conversation, as a statement names them. */
interface Reader {
  readonly app: string
  readonly user: string
  readonly conversation: string
}

/** Whether some stay of the reader covers a seq; in broadcasts everybody is. */
export const seesSeq = (
  schema: string,
  { app, user, conversation }: Reader,
  seq: string,
): string => `(${conversation} = ${broadcastsOf(app)} OR EXISTS (
        SELECT FROM ${schema}.memberships any_stay
        WHERE any_stay.app_id = ${app} AND any_stay.conversation_id = ${conversation} AND any_stay.user_id = ${user}
          AND any_stay.sees_from <= ${seq} AND (any_stay.to_seq = 0 OR any_stay.to_seq > ${seq})))`

/**
 * Columns of an item `m` for a reader in a stay of theirs: kind, item, and whether it is about a message that no stay of theirs covers. `to` is
 * where the stay ends, 0 or beyond every seq where it does not. Other stays are asked for only by what reaches out of this one.
 */
export const shownColumns = (schema: string, { from, to, ...reader }: Reader & Readonly<Record<'from' | 'to', string>>) => `
      m.kind, m.target_seq > 0 AND m.target_seq < ${from} AND NOT ${seesSeq(schema, reader, 'm.target_seq')} AS beyond,
      CASE WHEN m.edited_seq > 0 AND ${to} > 0 AND m.edited_seq >= ${to} AND m.counts = 1 AND NOT ${seesSeq(schema, reader, 'm.edited_seq')} THEN (
        SELECT e.item FROM ${schema}.edits e
        WHERE e.app_id = m.app_id AND e.conversation_id = m.conversation_id AND e.seq = m.seq
          AND (e.edited_seq < ${to} OR ${seesSeq(schema, reader, 'e.edited_seq')})
        ORDER BY e.version DESC LIMIT 1
      ) ELSE m.item END AS item`

/** The reader's own deletion of an item or of its target, joined to a row of `items` by that name, as `h`; null for none. */
export const hiddenJoin = (schema: string, { app, user, conversation, item }: Reader & { readonly item: string }) =>
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
