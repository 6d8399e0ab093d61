// Facts of other partitions: one that may change back is a copy that is good for some time, one that never does is kept for ever, and
// is absent only when that is certain. The view is a map here, the clock is moved by hand.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Checkpoint, EventLog, StoredRecord } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { type Added, type Adding, add, type Count, changingKeepMs, countingDecider } from '../test/counting-domain.ts'
import { noTimers } from '../test/no-timers.ts'
import { ColdReader } from './cold-reader.ts'
import { PartitionState } from './partition-state.ts'
import { defaultProcessorLimits } from './processor-limits.ts'
import { newCounters } from './processor-ports.ts'

/** Facts belong to partition 1, whose log has so many events. */
const factsEnd = 7
const at = (partition: number, nextOffset: number): Checkpoint => ({
  partition,
  nextOffset,
  logEpoch: 'log',
  claim: 0,
  claimId: 'claim',
  commandOffset: -1,
  commandId: '',
})

/** What is read beside the batches has come. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

function reading(t: TestContext) {
  const view = {
    cells: new Map<string, Count>([['n', 0]]),
    factsSeen: factsEnd,
    answers: true,
    hangs: null as Promise<void> | null,
    asked: [] as string[],
  }
  const clock = { ms: 1_000 }
  t.mock.method(performance, 'now', () => clock.ms)
  const log = { partitionOf: () => 1, bounds: async () => new Map([[1, { start: 0, end: factsEnd }]]) }
  const limits = { ...defaultProcessorLimits, clockSkewMaxMs: 0 }
  const reader = new ColdReader<Adding, Added, Count, number>(0, {
    log: log as unknown as EventLog<Adding, Added>,
    decider: countingDecider,
    async prefetch(_partition, keys) {
      if (!view.answers) throw new Error('the view does not answer')
      view.asked.push(...keys)
      // What is found is as of the asking.
      const cells = new Map(keys.flatMap((key) => (view.cells.has(key) ? [[key, view.cells.get(key)!] as const] : [])))
      await view.hangs
      return { checkpoint: at(0, 0), cells }
    },
    timers: noTimers,
    checkpoints: async () => new Map([[1, at(1, view.factsSeen)]]),
    commandsDone: () => ({ type: 'Added', to: '', amount: 0, id: null, meta: {} }) as never,
    outcome() {},
    logger: silentLogger,
    limits,
    selfFence: true,
    wokeAt: () => Number.NEGATIVE_INFINITY,
    group: { name: '', join: () => Promise.reject(new Error('nobody joins')) },
    counters: newCounters(),
  })
  const state = new PartitionState<Adding, Added, Count, number>({
    decider: countingDecider,
    limits,
    checkpoint: at(0, 0),
  })
  state.beginWindow(0)

  /** As an owner does before it decides a batch: whether all could be read, and what was asked of the view. */
  async function batch(foreign: string) {
    const value = add('n', 1, { foreign })
    const record: StoredRecord<Adding> = { topic: 'commands', partition: 0, offset: 0, key: 'n', value, appendedAt: 0, bytes: 1 }
    state.beginBatch()
    const complete = await reader.read(state, [record])
    return { complete, asked: view.asked.splice(0), missing: state.missing(value), fact: () => state.readerFor(value)(foreign) }
  }
  return { view, clock, batch }
}

test('a fact that may change back is read anew once its time is over, and not before; the batch at hand does not wait', async (t) => {
  const { view, clock, batch } = reading(t)
  view.cells.set('changing|x', 1)
  const first = await batch('changing|x')
  assert.deepEqual([first.complete, first.asked, first.fact()], [true, ['n', 'changing|x'], 1])
  for (const value of [2, 1]) {
    const before = first.fact()
    view.cells.set('changing|x', value)
    clock.ms += changingKeepMs - 1
    const early = await batch('changing|x')
    assert.deepEqual([early.asked, early.fact()], [[], before])
    clock.ms += 1
    const late = await batch('changing|x')
    assert.deepEqual([late.complete, late.asked, late.fact()], [true, ['changing|x'], before])
    await settled()
    const next = await batch('changing|x')
    assert.deepEqual([next.complete, next.asked, next.fact()], [true, [], value])
  }
})

test('one reading at a time, and what it finds does not change a batch at hand', async (t) => {
  const { view, clock, batch } = reading(t)
  view.cells.set('changing|x', 1)
  await batch('changing|x')
  view.cells.set('changing|x', 2)
  const { promise, resolve } = Promise.withResolvers<void>()
  view.hangs = promise
  clock.ms += changingKeepMs
  assert.deepEqual((await batch('changing|x')).asked, ['changing|x'])
  clock.ms += 100 * changingKeepMs
  const meanwhile = await batch('changing|x')
  assert.deepEqual([meanwhile.complete, meanwhile.asked, meanwhile.fact()], [true, [], 1])
  view.hangs = null
  resolve()
  await settled()
  assert.equal(meanwhile.fact(), 1)
  clock.ms -= 100 * changingKeepMs
  assert.equal((await batch('changing|x')).fact(), 2)
})

