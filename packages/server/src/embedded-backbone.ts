// The backbone with nothing installed but Node: SQLite files for the log and the credentials, PostgreSQL in a thread for the views, memory
// for the rest. All roles run in this one process; data is kept across restarts.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openSqliteCredentialStore } from '@skein/api'
import { type EmbeddedLog, openEmbeddedLog } from '@skein/embedded-log'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { watchAppends } from './append-watch.ts'
import type { Backbone, PartState } from './backbone.ts'
import { ownersOf, probe } from './backbone.ts'
import type { Config } from './config.ts'
import { takeDataDirectory } from './data-directory.ts'
import { openViewsThread, type ViewsThread } from './views-thread.ts'

export const embeddedLogFile = 'log.sqlite'
export const credentialFile = 'credentials.sqlite'
const probeTimeoutMs = 2000
/** The data directory is this process's alone, and its thread only reads: nobody else appends. */
const otherWriterPollMs = 60_000

export async function openEmbeddedBackbone(config: Config, logger: Logger): Promise<Backbone> {
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
  const logFile = join(dataDir, embeddedLogFile)
  try {
    const log = keep(await openEmbeddedLog({ file: logFile, partitionCount, logger, limits: { otherWriterPollMs } }))
    const credentials = keep(openSqliteCredentialStore(join(dataDir, credentialFile)))
    const thread = keep(await openViewsThread({ config: threadConfig(config, logFile), ended: (error) => end(logger, error) }))
    return compose({ config, logger, log, credentials }, thread, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

const threadConfig = ({ dataDir, partitionCount, cluster, hotItems, hotReadMs, logLevel }: Config, logFile: string) => {
  return { dataDir, partitionCount, cluster, hotItems, hotReadMs, logLevel, logFile }
}

/** What was acknowledged stands in the log, and nothing that was begun can be ended without the views. */
function end(logger: Logger, error: Error): never {
  logger.error({ error }, 'the views have ended, and this process with them: start it again')
  process.exit(1)
}

type Opened = Pick<Backbone, 'config' | 'logger' | 'credentials'> & { readonly log: EmbeddedLog }

function compose(opened: Opened, { views, startProjector, parts }: ViewsThread, close: () => Promise<void>): Backbone {
  const { config, log } = opened
  // One file stores them all.
  const appends = watchAppends({ appendCommand: (command) => log.appendCommand(command), partitionOf: () => 0, partitionCount: 1 })
  const hub = createInProcessNodeLinkHub()
  const presence = createInProcessPresence()
  return {
    ...opened,
    appendCommand: appends.appendCommand,
    views,
    startProjector,
    owners: ownersOf(config, log),
    link: () => hub.link(randomUUID()),
    presence: () => presence,
    async parts() {
      const all = [probe('log', probeTimeoutMs, log.probeAppends), appends.part(), parts().catch(unanswered)]
      return (await Promise.all(all)).flat()
    },
    close,
  }
}

const unanswered = (error: unknown): PartState => ({ name: 'views', ok: false, detail: String(error) })
