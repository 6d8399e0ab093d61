// The statements of the log, prepared once per handle. Those that write run inside the commit queue's transaction.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
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

export interface Stretch {
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly recordsMax: number
  readonly bytesMax: number
}

const firstSql = 'SELECT min(position) AS position FROM log WHERE position >= ? AND position < ?'
const lastSql = 'SELECT max(position) AS position FROM log WHERE position >= ? AND position < ?'
const insertSql = 'INSERT INTO log (position, key, value, appended_at) VALUES (?, ?, ?, ?)'
const scanSql = 'SELECT position, key, value, appended_at FROM log WHERE position >= ? AND position < ? ORDER BY position LIMIT ?'
const firstYoungerSql = 'SELECT min(position) AS position FROM log WHERE position >= ? AND position < ? AND appended_at >= ?'
const removeSql = 'DELETE FROM log WHERE position >= ? AND position < ?'
const claimSql = 'SELECT claim, epoch, log_epoch FROM claims WHERE partition = ?'
const setClaimSql = 'INSERT OR REPLACE INTO claims (partition, claim, epoch, log_epoch) VALUES (?, ?, ?, ?)'
const positionSql = 'SELECT next_offset FROM group_positions WHERE group_name = ? AND topic = ? AND partition = ?'
const setPositionSql = 'INSERT OR REPLACE INTO group_positions (group_name, topic, partition, next_offset) VALUES (?, ?, ?, ?)'
const addLetterSql = 'INSERT INTO dead_letters (key, value, topic, partition, "offset", why, appended_at) VALUES (?, ?, ?, ?, ?, ?, ?)'

export class Statements {
  readonly #first: StatementSync
  readonly #last: StatementSync
  readonly #insert: StatementSync
  readonly #scan: StatementSync
  readonly #firstYounger: StatementSync
  readonly #remove: StatementSync
  readonly #claim: StatementSync
  readonly #setClaim: StatementSync
  readonly #position: StatementSync
  readonly #setPosition: StatementSync
  readonly #addLetter: StatementSync
  readonly #dataVersion: StatementSync

  constructor(database: DatabaseSync) {
    this.#first = database.prepare(firstSql)
    this.#last = database.prepare(lastSql)
    this.#insert = database.prepare(insertSql)
    this.#scan = database.prepare(scanSql)
    this.#firstYounger = database.prepare(firstYoungerSql)
    this.#remove = database.prepare(removeSql)
    this.#claim = database.prepare(claimSql)
    this.#setClaim = database.prepare(setClaimSql)
    this.#position = database.prepare(positionSql)
    this.#setPosition = database.prepare(setPositionSql)
    this.#addLetter = database.prepare(addLetterSql)
    this.#dataVersion = database.prepare('PRAGMA data_version')
  }

  /** Offset the next record will get. */
  end(topic: LogTopic, partition: number): number {
    const base = streamStart(topic, partition)
    const found = this.#last.get(base, base + offsetsPerStream)!.position as number | null
    return found === null ? 0 : found - base + 1
  }

  /** Offset of the first record kept; 0 in an empty stream, for the last record is never removed. */
  start(topic: LogTopic, partition: number): number {
    const base = streamStart(topic, partition)
    const found = this.#first.get(base, base + offsetsPerStream)!.position as number | null
    return found === null ? 0 : found - base
  }

  insert(topic: LogTopic, partition: number, { offset, key, value, appendedAt }: StoredBytes): void {
    this.#insert.run(streamStart(topic, partition) + offset, key, value, appendedAt)
  }

  /** Records [from, to) until one of the limits is reached; at least one if there is any. */
  scan(topic: LogTopic, partition: number, { from, to, recordsMax, bytesMax }: Stretch): StoredBytes[] {
    const base = streamStart(topic, partition)
    const rows: StoredBytes[] = []
    let bytes = 0
    for (const row of this.#scan.iterate(base + from, base + Math.min(to, offsetsPerStream), recordsMax)) {
      const value = row.value as Uint8Array
      bytes += value.length
      if (rows.length > 0 && bytes > bytesMax) break
      rows.push({ offset: (row.position as number) - base, key: row.key as string, value, appendedAt: row.appended_at as number })
    }
    return rows
  }

  /** Removes from the beginning what was appended before `before`, at most recordsMax and never the last record. */
  trim(topic: LogTopic, partition: number, before: number, recordsMax: number): void {
    const base = streamStart(topic, partition)
    const lastPosition = base + this.end(topic, partition) - 1
    const firstPosition = this.#first.get(base, base + offsetsPerStream)!.position as number | null
    if (firstPosition === null) return
    const limit = Math.min(firstPosition + recordsMax, lastPosition)
    const keep = this.#firstYounger.get(firstPosition, limit, before)!.position as number | null
    this.#remove.run(firstPosition, keep ?? limit)
  }

  claim(partition: number): StoredClaim | undefined {
    const row = this.#claim.get(partition)
    return row && { claim: row.claim as number, epoch: row.epoch as number, logEpoch: row.log_epoch as string }
  }

  setClaim(partition: number, stored: StoredClaim): void {
    this.#setClaim.run(partition, stored.claim, stored.epoch, stored.logEpoch)
  }

  setGroupPosition(group: string, topic: LogTopic, partition: number, nextOffset: number): void {
    this.#setPosition.run(group, topic, partition, nextOffset)
  }

  groupPosition(group: string, topic: LogTopic, partition: number): number | undefined {
    return this.#position.get(group, topic, partition)?.next_offset as number | undefined
  }

  addDeadLetter(letter: DeadLetter, appendedAt: number): void {
    const { topic, partition, offset } = letter.from
    this.#addLetter.run(letter.key, letter.bytes, topic, partition, offset, letter.why, appendedAt)
  }

  /** Changes when another connection has committed to the file. */
  dataVersion(): number {
    return this.#dataVersion.get()!.data_version as number
  }
}
