// Which partition a key belongs to: murmur2 of its UTF-8 bytes, as Kafka's own clients compute it, so that stock tools
// agree with us and both logs place an aggregate alike. Runs in Node and in browsers.

const seed = 0x9747b28c
const multiplier = 0x5bd1e995

const utf8 = new TextEncoder()

/** Every command has a key: those of ordinary length are encoded where the one before was. */
const scratch = new Uint8Array(1024)
const scratchView = new DataView(scratch.buffer)
const bytesOfCharMax = 3

/** 32-bit signed murmur2 with the seed of Kafka's Java client, of the first `length` bytes. */
function murmur2(view: DataView, length: number): number {
  const wordsEnd = length - (length % 4)
  let hash = seed ^ length
  for (let at = 0; at < wordsEnd; at += 4) {
    let word = Math.imul(view.getInt32(at, true), multiplier)
    word = Math.imul(word ^ (word >>> 24), multiplier)
    hash = Math.imul(hash, multiplier) ^ word
  }
  if (wordsEnd < length) {
    let rest = 0
    for (let at = length - 1; at >= wordsEnd; at--) rest = (rest << 8) | view.getUint8(at)
    hash = Math.imul(hash ^ rest, multiplier)
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier)
  return hash ^ (hash >>> 15)
}

/** Partition of a key, 0 to partitionCount - 1. */
export function partitionForKey(key: string, partitionCount: number): number {
  return (hashOf(key) & 0x7fffffff) % partitionCount
}

function hashOf(key: string): number {
  if (key.length * bytesOfCharMax <= scratch.length) return murmur2(scratchView, utf8.encodeInto(key, scratch).written)
  const bytes = utf8.encode(key)
  return murmur2(new DataView(bytes.buffer, bytes.byteOffset), bytes.length)
}
