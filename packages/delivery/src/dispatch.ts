// From people to connections to nodes: who of the people of a slice is connected, and one record per node and event, queued to the node
// link, the push encoded once. Who is connected in this process is known without asking; who is elsewhere is looked up for all at once.
import type { ConnectionInfo, NodeInfo, NodeLink, Presence } from '@skein/node-link'
import type { Addressed, ToApp, ToDeviceSession, ToLargeGroup, ToUsers } from './address.ts'
import type { DeliveryCounters } from './counters.ts'

type Elsewhere = Pick<Presence, 'connectionsElsewhere' | 'gatewaysElsewhere'>
type Here = Pick<Presence, 'connectionsHere' | 'gatewayHere'>
type Link = Pick<NodeLink, 'deliver' | 'kick' | 'lost'>
type Users = ReadonlyMap<string, readonly ConnectionInfo[]>

export interface Online {
  /** Connections by app and user. */
  readonly users: ReadonlyMap<string, Users>
  readonly gateways: readonly NodeInfo[]
}

/** Whoever is elsewhere of everyone in the slice. */
export async function lookUpElsewhere(presence: Elsewhere, slice: readonly Addressed[]): Promise<Online> {
  const wanted = new Map<string, Set<string>>()
  for (const { appId, userIds } of slice) {
    if (userIds.length === 0) continue
    const users = wanted.get(appId) ?? new Set()
    wanted.set(appId, users)
    for (const userId of userIds) users.add(userId)
  }
  const [gateways, found] = await Promise.all([
    slice.some(isForGateways) ? presence.gatewaysElsewhere() : [],
    Promise.all([...wanted].map(async ([appId, users]) => [appId, await presence.connectionsElsewhere(appId, [...users])] as const)),
  ])
  return { users: new Map(found), gateways }
}

/** Queues a slice in the order of its events, for those who are elsewhere. */
export function queueElsewhere(link: Link, slice: readonly Addressed[], online: Online, counters: DeliveryCounters): void {
  for (const addressed of slice) {
    if (isForGateways(addressed)) {
      for (const gateway of online.gateways) announceTo(link, addressed, gateway, counters)
      continue
    }
    const users = online.users.get(addressed.appId)
    if (users) queue(link, addressed, users, counters)
  }
}

/** Queues an event for those who are connected here. */
export function queueHere(
  { link, presence, counters }: { link: Link; presence: Here; counters: DeliveryCounters },
  addressed: Addressed,
): void {
  if (!isForGateways(addressed)) {
    queue(link, addressed, presence.connectionsHere(addressed.appId, addressed.userIds), counters)
    return
  }
  const here = presence.gatewayHere()
  if (here !== '') announceTo(link, addressed, { incarnation: here, announced: true }, counters)
}

/** What each gateway is told once. */
const isForGateways = (addressed: Addressed): addressed is ToApp | ToLargeGroup => addressed.to === 'app' || addressed.to === 'large-group'

function announceTo(
  link: Link,
  told: ToApp | ToLargeGroup,
  { incarnation, announced = false }: Pick<NodeInfo, 'incarnation' | 'announced'>,
  counters: DeliveryCounters,
): void {
  const { push } = told
  // One of a release that does not know whom it has of them has them ask.
  if (!announced) {
    const whose = told.to === 'app' ? `the app ${told.appId}` : `the large group ${told.group.conversationId}`
    link.lost(incarnation, `an event of ${whose} was announced, which this node does not understand`)
    return
  }
  link.deliver(incarnation, { push, connectionIds: [], ...(told.to === 'app' ? { everybody: told.everybody } : { group: told.group }) })
  counters.announcements += 1
}

function queue(link: Link, addressed: ToUsers | ToDeviceSession, users: Users, counters: DeliveryCounters): void {
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
