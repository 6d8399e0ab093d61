// How long a client waits before it tries again: longer each time, never beyond the limit, and not all clients alike.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import test from 'node:test'
import fc from 'fast-check'
import { backOffMs, pause } from './back-off.ts'

const backOff = { baseMs: 100, maxMs: 1_000 }
const least = () => 0
const half = () => 0.5
const most = () => 1 - Number.EPSILON / 2 // the largest number below 1

test('each wait is half as long again as the one before, up to the limit', () => {
  const waits = Array.from({ length: 9 }, (_, attempt) => Math.round(backOffMs(backOff, attempt, most)))
  assert.deepEqual(waits, [100, 150, 225, 338, 506, 759, 1_000, 1_000, 1_000])
})

test('chance takes up to half of it away, evenly', () => {
  for (const attempt of [0, 1, 5, 20]) {
    const [shortest, middle, longest] = [least, half, most].map((random) => backOffMs(backOff, attempt, random)) as [number, number, number]
    assert.equal(shortest, longest / 2)
    assert.equal(middle, (shortest + longest) / 2)
  }
})

test('by default chance is taken anew each time', () => {
  const waits = new Set(Array.from({ length: 50 }, () => backOffMs(backOff, 3)))
  assert.ok(waits.size > 10, `${waits.size} different ones`)
})

test('whatever the attempt, it is a time to wait: never less than the one before, nor more than the limit', () => {
  const waits = fc.record({ baseMs: fc.nat({ max: 10_000 }), maxMs: fc.integer({ min: 1, max: 600_000 }) })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const attempts = fc.oneof(fc.nat({ max: 100 }), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER), fc.constant(Number.POSITIVE_INFINITY))
  fc.assert(
    fc.property(waits, attempts, chance, (given, attempt, random) => {
      const ms = backOffMs(given, attempt, () => random)
      assert.ok(ms >= Math.min(given.baseMs, given.maxMs) / 2 && ms <= given.maxMs, `${ms}`)
      assert.ok(backOffMs(given, attempt + 1, () => random) >= ms)
    }),
  )
})

test('a base above the limit waits as long as the limit says', () => {
  assert.equal(backOffMs({ baseMs: 5_000, maxMs: 1_000 }, 0, least), 500)
})

test('a pause ends early when it is told to, and leaves no listener behind', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const stop = new AbortController()
  const [whole, cut] = [pause(1_000, stop.signal), pause(1_001, stop.signal)]
  t.mock.timers.tick(1_000)
  assert.equal(await whole, true)
  assert.equal(getEventListeners(stop.signal, 'abort').length, 1)
  stop.abort()
  assert.equal(await cut, false)
  assert.equal(await pause(1_000, stop.signal), false)
  assert.equal(getEventListeners(stop.signal, 'abort').length, 0)
})

test('a pause that was ended holds no process up', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const stop = new AbortController()
  const waiting = pause(60_000, stop.signal)
  assert.equal(timers(), before + 1)
  stop.abort()
  await waiting
  assert.equal(timers(), before)
})
