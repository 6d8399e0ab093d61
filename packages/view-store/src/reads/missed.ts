// What a user has missed of what was done to conversations and messages: the items since a cursor that are no messages, across all
// conversations, page by page. Each is stored once, in its conversation: the reader's stays say which of them are theirs. A page is one
// snapshot of one stretch of the reader's sessions, the first that has anything, and begins behind an item: what is appended meanwhile comes
// behind it, or with the next sync.
import { type MissedPage, type MissedQuery, messageKind } from '@skein/projections'
import type { Database, Queryable } from '../database/database.ts'
import { entriesOf, staysOf } from './everybody.ts'
import { type FittingRow, fitting, pageOf } from './fitting.ts'
import { hiddenJoin, type ShownRow, shownColumns, shownItem } from './shown-item.ts'
import { createFindStretch } from './stretch.ts'
import { columnsOf } from './sync-plan.ts'
import { createPlanSync } from './viewed-log.ts'

/**
 * $1 app, $2 user, $3 partitions, $4 offsets seen, $5 and $6 after this conversation and seq, $7 the stretch's last
 * conversation, $8 rows and $9 bytes at most. A conversation whose head has not moved since, and a stay that had ended by then, have nothing.
 * Changes are found by their offset before they are put in order: a planner that knows nothing of a young table would read the conversation
 * in order instead, from its first message on.
 */
const missedSql = (schema: string) =>
  fitting(
    `
    SELECT s.conversation_id, control.seq, control.kind, control.item, control.beyond, control.hidden_at FROM ${entriesOf(schema)} s
    CROSS JOIN LATERAL (
      SELECT c.partition, c."offset" FROM ${schema}.conversations c
      WHERE c.app_id = s.app_id AND c.conversation_id = s.conversation_id OFFSET 0
    ) head
    LEFT JOIN unnest($3::int[], $4::bigint[]) AS given (partition, next_offset) ON given.partition = head.partition
    CROSS JOIN LATERAL (SELECT coalesce(given.next_offset, 0) AS next_offset) seen
    CROSS JOIN LATERAL (
      SELECT m.from_seq, m.to_seq
      FROM ${staysOf(schema, { app: 's.app_id', conversation: 's.conversation_id', user: 's.user_id' })} m
      WHERE (m.to_seq = 0 OR m."offset" >= seen.next_offset) OFFSET 0
    ) stay
    CROSS JOIN LATERAL (
      SELECT m.seq, h.hidden_at, ${shownColumns(schema, { from: 'stay.from_seq', to: 'stay.to_seq', app: '$1', user: '$2', conversation: 's.conversation_id' })} FROM (
        SELECT i.* FROM ${schema}.items i
        WHERE i.app_id = s.app_id AND i.conversation_id = s.conversation_id AND i.kind <> '${messageKind}' AND i."offset" >= seen.next_offset
        OFFSET 0
      ) m
      ${hiddenJoin(schema, { app: '$1', user: '$2', conversation: 's.conversation_id', item: 'm' })}
      WHERE m.seq >= stay.from_seq AND (stay.to_seq = 0 OR m.seq < stay.to_seq) AND (s.conversation_id > $5 OR m.seq > $6)
      ORDER BY m.seq LIMIT $8
    ) control
    WHERE s.app_id = $1 AND s.user_id = $2 AND s.conversation_id >= $5 AND s.conversation_id <= $7 AND head."offset" >= seen.next_offset
    ORDER BY s.conversation_id, control.seq LIMIT $8`,
    'conversation_id, seq',
    '$9',
  )

const nothing: MissedPage = { items: [], more: false, full: true }

type Place = MissedQuery['after']

export function createMissed(
  schema: string,
  itemBytesMax: number,
  stretchSessionsMax: number,
): (db: Database, query: MissedQuery) => Promise<MissedPage> {
  const [plan, find, missed] = [createPlanSync(schema), createFindStretch(schema, stretchSessionsMax), missedSql(schema)]

  /** Of one stretch, and where the next one begins; null behind the last. */
  async function within(snapshot: Queryable, query: MissedQuery): Promise<{ readonly page: MissedPage; readonly next: Place | null }> {
    const { appId, userId, cursor, after, limit } = query
    const { since } = await plan(snapshot, { cursor, isBehind: () => true })
    if (since === null) return { page: nothing, next: null }
    const { through, more: isNext } = await find(snapshot, query, after.conversationId)
    const values = [appId, userId, ...columnsOf(since), after.conversationId, after.seq, through, limit + 1, itemBytesMax]
    const { rows } = await snapshot.query<ShownRow & FittingRow>(missed, values, { name: `${schema}-missed` })
    const { page: found, more } = pageOf(rows, limit)
    const page = { items: found.map((row) => shownItem(row, userId)), more: more || isNext, full: false }
    return { page, next: isNext ? { conversationId: through, seq: Number.MAX_SAFE_INTEGER } : null }
  }

  return async (db, query) => {
    for (let after: Place = query.after; ; ) {
      const { page, next } = await db.transaction((snapshot) => within(snapshot, { ...query, after }), { snapshot: true })
      if (next === null || page.items.length > 0) return page
      after = next
    }
  }
}
