// The statements of the log, prepared once per handle. Those that write run inside the commit queue's transaction.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { DeadLetter, GroupPosition, LogTopic } from '@skein/event-sourcing'
import { type Checked, checksumOf } from './checksum.ts'
import { offsetsPerStream, streamStart } from './position.ts'

export interface StoredBytes {
  readonly offset: number
  readonly key: string
  readonly value: Uint8Array
  readonly appendedAt: number
}

/** As it was found. */
export interface ScannedBytes extends StoredBytes {
  /** It is what was written. */
  readonly intact: boolean
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
const insertSql = 'INSERT INTO log (position, key, value, appended_at, checksum) VALUES (?, ?, ?, ?, ?)'
const scanSql =
  'SELECT position, key, value, appended_at AS appendedAt, checksum FROM log WHERE position >= ? AND position < ? ORDER BY position LIMIT ?'
const firstYoungerSql = 'SELECT min(position) AS position FROM log WHERE position >= ? AND position < ? AND appended_at >= ?'
const removeSql = 'DELETE FROM log WHERE position >= ? AND position < ?'
const claimSql = 'SELECT claim, epoch, log_epoch FROM claims WHERE partition = ?'
const setClaimSql = 'INSERT OR REPLACE INTO claims (partition, claim, epoch, log_epoch) VALUES (?, ?, ?, ?)'
const positionSql = 'SELECT next_offset, record FROM group_positions WHERE group_name = ? AND topic = ? AND partition = ?'
const setPositionSql = 'INSERT OR REPLACE INTO group_positions (group_name, topic, partition, next_offset, record) VALUES (?, ?, ?, ?, ?)'
const probeBytes = 65_536
const probeSql = `INSERT OR REPLACE INTO settings (name, value) VALUES ('probe', zeroblob(?))`
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
  readonly #probe: StatementSync

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
    this.#probe = database.prepare(probeSql)
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
    const position = streamStart(topic, partition) + offset
    this.#insert.run(position, key, value, appendedAt, checksumOf({ position, key, value, appendedAt }))
  }

  /** Records [from, to) until one of the limits is reached; at least one if there is any. */
  scan(topic: LogTopic, partition: number, { from, to, recordsMax, bytesMax }: Stretch): ScannedBytes[] {
    const base = streamStart(topic, partition)
    const rows: ScannedBytes[] = []
    let bytes = 0
    for (const found of this.#scan.iterate(base + from, base + Math.min(to, offsetsPerStream), recordsMax)) {
      const row = found as unknown as Checked & { readonly checksum: number }
      const { position, key, value, appendedAt } = row
      bytes += value.length
      if (rows.length > 0 && bytes > bytesMax) break
      rows.push({ offset: position - base, key, value, appendedAt, intact: checksumOf(row) === row.checksum })
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

  setGroupPosition(group: string, topic: LogTopic, partition: number, { nextOffset, record }: GroupPosition): void {
    this.#setPosition.run(group, topic, partition, nextOffset, record)
  }

  groupPosition(group: string, topic: LogTopic, partition: number): GroupPosition | undefined {
    const row = this.#position.get(group, topic, partition)
    return row && { nextOffset: row.next_offset as number, record: row.record as string }
  }

  addDeadLetter(letter: DeadLetter, appendedAt: number): void {
    const { topic, partition, offset } = letter.from
    this.#addLetter.run(letter.key, letter.bytes, topic, partition, offset, letter.why, appendedAt)
  }

  /** Writes as much as a large append, and takes it back. */
  probe(): void {
    this.#probe.run(probeBytes)
    this.#probe.run(0)
  }

  /** Changes when another connection has committed to the file. */
  dataVersion(): number {
    return this.#dataVersion.get()!.data_version as number
  }
}
