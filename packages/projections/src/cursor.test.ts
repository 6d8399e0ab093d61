// The sync cursor comes back as it was made, and what it did not make is refused.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Cursor, decodeCursor, encodeCursor, isOfClaim, isOfLog, placesOf } from './cursor.ts'

const checkpoints = [
  { partition: 0, nextOffset: 1, logEpoch: 'a', claimId: 'first' },
  { partition: 3, nextOffset: 2 ** 40 + 5, logEpoch: 'b', claimId: 'second' },
  { partition: 15, nextOffset: 0, logEpoch: '', claimId: '' },
  { partition: 200, nextOffset: Number.MAX_SAFE_INTEGER, logEpoch: '', claimId: '' },
]

describe('cursor', () => {
  it('says how far each partition of which log was seen', () => {
    const cursor = decodeCursor(encodeCursor({ places: placesOf(checkpoints), unfinished: null }))
    assert.deepEqual([...cursor!.places.keys()], [0, 3])
    assert.equal(cursor!.places.get(3)!.nextOffset, 2 ** 40 + 5)
    assert.ok(isOfLog(cursor!.places.get(3)!, 'b'))
    assert.ok(!isOfLog(cursor!.places.get(3)!, 'a'))
    assert.ok(isOfClaim(cursor!.places.get(3)!, 'second'))
    assert.ok(!isOfClaim(cursor!.places.get(3)!, 'first'))
    assert.equal(cursor!.unfinished, null)
  })

  it('carries a sync of several pages', () => {
    const places = placesOf(checkpoints)
    for (const since of [null, places]) {
      const cursor: Cursor = { places, unfinished: { since, afterConversationId: 'd:ann:bob' } }
      assert.deepEqual(decodeCursor(encodeCursor(cursor)), cursor)
    }
  })

  it('refuses what it did not make', () => {
    const whole = encodeCursor({
      places: placesOf(checkpoints),
      unfinished: { since: placesOf(checkpoints), afterConversationId: 'd:ann:bob' },
    })
    assert.equal(decodeCursor(new Uint8Array(0)), null)
    for (let length = 0; length < whole.length; length++) assert.equal(decodeCursor(whole.subarray(0, length)), null, `cut at ${length}`)
    assert.equal(decodeCursor(Uint8Array.of(...whole, 0)), null)
    assert.equal(decodeCursor(Uint8Array.of(1, ...whole.subarray(1))), null)
    assert.equal(decodeCursor(Uint8Array.of(2, 2, 0)), null)
    assert.equal(decodeCursor(Uint8Array.of(2, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255)), null)
    assert.equal(decodeCursor(new Uint8Array(10_000).fill(255)), null)
    // Any byte changed: decodes to something of the right shape, or to null, but never throws.
    for (let i = 0; i < whole.length; i++) {
      for (const change of [1, 7, 128, 255]) decodeCursor(whole.map((byte, j) => (i === j ? byte ^ change : byte)))
    }
  })
})
