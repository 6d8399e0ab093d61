// One contract on every adapter: memory, PostgreSQL in process, a real PostgreSQL.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { after, before, describe, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import type { PostgresHandle } from '@skein/local-stack'
import { startPostgres } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import pg from 'pg'
import type { CredentialDatabase, CredentialStore, MigrationClient } from '../src/index.ts'
import { createSqlCredentialStore, migrateCredentials } from '../src/index.ts'
import { credentialStoreContract } from './credential-store-contract.ts'
import { createInMemoryCredentialStore } from './in-memory-credential-store.ts'

const memory = createInMemoryCredentialStore()
credentialStoreContract('memory', async () => memory)

describe('in process', () => {
  let pglite: PGlite
  let store: CredentialStore
  before(async () => {
    pglite = await PGlite.create()
    const client: MigrationClient = {
      async query(text, values) {
        if (values && values.length > 0) return pglite.query(text, values)
        return (await pglite.exec(text)).at(-1) ?? { rows: [] }
      },
    }
    assert.equal((await migrateCredentials(client, silentLogger)).length, 1)
    assert.equal((await migrateCredentials(client, silentLogger)).length, 0)
    store = createSqlCredentialStore(pglite)
  })
  after(() => pglite.close())
  credentialStoreContract('PGlite', async () => store)
})

describe('on a server', () => {
  let dir: string
  let server: PostgresHandle
  let pool: pg.Pool
  let store: CredentialStore
  before(async () => {
    dir = await mkdtemp(`${tmpdir()}/skein-api-`)
    server = await startPostgres({ dir })
    pool = new pg.Pool({ connectionString: server.connectionString, max: 4 })
    const database: CredentialDatabase = pool
    store = createSqlCredentialStore(database)
  })
  after(async () => {
    await pool.end()
    await server.remove()
    await rm(dir, { recursive: true, force: true })
  })

  test('processes that start together migrate once', async () => {
    const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
    const done = await Promise.all(clients.map((client) => migrateCredentials(client, silentLogger)))
    for (const client of clients) client.release()
    assert.deepEqual(done.map((names) => names.length).sort(), [0, 0, 1])
    const { rows } = await pool.query("select table_name from information_schema.tables where table_schema = 'skein_credentials'")
    assert.deepEqual(rows.map((row) => row.table_name).sort(), ['apps', 'migrations', 'passwords'])
  })

  credentialStoreContract('PostgreSQL', async () => store)
})
