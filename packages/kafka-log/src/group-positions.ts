// Positions of a group as its coordinator keeps them, whether or not who asks is a member.
import type { GroupPosition } from '@skein/event-sourcing'
import { KafkaConnection } from './kafka-connection.ts'
import type { KafkaEndpoint } from './kafkajs-parts.ts'

export interface AskedPositions {
  readonly group: string
  /** Name of the topic. */
  readonly topic: string
  readonly partitions: readonly number[]
}

/** Partitions without one are absent. */
export async function groupPositions(
  endpoint: KafkaEndpoint,
  requestTimeoutMs: number,
  { group, topic, partitions }: AskedPositions,
): Promise<ReadonlyMap<number, GroupPosition>> {
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs })
  try {
    await connection.connect(topic)
    const coordinator = await connection.groupCoordinator(group)
    const { responses } = await coordinator.offsetFetch({
      groupId: group,
      topics: [{ topic, partitions: partitions.map((partition) => ({ partition })) }],
    })
    const found = responses.flatMap((r) => r.partitions.filter(({ offset }) => Number(offset) >= 0))
    return new Map(found.map((p) => [p.partition, { nextOffset: Number(p.offset), record: p.metadata ?? '' }]))
  } finally {
    connection.destroy()
  }
}
