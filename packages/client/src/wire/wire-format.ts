// How protobuf lays values out in bytes, as far as the wire schemas need it: a writer that grows, a reader that never looks
// outside what it was given, and the scalar kinds of fields. Runs in Node and in browsers, and makes no code at run time.

/** Of a field on the wire: a varint, 8 bytes, a length and that many bytes, a group's bounds, 4 bytes. */
export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const

/** Why bytes are not the message they should be. */
export class WireFormatError extends Error {
  override readonly name = 'WireFormatError'
}

export interface Writer {
  bytes: Uint8Array<ArrayBuffer>
  at: number
}

export interface Reader {
  readonly bytes: Uint8Array
  at: number
  /** Of the message that is read, not of the bytes. */
  end: number
  /** Messages and groups that the one being read is in. */
  depth: number
}

/** A type of field: how its values are written and read. */
export interface Kind<T> {
  readonly wireType: number
  /** What a field that is not on the wire holds, and what is not written; null for messages. */
  readonly absent: T | null
  write(writer: Writer, value: T): void
  /** `before` is what the field held so far: a message that comes twice is merged. */
  read(reader: Reader, before?: T): T
}

const depthMax = 64
const varintBytesMax = 10
const bytesMostly = 256
/** Shorter texts are read and written faster without the platform's codecs. */
const textBytesByHand = 64

const textEncoder = new TextEncoder()
const textDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const createWriter = (): Writer => ({ bytes: new Uint8Array(bytesMostly), at: 0 })

function reserve(writer: Writer, count: number): void {
  const needed = writer.at + count
  if (needed <= writer.bytes.length) return
  const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2))
  grown.set(writer.bytes.subarray(0, writer.at))
  writer.bytes = grown
}

/** A whole number from 0 to 2^53 - 1. */
export function writeVarint(writer: Writer, value: number): void {
  reserve(writer, varintBytesMax)
  const { bytes } = writer
  let rest = value
  // Bit operations are of 32 bits.
  for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) bytes[writer.at++] = (rest % 128) | 128
  for (; rest > 127; rest >>>= 7) bytes[writer.at++] = (rest & 127) | 128
  bytes[writer.at++] = rest
}

/** What `write` writes, behind its length: the length is mostly one byte, and what was written moves when it is more. */
export function writeDelimited<T>(writer: Writer, write: (writer: Writer, value: T) => void, value: T): void {
  reserve(writer, 1)
  const start = ++writer.at
  write(writer, value)
  const length = writer.at - start
  if (length < 128) {
    writer.bytes[start - 1] = length
    return
  }
  const more = varintBytes(length) - 1
  reserve(writer, more)
  writer.bytes.copyWithin(start + more, start, writer.at)
  writer.at = start - 1
  writeVarint(writer, length)
  writer.at += length
}

function varintBytes(value: number): number {
  let count = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) count++
  return count
}

function writeText(writer: Writer, text: string): void {
  reserve(writer, text.length * 3)
  const { bytes, at } = writer
  if (text.length <= textBytesByHand) {
    let index = 0
    for (; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit > 127) break
      bytes[at + index] = unit
    }
    if (index === text.length) {
      writer.at = at + index
      return
    }
  }
  writer.at = at + textEncoder.encodeInto(text, bytes.subarray(at)).written
}

function writeBytes(writer: Writer, value: Uint8Array): void {
  reserve(writer, value.length)
  writer.bytes.set(value, writer.at)
  writer.at += value.length
}

function nextByte(reader: Reader): number {
  if (reader.at >= reader.end) throw new WireFormatError('ends within a field')
  return reader.bytes[reader.at++]!
}

/** A whole number up to 2^53 - 1. */
export function readVarint(reader: Reader): number {
  let value = 0
  let scale = 1
  for (let count = 0; count < varintBytesMax; count++) {
    const byte = nextByte(reader)
    value += (byte & 127) * scale
    if (byte < 128) {
      if (value > Number.MAX_SAFE_INTEGER) throw new WireFormatError('number above 2^53 - 1')
      return value
    }
    scale *= 128
  }
  throw new WireFormatError('number without end')
}

/** The lowest 32 bits of a number, signed. */
function readVarint32(reader: Reader): number {
  let value = 0
  for (let count = 0; count < varintBytesMax; count++) {
    const byte = nextByte(reader)
    if (count < 5) value |= (byte & 127) << (7 * count)
    if (byte < 128) return value
  }
  throw new WireFormatError('number without end')
}

