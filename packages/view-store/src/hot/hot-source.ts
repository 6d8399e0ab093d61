// Reads what the hot views of a partition should hold from the database: heads, entries and last items of active
// conversations, page by page, from one snapshot together with its checkpoint.
import { type Database, defaultSchema, type Queryable, quoteSchema } from '../database/database.ts'
import { type Applied, type HotEntry, type HotItem, type HotLimits, isKept } from './hot-entry.ts'

const pageRows = 1_000
const pageConversations = 100

export interface HotReading {
  readonly partition: number
  readonly limits: HotLimits
  readonly now: number
}

export interface HotSource {
  /** Pages arrive in turn, each when the one before has been taken. Resolves to the position that they belong to. */
  read(reading: HotReading, take: (page: readonly HotEntry[]) => Promise<void>): Promise<Applied>
}

const checkpointSql = (schema: string) => `SELECT next_offset, log_epoch FROM ${schema}.checkpoints WHERE partition = $1`

const headsSql = (schema: string) => `
    SELECT app_id, conversation_id, last_seq, last_ordinal, last_uncounted, last_activity_at FROM ${schema}.conversations
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

const hiddenSql = (schema: string) => `
    SELECT app_id, user_id, array_agg(DISTINCT conversation_id ORDER BY conversation_id) AS conversation_ids FROM ${schema}.hidden_items
    WHERE partition = $1 AND (app_id, user_id) > ($2, $3)
    GROUP BY app_id, user_id ORDER BY app_id, user_id LIMIT $4`

const itemsSql = (schema: string) => `
    SELECT asked.place, last.* FROM unnest($1::int[], $2::text[], $3::text[]) AS asked (place, app_id, conversation_id)
    CROSS JOIN LATERAL (
      SELECT m.seq, m.occurred_at, m.item FROM ${schema}.items m
      WHERE m.app_id = asked.app_id AND m.conversation_id = asked.conversation_id
      ORDER BY m.seq DESC LIMIT $4
    ) last
    ORDER BY asked.place, last.seq DESC`

interface HeadRow {
  app_id: string
  conversation_id: string
  last_seq: number
  last_ordinal: number
  last_uncounted: number
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

interface HiddenRow {
  app_id: string
  user_id: string
  conversation_ids: string[]
}

interface ItemRow {
  place: number
  seq: number
  occurred_at: number
  item: Uint8Array
}

const headOf = (row: HeadRow): HotEntry => ({
  kind: 'head',
  appId: row.app_id,
  conversationId: row.conversation_id,
  head: { lastSeq: row.last_seq, lastOrdinal: row.last_ordinal, lastUncounted: row.last_uncounted },
})

const sessionOf = (row: SessionRow): HotEntry => ({
  kind: 'session',
  appId: row.app_id,
  conversationId: row.conversation_id,
  userId: row.user_id,
  session: { readOrdinal: row.read_ordinal, fromSeq: row.from_seq, toSeq: row.to_seq, toOrdinal: row.to_ordinal },
})

const hiddenOf = (row: HiddenRow): HotEntry => ({
  kind: 'hidden',
  appId: row.app_id,
  userId: row.user_id,
  conversationIds: row.conversation_ids,
})

/** Newest first; what stands before one that is not kept is not kept either. */
function keptOf(rows: readonly ItemRow[], { limits, now }: HotReading): HotItem[] {
  const items: HotItem[] = []
  for (const { seq, occurred_at: occurredAt, item: bytes } of rows) {
    const item = { seq, occurredAt, bytes }
    if (!isKept(item, limits, now)) break
    items.unshift(item)
  }
  return items
}

export function createHotSource(db: Database, { schema: schemaName = defaultSchema }: { schema?: string } = {}): HotSource {
  const schema = quoteSchema(schemaName)
  const [checkpointText, headsText, sessionsText, itemsText, hiddenText] = [checkpointSql, headsSql, sessionsSql, itemsSql, hiddenSql].map(
    (sql) => sql(schema),
  )

  async function itemsOf(snapshot: Queryable, heads: readonly HeadRow[], reading: HotReading): Promise<HotEntry[]> {
    const { limits, now } = reading
    const active = heads.filter((head) => head.last_activity_at + limits.itemAgeMs > now)
    const entries: HotEntry[] = []
    for (let i = 0; i < active.length; i += pageConversations) {
      const asked = active.slice(i, i + pageConversations)
      const values = [asked.map((_, place) => place), asked.map((h) => h.app_id), asked.map((h) => h.conversation_id)]
      const { rows } = await snapshot.query<ItemRow>(itemsText!, [...values, limits.itemsPerConversation])
      const byPlace = Map.groupBy(rows, (row) => row.place)
      asked.forEach(({ app_id: appId, conversation_id: conversationId }, place) => {
        const items = keptOf(byPlace.get(place) ?? [], reading)
        if (items.length > 0) entries.push({ kind: 'items', appId, conversationId, items })
      })
    }
    return entries
  }

  async function* headPages(snapshot: Queryable, partition: number): AsyncGenerator<readonly HeadRow[]> {
    for (let last: HeadRow | undefined; ; ) {
      const after = [last?.app_id ?? '', last?.conversation_id ?? '']
      const { rows } = await snapshot.query<HeadRow>(headsText!, [partition, ...after, pageRows])
      last = rows.at(-1)
      if (!last) return
      yield rows
    }
  }

  async function* sessionPages(snapshot: Queryable, partition: number): AsyncGenerator<readonly SessionRow[]> {
    for (let last: SessionRow | undefined; ; ) {
      const after = [last?.app_id ?? '', last?.user_id ?? '', last?.conversation_id ?? '']
      const { rows } = await snapshot.query<SessionRow>(sessionsText!, [partition, ...after, pageRows])
      last = rows.at(-1)
      if (!last) return
      yield rows
    }
  }

  async function* hiddenPages(snapshot: Queryable, partition: number): AsyncGenerator<readonly HiddenRow[]> {
    for (let last: HiddenRow | undefined; ; ) {
      const { rows } = await snapshot.query<HiddenRow>(hiddenText!, [partition, last?.app_id ?? '', last?.user_id ?? '', pageRows])
      last = rows.at(-1)
      if (!last) return
      yield rows
    }
  }

  return {
    read: (reading, take) =>
      db.transaction(
        async (snapshot) => {
          const found = await snapshot.query<{ next_offset: number; log_epoch: string }>(checkpointText!, [reading.partition])
          for await (const rows of headPages(snapshot, reading.partition))
            await take([...rows.map(headOf), ...(await itemsOf(snapshot, rows, reading))])
          for await (const rows of sessionPages(snapshot, reading.partition)) await take(rows.map(sessionOf))
          for await (const rows of hiddenPages(snapshot, reading.partition)) await take(rows.map(hiddenOf))
          return { logEpoch: found.rows[0]?.log_epoch ?? '', nextOffset: found.rows[0]?.next_offset ?? 0 }
        },
        { snapshot: true },
      ),
  }
}
