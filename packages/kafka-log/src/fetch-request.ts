// Reads of the log by position: what is asked for is what comes back, from exactly that offset on, with an answer for each
// partition. No consumer group, no committed offset and no reset policy has a say in it.
// Fetch version 11: https://kafka.apache.org/protocol.html#The_Messages_Fetch
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Broker, RequestBody } from './kafkajs-parts.ts'
import { ask, errorTypeOf, ProtocolFault } from './kafkajs-parts.ts'
import { type FetchedRecord, readRecordBatches } from './record-batch.ts'

const fetchKind = { apiKey: 1, apiVersion: 11 }
const clientReplica = -1
/** No transactions are used, so there is nothing uncommitted to hide. */
const readUncommitted = 0
const noSession = 0
const noSessionEpoch = -1
const fetchBytesMax = 16 * 1024 * 1024

export interface FetchPosition {
  readonly partition: number
  /** A broker that knows another is refused, or refuses: it may not be the leader any more. */
  readonly leaderEpoch: number
  readonly from: number
  /** A batch is answered whole where it is the first of the answer. */
  readonly bytesMax: number
}

export interface FetchHold {
  /** So long the broker holds it while it finds nothing. */
  readonly waitMs: number
  /** Whether that is long: other fetches leave over another socket. */
  readonly held: boolean
}

export interface FetchAnswer {
  readonly partition: number
  /** The protocol's name of the fault, such as OFFSET_OUT_OF_RANGE; empty for none. */
  readonly fault: string
  /** At or past the position asked for, in order. */
  readonly records: readonly FetchedRecord[]
}

/**
 * One fetch request; answers the partitions that have news or a fault.
 * Rejects with ProtocolFault for one of the whole request.
 */
export async function fetchRecords(
  broker: Broker,
  topic: string,
  positions: readonly FetchPosition[],
  { waitMs, held }: FetchHold,
): Promise<readonly FetchAnswer[]> {
  const { throttledMs, answers } = await ask(broker, fetchKind, { ...requestBody(topic, positions, waitMs), held }, (bytes) =>
    decodeResponse(bytes, positions),
  )
  if (throttledMs > 0) broker.sockets.holdBack(fetchKind, throttledMs)
  return answers
}

function requestBody(topic: string, positions: readonly FetchPosition[], waitMs: number): RequestBody {
  const write = (writer: ByteWriter) => {
    writer.int32(clientReplica).int32(waitMs).int32(1).int32(fetchBytesMax).int8(readUncommitted)
    writer.int32(noSession).int32(noSessionEpoch)
    writer.int32(1).string(topic).int32(positions.length)
    for (const { partition, leaderEpoch, from, bytesMax } of positions) {
      writer.int32(partition).int32(leaderEpoch).int64(from).int64(-1).int32(bytesMax)
    }
    writer.int32(0).string('') // no forgotten topics, no rack
  }
  return { bytes: 64 + topic.length * 3 + positions.length * 28, write }
}

interface FetchResponse {
  /** For so long it wishes to be asked for nothing more. */
  readonly throttledMs: number
  readonly answers: readonly FetchAnswer[]
}

function decodeResponse(bytes: Buffer, positions: readonly FetchPosition[]): FetchResponse {
  const reader = new ByteReader(bytes)
  const throttledMs = reader.int32()
  const fault = errorTypeOf(reader.int16())
  if (fault !== '') throw new ProtocolFault(fault)
  reader.int32() // session
  const from = new Map(positions.map((p) => [p.partition, p.from]))
  const answers: FetchAnswer[] = []
  reader.each(() => {
    reader.string()
    reader.each(() => {
      const answer = readPartition(reader, from)
      if (answer.fault !== '' || answer.records.length > 0) answers.push(answer)
    })
  })
  return { throttledMs, answers }
}

function readPartition(reader: ByteReader, from: ReadonlyMap<number, number>): FetchAnswer {
  const partition = reader.int32()
  const fault = errorTypeOf(reader.int16())
  reader.skip(24) // high watermark, last stable offset, log start offset
  reader.skip(16 * Math.max(0, reader.int32())) // aborted transactions, -1 for none
  reader.skip(4) // preferred read replica
  const batches = reader.sizedBytes()
  return { partition, fault, records: fault === '' ? readRecordBatches(batches, from.get(partition) ?? 0) : [] }
}
