// The records that all handles on a log in memory share, its clock, and how they are read.

import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec, SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { DeadLetter, GroupPosition, LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { frozen } from './frozen.ts'
import type { Stored } from './memory-partition.ts'
import { MemoryPartition } from './memory-partition.ts'

export interface MemoryCodecs {
  readonly commands: RecordCodec<SkeinCommand>
  readonly events: RecordCodec<SkeinEvent>
}

export interface MemoryBrokerOptions {
  readonly partitionCount: number
  readonly recordBatchBytesMax?: number
}

const recordBatchBytesDefault = 1_000_000

export class MemoryBroker {
  readonly partitionCount: number
  readonly recordBatchBytesMax: number
  readonly codecs: MemoryCodecs
  readonly topics: Readonly<Record<LogTopic, readonly MemoryPartition[]>>
  readonly deadLetters: DeadLetter[] = []
  /** Committed positions by group, topic and partition. */
  readonly positions = new Map<string, GroupPosition>()
  /** While true, appends are stored and their answers lost. */
  answersLost = false
  /** The clock of the log, ms since the epoch. */
  now: () => number = Date.now

  constructor({ partitionCount, recordBatchBytesMax = recordBatchBytesDefault }: MemoryBrokerOptions, codecs: MemoryCodecs) {
    const partitions = () => Array.from({ length: partitionCount }, () => new MemoryPartition())
    this.partitionCount = partitionCount
    this.recordBatchBytesMax = recordBatchBytesMax
    this.codecs = codecs
    this.topics = { commands: partitions(), events: partitions() }
  }

  appendRaw(topic: LogTopic, partition: number, key: string, bytes: Uint8Array): void {
    this.topics[topic][partition]!.push({ key, bytes: Buffer.from(bytes), appendedAt: this.now() })
  }

  /** Removes records before the offset, as retention does. */
  truncate(topic: LogTopic, partition: number, before: number): void {
    this.topics[topic][partition]!.truncate(before)
  }

  /** Loses its end, as a log does that is put back from a backup or was not synced before a power failure. */
  cut(topic: LogTopic, partition: number, from: number): void {
    this.topics[topic][partition]!.cut(from)
  }

  /** Records from an offset on, batch by batch, as far as `to` or for ever. */
  async *follow(topic: LogTopic, partition: number, { from, signal, lingerMs = 0 }: TailOptions, to = Number.POSITIVE_INFINITY) {
    const at = this.topics[topic][partition]!
    let next = from
    let wake = () => {}
    const waker = () => wake()
    at.waiting.add(waker)
    signal.addEventListener('abort', waker)
    try {
      while (!signal.aborted && next < to) {
        if (next < at.start || next > at.end) throw new LogError('OUT_OF_RANGE', `${topic}/${partition} has no offset ${next}`)
        const found = at.slice(next, to)
        if (found.length > 0) {
          const first = next
          next += found.length
          yield await this.#decoded(topic, partition, first, found)
          if (lingerMs > 0) await delay(lingerMs, undefined, { signal }).catch(() => {})
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    } finally {
      at.waiting.delete(waker)
      signal.removeEventListener('abort', waker)
    }
  }

  async #decoded(
    topic: LogTopic,
    partition: number,
    first: number,
    found: readonly Stored[],
  ): Promise<StoredRecord<SkeinCommand | SkeinEvent | UndecodableRecord>[]> {
    const values = await (this.codecs[topic] as RecordCodec<SkeinCommand | SkeinEvent>).decode(found.map((r) => r.bytes))
    return found.map((record, i) => {
      const value = values[i]!
      const { key, appendedAt, bytes } = record
      const base = { topic, partition, offset: first + i, key, appendedAt, bytes: bytes.length }
      return { ...base, value: value instanceof Error ? { undecodable: true as const, bytes, cause: value } : frozen(value) }
    })
  }
}
