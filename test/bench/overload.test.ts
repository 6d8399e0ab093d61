// Goodput is what was answered while it was measured: what was due then is answered long after, where more is offered than is served.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodputOf } from './overload.ts'

test('goodput is of the answers within the measured time, and a share of the knee', () => {
  const result = { answered: 57_000, seconds: 30, acked: 80_000 }
  assert.deepEqual(goodputOf(result, 2_000), { kneeRate: 2_000, goodput: 1_900, goodputShare: 0.95 })
})
