// /readyz of a processor said ok while partitions it was given stayed unowned, as when their log or view could not be read.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createPartitionReadiness, type PartitionPhase } from './partition-readiness.ts'

function clocked() {
  let at = 0
  let status: readonly PartitionPhase[] = []
  const readiness = createPartitionReadiness({ role: 'processor', status: () => status, now: () => at })
  return {
    readiness,
    /** The phases from now on, looked at for so long, each second. */
    pass(seconds: number, ...phases: string[]) {
      status = phases.map((phase, partition) => ({ partition, phase }))
      for (let i = 0; i < seconds; i++) {
        at += 1000
        readiness.look()
      }
    },
  }
}

test('a partition that stays out of active for longer than a start or a rebalance takes is named, with for how long', () => {
  const { readiness, pass } = clocked()
  assert.deepEqual(readiness.part(), { name: 'processor partitions', ok: true })
  pass(10, 'loading', 'active', 'claiming')
  assert.equal(readiness.part().ok, true)
  pass(1, 'loading', 'active', 'active')
  assert.equal(readiness.part().ok, true)
  // However its phases change meanwhile.
  for (let i = 0; i < 3; i++) pass(1, ['fenced', 'idle', 'claiming'][i]!, 'active', 'active')
  assert.deepEqual(readiness.part(), {
    name: 'processor partitions',
    ok: false,
    detail: '0 claiming, not active for 13 s',
  })
  pass(1, 'active', 'active', 'active')
  assert.equal(readiness.part().ok, true)
})

test('one that is active in between, or given to another, begins anew', () => {
  const { readiness, pass } = clocked()
  for (let i = 0; i < 5; i++) {
    pass(8, 'claiming')
    pass(1, 'active')
    pass(8, 'loading')
    pass(1)
  }
  pass(9, 'claiming')
  assert.equal(readiness.part().ok, true)
})
