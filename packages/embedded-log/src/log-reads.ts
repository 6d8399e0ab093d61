// The reading half of the port over one file, of a handle that writes as well and of one that reads alone.
import { partitionForKey, type SkeinCommand, type SkeinEvent } from '@skein/contracts'
import { type EventLog, LogError, type LogTopic, type TailOptions } from '@skein/event-sourcing'
import { boundsOf, followTail, type ReaderParts, readStretch } from './log-reader.ts'

export type LogReads = Pick<EventLog<SkeinCommand, SkeinEvent>, 'partitionCount' | 'partitionOf' | 'bounds' | 'read' | 'tail'>

export function createLogReads(reader: ReaderParts): LogReads {
  const { partitionCount } = reader
  const reads = {
    partitionCount,
    partitionOf: (key: string) => partitionForKey(key, partitionCount),
    async bounds(topic: LogTopic, partitions: readonly number[]) {
      for (const partition of partitions) requirePartition(reader, partition)
      return new Map(await Promise.all(partitions.map(async (partition) => [partition, await boundsOf(reader, topic, partition)] as const)))
    },
    async *read(topic: LogTopic, partition: number, from: number, to: number) {
      requirePartition(reader, partition)
      yield* readStretch(reader, topic, partition, { from, to })
    },
    async *tail(topic: LogTopic, partition: number, options: TailOptions) {
      requirePartition(reader, partition)
      yield* followTail(reader, topic, partition, options)
    },
  }
  // The port ties topic to record type by overloads, which one generic body cannot express.
  return reads as LogReads
}

export function requirePartition({ partitionCount, isClosed }: ReaderParts, partition: number): void {
  if (isClosed()) throw new LogError('UNAVAILABLE', 'the log is closed')
  if (Number.isInteger(partition) && partition >= 0 && partition < partitionCount) return
  throw new LogError('OUT_OF_RANGE', `no partition ${partition} among ${partitionCount}`)
}
