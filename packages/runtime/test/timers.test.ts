// Timers of a partition, from the event that sets one to the event that ends it: none before its time, none lost whatever dies, is behind or
// moves, none with an effect twice, and no more in memory than the limits say.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { eventually } from '@skein/testing'
import { gateAt } from './processor-bench.ts'
import { TimedBench, timerLimits } from './timed-bench.ts'
import { setTimer } from './timed-domain.ts'

function startBench(t: TestContext): TimedBench {
  const bench = new TimedBench()
  t.after(() => Promise.race([bench.stop(), new Promise((resolve) => setTimeout(resolve, 20))]))
  return bench
}

const told = ({ rang }: TimedBench) => rang.map(({ to, dueAt }) => `${to}@${dueAt}`)

test('a timer rings once, when its moment has come by the clock of the log, and not before', async (t) => {
  const bench = startBench(t)
  await bench.active(bench.own())
  const dueAt = bench.log.now + 100
  await bench.set('a', dueAt)
  bench.log.now = dueAt - 1
  await bench.settled()
  assert.deepEqual(bench.fired, [])
  bench.log.now = dueAt
  await bench.rings(1)
  await bench.settled()
  assert.deepEqual([told(bench), bench.fired], [[`a@${dueAt}`], [{ to: 'a', dueAt, at: dueAt }]])
})

test('those that are due ring in the order of their moments', async (t) => {
  const bench = startBench(t)
  await bench.active(bench.own())
  const moments = [50, 20, 90, 10, 70, 40].map((ms) => bench.log.now + ms)
  for (const moment of moments) await bench.set(`at ${moment}`, moment)
  bench.log.now += 60
  await bench.rings(4)
  bench.log.now += 60
  await bench.rings(6)
  assert.deepEqual(
    bench.rang.map(({ dueAt }) => dueAt),
    moments.toSorted((a, b) => a - b),
  )
})

test('what became due while nobody owned the partition rings under the next owner, whether or not the view has it', async (t) => {
  const bench = startBench(t)
  const before = await bench.active(bench.own())
  const dueAt = bench.log.now + 50
  await bench.set('viewed', dueAt)
  bench.advance()
  await bench.set('not viewed', dueAt + 1)
  await before.stop()
  bench.log.now += 100
  await bench.settled()
  assert.deepEqual(bench.fired, [])
  bench.own()
  await bench.rings(2)
  assert.deepEqual(told(bench).sort(), [`not viewed@${dueAt + 1}`, `viewed@${dueAt}`])
})

test('one that the last event before a crash set rings, though its owner never heard that it was stored', async (t) => {
  const bench = startBench(t)
  const stuck = gateAt('appended')
  bench.own({ gate: stuck.gate })
  const dueAt = bench.log.now + 50
  await bench.log.appendCommand(setTimer('last', dueAt))
  await stuck.reached
  await bench.active(bench.own())
  bench.log.now = dueAt
  await bench.rings(1)
  assert.deepEqual(told(bench), [`last@${dueAt}`])
})

// A view that lags has neither the row of a timer that was just set, nor, when the owner reads on, that of one due later than was read before.
test('one that is due beyond the horizon is kept until the view has it, and read again when its time comes near', async (t) => {
  const bench = startBench(t)
  const owner = await bench.active(bench.own())
  const { timerHorizonMs } = timerLimits
  const [lagging, viewed] = [bench.log.now + 2 * timerHorizonMs, bench.log.now + 4 * timerHorizonMs]
  await bench.set('lagging', lagging)
  for (; bench.log.now < lagging - 300; bench.log.now += 300) await bench.settled()
  assert.ok(bench.view.pages.length > 1, 'it was read on, and the view had nothing')
  assert.deepEqual([bench.fired, owner.timers!.held], [[], 1])
  bench.log.now = lagging
  await bench.rings(1)

  await bench.set('viewed', viewed)
  assert.equal(owner.timers!.held, 1)
  bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint)
  assert.equal(owner.timers!.held, 0, 'the view has it')
  bench.log.now = viewed - timerHorizonMs / 2
  await eventually(() => owner.timers!.held === 1)
  bench.log.now = viewed
  await bench.rings(2)
  assert.deepEqual(told(bench), [`lagging@${lagging}`, `viewed@${viewed}`])
})

test('one that was moved rings at its new moment alone, one that was cancelled at none', async (t) => {
  const bench = startBench(t)
  const owner = await bench.active(bench.own())
  const now = bench.log.now
  for (const name of ['later', 'earlier', 'cancelled', 'set again']) await bench.set(name, now + 100)
  bench.advance()
  owner.sawCheckpoint(bench.view.checkpoint)
  await bench.set('later', now + 200)
  await bench.set('earlier', now + 50)
  await bench.set('cancelled', 0)
  await bench.set('set again', 0)
  await bench.set('set again', now + 150)
  for (; bench.log.now < now + 250; bench.log.now += 10) await bench.settled()
  assert.deepEqual(told(bench), [`earlier@${now + 50}`, `set again@${now + 150}`, `later@${now + 200}`])
  assert.deepEqual(
    bench.fired.map(({ to }) => to),
    ['earlier', 'set again', 'later'],
  )
})

