// What PostgreSQL reads of the messages that a user deleted for themselves, to tell what is unread: those behind the read marker of a
// session, however many there are elsewhere.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createProjectorStore, type Queryable } from '../src/index.ts'
import { createUnread } from '../src/reads/unread.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const [postgres] = databasesUnderTest()
const hiddenCount = 20_000
/** After some runs a named statement is planned once and for all. */
const runs = 8

it('reads no hidden messages of other sessions, nor any that were read before', async () => {
  const { db, schema } = await postgres!.open()
  const script = new EventScript()
  for (const id of ['g:hides', 'g:one']) script.createGroup(id, 'ann', 'bob')
  for (const id of ['g:hides', 'g:one']) for (let i = 0; i < 4; i++) script.send(id, 'ann')
  script.hide('g:one', 'bob', script.send('g:one', 'ann'))
  await createProjectorStore(db, { schema }).apply([script.take()])
  // As many messages as would have been hidden, and read.
  await db.query(
    `INSERT INTO ${schema}.hidden_items SELECT 'app', 'bob', 'g:hides', n, n, 'm', 1, 0, 100 + n FROM generate_series(1, $1) AS n`,
    [hiddenCount],
  )
  await db.query(`UPDATE ${schema}.conversations SET last_ordinal = $1, last_seq = $1 WHERE conversation_id = 'g:hides'`, [hiddenCount + 5])
  await db.query(`UPDATE ${schema}.sessions SET read_ordinal = $1 WHERE conversation_id = 'g:hides' AND user_id = 'bob'`, [hiddenCount - 1])
  await db.query(`ANALYZE ${schema}.hidden_items`)
  const unread = createUnread(schema)
  await db.transaction(async (transaction) => {
    const before = await rowsRead(transaction, schema)
    for (let i = 0; i < runs; i++) {
      const { entries } = await unread(transaction, 'app', 'bob')
      assert.deepEqual(
        entries.map((entry) => [entry.conversationId, entry.unread]),
        [
          ['g:hides', 5],
          ['g:one', 4],
        ],
      )
    }
    // One that counts in each of the two.
    assert.equal((await rowsRead(transaction, schema)) - before, 2 * runs)
  })
})

/** Rows of hidden_items and entries of its indexes that this transaction has read. */
async function rowsRead(transaction: Queryable, schema: string): Promise<number> {
  const { rows } = await transaction.query<{ read: number }>(
    `SELECT sum(pg_stat_get_xact_tuples_returned(oid))::int AS read FROM (
       SELECT '${schema}.hidden_items'::regclass AS oid
       UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid = '${schema}.hidden_items'::regclass
     ) relations`,
    [],
  )
  return rows[0]!.read
}
