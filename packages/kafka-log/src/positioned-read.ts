// Reads of the log by position: what is asked for is what comes back, from exactly that offset on. No consumer group, no
// committed offset and no reset policy has a say in it.
import type { Bounds } from '@skein/event-sourcing'
import type { Broker, FetchedRecord } from './kafkajs-parts.ts'

const earliest = -2
const latest = -1
const clientReplica = -1
/** No transactions are used, so there is nothing uncommitted to hide. */
const readUncommitted = 0
const fetchBytesMax = 16 * 1024 * 1024

export interface FetchPosition {
  readonly partition: number
  readonly from: number
}

export async function listBounds(broker: Broker, topic: string, partitions: readonly number[]): Promise<Map<number, Bounds>> {
  const ask = async (timestamp: number) => {
    const { responses } = await broker.listOffsets({
      replicaId: clientReplica,
      isolationLevel: readUncommitted,
      topics: [{ topic, partitions: partitions.map((partition) => ({ partition, timestamp })) }],
    })
    return new Map(responses.flatMap((r) => r.partitions.map((p) => [p.partition, Number(p.offset)] as const)))
  }
  const [starts, ends] = await Promise.all([ask(earliest), ask(latest)])
  return new Map(partitions.map((p) => [p, { start: starts.get(p) ?? 0, end: ends.get(p) ?? 0 }]))
}

/** One fetch request: records at or past each position, in order; nothing for partitions without news within `waitMs`. */
export async function fetchOnce(
  broker: Broker,
  topic: string,
  positions: readonly FetchPosition[],
  options: { readonly waitMs: number; readonly bytesPerPartition: number },
): Promise<Map<number, FetchedRecord[]>> {
  const { responses } = await broker.fetch({
    replicaId: clientReplica,
    isolationLevel: readUncommitted,
    maxWaitTime: options.waitMs,
    minBytes: 1,
    maxBytes: fetchBytesMax,
    topics: [
      {
        topic,
        partitions: positions.map((p) => ({ partition: p.partition, fetchOffset: String(p.from), maxBytes: options.bytesPerPartition })),
      },
    ],
  })
  const from = new Map(positions.map((p) => [p.partition, p.from]))
  const found = new Map<number, FetchedRecord[]>()
  for (const response of responses) {
    for (const { partition, messages } of response.partitions) {
      // A fetch answers with whole record batches: the first may begin before the offset asked for.
      const first = from.get(partition) ?? 0
      const records = messages.filter((m) => Number(m.offset) >= first)
      if (records.length > 0) found.set(partition, records)
    }
  }
  return found
}
