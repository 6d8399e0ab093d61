// How pauses grow, up to where, what makes them short again, and what ends one early.
import assert from 'node:assert/strict'
import test from 'node:test'
import { BackOff } from './back-off.ts'
import { pause } from './pause.ts'

test('pauses double up to the limit, and a success makes them short again', () => {
  const backOff = new BackOff({ minMs: 100, maxMs: 350 }, () => 0.5)
  assert.deepEqual(
    Array.from({ length: 4 }, () => backOff.nextMs()),
    [100, 200, 350, 350],
  )
  backOff.reset()
  assert.equal(backOff.nextMs(), 100)
})

test('jitter makes a pause between half and one and a half times as long', () => {
  assert.equal(new BackOff({ minMs: 100, maxMs: 100 }, () => 0).nextMs(), 50)
  assert.equal(new BackOff({ minMs: 100, maxMs: 100 }, () => 0.999).nextMs(), 149.9)
})

test('a pause says whether it went to its end', async () => {
  assert.equal(await pause(1), true)
  assert.equal(await pause(3_600_000, AbortSignal.abort()), false)
  const stop = new AbortController()
  const paused = new BackOff({ minMs: 3_600_000, maxMs: 3_600_000 }).pause(stop.signal)
  stop.abort()
  assert.equal(await paused, false)
})
