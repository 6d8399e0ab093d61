// Reads what the hot views should hold from the database: heads and entries of a partition, page by page, from one snapshot together
// with its checkpoint, and the items of conversations that were read.
import { type Database, defaultSchema, type Queryable, quoteSchema } from '../database/database.ts'
import { staysOf } from '../reads/everybody.ts'
import type { Applied, HotLimits, HotRow } from './hot-entry.ts'
import { type Conversation, createReadKeptItems, type KeptItems } from './kept-items.ts'

const pageRows = 1_000

export interface HotSource {
  /** Pages arrive in turn, each when the one before has been taken. Resolves to the position that they belong to. */
  read(partition: number, take: (page: readonly HotRow[]) => Promise<void>): Promise<Applied>
  /** Items of the conversations that there are; each conversation's as it stands at one moment. */
  kept(conversations: readonly Conversation[], limits: HotLimits): Promise<readonly KeptItems[]>
}

const checkpointSql = (schema: string) => `SELECT next_offset, log_epoch FROM ${schema}.checkpoints WHERE partition = $1`

const headsSql = (schema: string) => `
    SELECT app_id, conversation_id, last_seq, last_ordinal, last_uncounted FROM ${schema}.conversations
    WHERE partition = $1 AND (app_id, conversation_id) > ($2, $3)
    ORDER BY app_id, conversation_id LIMIT $4`

const sessionsSql = (schema: string) => `
    SELECT s.app_id, s.user_id, s.conversation_id, s.read_ordinal, stay.from_seq, stay.to_seq, stay.to_ordinal
    FROM ${schema}.sessions s
    JOIN LATERAL (
      SELECT m.from_seq, m.to_seq, m.to_ordinal
      FROM ${staysOf(schema, { app: 's.app_id', conversation: 's.conversation_id', user: 's.user_id' })} m
      ORDER BY m.from_seq DESC LIMIT 1
    ) stay ON true
    WHERE s.partition = $1 AND (s.app_id, s.user_id, s.conversation_id) > ($2, $3, $4)
    ORDER BY s.app_id, s.user_id, s.conversation_id LIMIT $5`

const hiddenSql = (schema: string) => `
    SELECT app_id, user_id, array_agg(DISTINCT conversation_id ORDER BY conversation_id) AS conversation_ids FROM ${schema}.hidden_items
    WHERE partition = $1 AND (app_id, user_id) > ($2, $3)
    GROUP BY app_id, user_id ORDER BY app_id, user_id LIMIT $4`

interface HeadRow {
  app_id: string
  conversation_id: string
  last_seq: number
  last_ordinal: number
  last_uncounted: number
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

const headOf = (row: HeadRow): HotRow => ({
  kind: 'head',
  appId: row.app_id,
  conversationId: row.conversation_id,
  head: { lastSeq: row.last_seq, lastOrdinal: row.last_ordinal, lastUncounted: row.last_uncounted },
})

const sessionOf = (row: SessionRow): HotRow => ({
  kind: 'session',
  appId: row.app_id,
  conversationId: row.conversation_id,
  userId: row.user_id,
  session: { readOrdinal: row.read_ordinal, fromSeq: row.from_seq, toSeq: row.to_seq, toOrdinal: row.to_ordinal },
})

const hiddenOf = (row: HiddenRow): HotRow => ({
  kind: 'hidden',
  appId: row.app_id,
  userId: row.user_id,
  conversationIds: row.conversation_ids,
})

export function createHotSource(db: Database, { schema: schemaName = defaultSchema }: { schema?: string } = {}): HotSource {
  const schema = quoteSchema(schemaName)
  const [checkpointText, headsText, sessionsText, hiddenText] = [checkpointSql, headsSql, sessionsSql, hiddenSql].map((sql) => sql(schema))
  const readKeptItems = createReadKeptItems(schema)

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
    kept: (conversations, limits) => readKeptItems(db, conversations, limits),
    read: (partition, take) =>
      db.transaction(
        async (snapshot) => {
          const found = await snapshot.query<{ next_offset: number; log_epoch: string }>(checkpointText!, [partition])
          for await (const rows of headPages(snapshot, partition)) await take(rows.map(headOf))
          for await (const rows of sessionPages(snapshot, partition)) await take(rows.map(sessionOf))
          for await (const rows of hiddenPages(snapshot, partition)) await take(rows.map(hiddenOf))
          return { logEpoch: found.rows[0]?.log_epoch ?? '', nextOffset: found.rows[0]?.next_offset ?? 0 }
        },
        { snapshot: true },
      ),
  }
}
