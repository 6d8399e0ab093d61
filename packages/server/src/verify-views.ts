// Rebuilds every view from offset 0 of the log into a scratch schema and compares it row by row with the live one, hot
// views included: the proof that views are folds of events and nothing else.
import { randomBytes } from 'node:crypto'
import type { Logger } from '@skein/telemetry'
import { createLogger } from '@skein/telemetry'
import type { Comparison, Difference } from '@skein/view-store'
import {
  compareHot,
  compareViews,
  createHotSource,
  createProjectorStore,
  defaultHotLimits,
  defaultSchema,
  dropViews,
  migrateViews,
} from '@skein/view-store'
import type { Config } from './config.ts'
import { createRebuild, type OpenedViews, openViews } from './view-rebuild.ts'

/** The live views move while there is load: so often the rebuild catches up and compares again. */
const attemptsMax = 10

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
  const logger = createLogger({ level: 'warn' })
  const opened = await openViews(given, {
    logger,
    say: options.json ? () => {} : (line) => console.error(`verifying ${line}`),
    damaged: 'refuse',
  })
  try {
    const result = await verify(opened, logger, options.json ? () => {} : (line) => console.error(line))
    if (options.json) console.log(JSON.stringify(result))
    else report(result)
    return result.differences.length === 0 && result.complete ? 0 : 1
  } finally {
    await opened.close()
  }
}

export async function verify(opened: Omit<OpenedViews, 'close'>, logger: Logger, progress: (line: string) => void): Promise<Verification> {
  const { log, database, hot, config } = opened
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
    const limits = { ...defaultHotLimits, itemsPerConversation: config.hotItems }
    const hotComparison = hot ? await compareHot(hot, createHotSource(database), { partitions, limits }) : null
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
