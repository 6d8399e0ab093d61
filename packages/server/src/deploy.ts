// The deploy step: topics made and verified, schemas registered, tables migrated, apps registered. Safe to repeat and to run by several
// at once. Processors that run later register the apps: a command waits in its topic.
import { migrateCredentials } from '@skein/api'
import { applyTopics, registerSchemas } from '@skein/kafka-log'
import type { Logger } from '@skein/telemetry'
import { createPgDatabase, migrateViews } from '@skein/view-store'
import { registerApps } from './app-registration.ts'
import type { Config, Servers } from './config.ts'
import { openLog } from './real-backbone.ts'
import { topicSpecs } from './topics.ts'

export interface Deployed {
  readonly topicsCreated: readonly string[]
  readonly schemas: number
  readonly migrations: readonly string[]
  readonly apps: readonly string[]
}

export async function deploy(config: Config, servers: Servers, logger: Logger): Promise<Deployed> {
  const topicsCreated = await applyTopics({ brokers: servers.brokers, clientId: 'skein-deploy' }, topicSpecs(config))
  const schemas = await registerSchemas({ url: servers.registryUrl })
  const database = createPgDatabase({ connectionString: servers.postgresUrl, applicationName: 'skein-deploy', connectionsMax: 2, logger })
  try {
    const views = await migrateViews(database, { logger })
    const credentials = await database.withConnection((client) => migrateCredentials(client, logger))
    await registerNamedApps(config, servers, logger)
    return { topicsCreated, schemas: schemas.length, migrations: [...views, ...credentials], apps: config.appsNamed }
  } finally {
    await database.close()
  }
}

async function registerNamedApps(config: Config, servers: Servers, logger: Logger): Promise<void> {
  if (config.appsNamed.length === 0) return
  const log = await openLog(config, servers, 'skein-deploy', logger)
  try {
    await registerApps(config.appsNamed, log)
  } finally {
    await log.close()
  }
}
