// A fetch that finds nothing is held at the broker for a second, and what comes behind it over the same connection waits for as long. What
// is to be asked for meanwhile is asked for beside it, and with the others from the next one on. The broker is none: it holds what asks
// for records that it never has.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { SkeinEvent } from '@skein/contracts'
import { createEventCodec } from '@skein/contracts'
import { silentLogger } from '@skein/telemetry'
import { eventually, textOf } from '@skein/testing'
import type { Records } from '../src/followed-partition.ts'
import { defaultLimits, type KafkaLogLimits } from '../src/kafka-options.ts'
import { LocalTail } from '../src/local-tail.ts'
import { TopicFollower } from '../src/topic-follower.ts'
import { batchOf, startFakeBroker } from './fake-broker.ts'
import { schemasInMemory } from './schemas-in-memory.ts'
import { fetchApi } from './wire-proxy.ts'

const corruptMessage = 2
const notLeader = 6
const hour = 3_600_000
const partitions = [0, 1, 2, 3, 4]
/** Where a reader begins for which nothing is there. */
const beyond = 1_000_000
/** Sooner than the fetch that is held comes back. */
const atOnce = { timeoutMs: 800, intervalMs: 5 }

interface Setting {
  readonly limits?: Partial<KafkaLogLimits>
  /** Where it is given, a writer of this process has appended the first record of partition 1. */
  readonly lookMs?: number
}

/** A broker of which each partition has the same records, one to begin with, and a reader of partition 0 for whom none of them is. */
async function start(t: TestContext, { limits = {}, lookMs }: Setting = {}) {
  const broker = await startFakeBroker(1, { leaders: partitions.map(() => ({ node: 1, epoch: 1 })) })
  t.after(() => broker.close())
  const schemas = schemasInMemory()
  const texts: string[] = []
  const store = async (text: string) => {
    texts.push(text)
    broker.told.batch = await batchOf(schemas, texts)
  }
  await store('first')
  const [local, writer] = [new LocalTail<SkeinEvent>(), {}]
  if (lookMs !== undefined) local.began(writer, 1, 1)
  const follower = new TopicFollower<SkeinEvent>({
    endpoint: { brokers: [broker.address], clientId: 'test' },
    name: 'events',
    topic: 'events',
    codec: await createEventCodec(schemas),
    limits: { ...defaultLimits, ...limits },
    logger: silentLogger,
    lingerMs: 0,
    local: lookMs === undefined ? null : local,
    lookMs: lookMs ?? hour,
  })
  t.after(() => follower.close())
  const follow = (partition: number, from = 0) => {
    const read: (string | undefined)[] = []
    const reading = (async () => {
      for await (const batch of follower.tail(partition, { from, signal: t.signal })) read.push(...batch.map(({ value }) => textOf(value)))
    })()
    reading.catch(() => {})
    return read
  }
  const fetches = () => broker.requests.get(fetchApi) ?? 0
  /** Of those alone that are made in so long. */
  const fetchesIn = async (ms: number) => {
    const before = fetches()
    await delay(ms)
    return fetches() - before
  }
  /** Until one has just left, which is held. */
  const nextHeld = async () => {
    const before = fetches()
    await eventually(() => fetches() > before, { intervalMs: 1 })
    await delay(20)
  }
  follow(0, beyond)
  await nextHeld()
  return { broker, store, follower, follow, fetches, fetchesIn, nextHeld, end: () => local.ended(writer, 1) }
}

test('those that join while the broker holds a fetch do not wait for it, and share a connection', async (t) => {
  const { broker, follow } = await start(t)
  const { made } = broker.connections
  const reads = [1, 2, 3, 4].map((partition) => follow(partition))
  await eventually(() => reads.every(({ length }) => length === 1), { ...atOnce, what: 'the first record of each' })
  assert.equal(broker.connections.made - made, 1)
})

