// The hot views under test, Redis and memory, over a PostgreSQL that they follow: a script is projected to both, batch by batch.
import { randomBytes } from 'node:crypto'
import { silentLogger } from '@skein/telemetry'
import {
  compareHot,
  createHotSource,
  createMemoryHotViews,
  createProjectorStore,
  createReadViews,
  createRedisHotViews,
  defaultHotLimits,
  type HotLimits,
  type HotViews,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { redisUnderTest } from './open-redis.ts'

export const limits: HotLimits = { ...defaultHotLimits, itemsPerConversation: 5, itemAgeMs: 3_600_000, itemBytesMax: 1_000 }

/** Bytes of a page that none of these tests reaches. */
export const plenty = 1_000_000

interface Opened {
  readonly hot: HotViews
  /** Loses everything, as a restart or FLUSHALL does. */
  lose(): Promise<HotViews>
}

interface Adapter {
  readonly name: 'Redis' | 'memory'
  open(now: () => number): Promise<Opened>
}

const inMemory: Adapter = {
  name: 'memory',
  async open(now) {
    const make = () => createMemoryHotViews({ ...limits, partitionOf: () => 0, partitionCount: 1, now })
    return { hot: make(), lose: async () => make() }
  },
}

function inRedis(): Adapter {
  const redis = redisUnderTest()
  return {
    name: 'Redis',
    async open(now) {
      const connection = await redis.connect()
      const keyPrefix = `test-${randomBytes(4).toString('hex')}`
      const options = {
        ...limits,
        partitionOf: () => 0,
        partitionCount: 1,
        logger: silentLogger,
        now,
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
      return { hot, lose }
    },
  }
}

/** To be called at the top of a test file: starts and ends with it. */
export function hotViewsUnderTest() {
  const [postgres] = databasesUnderTest()
  const setUp = async (adapter: Adapter) => {
    const { db, schema } = await postgres!.open()
    const script = new EventScript()
    // Redis expires items by its own clock: what occurs, occurs now.
    script.now = Date.now()
    const now = () => script.now
    const { hot, lose } = await adapter.open(now)
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
    const compare = async (into: HotViews = hot) => (await compareHot(into, source, { partitions: [0], limits, now })).differences
    return { db, schema, script, hot, lose, source, database, project, compare, store }
  }
  return [inRedis(), inMemory].map((adapter) => ({ name: adapter.name, setUp: () => setUp(adapter) }))
}
