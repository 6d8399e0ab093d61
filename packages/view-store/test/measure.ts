// Measures the views on a PostgreSQL and a Redis of its own, or on PGlite with `--pglite`: run it by hand with node.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conversationKey, intentKey, memberKey } from '@skein/domain'
import { startPostgres, startRedis } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import {
  createHotRedis,
  createHotSource,
  createPgDatabase,
  createPgliteDatabase,
  createPrefetch,
  createProjectorStore,
  createReadViews,
  createRedisHotViews,
  type Database,
  hotChangesOf,
  migrateViews,
} from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { readWarm } from './open-hot-views.ts'

const batchEvents = 500
const print = (line: string) => process.stdout.write(`${line}\n`)

async function timed(what: string, times: number, work: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < Math.min(times, 20); i++) await work(i)
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work(i)
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!.toFixed(2)
  print(`${what.padEnd(52)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  (${times} times)`)
}

const users = Array.from({ length: 1_000 }, (_, i) => `user-${String(i).padStart(4, '0')}`)
/** Users by how many conversations they have. */
const readers = [
  ['light', 100],
  ['heavy', 5_000],
] as const

async function measure(db: Database): Promise<void> {
  await migrateViews(db, { logger: silentLogger })
  const script = new EventScript()
  writeWorld(script)
  await measureApply(db, script)
  await db.query('ANALYZE')
  await measurePrefetch(db)
  await measureReads(db)
  await measureHot(db, script)
}

function writeWorld(script: EventScript): void {
  script.register(...users)
  const peersOf = (userId: string, count: number) =>
    Array.from({ length: count }, (_, i) => (`peer-${i}` < userId ? `d:peer-${i}:${userId}` : `d:${userId}:peer-${i}`))
  for (const [userId, count] of readers) for (const id of peersOf(userId, count)) script.send(id, userId, 'x'.repeat(200))
  script.createGroup('g:big', 'user-0000', ...users.slice(1, 500))
}

async function measureApply(db: Database, script: EventScript): Promise<void> {
  const store = createProjectorStore(db)
  await store.apply([script.take()])
  const applyFrom = script.end
  const batches = 60
  let n = 0
  for (let i = 0; i < batches * batchEvents; i++) {
    n = (n * 31 + 17) % 1_000
    const a = users[n]!
    const b = users[(n + 1 + (i % 7)) % 1_000]!
    if (i % 10 === 0) script.send('g:big', users[n % 500]!, 'x'.repeat(200))
    else script.send(a < b ? `d:${a}:${b}` : `d:${b}:${a}`, a, 'x'.repeat(200))
  }
  const list = Array.from({ length: batches }, (_, i) => script.batch(applyFrom + i * batchEvents, applyFrom + (i + 1) * batchEvents))
  const began = performance.now()
  for (const batch of list) await store.apply([batch])
  const seconds = (performance.now() - began) / 1_000
  print(
    `apply, batches of ${batchEvents} MessageSent: ${Math.round((batches * batchEvents) / seconds)} events/s, ${((seconds * 1_000) / batches).toFixed(1)} ms a batch`,
  )
  const single = Array.from({ length: 300 }, (_, i) => i)
  const start = script.end
  for (const _ of single) script.send('g:big', users[1]!, 'x')
  await timed(
    'apply of one MessageSent',
    250,
    (() => {
      let from = start
      return () => store.apply([script.batch(from++, from)])
    })(),
  )
}

async function measurePrefetch(db: Database): Promise<void> {
  const prefetch = createPrefetch(db)
  const keysOf = (i: number) => {
    const [a, b] = [users[i % 900]!, users[(i % 900) + 1]!]
    return [conversationKey('app', `d:${a}:${b}`), memberKey('app', `d:${a}:${b}`, a), intentKey('app', `d:${a}:${b}`, a, randomUUID())]
  }
  await timed('prefetch of 3 cells (head, member, intent)', 500, (i) => prefetch(0, keysOf(i)))
  await timed('prefetch of 300 cells', 100, (i) => prefetch(0, Array.from({ length: 100 }, (_, j) => keysOf(i * 100 + j)).flat()))
}

