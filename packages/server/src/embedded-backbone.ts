// The backbone with nothing installed but Node: a SQLite file for the log, PostgreSQL in process for the views, memory
// for the rest. All roles run in this one process; data is kept across restarts.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { migrateCredentials } from '@skein/api'
import { openEmbeddedLog } from '@skein/embedded-log'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { createMemoryHotViews, createPgliteDatabase, migrateViews } from '@skein/view-store'
import type { Backbone } from './backbone.ts'
import { probe } from './backbone.ts'
import type { Config } from './config.ts'
import { takeDataDirectory } from './data-directory.ts'

export const embeddedLogFile = 'log.sqlite'
const probeTimeoutMs = 2000

export async function openEmbeddedBackbone(config: Config, logger: Logger): Promise<Backbone> {
  const directory = takeDataDirectory(config.dataDir)
  try {
    return await open(config, logger, directory)
  } catch (error) {
    directory.release()
    throw error
  }
}

async function open(config: Config, logger: Logger, directory: ReturnType<typeof takeDataDirectory>): Promise<Backbone> {
  const [log, database] = await Promise.all([
    openEmbeddedLog({ file: join(config.dataDir, embeddedLogFile), partitionCount: config.partitionCount, logger }),
    createPgliteDatabase({ dataDir: join(config.dataDir, 'views') }),
  ])
  await migrateViews(database, { logger })
  await database.withConnection((client) => migrateCredentials(client, logger))
  const hot = createMemoryHotViews({
    partitionOf: log.partitionOf,
    partitionCount: config.partitionCount,
    itemsPerConversation: config.hotItems,
    itemAgeMs: config.hotAgeMs,
  })
  const hub = createInProcessNodeLinkHub()
  const presence = createInProcessPresence()
  return {
    config,
    logger,
    log,
    database,
    hot,
    link: () => hub.link(randomUUID()),
    presence: () => presence,
    parts: () =>
      Promise.all([
        probe('log', probeTimeoutMs, () => log.bounds('events', [0])),
        probe('views', probeTimeoutMs, () => database.query('SELECT 1', [])),
      ]),
    async close() {
      await log.close()
      await hot.close()
      await database.close()
      directory.release()
    },
  }
}
