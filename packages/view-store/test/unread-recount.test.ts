// What readers are told is unread, against a count of the events one by one: whatever was sent, edited, taken away, hidden, read,
// joined and left, and nothing once they have cleared it, in batches that end anywhere, from the database and from hot views that follow
// it, Redis beside PostgreSQL and memory beside PGlite. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { logKeyOf, type SkeinEvent } from '@skein/contracts'
import { silentLogger } from '@skein/telemetry'
import { arbitraryCommands, arbitraryUsers, assertUntilMet, sampleAppId, sampleCommandMeta, type World } from '@skein/testing'
import fc from 'fast-check'
import { createHotSource, createMemoryHotViews, createReadViews, createRedisHotViews, type HotViews } from '../src/index.ts'
import { arbitraryAims, worldAfter } from './aimed-history.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { redisUnderTest } from './open-redis.ts'
import { emptyViews, type ProjectedViews, projectEvents } from './project-events.ts'
import { type Counted, recount } from './recount.ts'

const seed = Date.now() % 2 ** 31
const runs = 20
const redis = redisUnderTest()
const partitions = [0, 1]
/** Conversations in one, users in the other: both have events from the beginning. */
const partitionOf = (key: string) => (/\/[dg]:/.test(key) ? 0 : 1)
const placed = { partitionOf, partitionCount: partitions.length }

type OpenHot = () => Promise<HotViews>
const hotBeside: Record<'PostgreSQL' | 'PGlite', OpenHot> = {
  async PostgreSQL() {
    const timeouts = { applyTimeoutMs: 5_000, readTimeoutMs: 5_000 }
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    return createRedisHotViews(await redis.connect(), { ...placed, ...timeouts, keyPrefix, logger: silentLogger })
  },
  PGlite: async () => createMemoryHotViews(placed),
}

/** Every reader is told what was counted: in the list of what is unread, and in their sessions. */
async function assertTold(views: Required<ProjectedViews>, counted: readonly Counted[], met: Set<string>): Promise<void> {
  // The second time the hot views are known to be fresh.
  const read = createReadViews(views.db, { ...views, hotLagMaxMs: 0 })
  for (const time of ['first', 'second']) {
    for (const userId of arbitraryUsers) {
      const mine = counted.filter((entry) => entry.userId === userId)
      const expected = Object.fromEntries(mine.filter(({ unread }) => unread > 0).map((entry) => [entry.conversationId, entry.unread]))
      const listed = ({ entries }: { readonly entries: readonly { readonly conversationId: string; readonly unread: number }[] }) =>
        Object.fromEntries(entries.map(({ conversationId, unread }) => [conversationId, unread]))
      const told = await read.unread(sampleAppId, userId)
      assert.deepEqual(listed(told), expected, `unread of ${userId}, told the ${time} time`)
      assert.equal(
        told.total,
        Object.values(expected).reduce((sum, unread) => sum + unread, 0),
      )
      const hot = await views.hot.unread(sampleAppId, userId)
      if (hot) assert.deepEqual(listed(hot.value), expected, `unread of ${userId} in hot views`)
      met.add(hot ? (told.total > 0 ? 'told by hot views' : 'nothing unread') : 'left to the database')
      const { sessions } = await read.sync({
        appId: sampleAppId,
        userId,
        cursor: new Uint8Array(),
        itemsPerConversation: 0,
        behind: new Set(),
        nowMs: 0,
      })
      const all = Object.fromEntries(mine.map(({ conversationId, unread }) => [conversationId, unread]))
      assert.deepEqual(listed({ entries: sessions }), all, `sessions of ${userId}`)
    }
  }
}

/** Everybody marks as read what they are told of, as far as they are told of it, wherever that is. */
async function clear(views: Required<ProjectedViews>, { world, counted }: { world: World; counted: readonly Counted[] }): Promise<void> {
  const read = createReadViews(views.db, { ...views, hotLagMaxMs: 0 })
  for (const userId of new Set(counted.map((entry) => entry.userId))) {
    const { entries } = await read.unread(sampleAppId, userId)
    for (const { conversationId, lastOrdinal: ordinal } of entries) {
      const meta = sampleCommandMeta({ actorId: userId, intent: null })
      assert.ok(world.run({ type: 'MarkRead', meta, conversationId, ordinal }).accepted, `${userId} clears ${conversationId}`)
    }
  }
}

