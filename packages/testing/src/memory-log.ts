// An event log in memory: the whole port, for tests that want neither files nor time. A broker holds the records; each
// open() is a handle of its own, as another process would have it. Records are encoded on the way in and decoded on the way
// out, so that nothing is shared by reference and what no schema takes is refused. Every append takes one turn of the loop.

import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { createCommandCodec, createEventCodec, logKeyOf, partitionForKey, partitionMeta } from '@skein/contracts'
import type { DeadLetter, EventLog, LogTopic, Membership, PartitionWriter, RecordToAppend, TailOptions } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'

interface Stored {
  readonly key: string
  readonly bytes: Buffer
  readonly appendedAt: number
}

export interface MemoryBroker {
  open(): EventLog<SkeinCommand, SkeinEvent>
  appendRaw(topic: LogTopic, partition: number, key: string, bytes: Uint8Array): void
  /** Removes records before the offset, as retention does. */
  truncate(topic: LogTopic, partition: number, before: number): void
  readonly deadLetters: readonly DeadLetter[]
  /** While true, appends are stored and their answers lost. */
  answersLost: boolean
  /** The clock of the log, ms since the epoch. */
  now: () => number
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

class MemoryPartition {
  start = 0
  readonly records: Stored[] = []
  claim: { offset: number; logEpoch: string } | undefined
  readonly waiting = new Set<() => void>()

  get end(): number {
    return this.start + this.records.length
  }

