// Opens the SQLite file of a log and makes sure that it is one: our application id, a format this release knows, the
// pinned partition count. A foreign file is never touched. Durable by WAL with synchronous=FULL: a commit that returned
// survives power loss. Creation is one transaction, so that processes may race to open a new file.
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { allSchemas } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { partitionCountMax } from './position.ts'
import { isBusy, isDamage, isNotADatabase } from './sqlite-fault.ts'

/** "SKLG", as shown by file(1) and `PRAGMA application_id`. */
const applicationId = 0x534b4c47
const formatVersion = 3
/** How long a statement blocks the process for another one's commit; longer waits are asynchronous. */
const blockedMs = 3
const pageBytes = 4096
/** In KB, as SQLite takes it where it is negative. */
const cacheSize = -16384

const tables = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
  CREATE TABLE schemas (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, schema TEXT NOT NULL, UNIQUE (subject, schema)) STRICT;
  CREATE TABLE log (position INTEGER PRIMARY KEY, key TEXT NOT NULL, value BLOB NOT NULL, appended_at INTEGER NOT NULL,
    checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE claims (partition INTEGER PRIMARY KEY, claim INTEGER NOT NULL, epoch INTEGER NOT NULL, log_epoch TEXT NOT NULL) STRICT;
  CREATE TABLE group_positions (
    group_name TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, next_offset INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (group_name, topic, partition)
  ) STRICT;
  CREATE TABLE dead_letters (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, value BLOB NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL,
    "offset" INTEGER NOT NULL, why TEXT NOT NULL, appended_at INTEGER NOT NULL
  ) STRICT;
  -- For people with a SQLite shell; the software reads "log".
  CREATE VIEW records AS SELECT
    CASE (position >> 40) & 1 WHEN 0 THEN 'commands' ELSE 'events' END AS topic,
    position >> 41 AS partition, position & 0xffffffffff AS "offset", key, value, appended_at
  FROM log;
`

export interface LogFileOptions {
  readonly file: string
  readonly partitionCount: number
  readonly fileBytesMax: number
  /** How long opening waits for other processes that hold the file. */
  readonly busyWaitMs: number
  /** Reads what another handle has made and writes nothing, so that nobody waits for it. */
  readonly readOnly?: boolean
}

/**
 * Opens or creates the file. Rejects MISCONFIGURED for one that cannot be this log, CORRUPT for one that is damaged, UNAVAILABLE for
 * one that stays locked.
 */
export async function openLogFile(options: LogFileOptions): Promise<DatabaseSync> {
  const { file, partitionCount } = options
  if (!Number.isInteger(partitionCount) || partitionCount < 1 || partitionCount > partitionCountMax) {
    throw new LogError('MISCONFIGURED', `a log has 1 to ${partitionCountMax} partitions, not ${partitionCount}`)
  }
  const giveUpAt = performance.now() + options.busyWaitMs
  for (;;) {
    const database = connect(options)
    try {
      if (options.readOnly) check(database, options)
      else prepare(database, options)
      return database
    } catch (cause) {
      database.close()
      if (cause instanceof LogError) throw cause
      if (isDamage(cause)) throw new LogError('CORRUPT', `${file} is damaged`, { cause })
      if (isNotADatabase(cause)) throw new LogError('MISCONFIGURED', `${file} is not a Skein log`, { cause })
      if (!isBusy(cause)) throw new LogError('MISCONFIGURED', `${file} cannot be opened`, { cause })
      if (performance.now() > giveUpAt) throw new LogError('UNAVAILABLE', `${file} is locked by another process`, { cause })
      await pause(5)
    }
  }
}

function connect({ file, readOnly = false }: LogFileOptions): DatabaseSync {
  try {
    // Not opened by other means as well: when those are closed the system forgets every lock that this process has on the file.
    if (readOnly) return new DatabaseSync(file, { timeout: blockedMs, readOnly })
    mkdirSync(dirname(file), { recursive: true })
    // Messages are nobody else's business: SQLite gives its side files the mode of this one.
    closeSync(openSync(file, 'a', 0o600))
    return new DatabaseSync(file, { timeout: blockedMs })
  } catch (cause) {
    throw new LogError('MISCONFIGURED', `${file} cannot be opened`, { cause })
  }
}

function check(database: DatabaseSync, options: LogFileOptions): void {
  refuseForeign(database, options.file)
  database.exec(`PRAGMA cache_size = ${cacheSize}`)
  requirePartitionCount(database, options)
}

function prepare(database: DatabaseSync, options: LogFileOptions): void {
  refuseForeign(database, options.file)
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = ${cacheSize};
    PRAGMA max_page_count = ${Math.floor(options.fileBytesMax / pageBytes)}`)
  database.exec('BEGIN IMMEDIATE')
  try {
    if (pragma(database, 'user_version') === 0) {
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}; ${tables}`)
      database.prepare('INSERT INTO settings VALUES (?, ?)').run('partition_count', options.partitionCount)
    }
    requirePartitionCount(database, options)
    const register = database.prepare('INSERT INTO schemas (subject, schema) VALUES (?, ?) ON CONFLICT DO NOTHING')
    for (const { subject, schema } of allSchemas()) register.run(subject, JSON.stringify(schema))
    database.exec('COMMIT')
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}

/** Before anything is changed: a new file is empty, one of ours says so. */
function refuseForeign(database: DatabaseSync, file: string): void {
  const id = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  if (id === 0 && version === 0 && database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) return
  if (id !== applicationId) throw new LogError('MISCONFIGURED', `${file} is a SQLite database, but not a Skein log`)
  if (version === formatVersion) return
  const which = version > formatVersion ? 'a newer release' : 'a release before the first'
  throw new LogError('MISCONFIGURED', `${file} has format ${version}, made by ${which}; this one knows ${formatVersion}`)
}

function requirePartitionCount(database: DatabaseSync, { file, partitionCount }: LogFileOptions): void {
  const row = database.prepare('SELECT value FROM settings WHERE name = ?').get('partition_count')
  if (row?.value === partitionCount) return
  throw new LogError('MISCONFIGURED', `${file} was made with ${row?.value} partitions, the configuration says ${partitionCount}`)
}

function pragma(database: DatabaseSync, name: string): number {
  return database.prepare(`PRAGMA ${name}`).get()![name] as number
}
