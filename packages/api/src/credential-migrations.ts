// Brings the schema of the credentials up to date from the SQL files beside this package, keeping its own list of what was
// run inside that schema. Processes that start together wait for each other.
import { fileURLToPath } from 'node:url'
import type { Logger } from '@skein/telemetry'
import { runner } from 'node-pg-migrate'

export const credentialSchema = 'skein_credentials'
const migrationsDir = fileURLToPath(new URL('../migrations', import.meta.url))
/** Of its own, so that these migrations never wait for those of the views. */
const advisoryLock = 7_241_865_325_824_101

/** One connection, not a pool; statements without values may be several in one text. */
interface MigrationClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

/** Names of the migrations that were run. */
export async function migrateCredentials(client: MigrationClient, logger: Logger): Promise<readonly string[]> {
  const done = await runner({
    // The runner asks nothing of a client but query().
    dbClient: client as never,
    dir: migrationsDir,
    direction: 'up',
    migrationsTable: 'migrations',
    migrationsSchema: credentialSchema,
    createMigrationsSchema: true,
    singleTransaction: true,
    advisoryLockMode: 'wait',
    lockValue: advisoryLock,
    logger: {
      debug: (message: string) => logger.debug({ message }, 'migrating credentials'),
      info: (message: string) => logger.debug({ message }, 'migrating credentials'),
      warn: (message: string) => logger.warn({ message }, 'migrating credentials'),
      error: (message: string) => logger.error({ message }, 'migrating credentials'),
    },
  })
  return done.map((migration) => migration.name)
}
