// The views of an embedded server: PostgreSQL in the thread that opens them, which never waits for the disk. What a machine that lost its power kept of
// them is a mixture of old and new, whether or not it opens; and they hold nothing that the log does not. So views that do not open, or
// were open when the machine ended, are moved aside, and the projector makes them anew from the log.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '@skein/telemetry'
import type { Database } from '@skein/view-store'
import { createPgliteDatabase, migrateViews } from '@skein/view-store'
import { ConfigError } from './config-error.ts'
import { changedSince, syncDirectory, syncTree, treeState, writeSynced } from './synced-files.ts'

export const viewsDirectory = 'views'
const asideDirectory = 'views.aside'
/** Says under which boot of the machine the views were opened; gone when they were closed and are on disk whole. */
const openedFile = 'views.opened'

export interface EmbeddedViewsOptions {
  readonly dataDir: string
  readonly logger: Logger
  /** `refuse`: whoever only compares them makes none anew. */
  readonly damaged: 'replace' | 'refuse'
  /** What the machine calls this time of running. */
  readonly bootId?: string
}

export async function openEmbeddedViews({ dataDir, logger, damaged, bootId = thisBoot() }: EmbeddedViewsOptions): Promise<Database> {
  const views = join(dataDir, viewsDirectory)
  const aside = join(dataDir, asideDirectory)
  const opened = join(dataDir, openedFile)

  function refuse(why: string): void {
    if (damaged === 'refuse')
      throw new ConfigError(`the views in ${views} cannot be trusted, as ${why}: start the server, or run rebuild-views, to make them anew`)
  }

  function moveAside(why: string): void {
    rmSync(aside, { recursive: true, force: true })
    renameSync(views, aside)
    logger.warn({ why, aside }, 'the views are made anew from the log; the old ones were moved aside')
  }

  async function openWithMarker(): Promise<Database> {
    writeSynced(opened, bootId)
    const before = treeState(views)
    const database = await open(views, logger)
    return {
      query: (text, values, options) => database.query(text, values, options),
      transaction: (work, options) => database.transaction(work, options),
      withConnection: (work) => database.withConnection(work),
      async close() {
        await database.close()
        await syncTree(views, changedSince(views, before))
        rmSync(opened, { force: true })
        syncDirectory(dataDir)
      },
    }
  }

  const openBefore = existsSync(opened) ? readFileSync(opened, 'utf8') : bootId
  if (existsSync(views) && openBefore !== bootId) {
    const why = 'the machine ended while they were open'
    refuse(why)
    moveAside(why)
  }
  const isNew = !existsSync(views)
  try {
    return await openWithMarker()
  } catch (error) {
    if (isNew) throw error
    const why = `they do not open (${String(error)})`
    refuse(why)
    moveAside(why)
    return openWithMarker().catch((again) => {
      // Not for what is in them: they are needed as they are where the cause is gone.
      rmSync(views, { recursive: true, force: true })
      renameSync(aside, views)
      throw again
    })
  }
}

async function open(dataDir: string, logger: Logger): Promise<Database> {
  const database = await createPgliteDatabase({ dataDir })
  try {
    await migrateViews(database, { logger })
    return database
  } catch (error) {
    await database.close().catch(() => {})
    throw error
  }
}

/** Another one at each call where the system has none: there every end that was not clean counts as one of the machine. */
function thisBoot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return randomUUID()
  }
}
