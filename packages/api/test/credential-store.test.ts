// One contract on every adapter: memory, a SQLite file, a real PostgreSQL.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { after, before, describe, test } from 'node:test'
import type { PostgresHandle } from '@skein/local-stack'
import { startPostgres } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import pg from 'pg'
import type { CredentialDatabase, CredentialStore } from '../src/index.ts'
import { createSqlCredentialStore, migrateCredentials, openSqliteCredentialStore } from '../src/index.ts'
import { defaultPasswordParameters } from '../src/password-hash.ts'
import { credentialStoreContract } from './credential-store-contract.ts'
import { createInMemoryCredentialStore } from './in-memory-credential-store.ts'
import { openApi } from './open-api.ts'

const memory = createInMemoryCredentialStore()
credentialStoreContract('memory', async () => memory)

describe('in a file', () => {
  let dir: string
  let store: ReturnType<typeof openSqliteCredentialStore>
  before(async () => {
    dir = await mkdtemp(`${tmpdir()}/skein-credentials-`)
    store = openSqliteCredentialStore(`${dir}/credentials.sqlite`)
  })
  after(async () => {
    store.close()
    await rm(dir, { recursive: true, force: true })
  })
  credentialStoreContract('SQLite', async () => store)
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
    assert.deepEqual(done.map((names) => names.length).sort(), [0, 0, 2])
    const { rows } = await pool.query("select table_name from information_schema.tables where table_schema = 'skein_credentials'")
    assert.deepEqual(rows.map((row) => row.table_name).sort(), ['apps', 'migrations', 'passwords', 'token_secret'])
  })

  credentialStoreContract('PostgreSQL', async () => store)

  test('of those who race for a name one is left in the tables, hashed, and logs in', async (t) => {
    const limits = {
      registrationsPerNameAndAddress: { burst: 20, perMinute: 1 },
      commandDeadlineMs: 5_000,
      replyTimeoutMs: 5_000,
      partTimeoutMs: 5_000,
    }
    const api = await openApi(t, { credentials: store, limits, passwordParameters: defaultPasswordParameters })
    const passwords = Array.from({ length: 8 }, (_, i) => `planted password ${i}`)
    const answers = await Promise.all(passwords.map((password) => api.register('racer', password)))
    const winner = answers.findIndex((a) => a.status === 201)
    assert.deepEqual(
      answers.map((a) => a.status).filter((status) => status !== 409),
      [201],
    )
    const { rows } = await pool.query("select * from skein_credentials.passwords where lower(user_name) = 'racer'")
    assert.deepEqual(
      rows.map((row) => [row.user_id, row.password_hash.slice(0, 30)]),
      [[answers[winner]!.body.userId, '$argon2id$v=19$m=19456,t=2,p=1']],
    )
    assert.ok(!JSON.stringify(rows).includes('planted'))
    assert.equal((await api.login('racer', passwords[winner])).status, 201)
    assert.equal((await api.login('racer', passwords[winner === 0 ? 1 : 0])).status, 401)
  })

  test('with the database gone, requests are unavailable and name the part', async (t) => {
    const gone = new pg.Pool({ connectionString: server.connectionString.replace(/:\d+\//, ':1/'), max: 1 })
    t.after(() => gone.end())
    const api = await openApi(t, { credentials: createSqlCredentialStore(gone) })
    const { status, body } = await api.register('nobody')
    assert.deepEqual([status, body.error.code, body.error.detail], [503, 'UNAVAILABLE', 'credentials'])
    const password = new URL(server.connectionString).password
    assert.ok(api.logLines.some((line) => line.includes('ECONNREFUSED')) && !api.logLines.some((line) => line.includes(password)))
  })
})
