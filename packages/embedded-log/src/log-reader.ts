// Reading by position: bounds, a stretch, or a tail that follows for ever. Nothing is read ahead of the reader, and a batch
// is bounded in records and bytes; a reader that is catching up gives way to the rest of the process after every batch.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordCodec, SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Bounds, LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { AppendSignal } from './append-signal.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import type { Statements, StoredBytes } from './statements.ts'

export type Batch = readonly StoredRecord<SkeinCommand | SkeinEvent | UndecodableRecord>[]

export interface ReaderParts {
  readonly statements: Statements
  readonly signal: AppendSignal
  readonly codecs: { readonly commands: RecordCodec<SkeinCommand>; readonly events: RecordCodec<SkeinEvent> }
  readonly limits: Pick<EmbeddedLogLimits, 'readRecordsMax' | 'readBytesMax'>
  isClosed(): boolean
}

export function boundsOf({ statements }: ReaderParts, topic: LogTopic, partition: number): Bounds {
  return { start: statements.start(topic, partition), end: statements.end(topic, partition) }
}

/** Records [from, to) as far as the log has them. */
export async function* readStretch(
  parts: ReaderParts,
  topic: LogTopic,
  partition: number,
  from: number,
  to: number,
): AsyncGenerator<Batch> {
  requireInside(parts, topic, partition, from)
  let position = from
  while (position < to && !parts.isClosed()) {
    const rows = scan(parts, topic, partition, position, to, parts.limits.readBytesMax)
    if (rows.length === 0) return
    position += rows.length
    yield await decode(parts, topic, partition, rows)
    await nextTurn()
  }
}

export async function* followTail(parts: ReaderParts, topic: LogTopic, partition: number, options: TailOptions): AsyncGenerator<Batch> {
  const { signal } = options
  const bytesMax = options.queueBytesMax ?? parts.limits.readBytesMax
  let position = options.from
  requireInside(parts, topic, partition, position)
  while (!signal.aborted && !parts.isClosed()) {
    const rows = scan(parts, topic, partition, position, Number.POSITIVE_INFINITY, bytesMax)
    if (rows.length === 0) {
      requireInside(parts, topic, partition, position)
      await parts.signal.next(topic, partition, signal)
      continue
    }
    position += rows.length
    yield await decode(parts, topic, partition, rows)
    if (!signal.aborted && !parts.isClosed() && parts.statements.end(topic, partition) > position) await nextTurn()
  }
}

function requireInside(parts: ReaderParts, topic: LogTopic, partition: number, from: number): void {
  if (parts.isClosed()) throw new LogError('UNAVAILABLE', 'the log is closed')
  const { start, end } = boundsOf(parts, topic, partition)
  if (from >= start && from <= end) return
  throw new LogError('OUT_OF_RANGE', `${topic}/${partition} holds ${start} to ${end}, asked for ${from}`)
}

function scan(parts: ReaderParts, topic: LogTopic, partition: number, from: number, to: number, bytesMax: number): StoredBytes[] {
  const rows = parts.statements.scan(topic, partition, from, to, parts.limits.readRecordsMax, bytesMax)
  const first = rows[0]?.offset ?? from
  if (first !== from) throw new LogError('OUT_OF_RANGE', `${topic}/${partition} begins at ${first} now, asked for ${from}`)
  return rows
}

async function decode(parts: ReaderParts, topic: LogTopic, partition: number, rows: readonly StoredBytes[]): Promise<Batch> {
  const decoded = parts.codecs[topic].decode(rows.map((row) => row.value))
  const values = decoded instanceof Promise ? await decoded : decoded
  return rows.map((row, i) => {
    const value = values[i]!
    const readable = value instanceof Error ? ({ undecodable: true, bytes: row.value, cause: value } as const) : value
    return { topic, partition, offset: row.offset, key: row.key, value: readable, appendedAt: row.appendedAt }
  })
}
