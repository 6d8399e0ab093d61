// A projector whose every attempt failed, and one that a fault had ended for good, said that they were ready.
import assert from 'node:assert/strict'
import test from 'node:test'
import { serveUntilStopped } from './served-partition.ts'
import { ServingPhase } from './serving-phase.ts'

test('a partition whose attempts fail is failing also during the next attempt, until work is done, or none failed for long', () => {
  let now = 0
  const phase = new ServingPhase(() => now)
  assert.equal(phase.name, 'active')
  phase.failed()
  now += 14_000
  assert.equal(phase.name, 'failing')
  phase.succeeded()
  assert.equal(phase.name, 'active')
  phase.failed()
  now += 16_000
  assert.equal(phase.name, 'active')
})

test('serving tells its phase: failing while it begins again, active once it has done something, stopped for good', async () => {
  const phase = new ServingPhase()
  const stop = new AbortController()
  const seen: string[] = []
  let attempt = 0
  await serveUntilStopped({
    signal: stop.signal,
    backOff: { minMs: 1, maxMs: 1 },
    phase,
    async serve(succeeded) {
      seen.push(phase.name)
      attempt++
      if (attempt === 2) succeeded()
      seen.push(phase.name)
      throw new Error(`attempt ${attempt}`)
    },
    failed: () => attempt < 3,
  })
  assert.deepEqual(seen, ['active', 'active', 'failing', 'active', 'failing', 'failing'])
  assert.equal(phase.name, 'stopped')
})
