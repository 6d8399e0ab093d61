// What a message said before it was edited. Whether the reader may see the message is asked in the same statement; of a message that
// was taken away nobody is told anything, and whoever deleted it for themselves is not, though the log and the table still hold it. Told
// are the versions that were written while the reader was there, but for the one that they are shown.
import { type EditsQuery, type ItemPage, messageKind } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { staysOf } from './everybody.ts'
import { type FittingRow, fitting, pageOf } from './fitting.ts'
import { seesSeq } from './shown-item.ts'

const reader = { app: '$1', user: '$3', conversation: '$2' }

/** $1 app, $2 conversation, $3 user, $4 seq, $5 first version, $6 rows and $7 bytes at most. No row: no stay of the reader covers the seq. */
const editsSql = (schema: string) =>
  fitting(
    `
    SELECT message.seq, earlier.version, earlier.item FROM ${staysOf(schema, { app: '$1', conversation: '$2', user: '$3' })} stay
    LEFT JOIN LATERAL (
      SELECT i.seq, i.counts, i.edited_seq FROM ${schema}.items i
      WHERE i.app_id = $1 AND i.conversation_id = $2 AND i.seq = $4 AND i.kind = '${messageKind}' OFFSET 0
    ) message ON true
    LEFT JOIN LATERAL (
      SELECT e.version, e.item FROM ${schema}.edits e
      WHERE e.app_id = $1 AND e.conversation_id = $2 AND e.seq = $4 AND e.version >= $5::bigint AND message.counts = 1
        AND (e.edited_seq = 0 OR ${seesSeq(schema, reader, 'e.edited_seq')})
        AND (${seesSeq(schema, reader, 'message.edited_seq')} OR EXISTS (
          SELECT FROM ${schema}.edits later
          WHERE later.app_id = $1 AND later.conversation_id = $2 AND later.seq = $4 AND later.version > e.version
            AND ${seesSeq(schema, reader, 'later.edited_seq')}
        ))
        AND NOT EXISTS (
          SELECT FROM ${schema}.hidden_items h WHERE h.app_id = $1 AND h.user_id = $3 AND h.conversation_id = $2 AND h.seq = $4
        )
      ORDER BY e.version LIMIT $6
    ) earlier ON true
    WHERE stay.from_seq <= $4 AND (stay.to_seq = 0 OR stay.to_seq > $4)
    `,
    'version',
    '$7',
  )

interface EditRow extends FittingRow {
  seq: number | null
  item: Uint8Array | null
}

export function createEdits(
  schema: string,
  itemBytesMax: number,
): (db: Queryable, query: EditsQuery) => Promise<ItemPage | 'NOT_A_MEMBER' | 'MESSAGE_NOT_FOUND'> {
  const text = editsSql(schema)
  return async (db, { appId, conversationId, userId, seq, fromVersion, limit }) => {
    const values = [appId, conversationId, userId, seq, fromVersion, limit + 1, itemBytesMax]
    const { rows } = await db.query<EditRow>(text, values, { name: `${schema}-edits` })
    if (rows.length === 0) return 'NOT_A_MEMBER'
    if (rows[0]!.seq === null) return 'MESSAGE_NOT_FOUND'
    const { page, more } = pageOf(rows, limit)
    return { items: page.flatMap(({ item }) => (item === null ? [] : [item])), more }
  }
}