// By such copies groups notice that somebody blocks, and senders whom somebody lets write: a copy that fell due while others were being read was
// passed over, again and again where a partition is busy.
test('however busy a partition is, a copy that it uses is read anew once its time is over', async (t) => {
  const { view, clock, batch } = reading(t)
  const [batchMs, readMs] = [20, 100]
  const facts = Array.from({ length: 20 }, (_, i) => `changing|${i}`)
  const roundMs = facts.length * batchMs
  // What is found tells when it was asked for.
  const happens = (ms: number) => {
    clock.ms += ms
    for (const fact of facts) view.cells.set(fact, clock.ms)
  }
  happens(0)
  for (const fact of facts) await batch(fact)
  let back = Promise.withResolvers<void>()
  let backAt = Number.POSITIVE_INFINITY
  view.hangs = back.promise
  const ages: number[] = []
  for (let i = 0; i < 1_000; i++) {
    happens(batchMs)
    if (clock.ms >= backAt) {
      back.resolve()
      await settled()
      back = Promise.withResolvers<void>()
      view.hangs = back.promise
      backAt = Number.POSITIVE_INFINITY
    }
    const { asked, fact } = await batch(facts[i % facts.length]!)
    if (asked.length > 0) backAt = clock.ms + readMs
    ages.push(clock.ms - fact()!)
  }
  const oldest = Math.max(...ages)
  assert.ok(oldest > changingKeepMs && oldest <= changingKeepMs + roundMs, `one is ${oldest} ms old`)
})

test('a copy ten times as old is waited for, but not soon after the view has failed to answer', async (t) => {
  const { view, clock, batch } = reading(t)
  view.cells.set('changing|x', 1)
  await batch('changing|x')
  view.cells.set('changing|x', 2)
  clock.ms += 10 * changingKeepMs
  assert.equal((await batch('changing|x')).fact(), 2, 'idle for long')
  view.cells.set('changing|x', 3)
  view.answers = false
  clock.ms += 10 * changingKeepMs
  const refused = await batch('changing|x')
  assert.deepEqual([refused.missing, refused.fact()], [[], 2])
  view.hangs = new Promise(() => {})
  view.answers = true
  clock.ms += defaultProcessorLimits.prefetchPauseMs
  const hanging = await batch('changing|x')
  assert.deepEqual([hanging.complete, hanging.asked, hanging.fact()], [true, ['changing|x'], 2])
})

test('long after the view failed to answer, an old copy is waited for again', async (t) => {
  const { view, clock, batch } = reading(t)
  view.cells.set('changing|x', 1)
  await batch('changing|x')
  view.answers = false
  clock.ms += changingKeepMs
  assert.equal((await batch('changing|x')).complete, true, 'nobody waited for what failed')
  await settled()
  view.answers = true
  view.cells.set('changing|x', 2)
  clock.ms += 3_600_000
  assert.equal((await batch('changing|x')).fact(), 2)
})

test('while the view does not answer, a copy is used on; what was never copied is missing', async (t) => {
  const { view, clock, batch } = reading(t)
  view.cells.set('changing|x', 1)
  await batch('changing|x')
  view.answers = false
  clock.ms += 10 * changingKeepMs
  const old = await batch('changing|x')
  assert.deepEqual([old.complete, old.missing, old.fact()], [false, [], 1])
  assert.deepEqual((await batch('changing|y')).missing, ['changing|y'])
  view.answers = true
  view.cells.set('changing|x', 2)
  clock.ms += defaultProcessorLimits.prefetchPauseMs
  await batch('changing|x')
  await settled()
  const fresh = await batch('changing|x')
  assert.deepEqual([fresh.complete, fresh.fact()], [true, 2])
})

test('that such a fact is absent is a copy too: not waited for, kept as long, then read anew', async (t) => {
  const { view, clock, batch } = reading(t)
  view.factsSeen = 0
  const absent = await batch('changing|x')
  assert.deepEqual([absent.complete, absent.asked, absent.fact()], [true, ['n', 'changing|x'], undefined])
  view.cells.set('changing|x', 1)
  assert.deepEqual((await batch('changing|x')).asked, [])
  clock.ms += changingKeepMs
  await batch('changing|x')
  await settled()
  assert.equal((await batch('changing|x')).fact(), 1)
  view.cells.delete('changing|x')
  clock.ms += changingKeepMs
  await batch('changing|x')
  await settled()
  const gone = await batch('changing|x')
  assert.deepEqual([gone.complete, gone.fact()], [true, undefined])
})

