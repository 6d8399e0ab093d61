// Brings the views' schema to this release, in any schema given: the live views, or a rebuild beside them.
import { fileURLToPath } from 'node:url'
import type { Logger } from '@skein/telemetry'
import { runner } from 'node-pg-migrate'
import type { Database } from './database.ts'
import { defaultSchema, quoteSchema } from './database.ts'

const dir = fileURLToPath(new URL('../../migrations', import.meta.url))
const migrationsTable = 'migrations'

/** Names of the migrations that were run. */
export async function migrateViews(
  db: Database,
  { schema = defaultSchema, logger }: { schema?: string; logger: Logger },
): Promise<readonly string[]> {
  quoteSchema(schema)
  return db.withConnection(async (client) => {
    const log = (message: string) => logger.debug({ schema, message }, 'migration')
    const done = await runner({
      dbClient: client as never,
      dir,
      direction: 'up',
      schema,
      createSchema: true,
      migrationsTable,
      migrationsSchema: schema,
      advisoryLockMode: 'wait',
      logger: { debug: log, info: log, warn: (message: string) => logger.warn({ schema, message }, 'migration'), error: log },
    })
    return done.map((migration) => migration.name)
  })
}

/** Removes a schema with all its views: a rebuild that was compared, or live views that a rebuild replaced. */
export async function dropViews(db: Database, schema: string): Promise<void> {
  await db.query(`DROP SCHEMA IF EXISTS ${quoteSchema(schema)} CASCADE`)
}

/**
 * Puts a rebuild in the place of the live views, in one step; what was live is kept under `retired`. Waits for transactions on the
 * checkpoints, which projectors and readers touch first: else one in the middle of it would go on in the other schema.
 */
export async function swapViews(db: Database, schemas: { live: string; rebuilt: string; retired: string }): Promise<void> {
  const { live, rebuilt, retired } = {
    live: quoteSchema(schemas.live),
    rebuilt: quoteSchema(schemas.rebuilt),
    retired: quoteSchema(schemas.retired),
  }
  await db.transaction(async (transaction) => {
    await transaction.query(`LOCK TABLE ${live}.checkpoints IN ACCESS EXCLUSIVE MODE`)
    await transaction.query(`ALTER SCHEMA ${live} RENAME TO ${retired}`)
    await transaction.query(`ALTER SCHEMA ${rebuilt} RENAME TO ${live}`)
  })
}
