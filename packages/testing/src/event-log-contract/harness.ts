// What an adapter gives the contract suite, and the bench the tests work on: handles that are closed after each test, and
// short ways to write and read records.
import assert from 'node:assert/strict'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type {
  DeadLetter,
  EventLog,
  LogTopic,
  PartitionWriter,
  RecordToAppend,
  StoredRecord,
  TailOptions,
  UndecodableRecord,
} from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { eventually } from '../eventually.ts'
import { sampleCommand, sampleMessageSent, textOf } from '../samples.ts'

export type Log = EventLog<SkeinCommand, SkeinEvent>
export type Writer = PartitionWriter<SkeinEvent>
export type AnyRecord = StoredRecord<SkeinCommand | SkeinEvent | UndecodableRecord>

/** The log needs at least four partitions. */
export interface EventLogHarness {
  /** A fresh handle on the same log, as another process would have it. The suite closes it. */
  open(): Promise<Log>
  /** Stores bytes as they are, past every codec. */
  appendRaw(topic: LogTopic, partition: number, key: string, bytes: Uint8Array): Promise<void>
  /** Every letter stored so far. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /** The limit of one record batch, and how the adapter counts a batch against it. */
  readonly recordBatchBytesMax: number
  recordBatchBytes(records: readonly RecordToAppend<SkeinEvent>[]): number
  readonly capabilities: {
    /** Members of a group share the partitions; otherwise each has all. */
    readonly sharedMembership: boolean
  }
  /** Kills the server under the log and starts it again; resolves when it serves. */
  restartBroker(): Promise<void>
  /** While `work` runs, requests reach the log and are carried out, but answers may be lost. */
  loseAnswers?(work: () => Promise<void>): Promise<void>
  /** How often the property tests run; fewer on a log whose claims are slow. */
  readonly propertyRuns?: number
  /** Changes a bit of what was written of a record, as a disk may. */
  damageRecord?(topic: LogTopic, partition: number, offset: number): Promise<void>
  close(): Promise<void>
}

export type Bench = ReturnType<typeof createBench>

export function createBench(createHarness: () => Promise<EventLogHarness>) {
  let running: EventLogHarness | undefined
  const handles = new Set<Log>()
  const harness = (): EventLogHarness => {
    assert.ok(running, 'the harness is not running')
    return running
  }
  return {
    harness,
    async start(): Promise<void> {
      running = await createHarness()
    },
    async stop(): Promise<void> {
      await running?.close()
    },
    async open(): Promise<Log> {
      const log = await harness().open()
      handles.add(log)
      return log
    },
    async close(log: Log): Promise<void> {
      handles.delete(log)
      await log.close()
    },
    async closeHandles(): Promise<void> {
      const open = [...handles]
      handles.clear()
      await Promise.all(open.map((log) => log.close()))
    },
  }
}

export async function endOf(log: Log, topic: LogTopic, partition: number): Promise<number> {
  const bounds = (await log.bounds(topic, [partition])).get(partition)
  assert.ok(bounds, `no bounds of ${topic}/${partition}`)
  return bounds.end
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Topic as a value, which the port's overloads do not take. */
export function readAny(log: Log, topic: LogTopic, partition: number, { from, to }: Stretch): AsyncIterable<readonly AnyRecord[]> {
  return topic === 'commands' ? log.read('commands', partition, from, to) : log.read('events', partition, from, to)
}

export function tailAny(log: Log, topic: LogTopic, partition: number, options: TailOptions): AsyncIterable<readonly AnyRecord[]> {
  return topic === 'commands' ? log.tail('commands', partition, options) : log.tail('events', partition, options)
}

/** Records [from, end of the log now). */
export async function readAll(log: Log, topic: LogTopic, partition: number, from: number): Promise<AnyRecord[]> {
  const records: AnyRecord[] = []
  const to = await endOf(log, topic, partition)
  for await (const batch of readAny(log, topic, partition, { from, to })) records.push(...batch)
  return records
}

/** The first `count` records that a tail from `from` on gives. Fails when they do not come in time. */
export async function takeTail(
  log: Log,
  topic: LogTopic,
  partition: number,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<AnyRecord[]> {
  const stop = new AbortController()
  const records: AnyRecord[] = []
  const late = setTimeout(() => stop.abort(), 60_000)
  try {
    for await (const batch of tailAny(log, topic, partition, { from, signal: stop.signal })) {
      records.push(...batch)
      if (records.length >= count) stop.abort()
    }
  } finally {
    clearTimeout(late)
  }
  assert.ok(records.length >= count, `the tail of ${topic}/${partition} gave ${records.length} of ${count} records in time`)
  return records.slice(0, count)
}

/** Reads all that comes from an offset on, until it is told how much that is. */
export function followAll(log: Log, topic: LogTopic, partition: number, from: number) {
  const stop = new AbortController()
  const records: AnyRecord[] = []
  const reading = (async () => {
    for await (const batch of tailAny(log, topic, partition, { from, signal: stop.signal })) records.push(...batch)
  })()
  // Told to whoever stops it.
  reading.catch(() => {})
  return {
    stopAfter: async (count: number): Promise<readonly AnyRecord[]> => {
      try {
        await Promise.race([reading, eventually(() => records.length >= count, { what: `${count} records of ${topic}/${partition}` })])
      } finally {
        stop.abort()
      }
      await reading
      return records
    },
  }
}

export function assertDense(records: readonly AnyRecord[], from: number): void {
  assert.deepEqual(
    records.map((record) => record.offset),
    records.map((_, i) => from + i),
    'offsets are dense',
  )
}

export const textsOf = (records: readonly AnyRecord[]): (string | undefined)[] => records.map((record) => textOf(record.value))

/** Events of a writer, one per text. */
export const eventsOf = (writer: Writer, key: string, texts: readonly string[]): RecordToAppend<SkeinEvent>[] =>
  texts.map((text) => ({ key, value: sampleMessageSent(text, writer.claim) }))

export const appendTexts = (writer: Writer, key: string, ...texts: string[]): Promise<number> => writer.append(eventsOf(writer, key, texts))

/** Appends the commands at once, in order; resolves when all are stored. */
export async function sendTexts(log: Log, key: string, texts: readonly string[]): Promise<void> {
  await Promise.all(texts.map((text) => log.appendCommand(sampleCommand(key, text, Date.now() + 15_000))))
}

/** `prefix 0`, `prefix 1` ... */
export const numbered = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix} ${i}`)

export const hasCode =
  (...codes: LogError['code'][]) =>
  (error: unknown): true => {
    assert.ok(error instanceof LogError, `a LogError, not ${error}`)
    assert.ok(codes.includes(error.code), `${codes.join(' or ')}, not ${error.code}: ${error.message}`)
    return true
  }

/** A claim that may have to be repeated, as an owner does after any fault. */
export function claimEventually(log: Log, partition: number, timeoutMs = 30_000): Promise<Writer> {
  return eventually(() => log.claim(partition), { timeoutMs, intervalMs: 50, what: `a claim of partition ${partition}` })
}
