// One produce request with batches of several partitions, each under a producer id of its own, and an answer for each: a
// leader takes the appends of all partitions that a process owns in one request. kafkajs's own request has one producer
// id for all of it, and tells of the first fault alone.
// Produce version 7: https://kafka.apache.org/protocol.html#The_Messages_Produce
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Broker, RequestBody } from './kafkajs-parts.ts'
import { ask, errorTypeOf } from './kafkajs-parts.ts'
import { encodedBytes, type ProducedMessage, type ProducerIdentity, writeRecordBatch } from './record-batch.ts'

const produceKind = { apiKey: 0, apiVersion: 7 }
const acksAll = -1
const requestOverheadBytes = 64
const batchOverheadBytes = 80
/** When its own time is over a broker answers, for each partition apart: whoever gives up at that moment knows nothing of any. */
const lastAnswerMs = 200

/** No idempotence: nothing is ever sent twice. */
export const noProducer: ProducerIdentity & { readonly firstSequence: number } = { producerId: -1, producerEpoch: -1, firstSequence: -1 }

export interface PartitionBatch extends ProducerIdentity {
  readonly partition: number
  readonly firstSequence: number
  readonly messages: readonly ProducedMessage[]
}

export interface PartitionAnswer {
  /** The protocol's name of the fault, such as INVALID_PRODUCER_EPOCH; empty when the batch is stored. */
  readonly fault: string
  readonly baseOffset: number
  /** By the leader's clock, ms since the epoch; negative when nothing was stored. */
  readonly appendedAt: number
}

/** Answers by partition; for followers the leader waits for so long. Rejects when the outcome of the whole request is unknown. */
export function produce(
  broker: Broker,
  topic: string,
  batches: readonly PartitionBatch[],
  timeoutMs: number,
): Promise<ReadonlyMap<number, PartitionAnswer>> {
  return ask(broker, produceKind, requestBody(topic, batches, timeoutMs), decodeResponse)
}

function requestBody(topic: string, batches: readonly PartitionBatch[], timeoutMs: number): RequestBody {
  let bytes = requestOverheadBytes + topic.length * 3
  for (const { messages } of batches) {
    bytes += batchOverheadBytes
    for (const { key, value } of messages) bytes += encodedBytes(key, value)
  }
  const write = (writer: ByteWriter) => {
    writer.string(null).int16(acksAll).int32(timeoutMs).int32(1).string(topic).int32(batches.length)
    for (const batch of batches) {
      writer.int32(batch.partition)
      writeRecordBatch(writer, batch, batch.messages)
    }
  }
  return { bytes, write, timeoutMs: timeoutMs + lastAnswerMs }
}

function decodeResponse(bytes: Buffer): Map<number, PartitionAnswer> {
  const reader = new ByteReader(bytes)
  const answers = new Map<number, PartitionAnswer>()
  reader.each(() => {
    reader.string()
    reader.each(() => {
      const partition = reader.int32()
      const fault = errorTypeOf(reader.int16())
      answers.set(partition, { fault, baseOffset: reader.int64(), appendedAt: reader.int64() })
      reader.skip(8) // log start offset
    })
  })
  return answers
}
