// From people to connections to nodes: who of the people of a slice is connected, and one record per node and event, queued to the node
// link, the push encoded once. Who is connected in this process is known without asking; who is elsewhere is looked up for all at once.
import type { ConnectionInfo, NodeLink, Presence } from '@skein/node-link'
import type { Addressed, ToDeviceSession, ToUsers } from './address.ts'
import type { DeliveryCounters } from './counters.ts'

export type Online = ReadonlyMap<string, ReadonlyMap<string, readonly ConnectionInfo[]>>

/** Connections elsewhere by app and user, for everyone in the slice. */
export async function lookUpElsewhere(presence: Pick<Presence, 'connectionsElsewhere'>, slice: readonly Addressed[]): Promise<Online> {
  const wanted = new Map<string, Set<string>>()
  for (const { appId, userIds } of slice) {
    const users = wanted.get(appId) ?? new Set()
    wanted.set(appId, users)
    for (const userId of userIds) users.add(userId)
  }
  const found = await Promise.all(
    [...wanted].map(async ([appId, users]) => [appId, await presence.connectionsElsewhere(appId, [...users])] as const),
  )
  return new Map(found)
}

type Link = Pick<NodeLink, 'deliver' | 'kick'>
type Users = ReadonlyMap<string, readonly ConnectionInfo[]>

/** Queues a slice in the order of its events, for those who are elsewhere. */
export function queueElsewhere(link: Link, slice: readonly Addressed[], online: Online, counters: DeliveryCounters): void {
  for (const addressed of slice) {
    const users = online.get(addressed.appId)
    if (users) queue(link, addressed, users, counters)
  }
}

/** Queues an event for those who are connected here. */
export function queueHere(
  { link, presence, counters }: { link: Link; presence: Pick<Presence, 'connectionsHere'>; counters: DeliveryCounters },
  addressed: Addressed,
): void {
  queue(link, addressed, presence.connectionsHere(addressed.appId, addressed.userIds), counters)
}

function queue(link: Link, addressed: Addressed, users: Users, counters: DeliveryCounters): void {
  if (users.size === 0) return
  if (addressed.to === 'device-session') kick(link, addressed, users, counters)
  else deliver(link, addressed, users, counters)
}

function deliver(link: Link, { userIds, exceptConnection, push }: ToUsers, users: Users, counters: DeliveryCounters): void {
  let nodes: Map<string, string[]> | undefined
  for (const userId of userIds) {
    const connections = users.get(userId)
    if (!connections) continue
    for (const { node, connectionId } of connections) {
      if (connectionId === exceptConnection) continue
      nodes ??= new Map()
      const ids = nodes.get(node)
      if (ids) ids.push(connectionId)
      else nodes.set(node, [connectionId])
    }
  }
  if (!nodes) return
  for (const [node, connectionIds] of nodes) {
    link.deliver(node, { push, connectionIds })
    counters.deliveries += 1
    counters.connections += connectionIds.length
  }
}

function kick(link: Link, { userIds: [userId], sessionId }: ToDeviceSession, users: Users, counters: DeliveryCounters): void {
  for (const connection of users.get(userId) ?? []) {
    // Not by device: it may have logged in anew since, and whoever closes a session need not be on its device.
    if (connection.sessionId !== sessionId) continue
    link.kick(connection.node, { connectionId: connection.connectionId, code: 'LOGGED_OUT' })
    counters.kicks += 1
  }
}
