// A sleep of the host is told from time that passes, from clocks that are coarse and from a process that is held up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHostSleep } from './host-sleep.ts'

function host() {
  const time = { uptimeMs: 90_000, monotonicMs: 4_000, heldUpMs: 0 }
  const wokeAt = createHostSleep(
    () => {
      const read = Math.floor(time.uptimeMs / 10) * 10
      // Between this reading and the next.
      pass(time.heldUpMs)
      time.heldUpMs = 0
      return read
    },
    () => time.monotonicMs,
  )
  function pass(ms: number): void {
    time.uptimeMs += ms
    time.monotonicMs += ms
  }
  return { time, wokeAt, pass }
}

test('time that passes is no sleep, whatever the coarseness of the clock', () => {
  const { wokeAt, pass } = host()
  for (let i = 0; i < 1000; i++) {
    pass(i * 1.7)
    assert.equal(wokeAt(), Number.NEGATIVE_INFINITY)
  }
})

test('a sleep is noticed at the next call, for good', () => {
  const { time, wokeAt, pass } = host()
  for (const sleptMs of [300, 3_600_000]) {
    time.uptimeMs += sleptMs
    pass(5)
    const noticedAt = time.monotonicMs
    assert.equal(wokeAt(), noticedAt)
    pass(60_000)
    assert.equal(wokeAt(), noticedAt)
  }
})

test('a process that is held up between two readings sees no sleep then, nor afterwards', () => {
  const { time, wokeAt, pass } = host()
  for (let i = 0; i < 5; i++) {
    time.heldUpMs = 2_000
    assert.equal(wokeAt(), Number.NEGATIVE_INFINITY)
    pass(100)
    assert.equal(wokeAt(), Number.NEGATIVE_INFINITY)
  }
})

test('the clocks of this host go together', () => {
  assert.equal(createHostSleep()(), Number.NEGATIVE_INFINITY)
})
