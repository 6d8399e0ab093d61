// The two databases behind the port: limits on time, rollback, values, and data that stays.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type PostgresHandle, startPostgres } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import {
  createPgDatabase,
  createPgliteDatabase,
  createPrefetch,
  createProjectorStore,
  type Database,
  migrateViews,
  type Queryable,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { eventually } from './open-redis.ts'

let dir: string
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'skein-database-'))
})
after(() => rm(dir, { recursive: true, force: true }))

describe('PostgreSQL', () => {
  let server: PostgresHandle
  const opened: Database[] = []
  before(async () => {
    server = await startPostgres({ dir: join(dir, 'postgres'), settings: { fsync: 'off' } })
  })
  after(async () => {
    await Promise.all(opened.map((db) => db.close()))
    await server.stop()
    await server.remove()
  })
  const connect = (options: Partial<Parameters<typeof createPgDatabase>[0]> = {}) => {
    const db = createPgDatabase({ connectionString: server.connectionString, logger: silentLogger, ...options })
    opened.push(db)
    return db
  }

  it('ends a statement at its limit, in the server too, and goes on', async () => {
    const db = connect({ connectionsMax: 1 })
    const began = performance.now()
    await assert.rejects(db.query('SELECT pg_sleep(20)', [], { timeoutMs: 100 }), { code: 'TIMEOUT', retriable: true })
    assert.ok(performance.now() - began < 5_000)
    const running = `SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20)%' AND state = 'active' AND pid <> pg_backend_pid()`
    assert.deepEqual((await db.query(running)).rows, [{ n: 0 }])
    // The limit of one statement is not the next one's.
    assert.equal((await db.query('SELECT pg_sleep(0.3)')).count, 1)
  })

  it('refuses after a while when all connections are taken', async () => {
    const db = connect({ connectionsMax: 1, connectionTimeoutMs: 1_000 })
    await db.transaction(async () => {
      await assert.rejects(db.query('SELECT 1'), { code: 'TIMEOUT' })
    })
    assert.equal((await db.query('SELECT 1')).count, 1)
  })

  it('takes the lock from a projector that stands still', async () => {
    const [stopped, next] = [connect({ idleInTransactionTimeoutMs: 300 }), connect()]
    await migrateViews(next, { schema: 'standing', logger: silentLogger })
    const script = new EventScript()
    script.register('ann')
    const store = createProjectorStore(next, { schema: 'standing' })
    await store.apply([script.take()])
    const standing = stopped.transaction(async (transaction) => {
      await transaction.query(`UPDATE standing.checkpoints SET next_offset = 77`)
      script.register('bob')
      await store.apply([script.take()])
      await transaction.query('SELECT 1')
    })
    await assert.rejects(standing)
    assert.equal((await store.readCheckpoints([0]))[0]!.nextOffset, script.end)
  })

  it('answers a prefetch in time or not at all, also when the server stands still', async () => {
    const db = connect()
    await migrateViews(db, { schema: 'pausing', logger: silentLogger })
    const prefetch = createPrefetch(db, { schema: 'pausing', timeoutMs: 1_000 })
    assert.equal((await prefetch(3, [])).checkpoint.nextOffset, 0)
    await server.pause()
    try {
      const began = performance.now()
      await assert.rejects(prefetch(3, []), { code: 'TIMEOUT' })
      assert.ok(performance.now() - began < 5_000)
    } finally {
      await server.resume()
    }
    assert.equal((await prefetch(3, [])).checkpoint.nextOffset, 0)
  })

  // A role that had asked nothing yet, or nothing for half a minute, could not be seen, and views were rebuilt under it.
  it('sees who stays connected, whatever they ask, until they close', async () => {
    const watching = connect()
    const names = `SELECT pid FROM pg_stat_activity WHERE application_name = 'staying'`
    const seen = async () => (await watching.query<{ pid: number }>(names)).rows.map(({ pid }) => pid)
    const staying = createPgDatabase({
      connectionString: server.connectionString,
      logger: silentLogger,
      applicationName: 'staying',
      connectionsMax: 2,
      staysConnected: true,
    })
    await eventually('it is connected', async () => (await seen()).length === 1)
    const [first] = await seen()
    await watching.query(`SELECT pg_terminate_backend(${first})`)
    await eventually('it is connected again', async () => (await seen()).some((pid) => pid !== first))
    assert.equal((await staying.query('SELECT 1')).count, 1)
    await staying.close()
    await eventually('it is gone', async () => (await seen()).length === 0)
  })

  it('is found again after it was away', async () => {
    const db = connect({ connectionTimeoutMs: 1_000 })
    assert.equal((await db.query('SELECT 1')).count, 1)
    await server.kill('SIGKILL')
    await assert.rejects(db.query('SELECT 1'))
    await server.start()
    assert.equal((await db.query('SELECT 1')).count, 1)
  })
})

