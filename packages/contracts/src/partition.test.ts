// Partitions must agree with Kafka's Java client for ever: keys already in a log would change their owner otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partitionForKey } from './partition.ts'

/** Hashes published in the tests of Kafka's Java client. */
const published: readonly (readonly [string, number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
]

test('a key goes to the partition that Kafka computes', () => {
  for (const [key, hash] of published) {
    for (const count of [1, 3, 16, 1024, 2 ** 31])
      assert.equal(partitionForKey(key, count), (hash & 0x7fffffff) % count, `${key} of ${count}`)
  }
})
