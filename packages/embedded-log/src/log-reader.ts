// Reading by position: bounds, a stretch, or a tail that follows for ever. Nothing is read ahead of the reader, and a batch
// is bounded in records and bytes; a reader that is catching up gives way to the rest of the process after every batch. A record that is not
// what was written ends the reading of events, and is passed as undecodable among commands.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { RecordCodec, SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Bounds, LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { AppendSignal } from './append-signal.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import { isBusy, isDamage } from './sqlite-fault.ts'
import type { ScannedBytes, Statements, Stretch } from './statements.ts'

export type Batch = readonly StoredRecord<SkeinCommand | SkeinEvent | UndecodableRecord>[]

/** Pauses without a record that make a quiet time. */
const quietLingers = 3

export interface ReaderParts {
  readonly statements: Statements
  readonly signal: AppendSignal
  readonly codecs: { readonly commands: RecordCodec<SkeinCommand>; readonly events: RecordCodec<SkeinEvent> }
  readonly limits: Pick<EmbeddedLogLimits, 'readRecordsMax' | 'readBytesMax' | 'busyWaitMs' | 'busyRetryMs'>
  readonly partitionCount: number
  isClosed(): boolean
}

export function boundsOf(parts: ReaderParts, topic: LogTopic, partition: number): Promise<Bounds> {
  return patiently(parts, () => bounds(parts, topic, partition))
}

/** Records [from, to), all of them. */
export async function* readStretch(
  parts: ReaderParts,
  topic: LogTopic,
  partition: number,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<Batch> {
  const bytesMax = parts.limits.readBytesMax
  let position = from
  while (position < to) {
    const rows = await patiently(parts, () => scan(parts, topic, partition, { from: position, to, bytesMax }))
    if (rows.length === 0)
      throw new LogError('OUT_OF_RANGE', `${topic}/${partition} ends at ${position}, asked for what stands before ${to}`)
    position += rows.length
    yield await decode(parts, topic, partition, rows)
    await nextTurn()
  }
}

export async function* followTail(parts: ReaderParts, topic: LogTopic, partition: number, options: TailOptions): AsyncGenerator<Batch> {
  const { signal, lingerMs = 0 } = options
  const bytesMax = options.queueBytesMax ?? parts.limits.readBytesMax
  let position = options.from
  let foundAt = Number.NEGATIVE_INFINITY
  while (!signal.aborted && !parts.isClosed()) {
    const rows = await patiently(parts, () => scan(parts, topic, partition, { from: position, to: Number.POSITIVE_INFINITY, bytesMax }))
    if (rows.length === 0) {
      // Nothing can be appended between the scan and this: appends of this handle are made in turns of their own.
      await parts.signal.next(topic, partition, signal)
      if (performance.now() - foundAt < quietLingers * lingerMs) await tick(lingerMs, signal)
      continue
    }
    position += rows.length
    foundAt = performance.now()
    yield await decode(parts, topic, partition, rows)
    if (lingerMs > 0) await tick(lingerMs, signal)
    else if (rows.length > 1) await nextTurn()
  }
}

/** Until the next multiple of so many milliseconds: whoever lingers as long reads at the same time, and can work together. */
async function tick(lingerMs: number, signal: AbortSignal): Promise<void> {
  if (lingerMs > 0) await pause(lingerMs - (performance.now() % lingerMs), undefined, { signal }).catch(() => {})
}

function bounds({ statements }: ReaderParts, topic: LogTopic, partition: number): Bounds {
  return { start: statements.start(topic, partition), end: statements.end(topic, partition) }
}

/** What is there from `from` on; nothing only where the log ends. */
function scan(parts: ReaderParts, topic: LogTopic, partition: number, stretch: Omit<Stretch, 'recordsMax'>): ScannedBytes[] {
  const { from, to } = stretch
  const rows = from < to ? parts.statements.scan(topic, partition, { ...stretch, recordsMax: parts.limits.readRecordsMax }) : []
  if (rows[0]?.offset === from) return readable(topic, partition, rows)
  const { start, end } = bounds(parts, topic, partition)
  if (rows.length === 0 && from >= start && from <= end) return rows
  throw new LogError('OUT_OF_RANGE', `${topic}/${partition} holds ${start} to ${end}, asked for ${from}`)
}

/** The rows up to the first that cannot be read; throws CORRUPT where that is the first of all. */
function readable(topic: LogTopic, partition: number, rows: ScannedBytes[]): ScannedBytes[] {
  const first = rows[0]!.offset
  // A command that cannot be read is one that nobody was told is done; an event may be of any conversation.
  const end = rows.findIndex((row, i) => row.offset !== first + i || (topic === 'events' && !row.intact))
  if (end === 0) throw damaged(topic, partition, first)
  return end < 0 ? rows : rows.slice(0, end)
}

const damaged = (topic: LogTopic, partition: number, offset: number): LogError =>
  new LogError('CORRUPT', `${topic}/${partition}@${offset} cannot be read: its bytes are not those that were written`)

/** Reads never wait for writers, but for the recovery of the file after a crash they may. */
async function patiently<T>(parts: ReaderParts, read: () => T): Promise<T> {
  const giveUpAt = performance.now() + parts.limits.busyWaitMs
  for (;;) {
    if (parts.isClosed()) throw new LogError('UNAVAILABLE', 'the log is closed')
    try {
      return read()
    } catch (cause) {
      if (cause instanceof LogError) throw cause
      if (isDamage(cause)) throw new LogError('CORRUPT', 'the log file is damaged', { cause })
      if (!isBusy(cause) || performance.now() > giveUpAt) throw new LogError('UNAVAILABLE', 'the log file cannot be read', { cause })
      await pause(parts.limits.busyRetryMs)
    }
  }
}

async function decode(parts: ReaderParts, topic: LogTopic, partition: number, rows: readonly ScannedBytes[]): Promise<Batch> {
  const decoded = parts.codecs[topic].decode(rows.map((row) => row.value))
  const values = decoded instanceof Promise ? await decoded : decoded
  return rows.map((row, i) => {
    const value = row.intact ? values[i]! : damaged(topic, partition, row.offset)
    const readable = value instanceof Error ? ({ undecodable: true, bytes: row.value, cause: value } as const) : value
    return { topic, partition, offset: row.offset, key: row.key, value: readable, appendedAt: row.appendedAt, bytes: row.value.length }
  })
}
