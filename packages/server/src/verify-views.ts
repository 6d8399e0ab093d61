// Rebuilds every view from offset 0 of the log into a scratch schema and compares it row by row with the live one, hot
// views included: the proof that views are folds of events and nothing else.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Checkpoint, EventLog } from '@skein/event-sourcing'
import { project } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { createLogger } from '@skein/telemetry'
import type { Comparison, Database, Difference } from '@skein/view-store'
import {
  compareHot,
  compareViews,
  createHotSource,
  createProjectorStore,
  defaultHotLimits,
  defaultSchema,
  dropViews,
  emptyCheckpoint,
  migrateViews,
} from '@skein/view-store'
import type { Backbone } from './backbone.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import { embeddedLogFile, openEmbeddedBackbone } from './embedded-backbone.ts'
import { logEpochOf } from './log-epoch.ts'
import { openRealBackbone } from './real-backbone.ts'
import { isStackUp, withStack } from './stack-config.ts'

/** The live views move while there is load: so often the rebuild catches up and compares again. */
const attemptsMax = 10
const eventsPerBatchMax = 2000
const progressEvery = 50_000

export interface Verification {
  readonly events: number
  readonly rows: Readonly<Record<string, number>>
  readonly differences: readonly Difference[]
  /** False when the views moved during every attempt, or there were more differences than are listed. */
  readonly complete: boolean
  readonly seconds: number
}

/** Exit code: 0 equal, 1 different. */
export async function verifyViews(given: Config, options: { readonly json?: boolean }): Promise<number> {
  const config = given.servers || !(await isStackUp()) ? given : await withStack(given)
  const embeddedLog = join(config.dataDir, embeddedLogFile)
  if (!config.servers && !existsSync(embeddedLog))
    throw new ConfigError(`there are no views to verify: the stack of \`make up\` is down, and \`make start\` has left no ${embeddedLog}`)
  const logger = createLogger({ level: 'warn' })
  if (!options.json)
    console.error(`verifying the views ${config.servers ? 'in PostgreSQL and Redis' : `of the embedded server in ${config.dataDir}`}`)
  const backbone = config.servers ? await openRealBackbone(config, config.servers, logger) : await openEmbeddedBackbone(config, logger)
  try {
    const result = await verify(backbone, logger, options.json ? () => {} : (line) => console.error(line))
    if (options.json) console.log(JSON.stringify(result))
    else report(result)
    return result.differences.length === 0 && result.complete ? 0 : 1
  } finally {
    await backbone.close()
  }
}

export async function verify(backbone: Backbone, logger: Logger, progress: (line: string) => void): Promise<Verification> {
  const { log, database, hot, config } = backbone
  const startedAt = performance.now()
  const schema = `skein_verify_${randomBytes(4).toString('hex')}`
  const partitions = Array.from({ length: log.partitionCount }, (_, p) => p)
  await migrateViews(database, { schema, logger })
  try {
    const rebuild = createRebuild(log, database, schema, progress)
    const live = createProjectorStore(database)
    let comparison: Comparison | null = null
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      await rebuild.to(await live.readCheckpoints(partitions))
      comparison = await compareViews({ db: database, schema: defaultSchema }, { db: database, schema })
      // Checkpoints that differ say only that the live views went on in between.
      if (!comparison.differences.some((d) => d.table === 'checkpoints')) break
    }
    const limits = { ...defaultHotLimits, itemsPerConversation: config.hotItems, itemAgeMs: config.hotAgeMs }
    const hotComparison = config.servers ? await compareHot(hot, createHotSource(database), { partitions, limits }) : null
    return {
      events: rebuild.events(),
      rows: { ...comparison!.rows, ...hotComparison?.rows },
      differences: [...comparison!.differences, ...(hotComparison?.differences ?? [])],
      complete: comparison!.complete && (hotComparison?.complete ?? true),
      seconds: Math.round(performance.now() - startedAt) / 1000,
    }
  } finally {
    await dropViews(database, schema)
  }
}

function createRebuild(log: EventLog<SkeinCommand, SkeinEvent>, database: Database, schema: string, progress: (line: string) => void) {
  const store = createProjectorStore(database, { schema })
  const reached = new Map<number, Checkpoint>()
  let events = 0

  async function apply(expected: Checkpoint, records: readonly { offset: number; value: SkeinEvent }[]): Promise<Checkpoint> {
    const { partition } = expected
    let { claim, commandOffset, logEpoch } = expected
    for (const { offset, value } of records) {
      claim = value.type === 'PartitionClaimed' ? offset : value.meta.claim
      commandOffset = Math.max(commandOffset, value.meta.commandOffset)
      logEpoch = logEpochOf(value, offset) ?? logEpoch
    }
    const next = { partition, nextOffset: records.at(-1)!.offset + 1, logEpoch, claim, commandOffset }
    const changes = records.flatMap(({ offset, value }) => project({ event: value, position: { partition, offset } }))
    await store.apply([{ partition, expected, next, changes }])
    return next
  }

  return {
    events: () => events,
    async to(checkpoints: readonly Checkpoint[]): Promise<void> {
      for (const { partition, nextOffset } of checkpoints) {
        let at = reached.get(partition) ?? emptyCheckpoint(partition)
        for await (const batch of log.read('events', partition, at.nextOffset, nextOffset)) {
          const records = batch.map(({ offset, value }) => {
            if ('undecodable' in value) throw new Error(`event ${partition}@${offset} cannot be decoded`, { cause: value.cause })
            return { offset, value }
          })
          for (let i = 0; i < records.length; i += eventsPerBatchMax) at = await apply(at, records.slice(i, i + eventsPerBatchMax))
          if (Math.floor((events + records.length) / progressEvery) > Math.floor(events / progressEvery))
            progress(`${events + records.length} events projected`)
          events += records.length
        }
        reached.set(partition, at)
      }
    },
  }
}

function report({ events, rows, differences, complete, seconds }: Verification): void {
  console.log(`rebuilt from ${events} events in ${seconds} s; rows compared:`)
  for (const [table, count] of Object.entries(rows)) console.log(`  ${table.padEnd(16)} ${count}`)
  for (const { table, key, kind, columns } of differences.slice(0, 50))
    console.log(`  DIFFERS ${table} ${JSON.stringify(key)} ${kind} ${columns.join(', ')}`)
  console.log(
    differences.length > 0
      ? `${differences.length}${complete ? '' : ' or more'} differences`
      : complete
        ? 'live views equal the rebuild'
        : 'the views never stood still',
  )
}
