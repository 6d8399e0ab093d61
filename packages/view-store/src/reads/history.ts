// Pages of a conversation's history. Who may see what is asked in the same statement as the page: rows are looked up stay by
// stay, so that a gap between two stays, or the time before the first, costs nothing and is never shown. Items are handed on as the
// bytes they are kept as, but for what the reader deleted for themselves. How far the view is comes from the same moment: whoever asks
// may rely on it that what is missing up to there is not theirs to see.
import type { HistoryPage, HistoryQuery } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { staysOf } from './everybody.ts'
import { type FittingRow, fitting, pageOf } from './fitting.ts'
import { hiddenJoin, type ShownRow, shownColumns, shownItem } from './shown-item.ts'

/** $1 app, $2 conversation, $3 user, $4 after seq, $5 before seq or 0, $6 rows and $7 bytes at most. A stay with no row in range comes as nulls. */
function historySql(schema: string, direction: 'ASC' | 'DESC'): string {
  const stays = staysOf(schema, { app: '$1', conversation: '$2', user: '$3' })
  const found = `
    SELECT page.seq, page.kind, page.item, page.beyond, page.hidden_at, (
      SELECT CASE newest.to_seq WHEN 0 THEN c.last_seq ELSE newest.to_seq - 1 END
      FROM ${stays} newest
      JOIN ${schema}.conversations c ON c.app_id = $1 AND c.conversation_id = $2
      ORDER BY newest.from_seq DESC LIMIT 1
    ) AS view_seq
    FROM ${stays} s
    LEFT JOIN LATERAL (
      SELECT m.seq, h.hidden_at, ${shownColumns(schema, { from: 's.from_seq', to: 's.to_seq', app: '$1', user: '$3', conversation: '$2' })} FROM ${schema}.items m
      ${hiddenJoin(schema, { app: '$1', user: '$3', conversation: '$2', item: 'm' })}
      WHERE m.app_id = $1 AND m.conversation_id = $2
        AND m.seq >= greatest(s.from_seq, $4::bigint + 1)
        AND m.seq < least(CASE s.to_seq WHEN 0 THEN NULL ELSE s.to_seq END, CASE $5::bigint WHEN 0 THEN NULL ELSE $5::bigint END, 9223372036854775807)
      ORDER BY m.seq ${direction} LIMIT $6
    ) page ON true
    ORDER BY page.seq ${direction} NULLS LAST LIMIT $6`
  return fitting(found, `seq ${direction} NULLS LAST`, '$7')
}

interface AnyRow {
  view_seq: number
}

interface ItemRow extends AnyRow, ShownRow, FittingRow {
  seq: number
}

export function createHistory(
  schema: string,
  itemBytesMax: number,
): (db: Queryable, query: HistoryQuery) => Promise<HistoryPage | 'NOT_A_MEMBER'> {
  const oldestFirst = historySql(schema, 'ASC')
  const newestFirst = historySql(schema, 'DESC')
  return async (db, { appId, conversationId, userId, afterSeq, beforeSeq, limit }) => {
    const forward = afterSeq > 0
    const { rows } = await db.query<ItemRow | (AnyRow & { seq: null })>(
      forward ? oldestFirst : newestFirst,
      [appId, conversationId, userId, afterSeq, beforeSeq, limit + 1, itemBytesMax],
      { name: `${schema}-history-${forward ? 'forward' : 'back'}` },
    )
    const first = rows[0]
    if (!first) return 'NOT_A_MEMBER'
    const found = rows.filter((row): row is ItemRow => row.seq !== null)
    const { page, more } = pageOf(found, limit)
    const items = page.map((row) => shownItem(row, userId))
    if (!forward) items.reverse()
    return { items, more, viewSeq: first.view_seq }
  }
}
