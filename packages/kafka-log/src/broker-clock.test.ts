// What a process learns of the log's clock from its answers, by hand-moved clocks of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockFault } from '@skein/event-sourcing'
import { createBrokerClock } from './broker-clock.ts'

/** The true time is that of the log; the own wall clock differs from it, and the monotonic one began some time ago. */
function clocks(skewMs: number) {
  const time = { now: 1_800_000_000_000, skewMs, monotonic: 5_000 }
  const clock = createBrokerClock(
    () => time.now + time.skewMs,
    () => time.monotonic,
  )
  const pass = (ms: number) => {
    time.now += ms
    time.monotonic += ms
  }
  /** An append that takes so long there, and back. */
  function append(thereMs: number, backMs: number, broker = 0, brokerAheadMs = 0): void {
    const sentAt = time.monotonic
    pass(thereMs)
    const appendedAt = Math.floor(time.now + brokerAheadMs)
    pass(backMs)
    clock.learn(broker, { appendedAt, sentAt, answeredAt: time.monotonic })
  }
  const off = () => clock.now() - time.now
  return { time, clock, pass, append, off }
}

test('without an answer the own clock is believed', () => {
  const { clock, off } = clocks(3_500)
  assert.deepEqual([off(), clock.aheadMs(), clockFault(clock)], [3_500, 0, null])
})

for (const skewMs of [3_500, -3_500, 86_400_000]) {
  test(`one answer shows a clock that is ${skewMs} ms off, as far as the answer was under way`, () => {
    const { clock, append, off } = clocks(skewMs)
    append(4, 6)
    assert.ok(Math.abs(off()) <= 10, `${off()}`)
    assert.ok(Math.abs(clock.aheadMs() - skewMs) <= 10, `${clock.aheadMs()}`)
    assert.match(clockFault(clock)!, skewMs > 0 ? /ahead of/ : /behind/)
  })
}

test('a clock that the answers allow is not touched, however slow they are', () => {
  const { clock, append, off } = clocks(30)
  append(40, 0)
  append(2_000, 2_000)
  assert.deepEqual([off(), clock.aheadMs(), clockFault(clock)], [30, 0, null])
})

test('fast answers narrow what slow ones left open, and it widens as they age', () => {
  const { clock, append, pass, off } = clocks(1_500)
  append(3_000, 0)
  assert.equal(clock.aheadMs(), 0, 'three seconds show nothing')
  append(2, 1)
  assert.ok(Math.abs(off()) <= 3)
  const sure = clock.aheadMs()
  pass(60_000)
  append(3_000, 0)
  assert.ok(clock.aheadMs() <= sure && clock.aheadMs() > sure - 60, `${clock.aheadMs()}`)
})

test('a clock that is set is noticed at once, whichever it was', () => {
  const { time, clock, append, off } = clocks(0)
  append(2, 2)
  time.skewMs = 4_000
  assert.ok(Math.abs(clock.aheadMs() - 4_000) <= 5 && Math.abs(off()) <= 5, 'the own one ran ahead')
  time.skewMs = 0
  assert.equal(clock.aheadMs(), 0, 'and was mended')
  // The broker's.
  time.now += 10_000
  time.skewMs = -10_000
  append(2, 2)
  assert.ok(Math.abs(clock.aheadMs() + 10_000) <= 5 && Math.abs(off()) <= 5, `${clock.aheadMs()}`)
})

test('after a sleep of the host, in which the monotonic clock stood still, the next answer puts it right', () => {
  const { time, clock, append, off } = clocks(0)
  append(2, 2)
  time.now += 3_600_000
  assert.notEqual(clockFault(clock), null, 'until then it looks wrong')
  append(2, 2)
  assert.deepEqual([off(), clockFault(clock)], [0, null])
})

test('of several brokers the one in the middle is believed', () => {
  const { clock, append } = clocks(0)
  append(1, 1, 1)
  append(1, 1, 2)
  append(1, 1, 3, 60_000)
  assert.equal(clockFault(clock), null)
  append(1, 1, 2, 60_000)
  assert.match(clockFault(clock)!, /behind/)
})
