// The pause between requests to the log: none for a process with time to spare, the whole of it for a busy one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { lingerOf, share } from './pace.ts'

test('an idle process waits for nothing, a busy one as long as it may, and in between as busy as it is', () => {
  assert.deepEqual(
    [0, 0.2, 0.4, 0.6, 1].map((utilization) => Math.round(share(utilization) * 100) / 100),
    [0, 0, 0.5, 1, 1],
  )
})

test('the event loop says how busy the process is', async () => {
  const busyUntil = performance.now() + 700
  let busiest = 0
  while (performance.now() < busyUntil) {
    const turnEnds = performance.now() + 20
    while (performance.now() < turnEnds);
    busiest = Math.max(busiest, lingerOf(4))
    await new Promise(setImmediate)
  }
  assert.equal(busiest, 4)
  lingerOf(4)
  await delay(500)
  assert.equal(lingerOf(4), 0)
})
