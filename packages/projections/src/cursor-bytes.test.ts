// Story: cursors came back as they were made, whatever was done to how they are written: with another order of partitions or another hash, every
// device would have synced from its beginning after an update, and no test failed. The bytes are those that devices keep; of those that nobody
// made, each kind is refused for itself.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCursor, encodeCursor, placesOf } from './cursor.ts'

/** Of FNV-1a with 32 bits, as published. */
const hashes = { a: [0xe4, 0x0c, 0x29, 0x2c], foobar: [0xbf, 0x9c, 0xf9, 0x68] }
const seen = (partition: number, nextOffset: number) => ({ partition, nextOffset, logEpoch: 'a', claimId: 'foobar' })
const place = [...hashes.a, ...hashes.foobar]

test('a cursor is these bytes: partitions in their order, epoch and claim by their hashes, numbers by seven bits', () => {
  const places = placesOf([seen(3, 128), seen(0, 127)])
  assert.deepEqual([...encodeCursor({ places, unfinished: null })], [2, 0, 2, 0, ...place, 0x7f, 3, ...place, 0x80, 1])
  const unfinished = { since: placesOf([seen(1, 1)]), afterConversationId: 'g:é' }
  assert.deepEqual([...encodeCursor({ places: new Map(), unfinished })], [2, 3, 0, 1, 1, ...place, 1, 4, ...Buffer.from('g:é')])
  assert.deepEqual([...encodeCursor({ places: new Map(), unfinished: { since: null, afterConversationId: '' } })], [2, 1, 0, 0])
})

test('a partition of which nothing was seen has no place', () => {
  assert.equal(placesOf([seen(0, 0), { ...seen(1, 1), logEpoch: '' }]).size, 0)
})

test('the largest offset and as many partitions as there may be come back', () => {
  const places = placesOf(Array.from({ length: 4096 }, (_, i) => seen(i, Number.MAX_SAFE_INTEGER)))
  assert.deepEqual(decodeCursor(encodeCursor({ places, unfinished: null })), { places, unfinished: null })
})

test('what nobody made is refused', () => {
  assert.notEqual(decodeCursor(Uint8Array.of(2, 0, 1, 0, ...place, 1)), null)
  const refused = {
    'another shape': [2, 4, 0],
    'a number longer than any': [2, 0, ...Array(8).fill(0x80)],
    'a number longer than any, and its end': [2, 0, ...Array(8).fill(0x80), 0],
    'an offset beyond the largest': [2, 0, 1, 0, ...place, ...Array(7).fill(0xff), 0x7f],
    'a partition twice': [2, 0, 2, 5, ...place, 1, 5, ...place, 1],
    'a partition beyond the last': [2, 0, 1, 0x80, 0x20, ...place, 1],
    'more partitions than there may be': [2, 0, 0x81, 0x20],
    'a text that is none': [2, 1, 0, 1, 0xff],
    'a text longer than what is there': [2, 1, 0, 2, 0x61],
    'another version': [1, 0, 0],
  }
  for (const [what, bytes] of Object.entries(refused)) assert.equal(decodeCursor(Uint8Array.from(bytes)), null, what)
})
