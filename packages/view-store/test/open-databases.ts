// Databases for the tests of this package: a PostgreSQL of their own, started once per test file, and PGlite. Each opening
// gets a schema of its own, migrated.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { type PostgresHandle, startPostgres } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { createPgDatabase, createPgliteDatabase, type Database, migrateViews } from '../src/index.ts'

export interface OpenDatabase {
  readonly db: Database
  readonly schema: string
  /** Another connection to the same database, where there can be one: else the same. */
  readonly other: Database
}

export interface DatabaseUnderTest {
  readonly name: 'PostgreSQL' | 'PGlite'
  open(): Promise<OpenDatabase>
}

/** To be called at the top of a test file: starts and ends with it. */
export function databasesUnderTest(): readonly DatabaseUnderTest[] {
  let dir: string
  let server: PostgresHandle
  const opened: Database[] = []
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'skein-views-'))
    server = await startPostgres({ dir: join(dir, 'postgres'), settings: { fsync: 'off' } })
  })
  after(async () => {
    await Promise.all(opened.map((db) => db.close()))
    await server?.stop()
    await server?.remove()
    await rm(dir, { recursive: true, force: true })
  })
  const keep = <T extends Database>(db: T): T => {
    opened.push(db)
    return db
  }
  const newSchema = () => `views_${randomBytes(6).toString('hex')}`
  let pglite: Promise<Database> | undefined
  return [
    {
      name: 'PostgreSQL',
      async open() {
        const connect = () => keep(createPgDatabase({ connectionString: server.connectionString, logger: silentLogger }))
        const schema = newSchema()
        const db = connect()
        await migrateViews(db, { schema, logger: silentLogger })
        return { db, schema, other: connect() }
      },
    },
    {
      name: 'PGlite',
      async open() {
        pglite ??= createPgliteDatabase().then(keep)
        const db = await pglite
        const schema = newSchema()
        await migrateViews(db, { schema, logger: silentLogger })
        return { db, schema, other: db }
      },
    },
  ]
}
