// Partitions as Kafka's clients compute them, checked against another implementation.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { partitionForKey } from '@skein/contracts'
import kafkajs from 'kafkajs'

test('a key goes to the partition that a Kafka client computes', () => {
  const partitionCount = 4_093
  const partitionMetadata = Array.from({ length: partitionCount }, (_, partitionId) => ({ partitionId, leader: 0 }))
  const oracle = kafkajs.Partitioners.DefaultPartitioner()
  const keys = [
    '',
    'a',
    'é',
    '你好',
    '👋🏽',
    ...Array.from({ length: 300 }, (_, i) =>
      randomUUID()
        .repeat(2)
        .slice(0, i % 70),
    ),
  ]
  for (const key of keys.filter((each) => each !== '')) {
    const expected = oracle({ topic: 't', partitionMetadata: partitionMetadata as never, message: { key, value: null } })
    assert.equal(partitionForKey(key, partitionCount), expected, JSON.stringify(key))
  }
})
