// Puts views made anew in the place of the live ones, while no role runs: a rebuild beside them takes in the whole log, takes their
// name in one step, and the hot views are made again from it. A role that went on would decide from what it read of the views
// before, which are replaced because they may be wrong.
import { randomBytes } from 'node:crypto'
import type { Logger } from '@skein/telemetry'
import { createLogger } from '@skein/telemetry'
import type { Database } from '@skein/view-store'
import { createHotSource, defaultSchema, dropViews, migrateViews, swapViews } from '@skein/view-store'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'
import { boundsOfAll } from './event-bounds.ts'
import { createRebuild, type OpenedViews, openViews, toolName } from './view-rebuild.ts'

export interface Rebuilt {
  readonly events: number
  readonly seconds: number
}

export async function rebuildViews(given: Config, options: { readonly json?: boolean }): Promise<void> {
  const say = options.json ? () => {} : (line: string) => console.error(line)
  const logger = createLogger({ level: 'warn' })
  const opened = await openViews(given, { logger, say: (line) => say(`rebuilding ${line}`), damaged: 'replace' })
  try {
    const rebuilt = await rebuild(opened, logger, say)
    if (options.json) console.log(JSON.stringify(rebuilt))
    else console.log(`rebuilt from ${rebuilt.events} events in ${rebuilt.seconds} s, and put in place`)
  } finally {
    await opened.close()
  }
}

export async function rebuild(opened: Omit<OpenedViews, 'close'>, logger: Logger, progress: (line: string) => void): Promise<Rebuilt> {
  const { log, database, hot, config } = opened
  if (config.servers) await refuseWhileServing(database)
  const startedAt = performance.now()
  const id = randomBytes(4).toString('hex')
  const schemas = { live: defaultSchema, rebuilt: `skein_rebuilt_${id}`, retired: `skein_retired_${id}` }
  const bounds = await boundsOfAll(log)
  // Where there are none, empty ones are replaced.
  await migrateViews(database, { logger })
  await migrateViews(database, { schema: schemas.rebuilt, logger })
  try {
    const made = createRebuild(log, database, schemas.rebuilt, progress)
    await made.to([...bounds].map(([partition, { end }]) => ({ partition, nextOffset: end })))
    if (config.servers) await refuseWhileServing(database)
    await swapViews(database, schemas)
    const source = createHotSource(database)
    if (hot) for (const partition of bounds.keys()) await hot.heal(partition, source, { force: true })
    return { events: made.events(), seconds: Math.round(performance.now() - startedAt) / 1000 }
  } finally {
    await dropViews(database, schemas.rebuilt)
    await dropViews(database, schemas.retired)
  }
}

/** Every role keeps a connection to PostgreSQL, under its name. */
async function refuseWhileServing(database: Database): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'skein-%' AND application_name <> $1 ORDER BY 1`,
    [toolName],
  )
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw new ConfigError(`these run on the views: ${names}; end all roles, then run this again and start them afterwards`)
}