  push(record: Stored): number {
    this.records.push(record)
    for (const wake of this.waiting) wake()
    return this.end - 1
  }
}

export async function createMemoryBroker(options: { partitionCount: number; recordBatchBytesMax?: number }): Promise<MemoryBroker> {
  const { partitionCount, recordBatchBytesMax = 1_000_000 } = options
  let nextId = 1
  const directory = { idOf: async () => nextId++, schemaOf: async () => null }
  const codecs = { commands: await createCommandCodec(directory), events: await createEventCodec(directory) }
  const partitions = () => Array.from({ length: partitionCount }, () => new MemoryPartition())
  const topics: Record<LogTopic, MemoryPartition[]> = { commands: partitions(), events: partitions() }
  const deadLetters: DeadLetter[] = []
  const positions = new Map<string, number>()
  const broker: MemoryBroker = {
    open,
    appendRaw: (topic, partition, key, bytes) => {
      topics[topic][partition]!.push({ key, bytes: Buffer.from(bytes), appendedAt: broker.now() })
    },
    truncate: (topic, partition, before) => {
      const at = topics[topic][partition]!
      at.records.splice(0, before - at.start)
      at.start = before
    },
    deadLetters,
    answersLost: false,
    now: Date.now,
  }
  return broker

  async function* follow(topic: LogTopic, partition: number, { from, signal, lingerMs = 0 }: TailOptions, to = Number.POSITIVE_INFINITY) {
    const at = topics[topic][partition]!
    let next = from
    let wake = () => {}
    const waker = () => wake()
    at.waiting.add(waker)
    signal.addEventListener('abort', waker)
    try {
      while (!signal.aborted && next < to) {
        if (next < at.start || next > at.end) throw new LogError('OUT_OF_RANGE', `${topic}/${partition} has no offset ${next}`)
        const found = at.records.slice(next - at.start, to - at.start)
        if (found.length > 0) {
          const first = next
          next += found.length
          yield await decoded(topic, partition, first, found)
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

  async function decoded(topic: LogTopic, partition: number, first: number, found: readonly Stored[]) {
    const values = await (codecs[topic] as RecordCodec<SkeinCommand | SkeinEvent>).decode(found.map((r) => r.bytes))
    return found.map((record, i) => {
      const value = values[i]!
      const { key, appendedAt, bytes } = record
      const base = { topic, partition, offset: first + i, key, appendedAt, bytes: bytes.length }
      return { ...base, value: value instanceof Error ? { undecodable: true as const, bytes, cause: value } : value }
    })
  }

  function open(): EventLog<SkeinCommand, SkeinEvent> {
    const closing = new AbortController()
    const appending: Promise<void>[] = []
    const within = (signal?: AbortSignal) => (signal ? AbortSignal.any([signal, closing.signal]) : closing.signal)
    const log = {
      partitionCount,
      partitionOf: (key: string) => partitionForKey(key, partitionCount),
      async appendCommand(command: SkeinCommand) {
        const key = logKeyOf(command)
        const bytes = codecs.commands.encode(command)
        if (bytes.length + key.length > recordBatchBytesMax) throw new LogError('TOO_LARGE', `command of ${bytes.length} bytes`)
        if (closing.signal.aborted || command.meta.deadlineAt <= Date.now()) throw new LogError('UNAVAILABLE', 'too late')
        topics.commands[partitionForKey(key, partitionCount)]!.push({ key, bytes, appendedAt: broker.now() })
        const lost = broker.answersLost
        const answered = turn()
        appending.push(answered)
        await answered
        if (lost) throw new LogError('UNKNOWN_OUTCOME', 'the answer was lost')
      },
      async claim(partition: number) {
        await turn()
        return claimIn(partition)
      },
      async bounds(topic: LogTopic, asked: readonly number[]) {
        return new Map(asked.map((p) => [p, { start: topics[topic][p]!.start, end: topics[topic][p]!.end }]))
      },
      async *read(topic: LogTopic, partition: number, from: number, to: number) {
        if (from >= to) return
        yield* follow(topic, partition, { from, signal: within() }, to)
      },
      tail: (topic: LogTopic, partition: number, tail: TailOptions) => follow(topic, partition, { ...tail, signal: within(tail.signal) }),
      async join(group: string, topic: LogTopic, listener: Parameters<EventLog<SkeinCommand, SkeinEvent>['join']>[2]): Promise<Membership> {
        return joinAlone(`${group}/${topic}`, listener)
      },
      encoded: (command: SkeinCommand): Uint8Array => codecs.commands.encode(command),
      async deadLetter(letters: readonly DeadLetter[]) {
        deadLetters.push(...letters)
      },
      async close() {
        closing.abort()
        await Promise.all(appending)
      },
    }
    // The port ties topic to record type by overloads, which one body cannot express.
    return log as unknown as EventLog<SkeinCommand, SkeinEvent>
  }

  function claimIn(partition: number): PartitionWriter<SkeinEvent> {
    const at = topics.events[partition]!
    const previous = at.claim
    const offset = at.end
    const logEpoch = previous?.logEpoch ?? randomUUID()
    const meta = { ...partitionMeta(broker.now()), claim: previous?.offset ?? -1, commandOffset: -1 }
    const record: SkeinEvent = { type: 'PartitionClaimed', meta, producerId: partition, producerEpoch: offset, logEpoch, owner: 'memory' }
    at.claim = { offset, logEpoch }
    at.push({ key: '', bytes: codecs.events.encode(record), appendedAt: broker.now() })
    return writerOf(partition, at, offset, logEpoch)
  }

  function writerOf(partition: number, at: MemoryPartition, claim: number, logEpoch: string): PartitionWriter<SkeinEvent> {
    let spent: LogError | undefined
    let nextOffset = claim + 1
    function store(records: readonly RecordToAppend<SkeinEvent>[]): number {
      if (spent) throw spent
      if (at.claim!.offset !== claim) throw new LogError('FENCED', `partition ${partition} was claimed at ${at.claim!.offset}`)
      const encoded = records.map(({ key, value }) => ({ key, bytes: codecs.events.encode(value), appendedAt: broker.now() }))
      const bytes = encoded.reduce((sum, r) => sum + r.key.length + r.bytes.length, 0)
      if (bytes > recordBatchBytesMax) throw new LogError('TOO_LARGE', `a record batch of ${bytes} bytes`)
      for (const each of encoded) at.push(each)
      nextOffset += encoded.length
      if (broker.answersLost) throw new LogError('UNKNOWN_OUTCOME', 'the answer was lost')
      return nextOffset - encoded.length
    }
    return {
      partition,
      claim,
      logEpoch,
      get nextOffset() {
        return nextOffset
      },
      async append(records) {
        try {
          const offset = store(records)
          await turn()
          return offset
        } catch (error) {
          spent ??= error instanceof LogError ? error : new LogError('UNAVAILABLE', 'an earlier append failed', { cause: error })
          throw error
        }
      },
      close() {
        spent ??= new LogError('UNAVAILABLE', 'the writer is closed')
      },
    }
  }

  function joinAlone(group: string, listener: Parameters<EventLog<SkeinCommand, SkeinEvent>['join']>[2]): Membership {
    const all = Array.from({ length: partitionCount }, (_, p) => p)
    let member = true
    const assigning = setImmediate(() => {
      for (const p of all) listener.assigned(p)
    })
    return {
      sessionTimeoutMs: Number.POSITIVE_INFINITY,
      lastHeartbeatSentAt: () => Number.POSITIVE_INFINITY,
      nextHeartbeat: () => turn(),
      commit: (partition, next) => void positions.set(`${group}/${partition}`, next),
      committed: async (asked) =>
        new Map(asked.flatMap((p) => (positions.has(`${group}/${p}`) ? [[p, positions.get(`${group}/${p}`)!] as const] : []))),
      async leave() {
        if (!member) return
        member = false
        clearImmediate(assigning)
        await Promise.allSettled(all.map((p) => listener.revoked(p)))
      },
    }
  }
}
