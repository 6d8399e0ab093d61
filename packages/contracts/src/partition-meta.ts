// The meta of events that belong to a partition and to nobody: the claim of its writer, and how far commands are done.
import type { PartitionClaimed } from './generated/avro.ts'

type Meta = PartitionClaimed['meta']

/** All but what the writer of the log adds. `occurredAt` is in milliseconds since the epoch. */
export const partitionMeta = (occurredAt: number): Omit<Meta, 'claim' | 'commandOffset'> => ({
  appId: '',
  commandId: '',
  actorId: '',
  deviceId: '',
  connectionId: '',
  occurredAt,
  answers: null,
  traceparent: null,
})
