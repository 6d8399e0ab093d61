// Where partitions of a topic begin and end, partition by partition, asked with the leader epoch: a broker that does not know yet that
// another leads the partition must not say where it ends.
// ListOffsets version 4: https://kafka.apache.org/protocol.html#The_Messages_ListOffsets
import type { Bounds } from '@skein/event-sourcing'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Broker } from './kafkajs-parts.ts'
import { ask, errorTypeOf } from './kafkajs-parts.ts'

const listOffsetsKind = { apiKey: 2, apiVersion: 4 }
const earliest = -2
const latest = -1
const clientReplica = -1
const readUncommitted = 0

export interface LedPartition {
  readonly partition: number
  readonly leaderEpoch: number
}

export interface BoundsAnswer {
  /** The protocol's name of the fault; empty for none. */
  readonly fault: string
  readonly bounds: Bounds
}

export async function listBounds(broker: Broker, topic: string, partitions: readonly LedPartition[]): Promise<Map<number, BoundsAnswer>> {
  const [starts, ends] = await Promise.all([earliest, latest].map((timestamp) => offsetsAt(broker, topic, partitions, timestamp)))
  const missing = { fault: 'UNKNOWN', offset: 0 }
  return new Map(
    partitions.map(({ partition }) => {
      const [start, end] = [starts!.get(partition) ?? missing, ends!.get(partition) ?? missing]
      return [partition, { fault: start.fault || end.fault, bounds: { start: start.offset, end: end.offset } }]
    }),
  )
}

/** Asks one broker. Owners that load at a time ask for a partition each: what is asked while it answers goes together, as the next. */
export class BoundsAsker {
  readonly #topic: string
  #before: Promise<unknown> = Promise.resolve()
  #next: { readonly led: Map<number, LedPartition>; readonly answer: Promise<Map<number, BoundsAnswer>> } | null = null

  constructor(topic: string) {
    this.#topic = topic
  }

  /** Answers for these, and for what others asked for. `reach` is called once the question leaves. */
  ask(partitions: readonly LedPartition[], reach: () => Promise<Broker>): Promise<Map<number, BoundsAnswer>> {
    const next = this.#next ?? this.#begin(reach)
    for (const one of partitions) next.led.set(one.partition, one)
    return next.answer
  }

  #begin(reach: () => Promise<Broker>) {
    const led = new Map<number, LedPartition>()
    const reached = this.#before.then(reach).finally(() => {
      this.#next = null
    })
    const answer = reached.then((broker) => listBounds(broker, this.#topic, [...led.values()]))
    this.#before = answer.catch(() => {})
    this.#next = { led, answer }
    return this.#next
  }
}

interface OffsetAnswer {
  readonly fault: string
  readonly offset: number
}

function offsetsAt(
  broker: Broker,
  topic: string,
  partitions: readonly LedPartition[],
  timestamp: number,
): Promise<Map<number, OffsetAnswer>> {
  const write = (writer: ByteWriter) => {
    writer.int32(clientReplica).int8(readUncommitted).int32(1).string(topic).int32(partitions.length)
    for (const { partition, leaderEpoch } of partitions) writer.int32(partition).int32(leaderEpoch).int64(timestamp)
  }
  return ask(broker, listOffsetsKind, { bytes: 32 + topic.length * 3 + partitions.length * 16, write }, decodeResponse)
}

function decodeResponse(bytes: Buffer): Map<number, OffsetAnswer> {
  const reader = new ByteReader(bytes)
  reader.int32() // throttle time
  const offsets = new Map<number, OffsetAnswer>()
  reader.each(() => {
    reader.string()
    reader.each(() => {
      const partition = reader.int32()
      const fault = errorTypeOf(reader.int16())
      reader.skip(8) // timestamp
      offsets.set(partition, { fault, offset: reader.int64() })
      reader.skip(4) // leader epoch
    })
  })
  return offsets
}
