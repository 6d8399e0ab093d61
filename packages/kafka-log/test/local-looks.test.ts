// A partition of which all comes from a writer of this process is left out of fetches. What no writer here hears of is found all the same,
// in time: that another writes by now, that the log has lost its end, that the writer here has ended. The broker is none, and the writer is
// the test.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { SkeinEvent } from '@skein/contracts'
import { createEventCodec } from '@skein/contracts'
import type { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleMessageSent, textOf } from '@skein/testing'
import { defaultLimits } from '../src/kafka-options.ts'
import { LocalTail } from '../src/local-tail.ts'
import { TopicFollower } from '../src/topic-follower.ts'
import { batchOf, startFakeBroker } from './fake-broker.ts'
import { schemasInMemory } from './schemas-in-memory.ts'
import { fetchApi } from './wire-proxy.ts'

const outOfRange = 1
const hour = 3_600_000

interface Setting {
  readonly lookMs: number
  readonly fetchWaitMs?: number
  /** Where the reader begins. */
  readonly from?: number
}

/** A writer that has claimed and appended one record, and a reader that has fetched it. */
async function start(t: TestContext, { lookMs, fetchWaitMs = 100, from = 0 }: Setting) {
  const broker = await startFakeBroker(1, { leaders: [{ node: 1, epoch: 1 }] })
  t.after(() => broker.close())
  const schemas = schemasInMemory()
  const texts = ['one']
  const store = async (...more: string[]) => {
    texts.push(...more)
    broker.told.batch = await batchOf(schemas, texts)
  }
  await store()
  const [local, writer] = [new LocalTail<SkeinEvent>(), {}]
  const follower = new TopicFollower<SkeinEvent>({
    endpoint: { brokers: [broker.address], clientId: 'test' },
    name: 'events',
    topic: 'events',
    codec: await createEventCodec(schemas),
    limits: { ...defaultLimits, fetchWaitMs },
    logger: silentLogger,
    lingerMs: 0,
    local,
    lookMs,
  })
  t.after(() => follower.close())
  local.began(writer, 0, 1)
  const read: (string | undefined)[] = []
  const reading = (async () => {
    for await (const batch of follower.tail(0, { from, signal: t.signal })) read.push(...batch.map(({ value }) => textOf(value)))
  })()
  reading.catch(() => {})
  const isLeftOut = async () => {
    await eventually(() => from + read.length === texts.length)
    // One that was held at the broker when it was read.
    await delay(2 * fetchWaitMs)
  }
  await isLeftOut()
  let end = 1
  const append = (text: string) => {
    const records = [{ key: 'k', value: sampleMessageSent(text, 0), bytes: 100 }]
    local.appended(writer, { partition: 0, base: end++, appendedAt: Date.now(), records })
  }
  return { broker, store, local, writer, read, reading, append, isLeftOut, fetches: () => broker.requests.get(fetchApi)! }
}

test('a reader that is handed all there is is not fetched for, but for a look once in a while', async (t) => {
  const { fetches, append, read } = await start(t, { lookMs: 1_000 })
  const [before, since] = [fetches(), performance.now()]
  for (let i = 0; i < 50; i++) {
    append(`handed ${i}`)
    await delay(50)
  }
  const [made, seconds] = [fetches() - before, (performance.now() - since) / 1_000]
  assert.equal(read.length, 51)
  assert.ok(made >= 1 && made <= seconds + 1.5, `${made} fetches in ${seconds} s`)
})

test('what another has appended, while the writer here does not know yet, is found by a look', async (t) => {
  const { store, read } = await start(t, { lookMs: 300 })
  await store('of another')
  await eventually(() => read.length === 2, { intervalMs: 5, what: 'the look' })
})

test('that the log has lost its end is found by a look', async (t) => {
  const { broker, reading } = await start(t, { lookMs: 300 })
  broker.told.fetchFault = outOfRange
  const late = delay(20_000, undefined, { ref: false }).then(() => assert.fail('no look was made'))
  await assert.rejects(Promise.race([reading, late]), (error: LogError) => error.code === 'OUT_OF_RANGE')
})

test('once the writer has ended, its partition is fetched at once', async (t) => {
  const { store, read, local, writer } = await start(t, { lookMs: hour })
  await store('of another')
  await delay(300)
  assert.deepEqual(read, ['one'], 'nobody has looked')
  local.ended(writer, 0)
  await eventually(() => read.length === 2, { intervalMs: 5 })
})

test('once the writer has ended, its partition goes on to be fetched', async (t) => {
  const { store, read, local, writer } = await start(t, { lookMs: hour })
  local.ended(writer, 0)
  await delay(300)
  await store('of another')
  await eventually(() => read.length === 2, { intervalMs: 5 })
})

test('a reader that begins at the end is left out once a fetch has said that nothing is there', async (t) => {
  const { fetches, append, read } = await start(t, { lookMs: hour, from: 1 })
  await delay(200)
  const before = fetches()
  append('handed')
  await delay(500)
  assert.deepEqual(read, ['handed'])
  assert.equal(fetches(), before)
})

// The log had lost its end, and by the next append of the writer after it had grown to the position again: other records than were due.
test('of the next writer nothing is taken before a fetch has said what stands at the position', async (t) => {
  const { store, read, local, writer } = await start(t, { lookMs: hour })
  const next = {}
  local.ended(writer, 0)
  local.began(next, 0, 1)
  const records = [{ key: 'k', value: sampleMessageSent('of the next writer', 0), bytes: 100 }]
  local.appended(next, { partition: 0, base: 1, appendedAt: Date.now(), records })
  await store('as the log has it')
  await eventually(() => read.length === 2)
  assert.deepEqual(read, ['one', 'as the log has it'])
})

test('a look is not held at the broker: what is to be asked for next does not wait for it', async (t) => {
  const { store, read, local, writer, fetches } = await start(t, { lookMs: 100, fetchWaitMs: 1_000 })
  const before = fetches()
  await eventually(() => fetches() > before, { intervalMs: 1 })
  await store('of another')
  local.ended(writer, 0)
  await eventually(() => read.length === 2, { timeoutMs: 900, intervalMs: 5 })
})

test('so it is fetched once another writer of this process has claimed it; the one before hands nothing over any more', async (t) => {
  const { store, read, local, writer, append, isLeftOut } = await start(t, { lookMs: hour })
  await store('the claim')
  const next = {}
  local.began(next, 0, 2)
  await eventually(() => read.length === 2, { intervalMs: 5 })
  await isLeftOut()
  append('of the one before')
  append('of the one before, at the position')
  local.ended(writer, 0)
  await delay(50)
  assert.deepEqual(read, ['one', 'the claim'])
  const records = [{ key: 'k', value: sampleMessageSent('of the next', 0), bytes: 100 }]
  local.appended(next, { partition: 0, base: 2, appendedAt: Date.now(), records })
  await eventually(() => read.length === 3, { intervalMs: 5 })
  assert.equal(read[2], 'of the next')
})

test('what does not begin at the position is fetched at once', async (t) => {
  const { store, read, local, writer, isLeftOut } = await start(t, { lookMs: hour })
  await store('not at the position')
  const records = [{ key: 'k', value: sampleMessageSent('later', 0), bytes: 100 }]
  local.appended(writer, { partition: 0, base: 2, appendedAt: Date.now(), records })
  await eventually(() => read.length === 2, { intervalMs: 5 })
  await store('later')
  await isLeftOut()
  assert.deepEqual(read, ['one', 'not at the position', 'later'])
})
