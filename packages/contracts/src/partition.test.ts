// Partitions must agree with Kafka's Java client for ever: keys already in a log would change their owner otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partitionForKey } from './partition.ts'

/** Hashes published in the tests of Kafka's Java client; the last four, long ones and such with characters of several bytes, are kafkajs's. */
const published: readonly (readonly [string, number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
  ['app/d:zoë:日本', -1277796196],
  ['日本'.repeat(200), -1304323482],
  ['x'.repeat(341), 2082634820],
  ['x'.repeat(342), -1628546064],
]

test('a key goes to the partition that Kafka computes', () => {
  for (const [key, hash] of published) {
    for (const count of [1, 3, 16, 1024, 2 ** 31])
      assert.equal(partitionForKey(key, count), (hash & 0x7fffffff) % count, `${key} of ${count}`)
  }
})