for (const database of databasesUnderTest()) {
  describe(`unread on ${database.name}`, () => {
    it('is what a count of the events comes to', async (t) => {
      t.diagnostic(`seed ${seed}`)
      const opened = await database.open()
      const met = new Set<string>()
      const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
      const property = fc.asyncProperty(arbitraryCommands, arbitraryAims, sizes, async (commands, aimed, batchSizes) => {
        await emptyViews(opened)
        const world = worldAfter(commands, aimed)
        const hot = await hotBeside[database.name]()
        const views = { db: opened.db, schema: opened.schema, hot }
        const of = (partition: number) => world.events.filter((event) => partitionOf(logKeyOf(event)) === partition)
        for (const partition of partitions) await projectEvents(views, of(partition), batchSizes, partition)
        const counted = recount(world.events)
        await assertTold(views, counted, met)
        // Hot views that were lost are made of what the database has.
        const anew = await hotBeside[database.name]()
        for (const partition of partitions) await anew.heal(partition, createHotSource(opened.db, { schema: opened.schema }))
        await assertTold({ ...views, hot: anew }, counted, met)
        await clear(views, { world, counted })
        for (const partition of partitions) await projectEvents(views, of(partition), batchSizes, partition)
        const cleared = recount(world.events)
        assert.deepEqual(new Set(cleared.map(({ unread }) => unread)), new Set([0]))
        await assertTold(views, cleared, met)
        for (const { away } of counted) for (const what of away) met.add(`${what} while unread`)
        for (const { type } of world.events) met.add(type)
      })
      await assertUntilMet(property, { seed, numRuns: runs, missing: () => wanted.filter((what) => !met.has(what)) })
    })

    it('is nothing when everything unread was revoked, and there is nothing to clear', async () => {
      const opened = await database.open()
      const script = new EventScript()
      script.createGroup('g:one', 'ann', 'bob')
      const unread = [1, 2, 3].map(() => script.send('g:one', 'ann'))
      const told = async () => {
        const hot = createMemoryHotViews({ partitionOf: () => 0, partitionCount: 1 })
        await emptyViews(opened)
        await projectEvents(
          { ...opened, hot },
          script.records.map(({ event }) => event),
          [2],
        )
        const read = createReadViews(opened.db, { schema: opened.schema })
        const { sessions } = await read.sync({
          appId: 'app',
          userId: 'bob',
          cursor: new Uint8Array(),
          itemsPerConversation: 0,
          behind: new Set(),
          nowMs: 0,
        })
        const list = await read.unread('app', 'bob')
        const fromHot = (await hot.unread('app', 'bob'))?.value
        return { list, fromHot, sessions: sessions.map(({ unread, uncountedOrdinals }) => ({ unread, uncountedOrdinals })) }
      }
      const three = { entries: [{ conversationId: 'g:one', unread: 3, lastOrdinal: 3, readOrdinal: 0 }], total: 3 }
      assert.deepEqual(await told(), { list: three, fromHot: three, sessions: [{ unread: 3, uncountedOrdinals: [] }] })
      for (const message of unread) script.revoke('g:one', 'ann', message)
      const none = { entries: [], total: 0 }
      // Hot views do not count what was taken away: they say that the database is to be asked.
      assert.deepEqual(await told(), { list: none, fromHot: undefined, sessions: [{ unread: 0, uncountedOrdinals: [1, 2, 3] }] })
    })
  })
}

// Checks the generator: what never happens proves nothing.
const eventTypes: readonly SkeinEvent['type'][] = [
  ...(['MessageSent', 'MessageEdited', 'MessageRevoked', 'MessageDeleted', 'MessageHidden', 'ReadMarked'] as const),
  ...(['GroupCreated', 'MembersRemoved', 'GroupDismissed'] as const),
]
const whileUnread = ['MessageRevoked', 'MessageDeleted', 'MessageHidden', 'out'].map((what) => `${what} while unread`)
const wanted = [...eventTypes, ...whileUnread, 'told by hot views', 'left to the database']
