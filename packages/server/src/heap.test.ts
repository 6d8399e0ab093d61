// Processors and gateways were collected every few seconds though their heaps were small.
import assert from 'node:assert/strict'
import test from 'node:test'
import { growthPercent, youngGrowthFactor } from './heap.ts'

const mib = 1024 * 1024

test('a small heap may grow to 192 MiB, a large one by the least, none by more than four times', () => {
  const limitOf = (liveMib: number, least: number) => liveMib * (1 + growthPercent(liveMib * mib, liveMib * mib, least) / 100)
  for (const live of [48, 64, 100]) assert.ok(Math.abs(limitOf(live, 50) - 192) < 2, `${live}`)
  assert.equal(growthPercent(150 * mib, 150 * mib, 50), 50)
  assert.equal(growthPercent(150 * mib, 150 * mib, 100), 100)
  assert.equal(growthPercent(400 * mib, 400 * mib, 50), 50)
  assert.equal(growthPercent(10 * mib, 10 * mib, 50), 300)
})

test('one that is filling grows by the least', () => {
  assert.equal(growthPercent(60 * mib, 40 * mib, 50), 50)
  assert.ok(growthPercent(60 * mib, 55 * mib, 50) > 200)
})

test('the space of what is young doubles until it is as large as it may be', () => {
  assert.deepEqual(
    [1, 32, 64, 128].map((size) => youngGrowthFactor(size * mib, 64 * mib)),
    [2, 2, 1, 1],
  )
})
