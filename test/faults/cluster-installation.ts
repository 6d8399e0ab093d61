// A whole installation on real servers as runs see it: people of an app of their own per run, so that runs on the same
// servers leave each other alone, and views compared through a backbone opened for the purpose.
import type { SkeinEvent } from '@skein/contracts'
import { limits } from '@skein/domain'
import type { Backbone } from '@skein/server'
import { openRealBackbone, verify } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { createReadViews } from '@skein/view-store'
import type { Cluster } from '../load/cluster.ts'
import { allow, letBroadcast } from '../load/groups.ts'
import { makePeople } from '../load/people.ts'
import type { Installation, Login } from './installation.ts'
import type { HideEntry } from './journal.ts'

/** Whom Kafka and PostgreSQL know a run by: no role of the product, so that rebuild-views goes on beside it. */
export const observer = 'fault'
/** Every third user has a second device. */
const secondDeviceEvery = 3
const devicesPerUser = 3
/** With those of whom some are there more than a group may have that is told to each of its members. */
export const usualAway = 200
const awayPrefix = 'away'
/** They have no devices: so many are two commands each. */
const awayAtOnce = 2_000
/** Whoever comes and goes all the time is added, and asked to be friends, more often than people bear. */
const askedPerHour = 100_000

export async function openClusterInstallation(
  cluster: Cluster,
  options: { readonly appId: string; readonly users: number; readonly away?: number },
): Promise<Installation & { close(): Promise<void> }> {
  const { appId, users, away = usualAway } = options
  const { config, servers } = cluster
  const backbone = await openRealBackbone(config, servers, silentLogger, observer)
  await allow(backbone, appId, {
    groupMembersMax: limits.groupMembersMax,
    ...{ usersAddedPerHour: askedPerHour, sameUserAddedPerHour: askedPerHour, addedByStrangersPerHour: askedPerHour },
    friendRequestsPerHour: askedPerHour,
  })
  const people = await makePeople(backbone, { appId, count: users, devices: devicesPerUser })
  const tellerId = people[0]!.userId
  await letBroadcast(backbone, appId, tellerId)
  await makePeople(backbone, { appId, count: away, prefix: awayPrefix, devices: 0, atOnce: awayAtOnce })
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
    tellerId,
    away: Array.from({ length: away }, (_, i) => `${awayPrefix}-${i}`),
    caughtUp: () => caughtUp(backbone),
    hides: () => hidesOf(backbone, appId),
    subjects: () => subjectsOf(backbone, appId),
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

async function hidesOf(backbone: Backbone, appId: string): Promise<HideEntry[]> {
  const hides: HideEntry[] = []
  for await (const event of eventsOf(backbone, appId))
    if (event.type === 'MessageHidden') hides.push({ userId: event.userId, conversationId: event.conversationId, seq: event.seq })
  return hides
}

async function subjectsOf(backbone: Backbone, appId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const subjects = new Map<string, readonly string[]>()
  for await (const event of eventsOf(backbone, appId)) {
    if (event.type === 'GroupCreated' || event.type === 'MembersAdded')
      subjects.set(
        `${event.conversationId} ${event.seq}`,
        event.members.map(({ userId }) => userId),
      )
    else if (event.type === 'MembersRemoved') subjects.set(`${event.conversationId} ${event.seq}`, event.userIds)
  }
  return subjects
}

async function* eventsOf({ log }: Backbone, appId: string): AsyncGenerator<SkeinEvent> {
  const partitions = Array.from({ length: log.partitionCount }, (_, partition) => partition)
  for (const [partition, { start, end }] of await log.bounds('events', partitions))
    for await (const batch of log.read('events', partition, start, end))
      for (const { value } of batch) if ('type' in value && value.meta.appId === appId) yield value
}
