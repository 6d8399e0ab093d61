// The hot views: one contract on Redis and in memory, over a PostgreSQL that they follow and are made again from.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type EncodedItem, encodeItem, type HistoryPage } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import {
  createHotFollower,
  createHotReplay,
  createPrefetch,
  createReadViews,
  type HotSource,
  type HotViews,
  startHotWatch,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { hotViewsUnderTest, pageOf, plenty } from './open-hot-views.ts'

const asText = (item: EncodedItem) => Buffer.from(item).toString('hex')

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = []
  for await (const value of source) values.push(value)
  return values
}

for (const { name, setUp } of hotViewsUnderTest()) {
  describe(`hot views in ${name}`, () => {
    const applied = { outcome: 'applied' }

    it('hold what the database holds, batch by batch', async () => {
      const { script, hot, project, compare, database, read } = await setUp()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob')
      for (let i = 0; i < 8; i++) script.send('g:one', 'ann')
      script.send('d:ann:bob', 'ann')
      assert.deepEqual(await project(), applied)
      for (const id of ['g:one', 'd:ann:bob']) assert.ok(await read(pageOf('ann', id, { limit: 1 })))
      script.send('g:one', 'bob')
      script.remove('g:one', 'ann', 'bob')
      script.send('g:one', 'ann')
      script.send('d:bob:cyd', 'cyd')
      script.markRead('d:ann:bob', 'bob', 1)
      assert.deepEqual(await project(), applied)
      assert.deepEqual(await compare(), [])
      for (const userId of ['ann', 'bob', 'cyd', 'dan']) {
        assert.deepEqual((await hot.unread('app', userId))?.value, await database.unread('app', userId))
      }
      const [position] = (await hot.applied([0])) as [unknown]
      assert.deepEqual(position, { logEpoch: 'epoch-0', nextOffset: script.end })
    })

    it('answer a page of history as the database does, or not at all', async () => {
      const { script, read, project, db, schema } = await setUp()
      script.createGroup('g:one', 'ann', 'bob')
      for (let i = 0; i < 4; i++) script.send('g:one', 'ann')
      script.remove('g:one', 'ann', 'bob')
      for (let i = 0; i < 2; i++) script.send('g:one', 'ann', 'x'.repeat(150 * i))
      script.add('g:one', 'ann', 'bob')
      script.send('g:one', 'bob')
      script.send('d:ann:bob', 'ann')
      script.send('d:ann:bob', 'bob')
      await project()
      const sizes = [
        [1, plenty],
        [3, plenty],
        [20, plenty],
        [20, 1],
        [20, 400],
        [20, 700],
      ] as const
      const databases = new Map(sizes.map(([, bytes]) => [bytes, createReadViews(db, { schema, itemBytesMax: bytes })]))
      let answered = 0
      const plain = ({ items, more, viewSeq }: HistoryPage) => ({ more, viewSeq, items: items.map(asText) })
      for (const conversationId of ['g:one', 'd:ann:bob', 'g:none']) {
        for (const userId of ['ann', 'bob', 'cyd']) {
          for (let afterSeq = 0; afterSeq < 13; afterSeq++) {
            for (let beforeSeq = 0; beforeSeq < 13; beforeSeq++) {
              for (const [limit, bytes] of sizes) {
                const query = { appId: 'app', userId, conversationId, afterSeq, beforeSeq, limit }
                const answer = await read(query, bytes)
                if (!answer) continue
                answered++
                const page = await databases.get(bytes)!.history(query)
                assert.ok(page !== 'NOT_A_MEMBER')
                assert.deepEqual(plain(answer.value), plain(page), JSON.stringify(query))
              }
            }
          }
        }
      }
      assert.ok(answered > 300, `only ${answered} answered`)
    })

    it('take a batch once, and only where it continues', async () => {
      const { script, hot } = await setUp()
      script.createGroup('g:one', 'ann', 'bob')
      for (let i = 0; i < 2; i++) script.send('g:one', 'ann')
      const range = (from: number, to: number) => ({ logEpoch: 'epoch-0', from, to })
      const changes = (from: number, to: number) => script.hotChanges(from, to)
      assert.deepEqual(await hot.apply(0, range(1, 3), changes(1, 3)), { outcome: 'behind', applied: null })
      assert.deepEqual(await hot.apply(0, range(0, 2), changes(0, 2)), applied)
      assert.deepEqual(await hot.apply(0, range(0, 2), changes(0, 2)), applied)
      script.send('g:one', 'ann')
      const behind = { outcome: 'behind', applied: { logEpoch: 'epoch-0', nextOffset: 2 } }
      assert.deepEqual(await hot.apply(0, range(3, 4), changes(3, 4)), behind)
      assert.deepEqual(await hot.apply(0, { ...range(2, 3), logEpoch: 'other' }, changes(2, 3)), behind)
      assert.deepEqual(await hot.apply(0, range(2, 3), changes(2, 3)), applied)
      // Another log from its beginning replaces all of it.
      const other = new EventScript(0, 'other')
      other.send('d:ann:zoe', 'ann')
      assert.deepEqual(await hot.apply(0, { logEpoch: 'other', from: 0, to: 1 }, other.hotChanges(0)), applied)
      const entries = await all(hot.dump(0))
      assert.deepEqual([...new Set(entries.map((entry) => 'conversationId' in entry && entry.conversationId))], ['d:ann:zoe'])
    })

    it('are made again from the database after they were lost', async () => {
      const { script, lose, source, project, compare, read } = await setUp()
      script.createGroup('g:one', 'ann', 'bob')
      for (let i = 0; i < 8; i++) script.send('g:one', 'ann')
      await project()
      script.send('d:ann:bob', 'ann')
      const hot = await lose()
      assert.deepEqual(await project(hot), { outcome: 'behind', applied: null })
      assert.deepEqual(await hot.heal(0, source), { logEpoch: 'epoch-0', nextOffset: script.end })
      assert.deepEqual(await compare(hot), [])
      await read(pageOf('ann', 'd:ann:bob', { limit: 1 }), plenty, hot)
      script.send('d:ann:bob', 'bob')
      assert.deepEqual(await project(hot), applied)
      assert.deepEqual(await compare(hot), [])
    })

    it('keep what was applied while they were being made again', async () => {
      const { script, hot, source, project, compare } = await setUp()
      script.send('d:ann:bob', 'ann')
      await project()
      const slowly: HotSource = {
        ...source,
        async read(...args) {
          const position = await source.read(...args)
          script.send('d:ann:bob', 'bob')
          assert.deepEqual(await project(), applied)
          return position
        },
      }
      assert.deepEqual(await hot.heal(0, slowly), { logEpoch: 'epoch-0', nextOffset: 2 })
      assert.deepEqual(await compare(), [])
      script.send('d:ann:bob', 'bob')
      assert.deepEqual(await project(), applied)
      assert.deepEqual(await compare(), [])
    })

    it('leave out items that are too large, without a hole', async () => {
      const { script, hot, source, project, compare, read } = await setUp()
      script.send('d:ann:bob', 'ann', 'small')
      await project()
      const page = pageOf('bob', 'd:ann:bob', { limit: 1 })
      await read(page)
      script.send('d:ann:bob', 'ann', 'small')
      script.send('d:ann:bob', 'ann', 'x'.repeat(2_000))
      script.send('d:ann:bob', 'ann', 'after')
      await project()
      const kept = async () => (await all(hot.dump(0))).flatMap((entry) => (entry.kind === 'items' ? entry.items.map((i) => i.seq) : []))
      assert.deepEqual(await kept(), [4])
      assert.deepEqual(await compare(), [])
      // As they are read anew.
      await hot.heal(0, source, { force: true })
      await read(page)
      assert.deepEqual(await kept(), [4])
    })

    it('follow the projector through losses, without making it wait', async () => {
      const { script, hot, lose, source, store, compare } = await setUp()
      let present = hot
      let away = false
      let healing = () => Promise.resolve()
      // The store as seen through its outages.
      const outages: HotViews = {
        ...hot,
        applied: async (partitions) => (away ? 'unavailable' : present.applied(partitions)),
        apply: async (...args) => (away ? { outcome: 'unavailable' } : present.apply(...args)),
        heal: async (...args) => {
          await healing()
          return present.heal(...args)
        },
      }
      const follower = createHotFollower({ hot: outages, source, logger: silentLogger, heldChangesMax: 100 })
      let taken = 0
      const project = async (messages = 1) => {
        for (let i = 0; i < messages; i++) script.send('d:ann:bob', 'ann')
        const [from, to] = [taken, script.end]
        taken = to
        const batch = script.batch(from, to)
        await store.apply([batch])
        await follower.follow(0, { logEpoch: script.logEpoch, from, to }, script.hotChanges(from, to))
      }
      await project()
      away = true
      await project()
      await project()
      away = false
      await project()
      assert.deepEqual(await compare(present), [], 'after a pause')
      present = await lose()
      // Batches that come while the views are being made again are not lost either.
      let made = () => {}
      healing = () => new Promise((resolve) => (made = resolve))
      await project()
      await project()
      made()
      await follower.settled()
      assert.deepEqual(await compare(present), [], 'after a loss')
      away = true
      for (let i = 0; i < 5; i++) await project(30)
      away = false
      healing = () => Promise.resolve()
      await project()
      await follower.settled()
      assert.deepEqual(await compare(present), [], 'after more than is held')
    })

    it('are given what a crash left out from the log, when it is little', async () => {
      const { db, schema, script, hot, store, compare } = await setUp()
      const none: HotSource = { read: () => Promise.reject(new Error('not needed')), kept: async () => [] }
      const asked: number[][] = []
      const log = {
        bounds: async () => new Map([[0, { start: 0, end: script.end }]]),
        async *read(_topic: string, _partition: number, from: number, to: number) {
          asked.push([from, to])
          yield script.records.slice(from, to).map(({ event, position }) => ({ ...position, value: event }))
        },
      }
      // The cells there are by then are newer than what is replayed.
      const replay = createHotReplay(log as never, createPrefetch(db, { schema, timeoutMs: 5_000 }))
      const follower = createHotFollower({ hot, source: none, logger: silentLogger, replay })
      for (let i = 0; i < 4; i++) script.send('d:ann:bob', 'ann')
      await store.apply([script.batch(0)])
      await hot.apply(0, { logEpoch: 'epoch-0', from: 0, to: 1 }, script.hotChanges(0, 1))
      await follower.follow(0, { logEpoch: 'epoch-0', from: 3, to: 4 }, script.hotChanges(3, 4))
      await follower.settled()
      assert.deepEqual(asked, [[1, 3]])
      assert.deepEqual(await compare(), [])
    })

    it('put an item in the place of the one they keep, and no item that they do not keep', async () => {
      const { script, hot, project, read } = await setUp()
      for (let i = 0; i < 7; i++) script.send('d:ann:bob', 'ann')
      await project()
      await read(pageOf('bob', 'd:ann:bob'))
      const itemsKept = async () =>
        (await all(hot.dump(0))).flatMap((entry) =>
          entry.kind === 'items' ? entry.items.map(({ seq, bytes }) => [seq, Buffer.from(bytes).toString('hex')] as const) : [],
        )
      const before = await itemsKept()
      assert.deepEqual(
        before.map(([seq]) => seq),
        [3, 4, 5, 6, 7],
      )
      const again = (seq: number) => {
        const place = { conversationId: 'd:ann:bob', seq, ordinal: seq, actorId: 'ann', occurredAtMs: script.now, uncounts: 0 }
        const bytes = encodeItem(place, 'MemberLeft', { userId: 'changed' })
        return { conversation: 'app|d:ann:bob', item: { seq, bytes } }
      }
      const items = [again(2), again(4), again(7)]
      const range = { logEpoch: 'epoch-0', from: script.end, to: script.end + 1 }
      assert.deepEqual(await hot.apply(0, range, { heads: [], sessions: [], hidden: [], items }), applied)
      const changed = new Map(items.map(({ item }) => [item.seq, Buffer.from(item.bytes).toString('hex')]))
      assert.deepEqual(
        await itemsKept(),
        before.map(([seq, bytes]) => [seq, changed.get(seq) ?? bytes]),
      )
    })

    // A database was put back together with its log, and Redis was not: hot views showed what was in no log any more, and passed over what
    // was written in its place until the log had grown beyond them.
    for (const found of ['by a look', 'by the first batch'])
      it(`are made again where they are ahead of a database that was put back, noticed ${found}`, async () => {
        const before = await setUp()
        for (let i = 0; i < 9; i++) before.script.send('d:ann:bob', 'ann', 'lost')
        await before.project()
        const { script, store, source, compare } = await setUp()
        for (let i = 0; i < 4; i++) script.send('d:ann:bob', 'bob', 'new')
        const { hot } = before
        await store.apply([script.batch(0)])
        if (found === 'by a look') {
          const checkpoints = (p: readonly number[]) => store.readCheckpoints(p)
          const watch = startHotWatch({ hot, source, logger: silentLogger, partitions: () => [0], checkpoints, intervalMs: 3_600_000 })
          assert.deepEqual(await watch.check(), [0])
          assert.deepEqual(await watch.check(), [])
          await watch.stop()
        } else {
          const follower = createHotFollower({ hot, source, logger: silentLogger })
          const range = { logEpoch: script.logEpoch, from: 0, to: script.end }
          await follower.follow(0, range, script.hotChanges(0, script.end))
          await follower.settled()
        }
        assert.deepEqual(await compare(hot), [])
      })

    it('are looked after while nothing is written', async () => {
      const { script, lose, source, project, compare, store } = await setUp()
      script.send('d:ann:bob', 'ann')
      await project()
      const hot = await lose()
      const watch = startHotWatch({
        hot,
        source,
        logger: silentLogger,
        partitions: () => [0],
        checkpoints: (p) => store.readCheckpoints(p),
        intervalMs: 3_600_000,
      })
      assert.deepEqual(await watch.check(), [0])
      assert.deepEqual(await watch.check(), [])
      assert.deepEqual(await compare(hot), [])
      // Behind: once may be on its way, twice at the same place is not.
      script.send('d:ann:bob', 'ann')
      await store.apply([script.batch(1)])
      assert.deepEqual(await watch.check(), [])
      assert.deepEqual(await watch.check(), [0])
      assert.deepEqual(await compare(hot), [])
      await watch.stop()
    })
  })
}
