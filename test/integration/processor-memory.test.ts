// A processor's memory does not grow with the conversations it has touched, nor with what the view lacks, and what it has
// let go of it still answers exactly. `FULL=1` in the environment of the run touches a million,
// CONVERSATIONS as many as it says; by default it is small, for time's sake, with limits as much smaller.
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { SkeinEvent } from '@skein/contracts'
import { openEmbeddedLog } from '@skein/embedded-log'
import { startPostgres } from '@skein/local-stack'
import { type Changes, foldBatch, type ViewCell } from '@skein/projections'
import { createProjector, defaultProcessorLimits, defaultProjectorLimits, newProjectorCounters } from '@skein/runtime'
import { silentLogger } from '@skein/telemetry'
import { createPgDatabase, createPrefetch, createProjectorStore, migrateViews } from '@skein/view-store'
import type { Told } from './processor-memory-process.ts'

const conversationsByDefault = 10_000
const conversationsInFull = 1_000_000
const rssMax = 512 * 1024 * 1024
const conversations = Number(process.env.CONVERSATIONS || (process.env.FULL === '1' ? conversationsInFull : conversationsByDefault))
const { cellsMax, intentsMax, entriesMax } = defaultProcessorLimits
const share = conversations > conversationsByDefault ? 1 : 1 / 4
const limits = { cellsMax: cellsMax * share, intentsMax: intentsMax * share, entriesMax: entriesMax * share }

test(`a processor that touched ${conversations} conversations stays under 512 MB and answers exactly`, async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-memory-'))
  const postgres = await startPostgres({
    dir: join(dir, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB' },
  })
  const database = createPgDatabase({ connectionString: postgres.connectionString, logger: silentLogger })
  await migrateViews(database, { logger: silentLogger })
  const file = join(dir, 'log.sqlite')
  const log = await openEmbeddedLog({ file, partitionCount: 16, logger: silentLogger })
  const store = createProjectorStore(database)
  const projectorOf = () =>
    createProjector<SkeinEvent, ViewCell, Changes>({
      log,
      store,
      prefetch: createPrefetch(database, { timeoutMs: 10_000 }),
      projection: { fold: foldBatch },
      applied: async () => {},
      released: () => {},
      group: 'projector',
      limits: defaultProjectorLimits,
      logger: silentLogger,
      counters: newProjectorCounters(),
    })
  let projector = projectorOf()
  await projector.start()
  const args = { file, connectionString: postgres.connectionString, conversations, limits }
  const child = fork(fileURLToPath(new URL('processor-memory-process.ts', import.meta.url)), [JSON.stringify(args)])
  t.after(async () => {
    child.kill('SIGKILL')
    await projector.stop()
    await log.close()
    await database.close()
    await postgres.stop()
    await postgres.remove()
    await rm(dir, { recursive: true, force: true })
  })
  const ended = once(child, 'exit').then(([code]) => ({ ended: `the process ended early with ${code}` }))
  const told = async (): Promise<Told> => {
    const next = await Promise.race([once(child, 'message').then(([message]) => message as Told), ended])
    if ('ended' in next) assert.fail(next.ended)
    return next
  }
  let next = await told()
  for (; 'projecting' in next; next = await told()) {
    if (next.projecting) {
      projector = projectorOf()
      await projector.start()
    } else await projector.stop()
    child.send('done')
  }
  const { found } = next
  t.diagnostic(JSON.stringify(found))
  assert.deepEqual(found.wrong, [])
  assert.equal(found.refused.detail, `UNAVAILABLE entriesMax ${limits.entriesMax}`)
  assert.ok(found.rssMax < rssMax, `${Math.round(found.rssMax / 1024 / 1024)} MB`)
})
