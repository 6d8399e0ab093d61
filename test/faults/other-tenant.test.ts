// Scenarios passed on a quiet machine with outages of 2 to 7 s took 10 to 38 s beside a compiler, which nobody saw before somebody compiled. What
// is said to be beside a run must be there, and be told; and its mark must not take the place of a longer one of the scenario.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { shareOf } from '../load/burners.ts'
import { openOtherTenant } from './other-tenant.ts'
import { aloneMark, frozenMark, markOf, walkMark } from './outage-marks.ts'

/** A busy machine only ever takes from it. */
const tookLeast = 0.02
const spanMs = 1_000

test('who is beside a run takes something of every core, and says what', async (t) => {
  const tenant = openOtherTenant(0.2)
  t.after(() => tenant.close())
  // While it starts it is busy with that.
  await delay(spanMs)
  tenant.burn()
  await delay(spanMs)
  const { burned } = tenant.rest()
  assert.equal(burned?.share, 0.2)
  assert.ok(burned.took > tookLeast && burned.took < 0.4, `it took ${burned.took}`)
})

test('where nobody is asked for, nobody is there', () => {
  const tenant = openOtherTenant(undefined)
  tenant.burn()
  assert.deepEqual(tenant.rest(), {})
})

test('beside it the mark is 15 s, unless the scenario has a larger one', () => {
  assert.equal(markOf(undefined, 1)?.ms, 15_000)
  assert.equal(markOf(frozenMark(7_000), 0.5)?.ms, 15_000)
  const own = walkMark(1_000)
  assert.deepEqual([markOf(own, 1), markOf(aloneMark, 1)], [own, aloneMark])
  assert.deepEqual([markOf(undefined, undefined), markOf(own, undefined)], [undefined, own])
})

test('a share is more than nothing, and at most a whole core', () => {
  assert.deepEqual(['0.5', '1', '0', '-1', '1.5', 'half', ''].map(shareOf), [0.5, 1, null, null, null, null, null])
})