describe('PGlite', () => {
  it('keeps what it was given', async () => {
    const dataDir = join(dir, 'pglite')
    const script = new EventScript()
    script.send('d:ann:bob', 'ann')
    const first = await createPgliteDatabase({ dataDir })
    await migrateViews(first, { logger: silentLogger })
    await createProjectorStore(first).apply([script.take()])
    await first.close()
    const second = await createPgliteDatabase({ dataDir })
    assert.deepEqual(await migrateViews(second, { logger: silentLogger }), [])
    script.send('d:ann:bob', 'bob')
    await createProjectorStore(second).apply([script.take()])
    assert.equal((await second.query('SELECT FROM skein_view.items')).count, 2)
    await second.close()
  })

  it('lets transactions take turns and rolls back those that fail', async () => {
    const db = await createPgliteDatabase()
    await db.query('CREATE TABLE numbers (n bigint, bytes bytea)')
    const add = (fails: boolean) =>
      db.transaction(async (transaction) => {
        const { rows } = await transaction.query<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM numbers')
        await transaction.query('INSERT INTO numbers SELECT * FROM unnest($1::bigint[], $2::bytea[])', [
          [rows[0]!.n + 1],
          [Uint8Array.of(0, 255)],
        ])
        if (fails) throw new Error('no')
      })
    const outcomes = await Promise.allSettled([add(false), add(true), add(false)])
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    const { rows } = await db.query<{ n: number; bytes: Uint8Array }>('SELECT n, bytes FROM numbers ORDER BY n')
    assert.deepEqual(
      rows.map(({ n, bytes }) => [n, ...bytes]),
      [
        [1, 0, 255],
        [2, 0, 255],
      ],
    )
    await db.close()
  })

  it('prepares a statement with a name once, through failures and rollbacks', async () => {
    const db = await createPgliteDatabase()
    await db.query('CREATE TABLE numbers (n bigint PRIMARY KEY)')
    const named = { name: 'add' }
    const add = (on: Pick<Database, 'query'>, n: unknown) =>
      on.query<{ n: number }>('INSERT INTO numbers VALUES ($1) RETURNING n', [n], named)
    assert.deepEqual(await add(db, 1), { rows: [{ n: 1 }], count: 1 })
    await assert.rejects(add(db, 1), { code: '23505' })
    await assert.rejects(add(db, 'one'), { code: '22P02' })
    await assert.rejects(db.query('SELECT nothing', [], { name: 'wrong' }), { code: '42703' })
    await assert.rejects(db.query('SELECT nothing', [], { name: 'wrong' }), { code: '42703' }, 'not taken for prepared')
    await assert.rejects(
      db.transaction(async (transaction) => {
        await add(transaction, 2)
        await add(transaction, 2)
      }),
      { code: '23505' },
    )
    assert.deepEqual(await add(db, 2), { rows: [{ n: 2 }], count: 1 })
    const prepared = await db.query<{ name: string }>('SELECT name FROM pg_prepared_statements')
    assert.deepEqual(prepared.rows, [named])
    await db.close()
  })

  it('does not call a transaction committed in which a statement failed', async () => {
    const db = await createPgliteDatabase()
    await assert.rejects(
      db.transaction(async (transaction) => {
        await transaction.query('SELECT 1 / 0').catch(() => {})
        return 'done'
      }),
      /rolled back/,
    )
    assert.equal((await db.query('SELECT 1')).count, 1)
    await db.close()
  })

  it('makes checkpoints, so that its log does not grow for ever', async () => {
    const db = await createPgliteDatabase({ checkpointEveryMs: 20 })
    await db.query('CREATE TABLE texts (text text)')
    const behind = async (queryable: Queryable = db) => {
      const since = 'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()'
      return (await queryable.query<{ bytes: number }>(since)).rows[0]!.bytes
    }
    // In one transaction: between two turns a checkpoint has its own.
    await db.transaction(async (queryable) => {
      for (let i = 0; i < 25; i++) await queryable.query(`INSERT INTO texts SELECT repeat('x', 1000) FROM generate_series(1, 1000)`)
      assert.ok((await behind(queryable)) > 20_000_000, 'the test writes too little')
    })
    await eventually('a checkpoint is made', async () => (await behind()) < 1_000_000)
    await db.close()
  })

  it('lets everything else of the process have its turn between two statements', async () => {
    // Sixty queued reads, or one sync after the other, were done without a look at any socket, for seconds.
    const db = await createPgliteDatabase()
    const statements = 20
    const several = (queryable: Queryable) => Promise.all(Array.from({ length: statements }, () => queryable.query('SELECT 1')))
    for (const run of [() => several(db), () => db.transaction(several)]) {
      let turns = 0
      let over = false
      const count = () => {
        turns += 1
        if (!over) setImmediate(count)
      }
      setImmediate(count)
      await run()
      over = true
      assert.ok(turns >= statements - 1, `${turns} turns`)
    }
    await db.close()
  })

  it('does not run what nobody waits for any more', async () => {
    const db = await createPgliteDatabase()
    await db.query('CREATE TABLE numbers (n bigint)')
    const gate = Promise.withResolvers<void>()
    const holding = db.transaction(() => gate.promise)
    await assert.rejects(db.query('INSERT INTO numbers VALUES (1)', [], { timeoutMs: 20 }), { code: 'TIMEOUT', retriable: true })
    gate.resolve()
    await holding
    assert.deepEqual((await db.query('SELECT n FROM numbers')).rows, [])
    await db.close()
  })
})
