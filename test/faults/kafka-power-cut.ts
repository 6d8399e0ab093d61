// The machine of the only broker loses its power: Kafka never syncs its files itself, so what was acknowledged last is on no disk. Owners and
// projectors find that their views contain more than the log, and stop with an alarm; the operator goes by its page.
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { topicNames } from '@skein/server'
import { eventually } from '@skein/testing'
import type { Cluster } from '../load/cluster.ts'
import { beginAnew } from './begin-anew.ts'
import { observed, writeDown } from './cut-log.ts'
import type { Evidence, Fault } from './faults.ts'
import { endRoles } from './roles.ts'

/** So much of what was written is not synced. */
const unsyncedMs = 1_500
/** Bytes of the first record batch that is not there whole. */
const tornBytes = 40
const alarmMsMax = 20_000
const alarmPollMs = 200

/** Newest segment of each partition of commands and events, and how long it is. */
function segments(cluster: Cluster): Map<string, number> {
  const { commands, events } = topicNames(cluster.config)
  const data = join(cluster.stack.kafka.dir, 'data')
  const partitions = readdirSync(data).filter((name) => [commands, events].includes(name.replace(/-\d+$/, '')))
  const newest = partitions.map((name) => {
    const files = readdirSync(join(data, name)).filter((file) => file.endsWith('.log'))
    return join(data, name, files.sort().at(-1)!)
  })
  return new Map(newest.map((file) => [file, statSync(file).size]))
}

/** Answers how many bytes are gone. */
function dropUnsynced(synced: ReadonlyMap<string, number>): number {
  let bytes = 0
  for (const [file, length] of synced) {
    const { size } = statSync(file)
    const kept = Math.min(size, length + tornBytes)
    truncateSync(file, kept)
    bytes += size - kept
  }
  return bytes
}

/** Roles whose log says so. */
function alarmed(cluster: Cluster): string[] {
  const logs = join(cluster.dir, 'logs')
  return readdirSync(logs).filter((file) => readFileSync(join(logs, file), 'utf8').includes('OTHER_HISTORY'))
}

export const kafkaPowerCut: Fault = {
  // Afterwards everybody is sent everything once more.
  rateMax: 100,
  async inject(cluster, { appId }): Promise<Evidence> {
    const { kafka } = cluster.stack
    const synced = segments(cluster)
    await delay(unsyncedMs)
    // Nothing more is acknowledged while it is written down what there is.
    const processors = cluster.of('processor')
    for (const child of processors) child.kill('SIGSTOP')
    const written = await observed(cluster, (backbone) => writeDown(backbone, appId))
    await kafka.kill('SIGKILL')
    const unsyncedBytes = dropUnsynced(synced)
    await kafka.start()
    for (const child of processors) child.kill('SIGCONT')
    const downAt = performance.now()
    await eventually(() => alarmed(cluster).length >= 2, { timeoutMs: alarmMsMax, intervalMs: alarmPollMs })
    const alarmAfterMs = Math.round(performance.now() - downAt)
    const evidence = await beginAnew(cluster, written, await endRoles(cluster))
    return { ...evidence, unsyncedBytes, alarmAfterMs, alarmedRoles: alarmed(cluster) }
  },
}
