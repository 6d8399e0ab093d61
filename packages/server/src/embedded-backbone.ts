// The backbone with nothing installed but Node: SQLite files for the log and the credentials, PostgreSQL in process for the views,
// memory for the rest. All roles run in this one process; data is kept across restarts.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openSqliteCredentialStore } from '@skein/api'
import { type EmbeddedLog, openEmbeddedLog } from '@skein/embedded-log'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { createMemoryHotViews } from '@skein/view-store'
import { watchAppends } from './append-watch.ts'
import type { Backbone } from './backbone.ts'
import { ownersOf, probe } from './backbone.ts'
import type { Config } from './config.ts'
import { takeDataDirectory } from './data-directory.ts'
import { type EmbeddedViewsOptions, openEmbeddedViews } from './embedded-views.ts'

export const embeddedLogFile = 'log.sqlite'
export const credentialFile = 'credentials.sqlite'
const probeTimeoutMs = 2000

export async function openEmbeddedBackbone(
  config: Config,
  logger: Logger,
  { damaged }: Pick<EmbeddedViewsOptions, 'damaged'> = { damaged: 'replace' },
): Promise<Backbone> {
  const { dataDir, partitionCount } = config
  const directory = takeDataDirectory(dataDir)
  const opened: { close(): unknown }[] = [{ close: () => directory.release() }]
  const keep = <T extends { close(): unknown }>(part: T): T => {
    opened.unshift(part)
    return part
  }
  const closeAll = async () => {
    for (const part of opened.splice(0)) await part.close()
  }
  try {
    const log = keep(await openEmbeddedLog({ file: join(dataDir, embeddedLogFile), partitionCount, logger }))
    const credentials = keep(openSqliteCredentialStore(join(dataDir, credentialFile)))
    const database = keep(await openEmbeddedViews({ dataDir, logger, damaged }))
    return compose({ config, logger, log, credentials, database }, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

type Opened = Pick<Backbone, 'config' | 'logger' | 'credentials' | 'database'> & { readonly log: EmbeddedLog }

function compose(opened: Opened, close: () => Promise<void>): Backbone {
  const { config, log, database } = opened
  const hot = createMemoryHotViews({
    partitionOf: log.partitionOf,
    partitionCount: config.partitionCount,
    itemsPerConversation: config.hotItems,
    readWithinMs: config.hotReadMs,
  })
  // One file stores them all.
  const appends = watchAppends({ appendCommand: (command) => log.appendCommand(command), partitionOf: () => 0, partitionCount: 1 })
  const hub = createInProcessNodeLinkHub()
  const presence = createInProcessPresence()
  return {
    ...opened,
    appendCommand: appends.appendCommand,
    hot,
    owners: ownersOf(config, log),
    link: () => hub.link(randomUUID()),
    presence: () => presence,
    parts: () =>
      Promise.all([
        probe('log', probeTimeoutMs, log.probeAppends),
        appends.part(),
        probe('views', probeTimeoutMs, () => database.query('SELECT 1', [])),
      ]),
    close,
  }
}
