// The last items of conversations as the hot views keep them, read from the database: each conversation's from one moment, with the place
// that it had come to. Whatever is done to an item is an item of its own behind it: where the last seq is the same, they all are.
import type { Queryable } from '../database/database.ts'
import { rowSource } from '../database/unnest.ts'
import type { HotItem, HotLimits } from './hot-entry.ts'

const conversationsAtOnce = 100

export interface Conversation {
  readonly appId: string
  readonly conversationId: string
}

export interface KeptItems extends Conversation {
  readonly lastSeq: number
  readonly items: readonly HotItem[]
}

const asked = rowSource<Conversation & { readonly place: number }>([
  { name: 'place', type: 'int', value: ({ place }) => place },
  { name: 'app_id', type: 'text', value: ({ appId }) => appId },
  { name: 'conversation_id', type: 'text', value: ({ conversationId }) => conversationId },
])

/** $1 to $3 the conversations asked for, $4 items of each and $5 bytes of an item at most. */
const keptSql = (schema: string) => `
    SELECT asked.place, head.last_seq, last.seq, last.item
    FROM ${asked.sql('asked')}
    CROSS JOIN LATERAL (
      SELECT c.last_seq FROM ${schema}.conversations c
      WHERE c.app_id = asked.app_id AND c.conversation_id = asked.conversation_id OFFSET 0
    ) head
    CROSS JOIN LATERAL (
      SELECT m.seq, CASE WHEN length(m.item) <= $5 THEN m.item END AS item FROM ${schema}.items m
      WHERE m.app_id = asked.app_id AND m.conversation_id = asked.conversation_id
      ORDER BY m.seq DESC LIMIT $4
    ) last
    ORDER BY asked.place, last.seq DESC`

interface KeptRow {
  place: number
  last_seq: number
  seq: number
  /** Null where it is too large to be kept. */
  item: Uint8Array | null
}

/** Newest first; what stands before one that is not kept is not kept either. */
function keptOf(rows: readonly KeptRow[]): HotItem[] {
  const items: HotItem[] = []
  for (const { seq, item } of rows) {
    if (item === null) break
    items.unshift({ seq, bytes: item })
  }
  return items
}

/** Of a quoted schema. Conversations that there are not are left out. */
export function createReadKeptItems(
  schema: string,
): (db: Queryable, conversations: readonly Conversation[], limits: HotLimits) => Promise<readonly KeptItems[]> {
  const text = keptSql(schema)
  return async (db, conversations, { itemsPerConversation, itemBytesMax }) => {
    const found: KeptItems[] = []
    for (let i = 0; i < conversations.length; i += conversationsAtOnce) {
      const places = conversations
        .slice(i, i + conversationsAtOnce)
        .map(({ appId, conversationId }, place) => ({ place, appId, conversationId }))
      const values = [...asked.values(places), itemsPerConversation, itemBytesMax]
      const { rows } = await db.query<KeptRow>(text, values, { name: `${schema}-kept-items` })
      const byPlace = Map.groupBy(rows, (row) => row.place)
      for (const { place, appId, conversationId } of places) {
        const own = byPlace.get(place)
        if (own) found.push({ appId, conversationId, lastSeq: own[0]!.last_seq, items: keptOf(own) })
      }
    }
    return found
  }
}
