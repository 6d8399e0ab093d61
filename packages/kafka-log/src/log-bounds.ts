// Where partitions of a topic begin and end.
import type { Bounds } from '@skein/event-sourcing'
import type { Broker } from './kafkajs-parts.ts'

const earliest = -2
const latest = -1
const clientReplica = -1
const readUncommitted = 0

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
