// Reads a log as tests look at it: all that a tail has yielded so far, and what a read of the same stretch yields, of either topic.
import assert from 'node:assert/strict'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { plain, textOf } from '@skein/testing'
import type { KafkaBench } from './kafka-harness.ts'

export type KafkaLog = Awaited<ReturnType<KafkaBench['open']>>
export type Record = StoredRecord<SkeinCommand | SkeinEvent | UndecodableRecord>

export interface LogReader {
  readonly records: readonly Record[]
  /** How many of them came together. */
  readonly batches: readonly number[]
  readonly texts: readonly (string | undefined)[]
  stop(): Promise<void>
}

export function followLog(
  log: KafkaLog,
  { topic, partition }: { readonly topic: LogTopic; readonly partition: number },
  options: Omit<TailOptions, 'signal'>,
): LogReader {
  const stop = new AbortController()
  const records: Record[] = []
  const batches: number[] = []
  const reading = (async () => {
    for await (const batch of log.tail(topic as 'commands', partition, { ...options, signal: stop.signal })) {
      records.push(...batch)
      batches.push(batch.length)
    }
  })()
  reading.catch(() => {})
  return {
    records,
    batches,
    get texts() {
      return records.map(({ value }) => textOf(value))
    },
    stop: async () => {
      stop.abort()
      await reading.catch(() => {})
    },
  }
}

export async function endOf(log: KafkaLog, topic: LogTopic, partition: number): Promise<number> {
  return (await log.bounds(topic, [partition])).get(partition)!.end
}

export async function readToEnd(log: KafkaLog, topic: LogTopic, partition: number, from: number): Promise<Record[]> {
  const records: Record[] = []
  for await (const batch of log.read(topic as 'commands', partition, from, await endOf(log, topic, partition))) records.push(...batch)
  return records
}

export const assertSame = (records: readonly Record[], read: readonly Record[]): void => assert.deepEqual(plain(records), plain(read))
