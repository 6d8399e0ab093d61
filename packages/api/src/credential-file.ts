// Opens the SQLite file that holds the credentials of an installation of one machine. Durable by WAL with synchronous=FULL, as the
// embedded log is: who was told that they are registered is so after a power failure too. A foreign file is never touched.
import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** "SKCR", as shown by file(1) and `PRAGMA application_id`. */
const applicationId = 0x534b4352
const formatVersion = 1

const tables = `
  CREATE TABLE passwords (
    entry INTEGER PRIMARY KEY, app_id TEXT NOT NULL, user_id TEXT NOT NULL, user_name TEXT NOT NULL, display_name TEXT NOT NULL,
    password_hash TEXT NOT NULL, UNIQUE (app_id, user_id)
  ) STRICT;
  CREATE INDEX passwords_by_name ON passwords (app_id, lower(user_name), entry);
  CREATE TABLE apps (app_id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL) STRICT;
`

/** The file is not what it has to be, or cannot be opened: no retry helps. */
export class CredentialFileError extends Error {
  readonly code = 'MISCONFIGURED'
}

export function openCredentialFile(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    // SQLite gives its side files the mode of this one.
    closeSync(openSync(file, 'a', 0o600))
    database = new DatabaseSync(file)
    prepare(database, file)
    return database
  } catch (cause) {
    database?.close()
    if (cause instanceof CredentialFileError) throw cause
    throw new CredentialFileError(`${file} cannot be opened: ${(cause as Error).message}`, { cause })
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const id = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  const fresh = id === 0 && version === 0 && database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!fresh && id !== applicationId) throw new CredentialFileError(`${file} is a SQLite database, but has no credentials of Skein`)
  if (version > formatVersion)
    throw new CredentialFileError(`${file} has format ${version}, made by a newer release; this one knows up to ${formatVersion}`)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  if (fresh) database.exec(`BEGIN; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}; ${tables} COMMIT`)
}

function pragma(database: DatabaseSync, name: string): number {
  return database.prepare(`PRAGMA ${name}`).get()![name] as number
}