test('a command that was on its way when its timer was moved has no effect, and the timer rings at its new moment', async (t) => {
  const bench = startBench(t)
  const held = Promise.withResolvers<void>()
  let fires = 0
  const fire: TimedBench['fire'] = async (key, due) => {
    if (fires++ === 0) await held.promise
    await bench.fire(key, due)
  }
  await bench.active(bench.own({ timers: { fire } }))
  const now = bench.log.now
  await bench.set('a', now + 10)
  bench.log.now = now + 10
  await eventually(() => fires === 1)
  await bench.set('a', now + 100)
  held.resolve()
  await eventually(() => bench.fired.length === 1)
  await bench.settled()
  assert.deepEqual(told(bench), [])
  bench.log.now = now + 100
  await bench.rings(1)
  assert.deepEqual(told(bench), [`a@${now + 100}`])
})

test('until its event is folded a timer is fired again, ever less often; however often it comes, it has one effect', async (t) => {
  const bench = startBench(t)
  const at: number[] = []
  const lost: Parameters<TimedBench['fire']>[] = []
  const fire: TimedBench['fire'] = async (...fired) => {
    at.push(performance.now())
    lost.push(fired)
    if (lost.length === 1) throw new Error('the log takes nothing')
    if (lost.length > 3) for (const each of lost.splice(0)) await bench.fire(...each)
  }
  const owner = await bench.active(bench.own({ timers: { fire } }))
  const dueAt = bench.log.now
  await bench.set('a', dueAt)
  bench.log.now += timerLimits.timerRetryMinMs
  await eventually(() => owner.timers!.overdue === 1)
  await bench.rings(1)
  await eventually(() => owner.timers!.held === 0)
  assert.deepEqual([told(bench), bench.counters.timersFired, bench.counters.timersUnfired], [[`a@${dueAt}`], 4, 1])
  await eventually(() => bench.log.records.commands.length === 5)
  await bench.settled()
  assert.equal(bench.rang.length, 1)
  for (const [i, ms] of [20, 40, 80].entries()) assert.ok(at[i + 1]! - at[i]! >= ms - 1, `${at}`)
})

test('a replaced owner that goes on firing changes nothing', async (t) => {
  const bench = startBench(t)
  // It decides nothing any more, and does not know that it is replaced.
  const stuck = gateAt('batch', { skip: 1 })
  const zombie = await bench.active(bench.own({ gate: stuck.gate }))
  const dueAt = bench.log.now + 100
  await bench.set('a', dueAt)
  bench.advance()
  await bench.active(bench.own())
  bench.log.now = dueAt
  await eventually(() => bench.fired.length >= 4)
  assert.equal(zombie.timers!.held, 1)
  await eventually(() => bench.log.records.commands.length >= 4)
  await bench.settled()
  assert.deepEqual(told(bench), [`a@${dueAt}`])
})

test('where the clock of the log was set back, nothing rings before its moment', async (t) => {
  const bench = startBench(t)
  let takes = false
  const fire: TimedBench['fire'] = async (key, due) => (takes ? bench.fire(key, due) : Promise.reject(new Error('the log takes nothing')))
  await bench.active(bench.own({ timers: { fire } }))
  const now = bench.log.now
  for (const name of ['fired', 'to come']) await bench.set(name, now + (name === 'fired' ? 100 : 200))
  bench.log.now = now + 150
  await eventually(() => bench.counters.timersUnfired > 0)
  bench.log.now = now
  takes = true
  await new Promise((resolve) => setTimeout(resolve, 2 * timerLimits.timerRetryMaxMs))
  assert.deepEqual(bench.fired, [])
  bench.log.now = now + 199
  await bench.rings(1)
  bench.log.now = now + 200
  await bench.rings(2)
  for (const { at, dueAt } of bench.fired) assert.ok(at >= dueAt)
})

test('a view that does not answer is asked again; meanwhile what is in memory rings', async (t) => {
  const bench = startBench(t)
  const before = await bench.active(bench.own())
  const now = bench.log.now
  await bench.set('viewed', now + 50)
  await before.stop()
  bench.advance()
  let reads = 0
  const read: typeof bench.view.read = (...asked) =>
    reads++ < 4 ? Promise.reject(new Error('no answer in time')) : bench.view.read(...asked)
  await bench.active(bench.own({ timers: { read } }))
  await bench.set('new', now + 60)
  bench.log.now = now + 100
  await bench.rings(2)
  assert.ok(reads > 4)
})