test('a fact that never changes back is kept for ever; absent, it is in doubt until the view has come past its partition', async (t) => {
  const { view, clock, batch } = reading(t)
  view.factsSeen = factsEnd - 1
  const doubtful = await batch('foreign|x')
  assert.deepEqual([doubtful.complete, doubtful.missing], [false, ['foreign|x']])
  view.factsSeen = factsEnd
  const absent = await batch('foreign|x')
  assert.deepEqual([absent.complete, absent.missing, absent.fact()], [true, [], undefined])
  view.cells.set('foreign|x', 1)
  assert.equal((await batch('foreign|x')).fact(), 1)
  view.cells.set('foreign|x', 2)
  clock.ms += 1_000_000 * changingKeepMs
  const kept = await batch('foreign|x')
  assert.deepEqual([kept.asked, kept.fact()], [[], 1])
})

test('copies that are in use are read anew in one reading, ahead of their time; those that are not are left', async (t) => {
  const { view, clock, batch } = reading(t)
  for (const key of ['a', 'b', 'idle']) view.cells.set(`changing|${key}`, 1)
  await batch('changing|idle')
  clock.ms += 1
  await batch('changing|a')
  clock.ms += changingKeepMs / 2 - 1
  await batch('changing|b')
  clock.ms += 1
  for (const key of ['a', 'b']) await batch(`changing|${key}`)
  for (const key of ['a', 'b', 'idle']) view.cells.set(`changing|${key}`, 2)
  clock.ms += changingKeepMs / 2
  assert.deepEqual((await batch('changing|a')).asked, ['changing|a', 'changing|b'])
  await settled()
  clock.ms += changingKeepMs - 1
  const inTime = await batch('changing|b')
  assert.deepEqual([inTime.asked, inTime.fact()], [[], 2])
})

test('where others are in use, a copy that is seldom used is read anew before it would be waited for; not long after its last use', async (t) => {
  const { view, clock, batch } = reading(t)
  for (const key of ['often', 'seldom']) view.cells.set(`changing|${key}`, 1)
  await batch('changing|seldom')
  view.cells.set('changing|seldom', 2)
  let readings = 0
  const until = clock.ms + 200 * changingKeepMs
  let lastRead = 0
  while (clock.ms < until) {
    const { asked } = await batch('changing|often')
    await settled()
    if (asked.includes('changing|seldom')) [readings, lastRead] = [readings + 1, clock.ms]
    clock.ms += changingKeepMs
    if (clock.ms - until + 200 * changingKeepMs !== 60 * changingKeepMs) continue
    const seldom = await batch('changing|seldom')
    assert.deepEqual([seldom.asked.filter((key) => key === 'n'), seldom.fact()], [[], 2])
  }
  assert.ok(readings > 10 && readings < 30, `${readings}`)
  assert.ok(until - lastRead < 30 * changingKeepMs && until - lastRead > 15 * changingKeepMs, `${until - lastRead}`)
})

test('after a pause of all, the batch that waits for one copy reads those that others would wait for; none is decided by as old a one', async (t) => {
  const { view, clock, batch } = reading(t)
  for (const key of ['a', 'b', 'c']) {
    view.cells.set(`changing|${key}`, 1)
    await batch(`changing|${key}`)
    view.cells.set(`changing|${key}`, 2)
  }
  clock.ms += 50 * changingKeepMs
  const first = await batch('changing|a')
  assert.deepEqual([first.asked, first.fact()], [['changing|a', 'changing|b', 'changing|c'], 2])
  for (const key of ['b', 'c']) {
    const next = await batch(`changing|${key}`)
    assert.deepEqual([next.asked, next.fact()], [[], 2])
  }
})

// Read beside the batches, it would be decided by meanwhile, however old it is.
test('a copy that is waited for is not read beside others', async (t) => {
  const { view, clock, batch } = reading(t)
  for (const key of ['old', 'busy']) view.cells.set(`changing|${key}`, 1)
  await batch('changing|old')
  clock.ms += 9.5 * changingKeepMs
  await batch('changing|busy')
  clock.ms += changingKeepMs
  view.cells.set('changing|old', 2)
  assert.deepEqual((await batch('changing|busy')).asked, ['changing|busy'])
  const waited = await batch('changing|old')
  assert.deepEqual([waited.asked, waited.fact()], [['changing|old'], 2])
})