test('from the next fetch on they are held with the others', async (t) => {
  const { follow, fetchesIn } = await start(t)
  for (const partition of [1, 2, 3, 4]) follow(partition)
  await delay(defaultLimits.fetchWaitMs + 100)
  const made = await fetchesIn(2_000)
  assert.ok(made <= 3, `${made} fetches in 2 s in which nothing comes`)
})

test('a reader that has room again does not wait for a fetch that the broker holds', async (t) => {
  const { follower, store, nextHeld } = await start(t)
  const tail = follower.tail(1, { from: 0, signal: t.signal, queueBytesMax: 1 })
  const next = async () => ((await tail.next()).value as Records<SkeinEvent>).map(({ value }) => textOf(value))
  await delay(defaultLimits.fetchWaitMs)
  await nextHeld()
  await store('second')
  assert.deepEqual(await next(), ['first'])
  const drainedAt = performance.now()
  assert.deepEqual(await next(), ['second'])
  assert.ok(performance.now() - drainedAt < atOnce.timeoutMs, `${performance.now() - drainedAt} ms`)
})

const setBacks = { 'of who leads it': { fault: notLeader, fromMs: 0 }, 'of its own': { fault: corruptMessage, fromMs: 1_800 } }
for (const [what, { fault, fromMs }] of Object.entries(setBacks)) {
  test(`a partition that was set back by a fault ${what} does not wait for the fetch after it, which is held`, async (t) => {
    const fetchWaitMs = 1_500
    const { broker, store, follow, nextHeld } = await start(t, { limits: { fetchWaitMs } })
    const read = follow(1)
    await delay(fetchWaitMs + 100)
    Object.assign(broker.told, { fetchFault: fault, faultyPartition: 1 })
    await store('second')
    await nextHeld()
    broker.told.fetchFault = 0
    const startedAt = performance.now()
    await eventually(() => read.length === 2, { intervalMs: 5 })
    const tookMs = performance.now() - startedAt
    assert.ok(tookMs >= fromMs && tookMs < fromMs + 1_000, `${tookMs} ms`)
  })
}

test('what the writer of this process leaves to another does not wait for a fetch that the broker holds', async (t) => {
  const { follow, store, nextHeld, end } = await start(t, { lookMs: hour })
  const read = follow(1)
  await eventually(() => read.length === 1)
  await delay(defaultLimits.fetchWaitMs)
  await nextHeld()
  await store('of another')
  await delay(200)
  assert.deepEqual(read, ['first'], 'nobody has looked')
  end()
  await eventually(() => read.length === 2, { ...atOnce, what: 'what another has appended' })
})

for (const afterMs of [0, 600]) {
  test(`no fetch is held for longer than the look is away, at what is left out since ${afterMs} ms`, async (t) => {
    const { follow, store } = await start(t, { lookMs: 250, limits: { fetchWaitMs: 5_000 } })
    const read = follow(1)
    await eventually(() => read.length === 1)
    await delay(afterMs)
    await store('of another')
    await eventually(() => read.length === 2, { timeoutMs: 3_000, intervalMs: 5, what: 'the look' })
  })
}

test('where the broker ends the connections, both begin again, and neither twice', async (t) => {
  const { broker, store, follow, fetchesIn, nextHeld } = await start(t)
  const read = follow(1)
  await eventually(() => read.length === 1)
  for (const ended of [1, 2, 3]) {
    await nextHeld()
    const { made } = broker.connections
    broker.disconnect()
    await store(`after ${ended}`)
    await eventually(() => read.length === 1 + ended, { intervalMs: 5 })
    assert.ok(broker.connections.made - made <= 3, `${broker.connections.made - made} connections`)
  }
  await nextHeld()
  const newcomer = follow(2)
  const made = await fetchesIn(500)
  await eventually(() => newcomer.length === 4)
  assert.ok(made >= 2 && made <= 14, `${made} fetches in half a second`)
})
