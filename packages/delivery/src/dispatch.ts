// From people to connections to nodes: looks up who is online among all people of a slice at once, queues one record per
// node and event to the node link, encoded once, and waits until the link has handed everything over.
import { wire } from '@skein/contracts'
import type { ConnectionInfo, NodeLink, Presence } from '@skein/node-link'
import type { Addressed } from './address.ts'
import type { DeliveryCounters } from './counters.ts'

export type Online = ReadonlyMap<string, ReadonlyMap<string, readonly ConnectionInfo[]>>

/** Connections by app and user, for everyone in the slice. */
export async function lookUp(presence: Presence, slice: readonly Addressed[]): Promise<Online> {
  const wanted = new Map<string, Set<string>>()
  for (const { appId, userIds } of slice) {
    const users = wanted.get(appId) ?? new Set()
    wanted.set(appId, users)
    for (const userId of userIds) users.add(userId)
  }
  const found = await Promise.all(
    [...wanted].map(async ([appId, users]) => [appId, await presence.connectionsOf(appId, [...users])] as const),
  )
  return new Map(found)
}

/** Queues a slice in the order of its events. */
export function queue(link: NodeLink, slice: readonly Addressed[], online: Online, counters: DeliveryCounters): void {
  for (const addressed of slice) {
    const users = online.get(addressed.appId)
    if (!users || users.size === 0) continue
    if (addressed.kind === 'kick') kick(link, addressed, users, counters)
    else deliver(link, addressed, users, counters)
  }
}

type Users = ReadonlyMap<string, readonly ConnectionInfo[]>

function deliver(link: NodeLink, addressed: Exclude<Addressed, { kind: 'kick' }>, users: Users, counters: DeliveryCounters): void {
  let nodes: Map<string, string[]> | undefined
  for (const userId of addressed.userIds) {
    const connections = users.get(userId)
    if (!connections) continue
    for (const { node, connectionId } of connections) {
      if (connectionId === addressed.exceptConnection) continue
      nodes ??= new Map()
      const ids = nodes.get(node)
      if (ids) ids.push(connectionId)
      else nodes.set(node, [connectionId])
    }
  }
  if (!nodes) return
  const push = encode(addressed)
  const [conversationId, seq] = addressed.kind === 'item' ? [addressed.conversationId, addressed.item.seq ?? 0] : ['', 0]
  for (const [node, connectionIds] of nodes) {
    link.deliver(node, { push, connectionIds, conversationId, seq })
    counters.deliveries += 1
    counters.connections += connectionIds.length
  }
}

function encode(addressed: Exclude<Addressed, { kind: 'kick' }>): Uint8Array {
  if (addressed.kind === 'item') return wire.Push.encode({ items: [addressed.item] }).finish()
  const { conversationId, userId, ordinal } = addressed
  return wire.Push.encode({ readMarks: [{ conversationId, userId, ordinal }] }).finish()
}

function kick(link: NodeLink, addressed: Addressed & { kind: 'kick' }, users: Users, counters: DeliveryCounters): void {
  for (const connection of users.get(addressed.userIds[0]!) ?? []) {
    // Not by device: it may have logged in anew since, and whoever closes a session need not be on its device.
    if (connection.sessionId !== addressed.sessionId) continue
    link.kick(connection.node, { connectionId: connection.connectionId, code: 'LOGGED_OUT' })
    counters.kicks += 1
  }
}
