// CRC-32C (Castagnoli), the checksum of record batches, eight bytes at a time: byte by byte each step waits for the one before it. A table for
// each place among the eight tells what a byte there comes to once those behind it have been taken, too.

const polynomial = 0x82f6_3b78
const stepBytes = 8

/** By a byte; the last of a step has the first. */
const tables = makeTables()

function makeTables(): readonly Uint32Array[] {
  const last = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
    return crc
  })
  const made = [last]
  while (made.length < stepBytes) made.push(made.at(-1)!.map((crc) => (crc >>> 8) ^ last[crc & 0xff]!))
  return made
}

/** Unsigned. */
export function crc32c(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [Uint32Array, ...Uint32Array[]]
  let crc = -1
  let at = 0
  for (const end = bytes.length - (bytes.length % stepBytes); at < end; at += stepBytes) {
    const first = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    crc = t7![first & 0xff]! ^ t6![(first >>> 8) & 0xff]! ^ t5![(first >>> 16) & 0xff]! ^ t4![first >>> 24]!
    crc ^= t3![bytes[at + 4]!]! ^ t2![bytes[at + 5]!]! ^ t1![bytes[at + 6]!]! ^ t0[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[at]!) & 0xff]!
  return ~crc >>> 0
}
