// Measures how many events a second projectors take into a database: the real loop on a log in memory, on a PostgreSQL of its own or,
// with `--pglite`, on PGlite. The mix is that of a chat: 95 of 100 events are messages, most of them in few of many conversations, the
// rest are read marks and changes of groups. Run it by hand with node; `--batch` and `--partitions` set how it comes.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, StoredRecord } from '@skein/event-sourcing'
import { startPostgres } from '@skein/local-stack'
import { type Changes, foldBatch, type ViewCell } from '@skein/projections'
import { createProjector, defaultProjectorLimits, newProjectorCounters } from '@skein/runtime'
import { silentLogger } from '@skein/telemetry'
import {
  createMemoryHotViews,
  createPgDatabase,
  createPgliteDatabase,
  createPrefetch,
  createProjectorStore,
  type Database,
  type HotViews,
  hotChangesOf,
  migrateViews,
} from '../src/index.ts'
import { ChatMix } from './chat-mix.ts'

const { values: given } = parseArgs({
  options: {
    pglite: { type: 'boolean', default: false },
    batch: { type: 'string', default: '1000' },
    partitions: { type: 'string', default: '4' },
    events: { type: 'string', default: '80000' },
  },
})
const [batchEvents, partitionCount, eventCount] = [Number(given.batch), Number(given.partitions), Number(given.events)]

type Record = StoredRecord<SkeinEvent>

/** A log that has what it has, in batches of one size, and then nothing more. */
function logOf(partitions: readonly (readonly Record[])[]): EventLog<SkeinCommand, SkeinEvent> {
  return {
    partitionCount,
    async join(_group: string, _topic: string, listener: { assigned(partition: number): void }) {
      for (let p = 0; p < partitionCount; p++) listener.assigned(p)
      return { commit() {}, leave: async () => {}, committed: async () => new Map() }
    },
    async bounds(_topic: string, asked: readonly number[]) {
      return new Map(asked.map((partition) => [partition, { start: 0, end: partitions[partition]!.length }]))
    },
    async *read(_topic: string, partition: number, from: number, to: number) {
      yield partitions[partition]!.slice(from, to)
    },
    async *tail(_topic: string, partition: number, { from, signal }: { from: number; signal: AbortSignal }) {
      const records = partitions[partition]!
      for (let i = from; i < records.length; i += batchEvents) yield records.slice(i, i + batchEvents)
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    },
  } as unknown as EventLog<SkeinCommand, SkeinEvent>
}

interface Views {
  readonly db: Database
  readonly hot: HotViews
}

/** Answers how many events it took in, of those behind the first `before`. */
async function project({ db, hot }: Views, partitions: readonly (readonly Record[])[], before: number): Promise<number> {
  const counters = newProjectorCounters()
  const total = partitions.reduce((sum, records) => sum + records.length, 0) - before
  let reached = 0
  const { promise: finished, resolve: done, reject: failed } = Promise.withResolvers<void>()
  const projector = createProjector<SkeinEvent, ViewCell, Changes>({
    log: logOf(partitions),
    store: createProjectorStore(db),
    prefetch: createPrefetch(db, { timeoutMs: 10_000 }),
    projection: { fold: foldBatch },
    applied: async (batches) => {
      for (const { partition, expected, next, changes } of batches) {
        const range = { logEpoch: 'bench', from: expected.nextOffset, to: next.nextOffset }
        const { outcome } = await hot.apply(partition, range, hotChangesOf(changes.cells, changes.rows.items))
        if (outcome !== 'applied') throw new Error(`hot views are ${outcome}`)
        reached += next.nextOffset - expected.nextOffset
      }
      if (reached >= total) done()
    },
    released: () => {},
    group: 'bench',
    limits: { ...defaultProjectorLimits, lingerMs: 0 },
    // What is begun again would be measured twice.
    logger: { ...silentLogger, warn: failed, error: failed },
    counters,
  })
  await projector.start()
  await finished
  await projector.stop()
  return reached
}

async function measure(db: Database): Promise<void> {
  await migrateViews(db, { logger: silentLogger })
  const mixes = Array.from({ length: partitionCount }, (_, p) => new ChatMix(p))
  for (const mix of mixes) mix.found()
  const founded = mixes.map((mix) => mix.events.length)
  for (const mix of mixes) mix.chat(Math.floor(eventCount / partitionCount))
  const partitions = mixes.map(({ partition, events }) =>
    events.map((value, offset): Record => ({ topic: 'events', partition, offset, key: 'k', value, appendedAt: 0, bytes: 400 })),
  )
  const founding = partitions.map((records, p) => records.slice(0, founded[p]))
  const views = { db, hot: createMemoryHotViews({ partitionOf: () => 0, partitionCount }) }
  await project(views, founding, 0)
  // The views go on where they are.
  const before = founding.reduce((sum, records) => sum + records.length, 0)
  const start = { at: performance.now(), here: process.cpuUsage(), there: serverCpuMs() }
  const projected = await project(views, partitions, before)
  const { user, system } = process.cpuUsage(start.here)
  const each = (ms: number) => `${((ms * 1_000) / projected).toFixed(1)} µs`
  const perSecond = Math.round((projected * 1_000) / (performance.now() - start.at))
  process.stdout.write(
    `${given.pglite ? 'PGlite' : 'PostgreSQL'}, ${partitionCount} partitions, batches of ${batchEvents}: ${perSecond} events/s; CPU an event: ` +
      `${each((user + system) / 1_000)} here, ${each(serverCpuMs() - start.there)} in PostgreSQL\n`,
  )
}

/** CPU that the processes of this run's PostgreSQL have used: on a busy machine it tells more than the time. 0 where /proc is missing. */
function serverCpuMs(): number {
  const pidFile = join(dir, 'postgres', 'data', 'postmaster.pid')
  if (!existsSync(pidFile) || !existsSync('/proc/self/stat')) return 0
  const server = readFileSync(pidFile, 'utf8').split('\n', 1)[0]
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      if (fields[1] === server) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It has ended.
    }
  }
  return ticks * 10
}

const dir = await mkdtemp(join(tmpdir(), 'skein-projector-bench-'))
try {
  if (given.pglite) {
    const db = await createPgliteDatabase({ dataDir: join(dir, 'pglite') })
    await measure(db)
    await db.close()
  } else {
    const server = await startPostgres({ dir: join(dir, 'postgres') })
    const db = createPgDatabase({ connectionString: server.connectionString, logger: silentLogger })
    try {
      await measure(db)
    } finally {
      await db.close()
      await server.remove()
    }
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
