// The views against the domain: after any run of accepted commands, in batches that end anywhere, the cells prefetched from the
// views equal the domain's own fold of the same events, a rebuild equals the live views, and hot views equal the database. What decide
// accepts, the database stores.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { memberKey } from '@skein/domain'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { foldBatch } from '@skein/projections'
import { arbitraryCommands, arbitraryUsers, createWorld, sampleAppId } from '@skein/testing'
import fc from 'fast-check'
import {
  compareHot,
  compareViews,
  createHotSource,
  createMemoryHotViews,
  createPrefetch,
  createProjectorStore,
  defaultHotLimits,
  type HotViews,
  hotChangesOf,
} from '../src/index.ts'
import { databasesUnderTest } from './open-databases.ts'

const [postgres] = databasesUnderTest()
const checkpointAt = (nextOffset: number) => ({ ...emptyCheckpoint(0), nextOffset, logEpoch: nextOffset > 0 ? 'epoch' : '' })

describe('views and domain', () => {
  it('fold to the same cells', async () => {
    const { db, schema: live } = await postgres!.open()
    const { schema: rebuilt } = await postgres!.open()

    /** As a projector: cells are read from the views, each batch from where the one before left them. */
    async function project(schema: string, events: readonly SkeinEvent[], sizes: readonly number[], hot?: HotViews): Promise<void> {
      const [store, prefetch] = [createProjectorStore(db, { schema }), createPrefetch(db, { schema, timeoutMs: 5_000 })]
      for (let from = 0, batch = 0; from < events.length; batch++) {
        const to = Math.min(from + sizes[batch % sizes.length]!, events.length)
        const records = events.slice(from, to).map((event, i) => ({ event, position: { partition: 0, offset: from + i } }))
        const fold = foldBatch(records)
        const { checkpoint, cells } = await prefetch(0, [...fold.needs])
        assert.equal(checkpoint.nextOffset, from)
        const changes = fold.from((key) => cells.get(key))
        await store.apply([{ partition: 0, expected: checkpointAt(from), next: checkpointAt(to), changes }])
        const range = { logEpoch: 'epoch', from, to }
        if (hot) assert.deepEqual(await hot.apply(0, range, hotChangesOf(changes.cells, changes.rows.items)), { outcome: 'applied' })
        from = to
      }
    }

    let events = 0
    const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
    console.log(`seed ${seed}`)
    await fc.assert(
      fc.asyncProperty(arbitraryCommands, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), async (commands, sizes) => {
        for (const schema of [live, rebuilt]) {
          const { rows } = await db.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = $1`, [schema])
          await db.query(`TRUNCATE ${rows.flatMap(({ name }) => (name === 'migrations' ? [] : `${schema}.${name}`)).join(', ')}`)
        }
        const world = createWorld()
        world.register(sampleAppId, ...arbitraryUsers)
        for (const command of commands) world.run(command)
        events += world.events.length
        const now = () => world.events.at(-1)!.meta.occurredAt
        const hot = createMemoryHotViews({ partitionOf: () => 0, partitionCount: 1, now })
        await project(live, world.events, sizes, hot)
        const prefetch = createPrefetch(db, { schema: live, timeoutMs: 5_000 })
        const { cells } = await prefetch(0, [...world.cells.keys()])
        assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(world.cells))
        const source = createHotSource(db, { schema: live })
        const compared = await compareHot(hot, source, { partitions: [0], limits: defaultHotLimits, now })
        assert.deepEqual(compared.differences, [])
        await project(rebuilt, world.events, [2_000])
        assert.deepEqual((await compareViews({ db, schema: live }, { db, schema: rebuilt })).differences, [])
        // One who is not a member has no cell in the views either.
        const absent = ['g:one', 'g:two']
          .flatMap((id) => arbitraryUsers.map((userId) => memberKey(sampleAppId, id, userId)))
          .filter((key) => !world.cells.has(key))
        assert.equal((await prefetch(0, absent)).cells.size, 0)
      }),
      { seed, numRuns: 25 },
    )
    assert.ok(events > 300, `only ${events} events`)
  })
})
