// Kafka's data directory is put back from a backup, as the runbook says: with everything ended. Views and devices have seen what was
// acknowledged after the backup, and the log no longer has it.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster } from '../load/cluster.ts'
import { beginAnew } from './begin-anew.ts'
import { copyTree, putBack } from './copy-tree.ts'
import { observed, writeDown } from './cut-log.ts'
import type { Evidence, Fault } from './faults.ts'
import { endRoles } from './roles.ts'

/** Between the backup and its return, and Kafka's first seconds after it not counted: owners and clients are back by then. */
const settledMs = 3_000
const lostMs = 3_000

const dataOf = ({ stack }: Cluster) => join(stack.kafka.dir, 'data')

async function backUp(cluster: Cluster, backup: string): Promise<void> {
  const { kafka } = cluster.stack
  await kafka.stop()
  await copyTree(dataOf(cluster), backup)
  await kafka.start()
}

export const restoreLog: Fault = {
  // Afterwards everybody is sent everything once more.
  rateMax: 100,
  async inject(cluster, { appId }): Promise<Evidence> {
    const { kafka } = cluster.stack
    const backup = join(cluster.dir, 'kafka-backup')
    await backUp(cluster, backup)
    await delay(settledMs + lostMs)
    const endedAt = performance.now()
    const startRoles = await endRoles(cluster)
    const written = await observed(cluster, (backbone) => writeDown(backbone, appId))
    await kafka.stop()
    await putBack(backup, dataOf(cluster))
    await rm(backup, { recursive: true })
    await kafka.start()
    const evidence = await beginAnew(cluster, written, startRoles)
    return { ...evidence, allEndedForMs: Math.round(performance.now() - endedAt) }
  },
}
