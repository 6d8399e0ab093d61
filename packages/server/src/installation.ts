// Which installation a tool works on: the configured servers, the stack of `make up` while it is up, or else what `make start` left. And
// its log, for a tool that needs nothing else of it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedLog } from '@skein/embedded-log'
import type { Logger } from '@skein/telemetry'
import type { Backbone } from './backbone.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'
import { closeDataDirectory, takeDataDirectory } from './data-directory.ts'
import { embeddedLogFile } from './embedded-backbone.ts'
import { openLog } from './real-backbone.ts'
import { isStackUp, withStack } from './stack-config.ts'

/** Completes the configuration: with `servers`, it is a real one. Throws ConfigError where there is none. */
export async function findInstallation(given: Config): Promise<Config> {
  const config = given.servers || !(await isStackUp()) ? given : await withStack(given)
  const embeddedLog = join(config.dataDir, embeddedLogFile)
  if (config.servers || existsSync(embeddedLog)) return config
  throw new ConfigError(`there is nothing to work on: the stack of \`make up\` is down, and \`make start\` has left no ${embeddedLog}`)
}

export interface OpenedLog {
  readonly log: Backbone['log']
  close(): Promise<void>
}

/** Of whom Kafka knows as `name`; an embedded one belongs to this process alone until it is closed. */
export async function openLogAlone(config: Config, name: string, logger: Logger): Promise<OpenedLog> {
  if (config.servers) {
    const log = await openLog(config, config.servers, name, logger)
    return { log, close: () => log.close() }
  }
  const { dataDir, partitionCount } = config
  closeDataDirectory(dataDir, logger)
  const directory = takeDataDirectory(dataDir)
  try {
    const log = await openEmbeddedLog({ file: join(dataDir, embeddedLogFile), partitionCount, logger, owner: name })
    return { log, close: () => log.close().finally(() => directory.release()) }
  } catch (error) {
    directory.release()
    throw error
  }
}
