// A whole installation on real servers as runs see it: people of an app of their own per run, so that runs on the same
// servers leave each other alone, and views compared through a backbone opened for the purpose.
import type { Backbone } from '@skein/server'
import { openRealBackbone, verify } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { createReadViews } from '@skein/view-store'
import type { Cluster } from '../load/cluster.ts'
import { makePeople } from '../load/people.ts'
import type { Installation, Login } from './installation.ts'
import type { HideEntry } from './journal.ts'

/** Whom Kafka and PostgreSQL know a run by: no role of the product, so that rebuild-views goes on beside it. */
export const observer = 'fault'
/** Every third user has a second device. */
const secondDeviceEvery = 3
const devicesPerUser = 3
/** With those of whom some are there more than a group may have that is told to each of its members. */
const awayUsers = 200
const awayPrefix = 'away'

export async function openClusterInstallation(
  cluster: Cluster,
  options: { readonly appId: string; readonly users: number },
): Promise<Installation & { close(): Promise<void> }> {
  const { appId, users } = options
  const { config, servers } = cluster
  const backbone = await openRealBackbone(config, servers, silentLogger, observer)
  const people = await makePeople(backbone, { appId, count: users, devices: devicesPerUser })
  await makePeople(backbone, { appId, count: awayUsers, prefix: awayPrefix, devices: 0 })
  const logins: Login[] = people.flatMap(({ userId, deviceId, token }) => {
    const number = Number(userId.split('-').at(-1))
    const login = { userId, deviceId, token, reader: deviceId === 'device-2' }
    return deviceId === 'device-1' && number % secondDeviceEvery !== 0 ? [] : login
  })
  return {
    appId,
    // Of the one that no fault breaks: faults begin with the first.
    apiUrl: cluster.of('api').at(-1)!.ready.api!,
    gateways: () => cluster.of('gateway').flatMap((child) => child.ready.gateway),
    logins,
    away: Array.from({ length: awayUsers }, (_, i) => `${awayPrefix}-${i}`),
    caughtUp: () => caughtUp(backbone),
    hides: () => hidesOf(backbone, appId),
    async compareViews() {
      const { differences, complete } = await verify(backbone, silentLogger, () => {})
      const examples = differences.slice(0, 5).map(({ table, key, kind, columns }) => `${table} ${JSON.stringify(key)} ${kind} ${columns}`)
      return {
        count: differences.length + (complete ? 0 : 1),
        examples: complete ? examples : [...examples, 'the comparison is not complete'],
      }
    },
    close: () => backbone.close(),
  }
}

async function caughtUp({ log, database, hot }: Backbone): Promise<boolean> {
  const partitions = Array.from({ length: log.partitionCount }, (_, p) => p)
  const [bounds, checkpoints, applied] = await Promise.all([
    log.bounds('events', partitions),
    createReadViews(database).checkpoints(),
    hot.applied(partitions),
  ])
  if (applied === 'unavailable') return false
  return partitions.every((p) => {
    const next = checkpoints.get(p)?.nextOffset ?? 0
    // A partition without a checkpoint has nothing in the hot views either.
    return next >= (bounds.get(p)?.end ?? 0) && (next === 0 || (applied[p]?.nextOffset ?? 0) >= next)
  })
}

async function hidesOf({ log }: Backbone, appId: string): Promise<HideEntry[]> {
  const hides: HideEntry[] = []
  const partitions = Array.from({ length: log.partitionCount }, (_, partition) => partition)
  for (const [partition, { start, end }] of await log.bounds('events', partitions))
    for await (const batch of log.read('events', partition, start, end))
      for (const { value } of batch)
        if ('type' in value && value.type === 'MessageHidden' && value.meta.appId === appId)
          hides.push({ userId: value.userId, conversationId: value.conversationId, seq: value.seq })
  return hides
}
