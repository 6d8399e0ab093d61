// A directory of its own for each test's log file, removed when the test is done; and a look into the file behind the log.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface LogDirectory extends Disposable {
  readonly file: string
}

export function makeLogDirectory(): LogDirectory {
  const directory = mkdtempSync(join(tmpdir(), 'skein-log-'))
  return {
    file: join(directory, 'log.sqlite'),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** Runs on a connection of its own, as another process would have it. */
export function withDatabase<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  try {
    return use(database)
  } finally {
    database.close()
  }
}

/** Holds the file's write lock while `use` runs, as a process in the middle of a long commit would. */
export function withLock<T>(file: string, use: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec('BEGIN IMMEDIATE')
  return use().finally(() => {
    if (database.isTransaction) database.exec('ROLLBACK')
    database.close()
  })
}
