// An item as one reader is shown it: as it is kept, unless they deleted it for themselves.
import { type EncodedItem, hiddenItem } from '@skein/projections'

/** The reader's own deletion of an item, joined to a row of `items` as `hidden_at`; null for none. */
export const hiddenJoin = (
  schema: string,
  { app, user, conversation, seq }: Readonly<Record<'app' | 'user' | 'conversation' | 'seq', string>>,
) =>
  `LEFT JOIN ${schema}.hidden_items h ON h.app_id = ${app} AND h.user_id = ${user} AND h.conversation_id = ${conversation} AND h.seq = ${seq}`

export interface ShownRow {
  item: Uint8Array
  hidden_at: number | null
}

export const shownItem = ({ item, hidden_at }: ShownRow, userId: string): EncodedItem =>
  hidden_at === null ? item : hiddenItem(item, userId, hidden_at)
