// Presence inside one process, with the same behaviour as between processes: a node's connections count while it is entered.
// Tests lose everything, or a node, through the hub.
import type { ConnectionInfo, NodeInfo, Presence } from './presence.ts'

export interface InProcessPresenceHub {
  presence(): Presence
  /** Everything kept is lost, as by FLUSHALL; nodes that live register again in a later turn and are told. */
  forget(): void
  /** The node dies without giving anything back. */
  kill(incarnation: string): void
}

interface EnteredNode {
  readonly info: Omit<NodeInfo, 'connections' | 'draining'>
  readonly load: () => { connections: number; draining: boolean }
  readonly lost: (reason: string) => void
  /** The node's own knowledge, from which it registers again. */
  readonly connections: Map<string, ConnectionInfo>
}

const userKey = (appId: string, userId: string): string => `${appId}/${userId}`

export const createInProcessPresence = (): Presence => createInProcessPresenceHub().presence()

export function createInProcessPresenceHub(): InProcessPresenceHub {
  const nodes = new Map<string, EnteredNode>()
  const users = new Map<string, Map<string, ConnectionInfo>>()

  function register(connection: ConnectionInfo): void {
    const key = userKey(connection.appId, connection.userId)
    const known = users.get(key)
    if (known) known.set(connection.connectionId, connection)
    else users.set(key, new Map([[connection.connectionId, connection]]))
  }

  function unregister(connection: ConnectionInfo): void {
    const key = userKey(connection.appId, connection.userId)
    const known = users.get(key)
    known?.delete(connection.connectionId)
    if (known?.size === 0) users.delete(key)
  }

  function removeNode(incarnation: string): void {
    const node = nodes.get(incarnation)
    if (!node) return
    nodes.delete(incarnation)
    for (const connection of node.connections.values()) unregister(connection)
  }

  function presence(): Presence {
    let own: EnteredNode | undefined
    return {
      async enter(info, load, lost = () => {}) {
        own = { info, load, lost, connections: new Map() }
        nodes.set(info.incarnation, own)
      },
      async add(connection) {
        own?.connections.set(connection.connectionId, connection)
        const others = users.get(userKey(connection.appId, connection.userId))?.values() ?? []
        const replaced = [...others].filter((o) => o.deviceId === connection.deviceId && o.connectionId !== connection.connectionId)
        register(connection)
        return replaced
      },
      async remove(connection) {
        own?.connections.delete(connection.connectionId)
        unregister(connection)
      },
      async connectionsOf(appId, userIds) {
        const found = new Map<string, readonly ConnectionInfo[]>()
        for (const userId of userIds) {
          const connections = users.get(userKey(appId, userId))
          if (connections) found.set(userId, [...connections.values()])
        }
        return found
      },
      async liveNodes() {
        return [...nodes.values()].map(({ info, load }) => ({ ...info, ...load() }))
      },
      async online(appId, { after, limit }) {
        const page = [...users.values()]
          .map((connections) => [...connections.values()])
          .filter(([first]) => first!.appId === appId && first!.userId > after)
          .sort(([a], [b]) => (a!.userId < b!.userId ? -1 : 1))
          .slice(0, limit)
        return { users: page, next: page.length < limit ? '' : page.at(-1)![0]!.userId }
      },
      lease: () => ({ failures: 0, held: true }),
      async leave() {
        if (own) removeNode(own.info.incarnation)
        own = undefined
      },
    }
  }

  return {
    presence,
    forget() {
      users.clear()
      setImmediate(() => {
        for (const node of nodes.values()) {
          for (const connection of node.connections.values()) register(connection)
          node.lost('presence was forgotten')
        }
      })
    },
    kill: removeNode,
  }
}
