// The comparison of two copies of the views: what is planted is reported, and nothing else. Also how a rebuild takes the
// place of the live views.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { compareViews, createProjectorStore, createReadViews, dropViews, migrateViews, swapViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { eventually } from './open-redis.ts'

const databases = databasesUnderTest()

for (const database of databases) {
  describe(`comparison of views on ${database.name}`, () => {
    const script = new EventScript()
    script.register('ann', 'bob')
    script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's1', platform: 'web', expiresAt: 9 }, 'ann')
    script.createGroup('g:one', 'ann', 'bob')
    for (let i = 0; i < 5; i++) script.send('g:one', 'ann')
    script.send('d:ann:bob', 'bob')
    // More than a page, so that pages meet.
    for (let i = 0; i < 1_200; i++) script.send('d:bob:zoe', i % 2 ? 'bob' : 'zoe')

    const setUp = async () => {
      const [a, b] = [await database.open(), await database.open()]
      await createProjectorStore(a.db, a).apply([script.batch(0)])
      const rebuilt = createProjectorStore(b.db, b)
      for (let from = 0; from < script.end; from += 500) await rebuilt.apply([script.batch(from, Math.min(from + 500, script.end))])
      return { a, b }
    }

    it('finds equal copies equal, and each planted difference', async () => {
      const { a, b } = await setUp()
      const equal = await compareViews(a, b)
      assert.deepEqual(equal.differences, [])
      assert.equal(equal.rows.items, 1_207)
      assert.ok(equal.complete)
      await b.db.query(`UPDATE ${b.schema}.items SET item = 'changed' WHERE conversation_id = 'g:one' AND seq = 4`)
      await b.db.query(`UPDATE ${b.schema}.sessions SET read_ordinal = 99 WHERE user_id = 'bob' AND conversation_id = 'g:one'`)
      await b.db.query(`DELETE FROM ${b.schema}.items WHERE conversation_id = 'd:bob:zoe' AND seq = 1000`)
      await b.db.query(`DELETE FROM ${b.schema}.users WHERE user_id = 'bob'`)
      await b.db.query(`INSERT INTO ${b.schema}.user_names VALUES ('app', 'eve', 'Eve', 'eve', 0, 1)`)
      await b.db.query(`UPDATE ${b.schema}.checkpoints SET next_offset = next_offset - 1`)
      const { differences } = await compareViews(a, b)
      const item = (conversation_id: string, seq: number) => ({ app_id: 'app', conversation_id, seq })
      assert.deepEqual(differences, [
        { table: 'checkpoints', key: { partition: 0 }, kind: 'changed', columns: ['next_offset'] },
        { table: 'users', key: { app_id: 'app', user_id: 'bob' }, kind: 'missing', columns: [] },
        { table: 'user_names', key: { app_id: 'app', name: 'eve' }, kind: 'extra', columns: [] },
        { table: 'items', key: item('d:bob:zoe', 1000), kind: 'missing', columns: [] },
        { table: 'items', key: item('g:one', 4), kind: 'changed', columns: ['item'] },
        {
          table: 'sessions',
          key: { app_id: 'app', user_id: 'bob', conversation_id: 'g:one' },
          kind: 'changed',
          columns: ['read_ordinal'],
        },
      ])
      const some = await compareViews(a, b, { differencesMax: 2 })
      assert.deepEqual([some.differences.length, some.complete], [2, false])
    })

    it('puts a rebuild in the place of the live views', async () => {
      const { a: live, b: rebuilt } = await setUp()
      await live.db.query(`DELETE FROM ${live.schema}.items`)
      const views = createReadViews(live.db, live)
      const query = { appId: 'app', userId: 'ann', conversationId: 'g:one', beforeSeq: 0, afterSeq: 0, limit: 10 }
      const count = async () => {
        const page = await views.history(query)
        return page === 'NOT_A_MEMBER' ? page : page.items.length
      }
      assert.equal(await count(), 0)
      const retired = `${live.schema}_old`
      await swapViews(live.db, { live: live.schema, rebuilt: rebuilt.schema, retired })
      assert.equal(await count(), 6)
      await dropViews(live.db, retired)
      assert.equal(await count(), 6)
      assert.deepEqual(await migrateViews(live.db, { schema: live.schema, logger: silentLogger }), [])
    })

    // A name is looked up at each statement: one transaction would have moved the checkpoint of the views before and written its rows
    // to those that took their place. PGlite has one connection, so nobody can be in the middle of anything.
    if (database.name === 'PostgreSQL')
      it('waits for a projector in the middle of a transaction, which writes all of it to the views before', async () => {
        const { a: live, b: rebuilt } = await setUp()
        const retired = `${live.schema}_old`
        const waiting = `SELECT FROM pg_locks WHERE NOT granted AND relation = '${live.schema}.checkpoints'::regclass`
        let swapping: Promise<void> | undefined
        await live.db.transaction(async (projector) => {
          await projector.query(`UPDATE ${live.schema}.checkpoints SET next_offset = next_offset + 1`)
          swapping = swapViews(live.other, { live: live.schema, rebuilt: rebuilt.schema, retired })
          await Promise.race([swapping, eventually('the swap waits', async () => (await live.other.query(waiting)).count > 0)])
          await projector.query(`INSERT INTO ${live.schema}.user_names VALUES ('app', 'eve', 'Eve', 'eve', 0, 1)`)
        })
        await swapping
        const eves = async (schema: string) => (await live.db.query(`SELECT FROM ${schema}.user_names WHERE name = 'eve'`)).count
        assert.deepEqual([await eves(retired), await eves(live.schema)], [1, 0])
      })
  })
}

it('compares PostgreSQL with PGlite', async () => {
  const script = new EventScript()
  script.createGroup('g:one', 'ann', 'bob')
  script.send('g:one', 'ann')
  const [left, right] = await Promise.all(databases.map((database) => database.open()))
  for (const side of [left!, right!]) await createProjectorStore(side.db, side).apply([script.batch(0)])
  assert.deepEqual((await compareViews(left!, right!)).differences, [])
})
