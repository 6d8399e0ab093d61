// PostgreSQL is put back from a backup while the log goes on: its views go back under running owners, projectors and gateways, and Redis,
// which is left as it is, is ahead of them. What the views lack is in the log, and is taken in once more.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Backbone } from '@skein/server'
import { eventually } from '@skein/testing'
import { createReadViews } from '@skein/view-store'
import type { Cluster } from '../load/cluster.ts'
import { copyTree, putBack } from './copy-tree.ts'
import { observed } from './cut-log.ts'
import type { Evidence, Fault } from './faults.ts'

/** Between the backup and its return. */
const olderMs = 5_000
const takenInMsMax = 40_000

/** How far the views are, over all partitions. */
async function viewed({ database }: Backbone): Promise<number> {
  const checkpoints = await createReadViews(database).checkpoints()
  return [...checkpoints.values()].reduce((sum, { nextOffset }) => sum + nextOffset, 0)
}

async function hotViewed({ hot, config }: Backbone): Promise<number> {
  const applied = await hot.applied(Array.from({ length: config.partitionCount }, (_, p) => p))
  return applied === 'unavailable' ? 0 : applied.reduce((sum, at) => sum + (at?.nextOffset ?? 0), 0)
}

/** Answers how far the views are that it holds. */
async function backUp(cluster: Cluster, backbone: Backbone, backup: string): Promise<number> {
  const { postgres } = cluster.stack
  const events = await viewed(backbone)
  await postgres.stop()
  await copyTree(postgres.dataDir, backup)
  await postgres.start()
  return events
}

/** Answers for how long it was down. */
async function restore(cluster: Cluster, backup: string): Promise<number> {
  const { postgres } = cluster.stack
  const downAt = performance.now()
  await postgres.kill('SIGKILL')
  await putBack(backup, postgres.dataDir)
  await postgres.start()
  return Math.round(performance.now() - downAt)
}

async function breakAndWatch(cluster: Cluster, backbone: Backbone): Promise<Evidence> {
  const backup = join(cluster.dir, 'postgres-backup')
  const kept = await backUp(cluster, backbone, backup)
  await delay(olderMs)
  const before = await viewed(backbone)
  const downMs = await restore(cluster, backup)
  await rm(backup, { recursive: true })
  const upAt = performance.now()
  const eventsTakenBack = before - kept
  const hotAhead = (await hotViewed(backbone)) - kept
  await eventually(async () => (await viewed(backbone)) >= before, { timeoutMs: takenInMsMax, intervalMs: 50 })
  const takenInAgainMs = Math.round(performance.now() - upAt)
  return { injected: eventsTakenBack > 0 && hotAhead > 0, eventsTakenBack, hotAhead, downMs, takenInAgainMs }
}

export const restoreViews: Fault = {
  inject: (cluster) => observed(cluster, (backbone) => breakAndWatch(cluster, backbone)),
}
