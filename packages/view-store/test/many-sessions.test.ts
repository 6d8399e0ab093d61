// Story: what has changed and what is unread was asked in one statement over all sessions of a user. Whoever was in 20,000 conversations had the
// embedded server stand still for as long as that took, each time a device of theirs came back, or asked what is unread. However many there
// are, one statement looks at so many of them, and all of them together tell what one would.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wire } from '@skein/contracts'
import type { MissedPage, SyncPage } from '@skein/projections'
import { createProjectorStore, createReadViews, type Database, type Queryable } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const sessions = 20
const stretchSessionsMax = 3
const user = { appId: 'app', userId: 'bob' }

/** A database, and of how many conversations the heads were looked up by each statement of `asked`. */
function watched(db: Database, schema: string) {
  const looked: number[] = []
  const entriesRead = async (queryable: Queryable): Promise<number> => {
    const text = `SELECT pg_stat_get_xact_tuples_returned('${schema}.conversations_pkey'::regclass)::int AS read`
    return (await queryable.query<{ read: number }>(text, [])).rows[0]!.read
  }
  const watch = (queryable: Queryable): Queryable => ({
    async query<Row>(...asked: Parameters<Queryable['query']>) {
      const before = await entriesRead(queryable)
      const result = await queryable.query<Row>(...asked)
      looked.push((await entriesRead(queryable)) - before)
      return result
    },
  })
  const watching: Database = {
    query: (...asked) => db.transaction((queryable) => watch(queryable).query(...asked)),
    transaction: (work, options) => db.transaction((queryable) => work(watch(queryable)), options),
    withConnection: (work) => db.withConnection(work),
    close: () => db.close(),
  }
  return { watching, looked }
}

type Views = ReturnType<typeof createReadViews>

async function wholeSync(views: Views, from: Uint8Array) {
  const pages: SyncPage[] = []
  for (let cursor = from, more = true; more; ) {
    const page = await views.sync({ ...user, cursor, itemsPerConversation: 10, behind: new Set(), nowMs: 0 })
    pages.push(page)
    ;({ cursor, more } = page)
  }
  const told = {
    sessions: pages.flatMap((page) => page.sessions),
    items: pages.flatMap((page) => page.items),
    hidden: pages.flatMap((page) => page.hidden),
  }
  return { told, pages: pages.length, cursor: pages.at(-1)!.cursor }
}

async function allMissed(views: Views, cursor: Uint8Array) {
  const items: Uint8Array[] = []
  for (let after = { conversationId: '', seq: 0 }, more = true; more; ) {
    const page: MissedPage = await views.missed({ ...user, cursor, after, limit: 2 })
    assert.equal(page.full, false)
    items.push(...page.items)
    more = page.more
    const last = page.items.at(-1)
    assert.ok(last !== undefined || !more, 'a page behind which there are more says where')
    if (last === undefined) continue
    const { conversationId, seq } = wire.ConversationItem.decode(last)
    after = { conversationId, seq: Number(seq) }
  }
  return items
}

for (const database of databasesUnderTest()) {
  describe(`a user of many sessions on ${database.name}`, () => {
    it('is told all of what changed, was missed and is unread, of so many sessions by one statement', async () => {
      const { db, schema } = await database.open()
      const script = new EventScript()
      const store = createProjectorStore(db, { schema })
      const ids = Array.from({ length: sessions }, (_, i) => `g:${String(i).padStart(2, '0')}`)
      script.register('ann', 'bob')
      for (const id of ids) script.createGroup(id, 'ann', 'bob')
      const first = new Map(ids.map((id) => [id, script.send(id, 'ann')]))
      await store.apply([script.take()])
      const { watching, looked } = watched(db, schema)
      const atOnce = createReadViews(db, { schema })
      const inStretches = createReadViews(watching, { schema, syncLimits: { stretchSessionsMax } })
      const { cursor } = await wholeSync(atOnce, new Uint8Array(0))

      // In the first of all, in neighbours, in the last of a stretch, and none in several stretches.
      for (const i of [0, 1, 5, 18]) script.edit(ids[i]!, 'ann', first.get(ids[i]!)!, 'anew')
      script.edit(ids[18]!, 'ann', first.get(ids[18]!)!, 'once more')
      script.hide(ids[1]!, 'bob', first.get(ids[1]!)!)
      script.leave(ids[3]!, 'bob')
      script.send(ids[19]!, 'ann')
      await store.apply([script.take()])

      assert.deepEqual(await inStretches.unread('app', 'bob'), await atOnce.unread('app', 'bob'))
      for (const from of [cursor, new Uint8Array(0)])
        assert.deepEqual((await wholeSync(inStretches, from)).told, (await wholeSync(atOnce, from)).told)
      const newest = await wholeSync(inStretches, (await wholeSync(inStretches, cursor)).cursor)
      assert.deepEqual(newest.told, { sessions: [], items: [], hidden: [] })
      assert.equal(newest.pages, Math.ceil(sessions / stretchSessionsMax))

      const missed = await allMissed(inStretches, cursor)
      assert.deepEqual(missed, await allMissed(atOnce, cursor))
      assert.equal(missed.length, 6)

      // A page of what was missed begins in the conversation where the one before it ended.
      assert.ok(Math.max(...looked) <= stretchSessionsMax + 1, `one statement looked at ${Math.max(...looked)} conversations`)
    })
  })
}
