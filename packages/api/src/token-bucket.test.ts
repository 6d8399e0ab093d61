// Buckets by key: bursts, refill, bounded keys.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTokenBuckets } from './token-bucket.ts'

function buckets(keysMax = 10) {
  const clock = { ms: 0 }
  return { clock, bucket: createTokenBuckets({ burst: 2, perMinute: 6 }, { keysMax, monotonicMs: () => clock.ms }) }
}

test('a burst, then one per interval, never more than a burst saved up', () => {
  const { clock, bucket } = buckets()
  assert.deepEqual([bucket.take('a'), bucket.take('a'), bucket.take('a'), bucket.take('b')], [0, 0, 10_000, 0])
  clock.ms = 4_000
  assert.equal(bucket.take('a'), 6_000)
  clock.ms = 10_000
  assert.deepEqual([bucket.take('a'), bucket.take('a')], [0, 10_000])
  clock.ms = 10_000_000
  assert.deepEqual([bucket.take('a'), bucket.take('a'), bucket.take('a') > 0], [0, 0, true])
})

test('what is given back can be taken again, and no more than that', () => {
  const { bucket } = buckets()
  bucket.take('a')
  bucket.take('a')
  bucket.giveBack('a')
  assert.equal(bucket.take('a'), 0)
  assert.ok(bucket.take('a') > 0)
  for (let i = 0; i < 9; i++) bucket.giveBack('b')
  assert.deepEqual([bucket.take('b'), bucket.take('b'), bucket.take('b') > 0], [0, 0, true])
})

test('a clock that goes back takes nothing away', () => {
  const { clock, bucket } = buckets()
  clock.ms = 1_000
  bucket.take('a')
  clock.ms = 0
  assert.equal(bucket.take('a'), 0)
})

test('the key unused for longest is forgotten first', () => {
  const { bucket } = buckets(2)
  for (const key of ['a', 'a', 'b', 'b']) bucket.take(key)
  assert.ok(bucket.take('a') > 0)
  bucket.take('c') // b goes
  assert.ok(bucket.take('a') > 0)
  assert.equal(bucket.take('b'), 0)
})