/** A tag or a length: these are of 32 bits, and written no longer than needed for as many. */
function readUint32(reader: Reader): number {
  const start = reader.at
  const value = readVarint(reader)
  if (value > 0xffffffff || reader.at - start > 5) throw new WireFormatError('tag or length of more than 32 bits')
  return value
}

/** Number of the field << 3 | wire type. */
export function readTag(reader: Reader): number {
  const tag = readUint32(reader)
  if (tag < 8) throw new WireFormatError('field 0')
  return tag
}

/** Where the bytes end whose length comes next. */
export function readEnd(reader: Reader): number {
  const end = readUint32(reader) + reader.at
  if (end > reader.end) throw new WireFormatError('ends within a field')
  return end
}

export function enter(reader: Reader): void {
  if (++reader.depth > depthMax) throw new WireFormatError('nested too deep')
}

/** Passes over a field that nobody here knows. */
export function skip(reader: Reader, tag: number): void {
  const wireType = tag & 7
  if (wireType === wireTypes.varint) {
    readVarint32(reader)
  } else if (wireType === wireTypes.bytes) {
    reader.at = readEnd(reader)
  } else if (wireType === wireTypes.fixed64 || wireType === wireTypes.fixed32) {
    reader.at += wireType === wireTypes.fixed64 ? 8 : 4
    if (reader.at > reader.end) throw new WireFormatError('ends within a field')
  } else if (wireType === wireTypes.groupStart) {
    enter(reader)
    let inner = readTag(reader)
    for (; (inner & 7) !== wireTypes.groupEnd; inner = readTag(reader)) skip(reader, inner)
    if (inner >>> 3 !== tag >>> 3) throw new WireFormatError('group without end')
    reader.depth--
  } else {
    throw new WireFormatError(`wire type ${wireType}`)
  }
}

function readText(reader: Reader): string {
  const end = readEnd(reader)
  const { bytes, at } = reader
  reader.at = end
  if (end - at <= textBytesByHand) {
    let text = ''
    let index = at
    for (; index < end && bytes[index]! < 128; index++) text += String.fromCharCode(bytes[index]!)
    if (index === end) return text
  }
  try {
    return textDecoder.decode(bytes.subarray(at, end))
  } catch (error) {
    throw new WireFormatError('text is not UTF-8', { cause: error })
  }
}

const none = new Uint8Array(0)

function writeWhole(writer: Writer, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number from 0 to 2^53 - 1`)
  writeVarint(writer, value)
}

function writeUint32(writer: Writer, value: number): void {
  if (value >>> 0 !== value) throw new RangeError(`${value} is not a whole number from 0 to 2^32 - 1`)
  writeVarint(writer, value)
}

/** Below 0 a number has the bytes that it would have with 64 bits. */
function writeInt32(writer: Writer, value: number): void {
  if ((value | 0) !== value) throw new RangeError(`${value} is not a whole number of 32 bits`)
  if (value >= 0) {
    writeVarint(writer, value)
    return
  }
  reserve(writer, varintBytesMax)
  for (let count = 0; count < 9; count++) writer.bytes[writer.at++] = (value >> Math.min(7 * count, 31)) | 128
  writer.bytes[writer.at++] = 1
}

export const text: Kind<string> = {
  wireType: wireTypes.bytes,
  absent: '',
  write: (writer, value) => writeDelimited(writer, writeText, value),
  read: readText,
}

/** Copied when read: the input belongs to a packet, which belongs to its transport. */
export const bytes: Kind<Uint8Array> = {
  wireType: wireTypes.bytes,
  absent: none,
  write: (writer, value) => {
    writeVarint(writer, value.length)
    writeBytes(writer, value)
  },
  read: (reader) => {
    const end = readEnd(reader)
    const value = reader.bytes.slice(reader.at, end)
    reader.at = end
    return value
  },
}

export const bool: Kind<boolean> = {
  wireType: wireTypes.varint,
  absent: false,
  write: (writer, value) => writeVarint(writer, value ? 1 : 0),
  read: (reader) => readVarint(reader) !== 0,
}

export const uint32: Kind<number> = {
  wireType: wireTypes.varint,
  absent: 0,
  write: writeUint32,
  read: (reader) => readVarint32(reader) >>> 0,
}

/** Of enums too, whose newer values are read like any other. */
export const int32: Kind<number> = { wireType: wireTypes.varint, absent: 0, write: writeInt32, read: readVarint32 }

export const uint64: Kind<number> = { wireType: wireTypes.varint, absent: 0, write: writeWhole, read: readVarint }
