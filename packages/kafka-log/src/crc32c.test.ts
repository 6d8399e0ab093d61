// The checksum against values that are published, and against itself taken bit by bit.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { crc32c } from './crc32c.ts'

function bitByBit(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f6_3b78 : crc >>> 1
  }
  return ~crc >>> 0
}

test('the checksum is the one that is published', () => {
  assert.equal(crc32c(Buffer.from('123456789')), 0xe306_9283)
  assert.equal(crc32c(new Uint8Array(0)), 0)
  assert.equal(crc32c(new Uint8Array(32)), 0x8a91_36aa)
  assert.equal(crc32c(new Uint8Array(32).fill(0xff)), 0x62a8_ab43)
})

test('it is that of bytes of any length', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = randomBytes(length)
    assert.equal(crc32c(bytes), bitByBit(bytes), bytes.toString('hex'))
  }
})
