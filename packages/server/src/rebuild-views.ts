// Puts views made anew in the place of the live ones, while everything goes on: a rebuild beside them catches up with the log, takes
// their name in one step, and the hot views are made again from it. Projectors find their checkpoints moved and go on from those of the
// rebuild; processors whose view went back by the last moments load their state again.
import { randomBytes } from 'node:crypto'
import type { Logger } from '@skein/telemetry'
import { createLogger } from '@skein/telemetry'
import { createHotSource, defaultSchema, dropViews, migrateViews, swapViews } from '@skein/view-store'
import type { Backbone } from './backbone.ts'
import type { Config } from './config.ts'
import { createRebuild, openViews } from './view-rebuild.ts'

/** Under load a rebuild is never quite at the end: so near it, or after so many passes, it is put in place. */
const eventsLeftMax = 1000
const passesMax = 10

export interface Rebuilt {
  readonly events: number
  readonly seconds: number
}

export async function rebuildViews(given: Config, options: { readonly json?: boolean }): Promise<void> {
  const say = options.json ? () => {} : (line: string) => console.error(line)
  const logger = createLogger({ level: 'warn' })
  const backbone = await openViews(given, logger, (line) => say(`rebuilding ${line}`))
  try {
    const rebuilt = await rebuild(backbone, logger, say)
    if (options.json) console.log(JSON.stringify(rebuilt))
    else console.log(`rebuilt from ${rebuilt.events} events in ${rebuilt.seconds} s, and put in place`)
  } finally {
    await backbone.close()
  }
}

async function rebuild(backbone: Backbone, logger: Logger, progress: (line: string) => void): Promise<Rebuilt> {
  const { log, database, hot, config } = backbone
  const startedAt = performance.now()
  const id = randomBytes(4).toString('hex')
  const schemas = { live: defaultSchema, rebuilt: `skein_rebuilt_${id}`, retired: `skein_retired_${id}` }
  const partitions = Array.from({ length: log.partitionCount }, (_, p) => p)
  // Where there are none, empty ones are replaced.
  await migrateViews(database, { logger })
  await migrateViews(database, { schema: schemas.rebuilt, logger })
  try {
    const made = createRebuild(log, database, schemas.rebuilt, progress)
    for (let pass = 0; pass < passesMax; pass++) {
      const before = made.events()
      const bounds = await log.bounds('events', partitions)
      await made.to(partitions.map((partition) => ({ partition, nextOffset: bounds.get(partition)!.end })))
      if (made.events() - before <= eventsLeftMax) break
    }
    await swapViews(database, schemas)
    const source = createHotSource(database)
    if (config.servers) for (const partition of partitions) await hot.heal(partition, source, { force: true })
    return { events: made.events(), seconds: Math.round(performance.now() - startedAt) / 1000 }
  } finally {
    await dropViews(database, schemas.rebuilt)
    await dropViews(database, schemas.retired)
  }
}