// The page has the timer as it was: taken in, it would be fired for ever, as no event would end it.
test('one that was done while a page with it was being read stays done, whether or not the view has that by then', async (t) => {
  for (const viewed of [false, true]) {
    const bench = startBench(t)
    const before = await bench.active(bench.own())
    await bench.set('a', bench.log.now + 100)
    bench.advance()
    await before.stop()
    const reading = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<void>()
    let reads = 0
    const read: typeof bench.view.read = async (...asked) => {
      // With the owner's claim: a page of an earlier one would not count, once the view is known to have that.
      if (reads === 0) bench.advance()
      const page = await bench.view.read(...asked)
      reading.resolve()
      if (reads++ === 0) await answer.promise
      return page
    }
    const owner = await bench.active(bench.own({ timers: { read } }))
    await reading.promise
    await bench.set('a', 0)
    if (viewed) {
      bench.advance()
      // The batch is over: an owner that is told within one takes it up at the next.
      await bench.settled()
      owner.sawCheckpoint(bench.view.checkpoint)
    }
    answer.resolve()
    await bench.settled()
    assert.equal(owner.timers!.held, 0)
    bench.log.now += 200
    await bench.settled()
    assert.deepEqual(bench.fired, [])
    await owner.stop()
  }
})

test('timers of a view of another log, or of one that went back, are not taken', async (t) => {
  const bench = startBench(t)
  const before = await bench.active(bench.own())
  await bench.set('a', bench.log.now)
  await bench.rings(1)
  bench.advance()
  await before.stop()
  bench.view.rows.set('timer|foreign', { cell: { dueAt: 1, rings: 0 }, offset: 0 })
  let wrong: Partial<typeof bench.view.checkpoint> = { claimId: 'of another log' }
  const read: typeof bench.view.read = async (...asked) => {
    const page = await bench.view.read(...asked)
    return { ...page, checkpoint: { ...page.checkpoint, ...wrong } }
  }
  const owner = await bench.active(bench.own({ timers: { read } }))
  const refused = async () => {
    const before = bench.view.pages.length
    await eventually(() => bench.view.pages.length > before + 2)
    assert.equal(owner.timers!.held, 0)
  }
  await refused()
  wrong = { nextOffset: bench.view.checkpoint.nextOffset - 1 }
  await refused()
  wrong = {}
  await bench.rings(2)
})

test('100,000 that are due at once are read page by page, no more in memory than there is room for, and each rings once', async (t) => {
  const count = 100_000
  const bench = startBench(t)
  await (await bench.active(bench.own())).stop()
  bench.advance()
  for (let i = 0; i < count; i++)
    bench.view.rows.set(`timer|${i}`, { cell: { dueAt: bench.log.now - count + ((i * 7919) % count), rings: 0 }, offset: 0 })
  // The view as of one moment, in the order of an index.
  const all = [...bench.view.rows]
    .map(([key, { cell, offset }]) => ({ key, cell, offset, dueAt: cell.dueAt }))
    .sort((a, b) => a.dueAt - b.dueAt)
  const { checkpoint } = bench.view
  let from = 0
  const limits = { timersMax: 10_000, timersPerPageMax: 1_000, timersAwaitedMax: 500, timerRetryMinMs: 60_000, timerRetryMaxMs: 60_000 }
  let heldMost = 0
  let beyond = 0
  const read: typeof bench.view.read = async (_partition, _after, _upTo, limit) => {
    const found = all.slice(from, from + limit)
    from += found.length
    return { checkpoint, found, more: found.length === limit }
  }
  const owner = bench.own({
    timers: { read },
    owners: 2,
    limits: { ...limits, cellsMax: 2 * count, entriesMax: 2 * count, lagEventsMax: 2 * count },
  })
  await eventually(
    () => {
      heldMost = Math.max(heldMost, owner.timers?.held ?? 0)
      if (owner.timers?.beyond) beyond += 1
      return bench.log.records.events.length >= count + 2
    },
    { timeoutMs: 60_000, intervalMs: 1 },
  )
  assert.ok(heldMost > 4_000 && heldMost <= limits.timersMax / 2, `${heldMost} at once`)
  assert.ok(beyond > 0, 'it is said that there are more')
  const { rang } = bench
  assert.equal(new Set(rang.map(({ to }) => to)).size, count)
  assert.equal(rang.length, count)
  assert.deepEqual([owner.timers!.held, owner.timers!.beyond], [0, false])
})

test('no more are fired at once than are awaited: others wait until those are done, or have been awaited for long enough', async (t) => {
  const bench = startBench(t)
  let takes = false
  const fire: TimedBench['fire'] = (key, due) => (takes ? bench.fire(key, due) : new Promise(() => {}))
  await bench.active(bench.own({ timers: { fire }, limits: { timersAwaitedMax: 3, timerRetryMinMs: 1_000, timerRetryMaxMs: 1_000 } }))
  for (let i = 0; i < 10; i++) await bench.set(`${i}`, bench.log.now + 10)
  bench.log.now += 10
  await eventually(() => bench.counters.timersFired === 3)
  await bench.settled()
  assert.equal(bench.counters.timersFired, 3)
  await eventually(() => bench.counters.timersFired >= 6)
  takes = true
  await bench.rings(10)
  assert.equal(bench.rang.length, 10)
})
