// The views against the domain: after any run of accepted commands, in batches that end anywhere, the cells prefetched from the
// views equal the domain's own fold of the same events, a rebuild equals the live views, and hot views equal the database. What decide
// accepts, the database stores.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { memberKey } from '@skein/domain'
import { arbitraryCommands, arbitraryUsers, assertUntilMet, createWorld, sampleAppId, tooFew } from '@skein/testing'
import fc from 'fast-check'
import { compareHot, compareViews, createHotSource, createMemoryHotViews, createPrefetch, defaultHotLimits } from '../src/index.ts'
import { databasesUnderTest } from './open-databases.ts'
import { pageOf, readWarm } from './open-hot-views.ts'
import { emptyViews, projectEvents } from './project-events.ts'

const [postgres] = databasesUnderTest()

describe('views and domain', () => {
  it('fold to the same cells', async () => {
    const { db, schema: live } = await postgres!.open()
    const { schema: rebuilt } = await postgres!.open()

    let events = 0
    const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
    console.log(`seed ${seed}`)
    await assertUntilMet(
      fc.asyncProperty(arbitraryCommands, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), async (commands, sizes) => {
        for (const schema of [live, rebuilt]) await emptyViews({ db, schema })
        const world = createWorld()
        world.register(sampleAppId, ...arbitraryUsers)
        for (const command of commands) world.run(command)
        events += world.events.length
        const hot = createMemoryHotViews({ partitionOf: () => 0, partitionCount: 1 })
        const source = createHotSource(db, { schema: live })
        // Somebody reads everything in between: it is followed from there on.
        const half = Math.floor(world.events.length / 2)
        await projectEvents({ db, schema: live, hot }, world.events.slice(0, half), sizes)
        for (const userId of arbitraryUsers)
          for (const id of ['g:one', 'g:two']) await readWarm(hot, source, pageOf(userId, id, { appId: sampleAppId }))
        await projectEvents({ db, schema: live, hot }, world.events, sizes)
        const prefetch = createPrefetch(db, { schema: live, timeoutMs: 5_000 })
        const { cells } = await prefetch(0, [...world.cells.keys()])
        assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(world.cells))
        const compared = await compareHot(hot, source, { partitions: [0], limits: defaultHotLimits })
        assert.deepEqual(compared.differences, [])
        await projectEvents({ db, schema: rebuilt }, world.events, [2_000])
        assert.deepEqual((await compareViews({ db, schema: live }, { db, schema: rebuilt })).differences, [])
        // One who is not a member has no cell in the views either.
        const absent = ['g:one', 'g:two']
          .flatMap((id) => arbitraryUsers.map((userId) => memberKey(sampleAppId, id, userId)))
          .filter((key) => !world.cells.has(key))
        assert.equal((await prefetch(0, absent)).cells.size, 0)
      }),
      { seed, numRuns: 25, missing: () => tooFew({ events: [events, 300] }) },
    )
  })
})
