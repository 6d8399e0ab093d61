// Where a record stands in the file: (partition, topic, offset) as one integer, the table's own key, so that a partition
// of a topic is one stretch of the table in order. 40 bits of offset; positions stay below 2^53.
import type { LogTopic } from '@skein/event-sourcing'

export const offsetsPerStream = 2 ** 40
export const partitionCountMax = 4096

/** Position of offset 0; the stretch ends before the next one's. */
export function streamStart(topic: LogTopic, partition: number): number {
  return (partition * 2 + (topic === 'commands' ? 0 : 1)) * offsetsPerStream
}
