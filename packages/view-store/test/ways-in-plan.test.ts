// What PostgreSQL reads of ways into groups in a sync while it knows nothing of the tables: what changed, and so much of what waits. All invitations that
// a user ever had, and all requests that wait in a group where anything at all was said, were gone through by each sync. And in the list of requests.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createProjectorStore, createReadViews, type Database } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const [postgres] = databasesUnderTest()
const many = 2_000
const waitingMax = 20
/** After some runs a named statement is planned once and for all. */
const runs = 8
/** By the index that finds it; with one more, which says that there are more. */
const ofWaiting = waitingMax + 1
/** New ones, looked at among those that wait as well. */
const ofNew = 2 * 3

it('reads of ways into groups what changed, and so much of what waits, without statistics', async () => {
  const { db, schema } = await postgres!.open()
  const script = new EventScript()
  const userIds = Array.from({ length: many }, (_, i) => `user-${i}`)
  const asks = (conversationId: string, userId: string, expiresAtMs = script.now + 900_000) =>
    script.append({ type: 'JoinRequested', conversationId, userId, text: 'hi', answers: [], expiresAtMs, afterSeq: 1 }, userId)
  const offer = { groupName: 'x', userIds: ['bob'], greeting: 'come', expiresAtMs: 0, afterSeq: 1 }
  const invited = (conversationId: string) => script.append({ type: 'InvitationSent', conversationId, ...offer }, 'ann')
  for (const id of ['g:one', 'g:two', 'g:three']) script.createGroup(id, 'ann')
  for (const [i, userId] of userIds.entries()) {
    // Answered, and too old.
    const old = `g:old-${i}`
    invited(old)
    script.append({ type: 'InvitationAnswered', conversationId: old, userId: 'bob', invitedBy: 'ann', accepted: false }, 'bob')
    asks(old, 'bob', 1)
    asks('g:two', userId)
    script.append({ type: 'JoinRequestAnswered', conversationId: 'g:two', userId, accepted: false }, 'ann')
    // And those that wait.
    asks('g:one', userId)
  }
  const store = createProjectorStore(db, { schema })
  await store.apply([script.take()])
  const views = createReadViews(db, { schema, syncLimits: { waysInWaitingMax: waitingMax } })
  const noCursor: Uint8Array = new Uint8Array(0)
  const page = (userId: string, cursor = noCursor) =>
    views.sync({ appId: 'app', userId, cursor, itemsPerConversation: 0, behind: new Set(), nowMs: 2 })
  const read = async (userId: string, cursor?: Uint8Array) => {
    const before = await rowsRead(db, schema)
    for (let i = 0; i < runs; i++) await page(userId, cursor)
    return ((await rowsRead(db, schema)) - before) / runs
  }
  const atMost = (rows: number, max: number, what: string) => assert.ok(rows <= max, `${what}: ${rows} rows, not ${max}`)
  const [ann, bob] = [await page('ann'), await page('bob')]
  assert.deepEqual([ann.joinRequests.length, ann.joinRequestsCut], [waitingMax + 1, true])
  assert.deepEqual([bob.invitations, bob.joinRequests, bob.invitationsCut, bob.joinRequestsCut], [[], [], false, false])
  atMost(await read('ann'), ofWaiting, 'all of the owner')
  atMost(await read('bob'), 0, 'all of the invited')
  atMost(await read('ann', ann.cursor), 0, 'nothing new for the owner')
  atMost(await read('bob', bob.cursor), 0, 'nothing new for the invited')

  script.send('g:one', 'ann')
  for (const id of ['g:one', 'g:two', 'g:three']) {
    invited(id)
    asks(id, 'bob')
  }
  await store.apply([script.take()])
  // The group in which something was said has all that waits looked at, and no more than may be.
  atMost(await read('ann', ann.cursor), ofNew + ofWaiting, 'what is new for the owner')
  atMost(await read('bob', bob.cursor), 2 * ofNew, 'what is new for the invited, who asks')
  const [{ joinRequests }, { invitations }] = [await page('ann', ann.cursor), await page('bob', bob.cursor)]
  assert.deepEqual([joinRequests.map(({ request }) => request!.userId), invitations.length], [['bob', 'bob', 'bob'], 3])
})

// What waits in all groups of the app was gone through by each page of the list of one.
for (const planned of ['before anybody asked', 'when thousands had asked'] as const) {
  it(`reads of the requests to join a group those that wait and are on the page, by a plan made ${planned}`, async () => {
    const { db, schema } = await postgres!.open()
    const script = new EventScript()
    const [store, views] = [createProjectorStore(db, { schema }), createReadViews(db, { schema })]
    const page = async (afterUserId: string) => {
      const found = await views.joinRequests({ appId: 'app', conversationId: 'g:one', userId: 'ann', afterUserId, limit: 10, nowMs: 2 })
      assert.ok(typeof found === 'object')
      return found
    }
    for (const id of ['g:one', 'g:two']) script.createGroup(id, 'ann')
    await store.apply([script.take()])
    if (planned === 'before anybody asked') for (let i = 0; i < runs; i++) await page('')
    for (let i = 0; i < many; i++) {
      const userId = `user-${1_000 + i}`
      const says = { text: 'hi', answers: [], expiresAtMs: script.now + 900_000, afterSeq: 1 }
      for (const conversationId of ['g:one', 'g:two']) script.append({ type: 'JoinRequested', conversationId, userId, ...says }, userId)
      if (i % 100 === 99) continue
      script.append({ type: 'JoinRequestAnswered', conversationId: 'g:one', userId, accepted: false }, 'ann')
    }
    await store.apply([script.take()])
    for (let i = 0; i < runs; i++) await page('')
    const before = await rowsRead(db, schema)
    const first = await page('')
    const second = await page(first.requests.at(-1)!.userId)
    assert.deepEqual([first.requests.length, first.more, second.requests.length, second.more], [10, true, 10, false])
    const read = (await rowsRead(db, schema)) - before
    assert.ok(read <= 11 + 10, `${read} rows`)
  })
}

/** Rows that were read, whichever index they were found by. */
async function rowsRead(db: Database, schema: string): Promise<number> {
  await db.query('SELECT pg_stat_force_next_flush()')
  const tables = `('${schema}.invitations'::regclass, '${schema}.join_requests'::regclass)`
  const { rows } = await db.query<{ read: number }>(
    `SELECT sum(pg_stat_get_tuples_returned(oid))::int AS read FROM (
       SELECT oid FROM pg_class WHERE oid IN ${tables} UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid IN ${tables}
     ) relations`,
  )
  return rows[0]!.read
}
