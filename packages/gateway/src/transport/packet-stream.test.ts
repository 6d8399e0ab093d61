// Packets out of a stream cut anywhere; errors on the header alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeRawPacket, type Packet, PacketError } from '@skein/contracts'
import fc from 'fast-check'
import { PartialPacket, readPackets } from './packet-stream.ts'

const packetBytesMax = 4_096

/** What a connection does with its pieces. */
function readAll(pieces: readonly Uint8Array[]): Packet[] {
  const packets: Packet[] = []
  const take = (list: Packet[], packet: Packet): boolean => list.push({ ...packet, body: Uint8Array.from(packet.body) }) > 0
  let partial: PartialPacket | null = null
  for (const piece of pieces) {
    let rest = piece
    if (partial !== null) {
      const { taken, packet } = partial.take(rest, packetBytesMax)
      rest = rest.subarray(taken)
      if (packet === null) continue
      take(packets, packet)
      partial = null
    }
    const taken = readPackets(rest, packetBytesMax, packets, take)
    if (taken < rest.length) partial = new PartialPacket(rest.subarray(taken))
  }
  assert.equal(partial, null)
  return packets
}

const u16 = fc.integer({ min: 0, max: 65_535 })
const packet = fc.record(
  { flags: u16, service: u16, command: u16, sequence: u16, body: fc.uint8Array({ maxLength: 300 }) },
  { noNullPrototype: true },
)

test('any packets, cut anywhere, come out as they were', () => {
  fc.assert(
    fc.property(
      fc.array(packet, { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (packets, cuts) => {
        const stream = Buffer.concat(packets.map((p) => encodeRawPacket(p)))
        const pieces: Uint8Array[] = []
        for (let at = 0, i = 0; at < stream.length; i++) {
          const length = cuts[i % cuts.length]!
          pieces.push(stream.subarray(at, at + length))
          at += length
        }
        assert.deepEqual(readAll(pieces), packets)
      },
    ),
  )
})

test('a bad header is refused before its body is there', () => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(packetBytesMax + 1)
  bytes.writeUInt16BE(1, 4)
  assert.throws(() => readPackets(bytes, packetBytesMax, null, () => true), PacketError)
  const partial = new PartialPacket(bytes.subarray(0, 10))
  assert.throws(() => partial.take(bytes.subarray(10), packetBytesMax), { code: 'PACKET_TOO_LARGE' })
})

test('a partial packet holds what has arrived, not what was announced', () => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(packetBytesMax)
  bytes.writeUInt16BE(1, 4)
  const partial = new PartialPacket(bytes)
  partial.take(Buffer.alloc(100), packetBytesMax)
  assert.equal(partial.bufferedBytes, 116)
})