async function measureReads(db: Database): Promise<void> {
  const views = createReadViews(db)
  const history = (conversationId: string, userId: string, beforeSeq: number) =>
    views.history({ appId: 'app', userId, conversationId, beforeSeq, afterSeq: 0, limit: 50 })
  await timed('history page of 50, newest, 3,000 in the conversation', 300, () => history('g:big', 'user-0001', 0))
  await timed('history page of 50, in the middle', 300, () => history('g:big', 'user-0001', 1_500))

  for (const [userId, count] of readers) {
    const sync = (cursor: Uint8Array) => views.sync({ appId: 'app', userId, cursor, itemsPerConversation: 20, behind: new Set(), nowMs: 0 })
    let cursor = new Uint8Array(0) as Uint8Array
    const times = count > 1_000 ? 3 : 100
    await timed(`full sync of ${count} conversations, all pages`, times, async () => {
      cursor = new Uint8Array(0)
      for (let more = true; more; ) {
        const page = await sync(cursor)
        cursor = page.cursor
        more = page.more
      }
    })
    await timed(`sync of ${count} conversations, nothing new`, 100, () => sync(cursor))
    await timed(`unread of ${count} conversations`, 100, () => views.unread('app', userId))
  }
}

let redisUrl: string | undefined

async function measureHot(db: Database, script: EventScript): Promise<void> {
  if (redisUrl === undefined) return
  const redis = createHotRedis({ url: redisUrl, logger: silentLogger })
  await new Promise((resolve) => redis.once('ready', resolve))
  const hot = createRedisHotViews(redis, {
    partitionOf: () => 0,
    partitionCount: 1,
    logger: silentLogger,
    applyTimeoutMs: 10_000,
    readTimeoutMs: 1_000,
  })
  const batches = Math.floor(script.end / batchEvents)
  const list = Array.from({ length: batches }, (_, i) => script.batch(i * batchEvents, (i + 1) * batchEvents))
  let began = performance.now()
  for (const [i, batch] of list.entries())
    await hot.apply(
      0,
      { logEpoch: 'epoch-0', from: i * batchEvents, to: (i + 1) * batchEvents },
      hotChangesOf(batch.changes.cells, batch.changes.rows.items),
    )
  print(`Redis apply, batches of ${batchEvents}: ${Math.round((batches * batchEvents * 1_000) / (performance.now() - began))} events/s`)
  began = performance.now()
  await hot.heal(0, createHotSource(db), { force: true })
  print(`Redis heal of the partition: ${(performance.now() - began).toFixed(0)} ms`)
  await timed('Redis unread of 5,000 conversations', 100, () => hot.unread('app', 'heavy'))
  const page = { appId: 'app', userId: 'user-0001', conversationId: 'g:big', beforeSeq: 0, afterSeq: 0, limit: 20 }
  await readWarm(hot, createHotSource(db), page)
  await timed('Redis history page of 20', 300, () => hot.history(page, 262_144))
  redis.disconnect()
}

const dir = await mkdtemp(join(tmpdir(), 'skein-measure-'))
try {
  if (process.argv.includes('--pglite')) {
    const db = await createPgliteDatabase({ dataDir: join(dir, 'pglite') })
    await measure(db)
    await db.close()
  } else {
    const server = await startPostgres({ dir: join(dir, 'postgres') })
    const redis = await startRedis({ dir: join(dir, 'redis') })
    redisUrl = redis.url
    const db = createPgDatabase({ connectionString: server.connectionString, logger: silentLogger })
    try {
      await measure(db)
    } finally {
      await db.close()
      await Promise.all([server.remove(), redis.remove()])
    }
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
