// Which partition a key belongs to: murmur2 of its UTF-8 bytes, as Kafka's own clients compute it, so that stock tools
// agree with us and both logs place an aggregate alike. Runs in Node and in browsers.

const seed = 0x9747b28c
const multiplier = 0x5bd1e995

const utf8 = new TextEncoder()

/** 32-bit signed murmur2 with the seed of Kafka's Java client. */
function murmur2(bytes: Uint8Array): number {
  const length = bytes.length
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const wordsEnd = length - (length % 4)
  let hash = seed ^ length
  for (let at = 0; at < wordsEnd; at += 4) {
    let word = Math.imul(view.getInt32(at, true), multiplier)
    word = Math.imul(word ^ (word >>> 24), multiplier)
    hash = Math.imul(hash, multiplier) ^ word
  }
  if (wordsEnd < length) {
    let rest = 0
    for (let at = length - 1; at >= wordsEnd; at--) rest = (rest << 8) | bytes[at]!
    hash = Math.imul(hash ^ rest, multiplier)
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier)
  return hash ^ (hash >>> 15)
}

/** Partition of a key, 0 to partitionCount - 1. */
export function partitionForKey(key: string, partitionCount: number): number {
  return (murmur2(utf8.encode(key)) & 0x7fffffff) % partitionCount
}
