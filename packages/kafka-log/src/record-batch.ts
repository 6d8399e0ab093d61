// Records as kafkajs wants them, held to the size limit of a record batch before anything is sent.
import type { RecordCodec } from '@skein/contracts'
import type { RecordToAppend } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { ProducedMessage } from './kafkajs-parts.ts'

/** Of the batch header, and per record for lengths, deltas, attributes and the header count. */
const batchOverheadBytes = 61
const recordOverheadBytes = 24

export interface EncodedBatch {
  readonly messages: ProducedMessage[]
  readonly bytes: number
}

export function encodedBytes(key: string, value: Buffer): number {
  return recordOverheadBytes + Buffer.byteLength(key) + value.length
}

/** Throws TOO_LARGE when the records do not fit one record batch. */
export function encodeBatch<T>(records: readonly RecordToAppend<T>[], codec: RecordCodec<T>, batchBytesMax: number): EncodedBatch {
  let bytes = batchOverheadBytes
  const messages = records.map(({ key, value }) => {
    const encoded = codec.encode(value)
    bytes += encodedBytes(key, encoded)
    return { key, value: encoded }
  })
  if (bytes > batchBytesMax) throw new LogError('TOO_LARGE', `record batch of ${bytes} bytes, limit batchBytesMax ${batchBytesMax}`)
  return { messages, bytes }
}
