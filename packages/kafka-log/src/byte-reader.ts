// Reads the primitive types of Kafka's protocol, big-endian, from a buffer; what it answers as bytes are views of it. A number, a
// length or a count that goes past the end is a RangeError, and nothing is read from there.
// https://kafka.apache.org/protocol.html#protocol_types

/** Of a varlong; more is no number. */
const varintBytesMax = 10

export class ByteReader {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  int8(): number {
    return this.bytes.readInt8(this.at++)
  }

  int16(): number {
    const value = this.bytes.readInt16BE(this.at)
    this.at += 2
    return value
  }

  int32(): number {
    const value = this.bytes.readInt32BE(this.at)
    this.at += 4
    return value
  }

  /** Exact up to 53 bits, which no offset, time or producer id reaches. */
  int64(): number {
    const value = this.bytes.readInt32BE(this.at) * 0x1_0000_0000 + this.bytes.readUInt32BE(this.at + 4)
    this.at += 8
    return value
  }

  /** A zigzag varint or varlong; exact up to 53 bits. */
  varint(): number {
    let zigzag = 0
    const endsBefore = this.at + varintBytesMax
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.at < endsBefore ? this.bytes[this.at++] : undefined
      if (byte === undefined) throw new RangeError('a number runs past the end of what was answered, or past its own')
      zigzag += (byte & 0x7f) * unit
      if (byte < 0x80) break
    }
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
  }

  /** Length as int16, then UTF-8; empty for null. */
  string(): string {
    const count = this.int16()
    return count < 0 ? '' : this.#take(count).toString()
  }

  /** Length as a varint; null for a negative one. */
  varintBytes(): Buffer | null {
    const count = this.varint()
    return count < 0 ? null : this.#take(count)
  }

  /** Length as int32; empty for null. */
  sizedBytes(): Buffer {
    return this.#take(Math.max(0, this.int32()))
  }

  /** Reads as many as an int32 says; none for null. */
  each(read: () => void): void {
    for (let left = this.int32(); left > 0; left--) read()
  }

  skip(count: number): void {
    this.at = this.after(count)
  }

  /** Where the next so many bytes end. */
  after(count: number): number {
    const there = this.bytes.length - this.at
    if (count < 0 || count > there) throw new RangeError(`${count} bytes announced, ${there} there`)
    return this.at + count
  }

  #take(count: number): Buffer {
    const from = this.at
    this.skip(count)
    return this.bytes.subarray(from, this.at)
  }
}
