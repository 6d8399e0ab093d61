// The hot views under test, Redis and memory, over a PostgreSQL that they follow: a script is projected to both, batch by batch.
import { randomBytes } from 'node:crypto'
import type { HistoryPage, HistoryQuery } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import {
  compareHot,
  createHotSource,
  createMemoryHotViews,
  createProjectorStore,
  createReadViews,
  createRedisHotViews,
  defaultHotLimits,
  type HotAnswer,
  type HotLimits,
  type HotSource,
  type HotViews,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { redisUnderTest } from './open-redis.ts'

export const limits: HotLimits = { ...defaultHotLimits, itemsPerConversation: 5, readWithinMs: 60_000, itemBytesMax: 1_000 }

/** Bytes of a page that none of these tests reaches. */
export const plenty = 1_000_000

/** Reads a page as it is once its conversation is warm. */
export async function readWarm(
  hot: HotViews,
  source: HotSource,
  query: HistoryQuery,
  bytesMax = plenty,
): Promise<HotAnswer<HistoryPage> | null> {
  const found = await hot.history(query, bytesMax)
  if (found === null || 'value' in found) return found
  await hot.warm(found, source)
  const warm = await hot.history(query, bytesMax)
  return warm && 'value' in warm ? warm : null
}

interface Opened {
  readonly hot: HotViews
  /** Lets so much time go by for what is kept. */
  pass(ms: number): Promise<void>
  /** Loses everything, as a restart or FLUSHALL does. */
  lose(): Promise<HotViews>
}

interface Adapter {
  readonly name: 'Redis' | 'memory'
  open(): Promise<Opened>
}

export const pageOf = (userId: string, conversationId: string, part: Partial<HistoryQuery> = {}): HistoryQuery => ({
  ...{ appId: 'app', userId, conversationId, afterSeq: 0, beforeSeq: 0, limit: 2 },
  ...part,
})

const inMemory: Adapter = {
  name: 'memory',
  async open() {
    let now = 0
    const make = () => createMemoryHotViews({ ...limits, partitionOf: () => 0, partitionCount: 1, now: () => now })
    const pass = async (ms: number) => {
      now += ms
    }
    return { hot: make(), lose: async () => make(), pass }
  },
}

function inRedis(): Adapter {
  const redis = redisUnderTest()
  return {
    name: 'Redis',
    async open() {
      const connection = await redis.connect()
      const keyPrefix = `test-${randomBytes(4).toString('hex')}`
      const options = {
        ...limits,
        partitionOf: () => 0,
        partitionCount: 1,
        logger: silentLogger,
        keyPrefix,
        applyTimeoutMs: 2_000,
        readTimeoutMs: 2_000,
      }
      const hot = createRedisHotViews(connection, options)
      const lose = async () => {
        const keys = await connection.keys(`${keyPrefix}*`)
        if (keys.length > 0) await connection.del(...keys)
        return hot
      }
      // What is left of the time of each key is made so much less.
      const pass = async (ms: number) => {
        for (const key of await connection.keys(`${keyPrefix}*`)) {
          const left = await connection.pttl(key)
          if (left > 0) await connection.pexpire(key, Math.max(0, Math.floor(left - ms)))
        }
      }
      return { hot, lose, pass }
    },
  }
}

/** To be called at the top of a test file: starts and ends with it. */
export function hotViewsUnderTest() {
  const [postgres] = databasesUnderTest()
  const setUp = async (adapter: Adapter) => {
    const { db, schema } = await postgres!.open()
    const script = new EventScript()
    const { hot, lose, pass } = await adapter.open()
    const store = createProjectorStore(db, { schema })
    const source = createHotSource(db, { schema })
    const database = createReadViews(db, { schema })
    let taken = 0
    const project = async (into: HotViews = hot) => {
      const [from, to] = [taken, script.end]
      taken = to
      const batch = script.batch(from, to)
      await store.apply([batch])
      return into.apply(0, { logEpoch: script.logEpoch, from, to }, script.hotChanges(from, to))
    }
    const compare = async (into: HotViews = hot) => (await compareHot(into, source, { partitions: [0], limits })).differences
    const read = (query: HistoryQuery, bytesMax = plenty, from = hot) => readWarm(from, source, query, bytesMax)
    return { db, schema, script, hot, lose, pass, source, database, project, compare, store, read }
  }
  return [inRedis(), inMemory].map((adapter) => ({ name: adapter.name, setUp: () => setUp(adapter) }))
}
