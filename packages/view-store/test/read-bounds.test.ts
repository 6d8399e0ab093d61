// Story: one user stopped all others with sixty small requests for history. Each read the bodies of 200 large messages, 13 MB, of which the
// gateway then sent 1 MB. What does not fit into an answer is not read any more: neither by history, nor by earlier versions, nor by what
// was missed, nor by a sync, whatever is asked for.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews, type Database, type Queryable } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const itemBytesMax = 20_000
const large = 'x'.repeat(3_000)
/** Each is some hundred bytes longer than its text. */
const fits = 6

/** A database, and how many bytes of items it has read since it was last asked. */
function counting(db: Database) {
  let bytes = 0
  const count = (queryable: Queryable): Queryable => ({
    async query<Row>(...asked: Parameters<Queryable['query']>) {
      const result = await queryable.query<Row>(...asked)
      for (const { item } of result.rows as readonly { item?: Uint8Array | null }[]) bytes += item?.length ?? 0
      return result
    },
  })
  const counted: Database = {
    ...count(db),
    transaction: (work, options) => db.transaction((queryable) => work(count(queryable)), options),
    withConnection: (work) => db.withConnection(work),
    close: () => db.close(),
  }
  const take = () => {
    const taken = bytes
    bytes = 0
    return taken
  }
  return { counted, take }
}

for (const database of databasesUnderTest()) {
  describe(`reads on ${database.name}`, () => {
    it('take no more bytes of items than one answer may hold, and say that there are more', async () => {
      const { db, schema } = await database.open()
      const { counted, take } = counting(db)
      const views = createReadViews(counted, { schema, itemBytesMax })
      const script = new EventScript()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob')
      const store = createProjectorStore(db, { schema })
      await store.apply([script.take()])
      const { cursor } = await views.sync({
        appId: 'app',
        userId: 'bob',
        cursor: new Uint8Array(0),
        itemsPerConversation: 0,
        behind: new Set(),
        nowMs: 0,
      })
      const [first] = Array.from({ length: 50 }, () => script.send('g:one', 'ann', large))
      for (let i = 0; i < 20; i++) script.edit('g:one', 'ann', first!, `${large}${i}`)
      await store.apply([script.take()])
      take()

      const place = { appId: 'app', userId: 'bob', conversationId: 'g:one' }
      const asked = {
        newest: () => views.history({ ...place, beforeSeq: 0, afterSeq: 0, limit: 50 }),
        'the large ones': () => views.history({ ...place, beforeSeq: 52, afterSeq: 0, limit: 200 }),
        oldest: () => views.history({ ...place, beforeSeq: 0, afterSeq: 1, limit: 200 }),
        edits: () => views.edits({ ...place, seq: 2, fromVersion: 0, limit: 200 }),
        missed: () => views.missed({ appId: 'app', userId: 'bob', cursor, after: { conversationId: '', seq: 0 }, limit: 200 }),
        sync: () =>
          views.sync({ appId: 'app', userId: 'bob', cursor: new Uint8Array(0), itemsPerConversation: 50, behind: new Set(), nowMs: 0 }),
      }
      for (const [what, ask] of Object.entries(asked)) {
        const page = await ask()
        const bytes = take()
        assert.ok(typeof page === 'object' && page.items.length > 0, what)
        assert.ok(bytes <= itemBytesMax, `${what} read ${bytes} bytes`)
        if (what === 'oldest' || what === 'edits' || what === 'the large ones')
          assert.deepEqual([page.items.length, page.more], [fits, true], what)
      }
    })

    it('answer one item that is larger than an answer may be, and go on behind it', async () => {
      const { db, schema } = await database.open()
      const views = createReadViews(db, { schema, itemBytesMax: 100 })
      const script = new EventScript()
      for (let i = 0; i < 3; i++) script.send('d:ann:bob', 'ann', large)
      await createProjectorStore(db, { schema }).apply([script.take()])
      for (const [afterSeq, more] of [
        [0, true],
        [1, true],
        [2, false],
        [3, false],
      ] as const) {
        const page = await views.history({ appId: 'app', userId: 'bob', conversationId: 'd:ann:bob', beforeSeq: 0, afterSeq, limit: 10 })
        assert.ok(typeof page === 'object')
        assert.deepEqual([page.items.length, page.more], [afterSeq === 3 ? 0 : 1, more])
      }
    })
  })
}
