// What PostgreSQL reads of a long conversation while it knows nothing of the table, which is vacuumed and analyzed once it has 200,000 rows.
// What a device had missed was looked for among all messages then, from the first on.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createProjectorStore, createReadViews, type Database } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const [postgres] = databasesUnderTest()
const messages = 20_000
/** Of them, before the device has synced; and afterwards. */
const revoked = 2_000
const missed = 3
const pageItems = 20
/** After some runs a named statement is planned once and for all. */
const runs = 8
const noCursor = new Uint8Array(0)

it('reads of messages and changes those that are asked for, without statistics', async () => {
  const { db, schema } = await postgres!.open()
  const script = new EventScript()
  script.register('ann', 'bob')
  script.createGroup('g:one', 'ann', 'bob')
  const sent = Array.from({ length: messages }, () => script.send('g:one', 'ann'))
  for (const message of sent.slice(0, revoked)) script.revoke('g:one', 'ann', message)
  script.markRead('g:one', 'bob', sent[revoked]!.ordinal)
  const store = createProjectorStore(db, { schema })
  await store.apply([script.take()])
  const views = createReadViews(db, { schema })
  const sync = { appId: 'app', userId: 'bob', itemsPerConversation: pageItems, behind: new Set<number>(), nowMs: 0 }
  const { cursor } = await views.sync({ ...sync, cursor: noCursor })
  for (const message of sent.slice(-missed)) script.revoke('g:one', 'ann', message)
  await store.apply([script.take()])

  const page = { appId: 'app', userId: 'bob', conversationId: 'g:one', limit: pageItems }
  const after = { conversationId: '', seq: 0 }
  const read = async (what: () => Promise<unknown>) => {
    const before = await rowsRead(db, schema)
    for (let i = 0; i < runs; i++) await what()
    return ((await rowsRead(db, schema)) - before) / runs
  }
  assert.equal(await read(() => views.unread('app', 'bob')), missed)
  // With one more, which says that there are more.
  assert.equal(await read(() => views.history({ ...page, afterSeq: 0, beforeSeq: 0 })), pageItems + 1)
  assert.equal(await read(() => views.history({ ...page, afterSeq: 5_000, beforeSeq: 0 })), pageItems + 1)
  // And what of them was taken away, for the sessions.
  assert.equal(await read(() => views.sync({ ...sync, cursor })), pageItems + missed)
  assert.equal(await read(() => views.missed({ appId: 'app', userId: 'bob', cursor, after, limit: pageItems })), missed)
})

/** Rows of items that were read, of all its partitions and whichever index they were found by. */
async function rowsRead(db: Database, schema: string): Promise<number> {
  await db.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await db.query<{ read: number }>(
    `SELECT sum(pg_stat_get_tuples_returned(oid))::int AS read FROM (
       SELECT inhrelid AS oid FROM pg_inherits WHERE inhparent = '${schema}.items'::regclass
       UNION ALL SELECT indexrelid FROM pg_index JOIN pg_inherits ON inhrelid = indrelid WHERE inhparent = '${schema}.items'::regclass
     ) relations`,
  )
  return rows[0]!.read
}
