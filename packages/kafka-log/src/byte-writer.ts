// Writes the primitive types of Kafka's protocol into one buffer, big-endian. kafkajs's own encoder makes a zeroed buffer for
// every field group and a BigInt for every offset, which at thousands of small records a second is most of a request's cost.
// https://kafka.apache.org/protocol.html#protocol_types

const firstCapacity = 1024

/** Bytes of a number as a zigzag varint; the number is at most 32 bits. */
export function varintBytes(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0
  return zigzag < 0x80 ? 1 : zigzag < 0x4000 ? 2 : zigzag < 0x20_0000 ? 3 : zigzag < 0x1000_0000 ? 4 : 5
}

export class ByteWriter {
  #bytes: Buffer
  #length = 0

  /** Grows by itself; `capacity` in bytes only spares copies. */
  constructor(capacity: number = firstCapacity) {
    this.#bytes = Buffer.allocUnsafe(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** What was written: a view, good until the next write. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(count: number): number {
    const at = this.#length
    const needed = at + count
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
      this.#bytes.copy(grown, 0, 0, at)
      this.#bytes = grown
    }
    this.#length = needed
    return at
  }

  int8(value: number): this {
    const at = this.#reserve(1)
    this.#bytes[at] = value
    return this
  }

  int16(value: number): this {
    const at = this.#reserve(2)
    this.#bytes.writeInt16BE(value, at)
    return this
  }

  int32(value: number): this {
    const at = this.#reserve(4)
    this.#bytes.writeInt32BE(value, at)
    return this
  }

  /** A whole number of at most 53 bits. */
  int64(value: number): this {
    const at = this.#reserve(8)
    this.#bytes.writeInt32BE(Math.floor(value / 0x1_0000_0000), at)
    this.#bytes.writeUInt32BE(value >>> 0, at + 4)
    return this
  }

  /** A zigzag varint of at most 32 bits. */
  varint(value: number): this {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0
    let at = this.#reserve(varintBytes(value))
    while (rest >= 0x80) {
      this.#bytes[at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[at] = rest
    return this
  }

  /** Length as int16, then UTF-8. */
  string(value: string | null): this {
    if (value === null) return this.int16(-1)
    const count = Buffer.byteLength(value)
    this.int16(count)
    return this.text(value, count)
  }

  /** UTF-8 alone, of which the caller knows the length. */
  text(value: string, count: number): this {
    const at = this.#reserve(count)
    this.#bytes.write(value, at, count, 'utf8')
    return this
  }

  raw(value: Uint8Array): this {
    const at = this.#reserve(value.length)
    this.#bytes.set(value, at)
    return this
  }

  /** Overwrites four bytes written before. */
  setInt32(at: number, value: number): void {
    this.#bytes.writeInt32BE(value | 0, at)
  }
}
