// Record batches as Kafka stores them (magic 2), written and read here, synchronously and into one buffer: a batch of one
// small record is the usual case under little load, and costs what its format costs. Held to the size limit before anything is sent.
// https://kafka.apache.org/documentation/#recordbatch
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { RecordCodec } from '@skein/contracts'
import type { RecordToAppend } from '@skein/event-sourcing'
import { bytesToAppend, LogError } from '@skein/event-sourcing'
import { ByteReader } from './byte-reader.ts'
import { type ByteWriter, varintBytes } from './byte-writer.ts'
import { crc32c } from './crc32c.ts'

/** Bytes of the batch header up to the records, and per record for lengths, deltas, attributes and the header count. */
const batchOverheadBytes = 61
const recordOverheadBytes = 24

const magicByte = 2
/** The checksum covers everything behind it. */
const crcBytes = 4
/** Offsets of unreadable batches passed at once: how many they have is what they say themselves. */
const unreadableOffsetsMax = 1000
const empty = Buffer.alloc(0)
const offsetAndLengthBytes = 12
const compressionMask = 0x07
const logAppendTimeFlag = 0x08
const decompress: Readonly<Record<number, (bytes: Buffer) => Buffer>> = { 1: gunzipSync, 4: zstdDecompressSync }

export interface ProducedMessage {
  readonly key: string
  readonly value: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** The idempotent producer a batch is written under. */
export interface ProducerIdentity {
  readonly producerId: number
  readonly producerEpoch: number
}

export interface FetchedRecord {
  readonly offset: number
  /** Milliseconds since the epoch, by the clock the topic keeps. */
  readonly timestamp: number
  readonly key: string
  /** Null for a tombstone. Of a record batch that cannot be read, its bytes with its first offset, and null with the others. */
  readonly value: Buffer | null
  /** Why nothing can be read there; null where something was. */
  readonly unreadable: LogError | null
}

export interface EncodedBatch {
  readonly messages: ProducedMessage[]
  readonly bytes: number
}

export function encodedBytes(key: string, value: Buffer): number {
  return recordOverheadBytes + Buffer.byteLength(key) + value.length
}

/** Throws TOO_LARGE when the records do not fit one record batch, UNENCODABLE when one does not fit its schema. */
export function encodeBatch<T>(records: readonly RecordToAppend<T>[], codec: RecordCodec<T>, batchBytesMax: number): EncodedBatch {
  let bytes = batchOverheadBytes
  const messages = records.map(({ key, value }) => {
    const encoded = bytesToAppend(codec, value)
    bytes += encodedBytes(key, encoded)
    return { key, value: encoded }
  })
  if (bytes > batchBytesMax) throw new LogError('TOO_LARGE', `record batch of ${bytes} bytes, limit batchBytesMax ${batchBytesMax}`)
  return { messages, bytes }
}

/** Appends a whole batch, its length before it as the protocol wants it in a produce request. */
export function writeRecordBatch(
  writer: ByteWriter,
  producer: ProducerIdentity & { readonly firstSequence: number },
  messages: readonly ProducedMessage[],
): void {
  const sizeAt = writer.length
  const now = Date.now()
  writer.int32(0) // size of the batch, below
  writer.int64(0) // base offset: the broker's
  const lengthAt = writer.length
  writer.int32(0).int32(-1).int8(magicByte) // length, below; partition leader epoch: the broker's
  const crcAt = writer.length
  writer.int32(0).int16(0) // checksum, below; attributes: no compression, no transaction
  writer
    .int32(messages.length - 1)
    .int64(now)
    .int64(now)
  writer.int64(producer.producerId).int16(producer.producerEpoch).int32(producer.firstSequence)
  writer.int32(messages.length)
  for (let i = 0; i < messages.length; i++) writeRecord(writer, messages[i]!, i)
  const end = writer.length
  writer.setInt32(sizeAt, end - sizeAt - 4)
  writer.setInt32(lengthAt, end - lengthAt - 4)
  writer.setInt32(crcAt, crc32c(writer.bytes.subarray(crcAt + crcBytes)))
}

function writeRecord(writer: ByteWriter, { key, value, headers }: ProducedMessage, offsetDelta: number): void {
  const keyBytes = Buffer.byteLength(key)
  const heads = headers === undefined ? [] : Object.entries(headers)
  let size = 2 + varintBytes(offsetDelta) + varintBytes(keyBytes) + keyBytes + varintBytes(value.length) + value.length
  size += varintBytes(heads.length)
  for (const [name, text] of heads) for (const part of [name, text]) size += varintBytes(Buffer.byteLength(part)) + Buffer.byteLength(part)
  writer.varint(size).int8(0).varint(0) // attributes, time delta
  writer.varint(offsetDelta).varint(keyBytes).text(key, keyBytes).varint(value.length).raw(value).varint(heads.length)
  for (const [name, text] of heads)
    for (const part of [name, text]) writer.varint(Buffer.byteLength(part)).text(part, Buffer.byteLength(part))
}

/**
 * The records at or past `from` in what a fetch answered: whole batches, of which the last may have been cut off. The offsets of a
 * batch that cannot be read are said to be unreadable, CORRUPT where it is not what was written, and reading goes on behind it.
 */
export function readRecordBatches(bytes: Buffer, from: number): FetchedRecord[] {
  const records: FetchedRecord[] = []
  let passed = 0
  for (let at = 0; at + offsetAndLengthBytes <= bytes.length; ) {
    const reader = new ByteReader(bytes, at)
    const baseOffset = reader.int64()
    const length = reader.int32()
    if (length < 0) {
      // Where the next begins is not known either.
      pass({ baseOffset, to: null, bytes: empty, error: new RangeError(`a record batch of ${length} bytes`) }, from, records)
      break
    }
    const end = reader.at + length
    const readBefore = records.length
    if (end > bytes.length) break
    try {
      readBatch(new ByteReader(bytes.subarray(reader.at, end)), baseOffset, from, records)
    } catch (error) {
      records.length = readBefore
      pass({ baseOffset, to: endOffsetOf(bytes, at, end), bytes: bytes.subarray(at, end), error }, from, records)
      passed += records.length - readBefore
    }
    if (passed >= unreadableOffsetsMax) break
    at = end
  }
  return records
}

interface UnreadableBatch {
  readonly baseOffset: number
  /** Offset of what comes behind it; null when that is not known. */
  readonly to: number | null
  readonly bytes: Buffer
  readonly error: unknown
}

/** Of one that does not say how far it goes, a single offset: the next fetch begins behind that. */
function pass({ baseOffset, to, bytes, error }: UnreadableBatch, from: number, records: FetchedRecord[]): void {
  const first = Math.max(from, baseOffset)
  const count = Math.min((to ?? first + 1) - first, unreadableOffsetsMax)
  const why = error instanceof LogError ? error : corrupt(baseOffset, (error as Error).message, error)
  for (let i = 0, offset = first; i < count; i++, offset++)
    records.push({ offset, timestamp: 0, key: '', value: offset === baseOffset ? bytes : null, unreadable: why })
}

/** A batch whose bytes are what was written says itself where it ends; of another the one behind it says so. */
function endOffsetOf(bytes: Buffer, at: number, end: number): number | null {
  const reader = new ByteReader(bytes, at)
  const baseOffset = reader.int64()
  const [crcAt, deltaAt] = [at + 17, at + 23]
  if (end >= deltaAt + 4 && crc32c(bytes.subarray(crcAt + crcBytes, end)) === bytes.readUInt32BE(crcAt)) {
    const delta = bytes.readInt32BE(deltaAt)
    if (delta >= 0) return baseOffset + delta + 1
  }
  const next = end + offsetAndLengthBytes <= bytes.length ? new ByteReader(bytes, end).int64() : -1
  return next > baseOffset ? next : null
}

const corrupt = (baseOffset: number, why: string, cause?: unknown): LogError =>
  new LogError('CORRUPT', `record batch at offset ${baseOffset}: ${why}`, { cause })

/** From behind its length to its end. */
function readBatch(reader: ByteReader, baseOffset: number, from: number, records: FetchedRecord[]): void {
  reader.skip(4) // partition leader epoch
  const magic = reader.int8()
  if (magic !== magicByte) throw new LogError('MISCONFIGURED', `record batch of format ${magic}: only ${magicByte} is read here`)
  const checksum = reader.int32() >>> 0
  const found = crc32c(reader.bytes.subarray(reader.at))
  if (found !== checksum) throw corrupt(baseOffset, `checksum ${checksum}, of its bytes ${found}`)
  const attributes = reader.int16()
  if (baseOffset + reader.int32() < from) return
  const firstTimestamp = reader.int64()
  const maxTimestamp = reader.int64()
  reader.skip(14) // producer id, epoch and first sequence
  const count = reader.int32()
  if (count < 0) throw new RangeError(`a record batch of ${count} records`)
  const plain = uncompressed(reader, attributes & compressionMask)
  for (let i = 0; i < count; i++) {
    const next = plain.after(plain.varint())
    plain.skip(1) // attributes
    const timeDelta = plain.varint()
    const offset = baseOffset + plain.varint()
    if (offset >= from) {
      const key = plain.varintBytes()?.toString() ?? ''
      const timestamp = attributes & logAppendTimeFlag ? maxTimestamp : firstTimestamp + timeDelta
      records.push({ offset, timestamp, key, value: plain.varintBytes(), unreadable: null })
    }
    if (plain.at > next) throw new RangeError('a record is longer than it says')
    plain.at = next // past the headers, which nothing here reads
  }
}

function uncompressed(reader: ByteReader, compression: number): ByteReader {
  if (compression === 0) return reader
  const expand = decompress[compression]
  if (!expand)
    throw new LogError('MISCONFIGURED', `records compressed by method ${compression}: set compression.type to gzip, zstd or none`)
  return new ByteReader(expand(reader.bytes.subarray(reader.at)))
}
