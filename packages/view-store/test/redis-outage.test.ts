// Redis as hot views: what is planted in it is reported, and reads and batches go on while it is behind, emptied, stopped or gone.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import {
  compareHot,
  createHotSource,
  createProjectorStore,
  createReadViews,
  createRedisHotViews,
  defaultHotLimits,
  type HotLimits,
  type HotSource,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { pageOf, readWarm } from './open-hot-views.ts'
import { eventually, redisUnderTest } from './open-redis.ts'

const [postgres] = databasesUnderTest()
const redis = redisUnderTest()
const limits: HotLimits = { ...defaultHotLimits, itemsPerConversation: 5, readWithinMs: 60_000, itemBytesMax: 1_000 }

const placed = { partitionOf: () => 0, partitionCount: 1 }
/** Where it is not about time, a Redis that waits for a core is waited for. */
const patient = { readTimeoutMs: 5_000, applyTimeoutMs: 5_000 }

describe('hot views in a Redis that fails', () => {
  it('are not switched to rows that a FLUSHALL took meanwhile', async () => {
    const { db, schema } = await postgres!.open()
    const connection = await redis.connect()
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    const hot = createRedisHotViews(connection, { ...limits, ...patient, ...placed, logger: silentLogger, keyPrefix })
    const script = new EventScript()
    script.send('d:ann:bob', 'ann')
    await createProjectorStore(db, { schema }).apply([script.batch(0)])
    const source = createHotSource(db, { schema })
    const flushed: HotSource = {
      ...source,
      read: async (...args) => {
        const position = await source.read(...args)
        await connection.flushall()
        return position
      },
    }
    await assert.rejects(hot.heal(0, flushed), /emptied/)
    assert.deepEqual(await hot.applied([0]), [null])
    const leftBehind = `${keyPrefix}:{0}:ended-while-building:head:app|g:one`
    await connection.hset(leftBehind, 'seq', 1)
    await hot.heal(0, source)
    assert.deepEqual((await compareHot(hot, source, { partitions: [0], limits })).differences, [])
    assert.equal(await connection.exists(leftBehind), 0)
  })

  it('are not given up for an answer that was there before this process came to read it', async () => {
    const connection = await redis.connect()
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    const options = { ...limits, partitionOf: () => 0, partitionCount: 1, logger: silentLogger, keyPrefix, applyTimeoutMs: 250 }
    const asked = createRedisHotViews(connection, options).applied([0])
    const busyUntil = performance.now() + 4 * options.applyTimeoutMs
    while (performance.now() < busyUntil);
    assert.deepEqual(await asked, [null])
  })

  it('report each planted difference in Redis', async () => {
    const { db, schema } = await postgres!.open()
    const connection = await redis.connect()
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    const hot = createRedisHotViews(connection, {
      ...limits,
      partitionOf: () => 0,
      partitionCount: 1,
      logger: silentLogger,
      keyPrefix,
      ...patient,
    })
    const script = new EventScript()
    script.createGroup('g:one', 'ann', 'bob')
    script.send('g:one', 'ann')
    const source = createHotSource(db, { schema })
    const store = createProjectorStore(db, { schema })
    await store.apply([script.batch(0)])
    const found = async () => (await compareHot(hot, source, { partitions: [0], limits })).differences
    assert.deepEqual(
      (await found()).map((d) => [d.table, d.kind]),
      [
        ['hot.head', 'missing'],
        ['hot.session', 'missing'],
        ['hot.session', 'missing'],
        ['hot.applied', 'missing'],
      ],
    )
    await hot.heal(0, source)
    await readWarm(hot, source, pageOf('ann', 'g:one'))
    assert.deepEqual(await found(), [])
    const generation = `${keyPrefix}:{0}:${await connection.hget(`${keyPrefix}:{0}:applied`, 'generation')}`
    const key = { app_id: 'app', conversation_id: 'g:one' }

    await connection.hset(`${generation}:head:app|g:one`, 'ordinal', 7)
    assert.deepEqual(await found(), [{ table: 'hot.head', key, kind: 'changed', columns: ['lastOrdinal'] }])
    await connection.hset(`${generation}:head:app|g:one`, 'ordinal', 1)

    await connection.hset(`${generation}:session:app|bob`, 'g:one', '1,1,0,0')
    assert.deepEqual(await found(), [{ table: 'hot.session', key: { user_id: 'bob', ...key }, kind: 'changed', columns: ['readOrdinal'] }])
    await connection.hset(`${generation}:session:app|bob`, 'g:one', '0,1,0,0')

    await connection.hset(`${generation}:session:app|dan`, 'g:one', '0,1,0,0')
    assert.deepEqual(await found(), [{ table: 'hot.session', key: { user_id: 'dan', ...key }, kind: 'extra', columns: [] }])
    await connection.del(`${generation}:session:app|dan`)

    await connection.zremrangebyscore(`${generation}:items:app|g:one`, 2, 2)
    assert.deepEqual(await found(), [{ table: 'hot.items', key, kind: 'changed', columns: ['last seq'] }])
    await connection.zadd(`${generation}:items:app|g:one`, 2, 'other')
    assert.deepEqual(await found(), [{ table: 'hot.items', key, kind: 'changed', columns: ['seq 2'] }])
    await connection.zadd(`${generation}:items:app|g:none`, 2, 'other')
    assert.deepEqual((await found()).map(({ key: { conversation_id }, kind }) => `${conversation_id} ${kind}`).sort(), [
      'g:none extra',
      'g:one changed',
    ])
    await hot.heal(0, source)
    assert.deepEqual(await found(), [])
  })

  // Two releases may run side by side. The one before kept the items of all that was written, and took the first of them for where they begin:
  // to who paged back it told that there is nothing more.
  it('are not mistaken for those of the release before, nor those for these', async () => {
    const { db, schema } = await postgres!.open()
    const connection = await redis.connect()
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    const hot = createRedisHotViews(connection, { ...limits, ...patient, ...placed, logger: silentLogger, keyPrefix })
    const script = new EventScript()
    const store = createProjectorStore(db, { schema })
    const source = createHotSource(db, { schema })
    const project = async (from: number) => {
      await store.apply([script.batch(from)])
      await hot.apply(0, { logEpoch: script.logEpoch, from, to: script.end }, script.hotChanges(from, script.end))
    }
    for (let i = 0; i < 3; i++) script.send('d:ann:bob', 'ann')
    await project(0)
    const key = `${keyPrefix}:{0}:${await connection.hget(`${keyPrefix}:{0}:applied`, 'generation')}:items:app|d:ann:bob`
    const before = async () => {
      await connection.del(key)
      await connection.zadd(key, 2, 'the second', 3, 'the third')
    }
    await before()
    const page = pageOf('bob', 'd:ann:bob')
    const { value } = (await readWarm(hot, source, page))!
    assert.deepEqual(value, await createReadViews(db, { schema }).history(page))
    assert.deepEqual((await compareHot(hot, source, { partitions: [0], limits })).differences, [])
    // That release reads only what ends with the last message of the conversation.
    assert.deepEqual(await connection.zrange(key, '-1', '-1', 'WITHSCORES'), ['', 'inf'])
    await before()
    const end = script.end
    script.send('d:ann:bob', 'ann')
    await project(end)
    assert.equal(await connection.exists(key), 0)
  })

  it('gives reads to the database while Redis is behind, lost, stopped or gone', async () => {
    const { db, schema } = await postgres!.open()
    const connection = await redis.connect()
    const keyPrefix = `test-${randomBytes(4).toString('hex')}`
    const hot = createRedisHotViews(connection, {
      ...limits,
      partitionOf: () => 0,
      partitionCount: 1,
      logger: silentLogger,
      keyPrefix,
      pauseMs: 50,
      readTimeoutMs: 500,
      applyTimeoutMs: 1_000,
    })
    const views = createReadViews(db, { schema, hot, hotLagMaxMs: 0 })
    const store = createProjectorStore(db, { schema })
    const script = new EventScript()
    script.send('d:ann:bob', 'ann')
    await store.apply([script.batch(0)])
    assert.deepEqual(await hot.apply(0, { logEpoch: 'epoch-0', from: 0, to: 1 }, script.hotChanges(0)), { outcome: 'applied' })
    const unread = async () => (await views.unread('app', 'bob')).total
    // A mark that only Redis has tells who answered.
    const generation = `${keyPrefix}:{0}:${await connection.hget(`${keyPrefix}:{0}:applied`, 'generation')}`
    await connection.hset(`${generation}:head:app|d:ann:bob`, 'ordinal', 100)
    await eventually('Redis answers', async () => (await unread()) === 100)
    // Behind: the database has more than Redis.
    script.send('d:ann:bob', 'ann')
    await store.apply([script.batch(1)])
    await eventually('the database answers', async () => (await unread()) === 2)
    // Stopped: one short wait, then none.
    await redis.server().pause()
    try {
      const began = performance.now()
      for (let i = 0; i < 5; i++) assert.equal(await unread(), 2)
      assert.ok(performance.now() - began < 2_000)
      const outcome = await hot.apply(0, { logEpoch: 'epoch-0', from: 1, to: 2 }, script.hotChanges(1))
      assert.deepEqual(outcome, { outcome: 'unavailable' })
    } finally {
      await redis.server().resume()
    }
    // The batch that timed out may have come through: either way the next ones continue without a repeat.
    await eventually('Redis is back', async () => (await hot.applied([0])) !== 'unavailable')
    await eventually(
      'the batch is in',
      async () => (await hot.apply(0, { logEpoch: 'epoch-0', from: 1, to: 2 }, script.hotChanges(1))).outcome === 'applied',
    )
    await connection.flushall()
    assert.equal(await unread(), 2)
    await hot.heal(0, createHotSource(db, { schema }))
    assert.equal(await unread(), 2)
    assert.equal((await hot.unread('app', 'bob'))?.value.total, 2)
    await redis.server().stop()
    assert.equal(await unread(), 2)
    await redis.server().start()
  })
})
