// Every view made anew from offset 0 of the log, in a schema beside the live ones; and which views are meant.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Checkpoint, EventLog } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { ProjectedPartition } from '@skein/runtime'
import type { Logger } from '@skein/telemetry'
import type { Database, HotViews } from '@skein/view-store'
import { createPrefetch, createProjectorStore } from '@skein/view-store'
import type { Backbone } from './backbone.ts'
import type { Config } from './config.ts'
import { openEmbeddedViews } from './embedded-views.ts'
import { findInstallation, openLogAlone } from './installation.ts'
import { projection } from './projection.ts'
import { openRealBackbone } from './real-backbone.ts'

const eventsPerBatchMax = 2000
const cellsMax = 50_000
const prefetchTimeoutMs = 30_000
const progressEvery = 50_000
/** Under which PostgreSQL knows who verifies or rebuilds, and no role. */
export const toolName = 'skein-views'

export interface OpenViewsOptions {
  readonly logger: Logger
  say(line: string): void
  /** Embedded views that cannot be trusted. */
  readonly damaged: 'replace' | 'refuse'
}

/** The views with the log that they are made of. */
export interface OpenedViews {
  readonly config: Config
  readonly log: Backbone['log']
  readonly database: Database
  /** Null where they are gone with the process that served them. */
  readonly hot: HotViews | null
  close(): Promise<void>
}

/** Those of the configured servers, of the stack of `make up` while it is up, or else of what `make start` left; says which. */
export async function openViews(given: Config, { logger, say, damaged }: OpenViewsOptions): Promise<OpenedViews> {
  const config = await findInstallation(given)
  if (config.servers) {
    say('the views in PostgreSQL and Redis')
    return openRealBackbone(config, config.servers, logger, toolName)
  }
  say(`the views of the embedded server in ${config.dataDir}`)
  const { log, close: closeLog } = await openLogAlone(config, toolName, logger)
  try {
    const database = await openEmbeddedViews({ dataDir: config.dataDir, logger, damaged })
    return { config, log, database, hot: null, close: () => database.close().finally(closeLog) }
  } catch (error) {
    await closeLog()
    throw error
  }
}

export interface Rebuild {
  /** Events projected so far. */
  events(): number
  /** Projects what is missing up to these offsets. */
  to(ends: readonly Pick<Checkpoint, 'partition' | 'nextOffset'>[]): Promise<void>
}

export function createRebuild(
  log: EventLog<SkeinCommand, SkeinEvent>,
  database: Database,
  schema: string,
  progress: (line: string) => void,
): Rebuild {
  const store = createProjectorStore(database, { schema })
  const prefetch = createPrefetch(database, { schema, timeoutMs: prefetchTimeoutMs })
  const reached = new Map<number, Checkpoint>()
  let events = 0

  return {
    events: () => events,
    async to(ends) {
      for (const { partition, nextOffset } of ends) {
        const from = reached.get(partition) ?? emptyCheckpoint(partition)
        const projected = new ProjectedPartition({ projection, prefetch, cellsMax }, from)
        for await (const batch of log.read('events', partition, from.nextOffset, nextOffset)) {
          for (let i = 0; i < batch.length; i += eventsPerBatchMax)
            await store.apply([await projected.take(batch.slice(i, i + eventsPerBatchMax))])
          if (Math.floor((events + batch.length) / progressEvery) > Math.floor(events / progressEvery))
            progress(`${events + batch.length} events projected`)
          events += batch.length
        }
        reached.set(partition, projected.checkpoint)
      }
    },
  }
}
