// Reads what the hot views of a partition should hold from the database: heads, entries and last items of active
// conversations, page by page, from one snapshot together with its checkpoint.

import { type Database, defaultSchema, type Queryable, quoteSchema } from './database.ts'
import type { Applied, HotEntry, HotItem, HotLimits } from './hot-views.ts'
import { encodeHotItem } from './hot-views.ts'
import { type ItemRow, itemColumns, messageOfRow } from './message-rows.ts'

const pageRows = 1_000
const pageConversations = 100

export interface HotSource {
  /** Begins with the position; its pages arrive in turn, each when the one before has been taken. */
  read(
    partition: number,
    limits: HotLimits,
    now: number,
    take: (page: readonly HotEntry[]) => Promise<void>,
    begin?: (applied: Applied) => Promise<void>,
  ): Promise<Applied>
}

const checkpointSql = (schema: string) => `SELECT next_offset, log_epoch FROM ${schema}.checkpoints WHERE partition = $1`

const headsSql = (schema: string) => `
    SELECT app_id, conversation_id, last_seq, last_ordinal, last_activity_at FROM ${schema}.conversations
    WHERE partition = $1 AND (app_id, conversation_id) > ($2, $3)
    ORDER BY app_id, conversation_id LIMIT $4`

const sessionsSql = (schema: string) => `
    SELECT s.app_id, s.user_id, s.conversation_id, s.read_ordinal, stay.from_seq, stay.to_seq, stay.to_ordinal
    FROM ${schema}.sessions s
    JOIN LATERAL (
      SELECT m.from_seq, m.to_seq, m.to_ordinal FROM ${schema}.memberships m
      WHERE m.app_id = s.app_id AND m.conversation_id = s.conversation_id AND m.user_id = s.user_id
      ORDER BY m.from_seq DESC LIMIT 1
    ) stay ON true
    WHERE s.partition = $1 AND (s.app_id, s.user_id, s.conversation_id) > ($2, $3, $4)
    ORDER BY s.app_id, s.user_id, s.conversation_id LIMIT $5`

const itemsSql = (schema: string) => `
    SELECT asked.place, last.* FROM unnest($1::int[], $2::text[], $3::text[]) AS asked (place, app_id, conversation_id)
    CROSS JOIN LATERAL (
      SELECT ${itemColumns} FROM ${schema}.messages m
      WHERE m.app_id = asked.app_id AND m.conversation_id = asked.conversation_id
      ORDER BY m.seq DESC LIMIT $4
    ) last
    ORDER BY asked.place, last.seq DESC`

interface HeadRow {
  app_id: string
  conversation_id: string
  last_seq: number
  last_ordinal: number
  last_activity_at: number
}

interface SessionRow {
  app_id: string
  user_id: string
  conversation_id: string
  read_ordinal: number
  from_seq: number
  to_seq: number
  to_ordinal: number
}

export function createHotSource(db: Database, { schema: schemaName = defaultSchema }: { schema?: string } = {}): HotSource {
  const schema = quoteSchema(schemaName)
  const statements = {
    checkpoint: checkpointSql(schema),
    heads: headsSql(schema),
    sessions: sessionsSql(schema),
    items: itemsSql(schema),
  }

  /** The last items without a hole, newest first until one that is too large or too old. */
  async function itemsOf(snapshot: Queryable, heads: readonly HeadRow[], limits: HotLimits, now: number): Promise<HotEntry[]> {
    const active = heads.filter((head) => head.last_activity_at + limits.itemAgeMs > now)
    const entries: HotEntry[] = []
    for (let i = 0; i < active.length; i += pageConversations) {
      const asked = active.slice(i, i + pageConversations)
      const values = [asked.map((_, place) => place), asked.map((h) => h.app_id), asked.map((h) => h.conversation_id)]
      const { rows } = await snapshot.query<ItemRow & { place: number }>(statements.items, [...values, limits.itemsPerConversation])
      const byPlace = Map.groupBy(rows, (row) => row.place)
      asked.forEach(({ app_id: appId, conversation_id: conversationId }, place) => {
        const items: HotItem[] = []
        for (const row of byPlace.get(place) ?? []) {
          const bytes = encodeHotItem(messageOfRow(row))
          if (bytes.length > limits.itemBytesMax || row.occurred_at + limits.itemAgeMs <= now) break
          items.unshift({ seq: row.seq, occurredAt: row.occurred_at, bytes })
        }
        if (items.length > 0) entries.push({ kind: 'items', appId, conversationId, items })
      })
    }
    return entries
  }

  return {
    read: (partition, limits, now, take, begin) =>
      db.transaction(
        async (snapshot) => {
          const found = await snapshot.query<{ next_offset: number; log_epoch: string }>(statements.checkpoint, [partition])
          const applied = { logEpoch: found.rows[0]?.log_epoch ?? '', nextOffset: found.rows[0]?.next_offset ?? 0 }
          await begin?.(applied)
          let head: HeadRow | undefined
          for (;;) {
            const after = [head?.app_id ?? '', head?.conversation_id ?? '']
            const { rows } = await snapshot.query<HeadRow>(statements.heads, [partition, ...after, pageRows])
            head = rows.at(-1)
            if (!head) break
            await take([
              ...rows.map(
                (row): HotEntry => ({
                  kind: 'head',
                  appId: row.app_id,
                  conversationId: row.conversation_id,
                  head: { lastSeq: row.last_seq, lastOrdinal: row.last_ordinal },
                }),
              ),
              ...(await itemsOf(snapshot, rows, limits, now)),
            ])
          }
          let session: SessionRow | undefined
          for (;;) {
            const after = [session?.app_id ?? '', session?.user_id ?? '', session?.conversation_id ?? '']
            const { rows } = await snapshot.query<SessionRow>(statements.sessions, [partition, ...after, pageRows])
            session = rows.at(-1)
            if (!session) break
            await take(
              rows.map(
                (row): HotEntry => ({
                  kind: 'session',
                  appId: row.app_id,
                  conversationId: row.conversation_id,
                  userId: row.user_id,
                  session: { readOrdinal: row.read_ordinal, fromSeq: row.from_seq, toSeq: row.to_seq, toOrdinal: row.to_ordinal },
                }),
              ),
            )
          }
          return applied
        },
        { snapshot: true },
      ),
  }
}
