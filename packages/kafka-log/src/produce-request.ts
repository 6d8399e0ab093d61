// One produce request with batches of several partitions, each under a producer id of its own, and an answer for each: a
// leader takes the appends of all partitions that a process owns in one request. kafkajs's own request has one producer
// id for all of it, and tells of the first fault alone.
// Produce version 7: https://kafka.apache.org/protocol.html#The_Messages_Produce
import type { Broker, ProducedMessage } from './kafkajs-parts.ts'
import { encodeRecordBatch, errorTypeOf, newDecoder, newEncoder } from './kafkajs-parts.ts'

const produceKey = 0
const produceVersion = 7
const acksAll = -1

/** The idempotent producer a batch is written under. */
export interface ProducerIdentity {
  readonly producerId: string
  readonly producerEpoch: number
}

/** No idempotence: nothing is ever sent twice. */
export const noProducer: ProducerIdentity & { readonly firstSequence: number } = { producerId: '-1', producerEpoch: -1, firstSequence: -1 }

export interface PartitionBatch extends ProducerIdentity {
  readonly partition: number
  readonly firstSequence: number
  readonly messages: readonly ProducedMessage[]
}

export interface PartitionAnswer {
  /** The protocol's name of the fault, such as INVALID_PRODUCER_EPOCH; empty when the batch is stored. */
  readonly fault: string
  readonly baseOffset: number
}

/** Answers by partition. Rejects when the outcome of the whole request is unknown. */
export async function produce(
  broker: Broker,
  topic: string,
  batches: readonly PartitionBatch[],
  timeoutMs: number,
): Promise<ReadonlyMap<number, PartitionAnswer>> {
  const encode = async () => {
    const partitions = await Promise.all(
      batches.map(async ({ partition, messages, producerId, producerEpoch, firstSequence }) => {
        const batch = await encodeRecordBatch({ producerId, producerEpoch, firstSequence }, messages)
        return newEncoder().writeInt32(partition).writeInt32(batch.size()).writeEncoder(batch)
      }),
    )
    const topics = [newEncoder().writeString(topic).writeArray(partitions)]
    return newEncoder().writeString(null).writeInt16(acksAll).writeInt32(timeoutMs).writeArray(topics)
  }
  const decode = async (bytes: Buffer) => {
    const topics = newDecoder(bytes).readArray((decoder) => {
      decoder.readString()
      return decoder.readArray((one) => {
        const partition = one.readInt32()
        const fault = errorTypeOf(one.readInt16())
        const baseOffset = Number(one.readInt64().toString())
        one.readInt64() // log append time
        one.readInt64() // log start offset
        return [partition, { fault, baseOffset }] as const
      })
    })
    return new Map(topics.flat())
  }
  return broker.connectionPool.send({
    request: { apiKey: produceKey, apiVersion: produceVersion, apiName: 'Produce', encode },
    response: { decode, parse: async (answers) => answers },
  })
}
