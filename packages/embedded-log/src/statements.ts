// The statements of the log, prepared once per handle. Those that write run inside the commit queue's transaction.
import type { DatabaseSync } from 'node:sqlite'
import type { DeadLetter, LogTopic } from '@skein/event-sourcing'
import { offsetsPerStream, streamStart } from './position.ts'

export interface StoredBytes {
  readonly offset: number
  readonly key: string
  readonly value: Uint8Array
  readonly appendedAt: number
}

export interface StoredClaim {
  readonly claim: number
  /** Counts the claims of the partition. */
  readonly epoch: number
  readonly logEpoch: string
}

export type Statements = ReturnType<typeof prepareStatements>

export function prepareStatements(database: DatabaseSync) {
  const first = database.prepare('SELECT min(position) AS position FROM log WHERE position >= ? AND position < ?')
  const last = database.prepare('SELECT max(position) AS position FROM log WHERE position >= ? AND position < ?')
  const insert = database.prepare('INSERT INTO log (position, key, value, appended_at) VALUES (?, ?, ?, ?)')
  const scan = database.prepare(
    'SELECT position, key, value, appended_at FROM log WHERE position >= ? AND position < ? ORDER BY position LIMIT ?',
  )
  const firstYounger = database.prepare(
    'SELECT min(position) AS position FROM log WHERE position >= ? AND position < ? AND appended_at >= ?',
  )
  const remove = database.prepare('DELETE FROM log WHERE position >= ? AND position < ?')
  const claim = database.prepare('SELECT claim, epoch, log_epoch FROM claims WHERE partition = ?')
  const setClaim = database.prepare('INSERT OR REPLACE INTO claims (partition, claim, epoch, log_epoch) VALUES (?, ?, ?, ?)')
  const setPosition = database.prepare(
    'INSERT OR REPLACE INTO group_positions (group_name, topic, partition, next_offset) VALUES (?, ?, ?, ?)',
  )
  const position = database.prepare('SELECT next_offset FROM group_positions WHERE group_name = ? AND topic = ? AND partition = ?')
  const addLetter = database.prepare(
    'INSERT INTO dead_letters (key, value, topic, partition, "offset", why, appended_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const dataVersion = database.prepare('PRAGMA data_version')

  const end = (topic: LogTopic, partition: number): number => {
    const base = streamStart(topic, partition)
    const found = last.get(base, base + offsetsPerStream)!.position as number | null
    return found === null ? 0 : found - base + 1
  }

  return {
    /** Offset the next record will get. */
    end,
    /** Offset of the first record kept; 0 in an empty stream, for the last record is never removed. */
    start(topic: LogTopic, partition: number): number {
      const base = streamStart(topic, partition)
      const found = first.get(base, base + offsetsPerStream)!.position as number | null
      return found === null ? 0 : found - base
    },
    insert(topic: LogTopic, partition: number, offset: number, key: string, value: Uint8Array, appendedAt: number): void {
      insert.run(streamStart(topic, partition) + offset, key, value, appendedAt)
    },
    /** Records [from, to) until one of the limits is reached; at least one if there is any. */
    scan(topic: LogTopic, partition: number, from: number, to: number, recordsMax: number, bytesMax: number): StoredBytes[] {
      const base = streamStart(topic, partition)
      const rows: StoredBytes[] = []
      let bytes = 0
      for (const row of scan.iterate(base + from, base + Math.min(to, offsetsPerStream), recordsMax)) {
        const value = row.value as Uint8Array
        bytes += value.length
        if (rows.length > 0 && bytes > bytesMax) break
        rows.push({ offset: (row.position as number) - base, key: row.key as string, value, appendedAt: row.appended_at as number })
      }
      return rows
    },
    /** Removes from the beginning what was appended before `before`, at most recordsMax and never the last record. */
    trim(topic: LogTopic, partition: number, before: number, recordsMax: number): void {
      const base = streamStart(topic, partition)
      const lastPosition = base + end(topic, partition) - 1
      const firstPosition = first.get(base, base + offsetsPerStream)!.position as number | null
      if (firstPosition === null) return
      const limit = Math.min(firstPosition + recordsMax, lastPosition)
      const keep = firstYounger.get(firstPosition, limit, before)!.position as number | null
      remove.run(firstPosition, keep ?? limit)
    },
    claim(partition: number): StoredClaim | undefined {
      const row = claim.get(partition)
      return row && { claim: row.claim as number, epoch: row.epoch as number, logEpoch: row.log_epoch as string }
    },
    setClaim(partition: number, stored: StoredClaim): void {
      setClaim.run(partition, stored.claim, stored.epoch, stored.logEpoch)
    },
    setGroupPosition(group: string, topic: LogTopic, partition: number, nextOffset: number): void {
      setPosition.run(group, topic, partition, nextOffset)
    },
    groupPosition(group: string, topic: LogTopic, partition: number): number | undefined {
      return position.get(group, topic, partition)?.next_offset as number | undefined
    },
    addDeadLetter(letter: DeadLetter, appendedAt: number): void {
      const { topic, partition, offset } = letter.from
      addLetter.run(letter.key, letter.bytes, topic, partition, offset, letter.why, appendedAt)
    },
    /** Changes when another connection has committed to the file. */
    dataVersion: (): number => dataVersion.get()!.data_version as number,
  }
}
