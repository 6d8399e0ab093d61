// What is typed for a time is a count and a unit, and nothing else.
import assert from 'node:assert/strict'
import test from 'node:test'
import { durationMs } from './duration.ts'

test('a time is a count and a unit', () => {
  assert.deepEqual(['90s', '10m', '2H', '7d'].map(durationMs), [90_000, 600_000, 7_200_000, 604_800_000])
})

test('anything else is refused, and told how to say it', () => {
  for (const word of ['', '0s', '-1m', '10', 'm', '1w', '1.5h', '1000000s', '10m2'])
    assert.throws(() => durationMs(word), { code: 'MISTYPED', detail: /say how long, as in <90s\|10m\|2h\|7d>$/ }, word)
})
