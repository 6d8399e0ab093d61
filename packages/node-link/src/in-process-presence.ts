// Presence inside one process, with the same behaviour as between processes: a node's connections count while it is entered.
// Tests lose everything, or a node, through the hub.
import type { RoomId } from './node-link.ts'
import type { ConnectionInfo, LeaseStatus, NodeInfo, NodeLoad, Presence } from './presence.ts'

interface EnteredNode {
  readonly info: Omit<NodeInfo, keyof NodeLoad>
  readonly load: () => NodeLoad
  readonly lost: (reason: string) => void
  /** The node's own knowledge, from which it registers again. */
  readonly connections: Map<string, ConnectionInfo>
}

const roomKey = ({ appId, conversationId }: RoomId): string => `${appId}/${conversationId}`
const userKey = (appId: string, userId: string): string => `${appId}/${userId}`

export const createInProcessPresence = (): Presence => new InProcessPresenceHub().presence()

export class InProcessPresenceHub {
  readonly nodes = new Map<string, EnteredNode>()
  /** Connections by user. */
  readonly users = new Map<string, Map<string, ConnectionInfo>>()
  /** How many follow a live room at each node, by room. */
  readonly rooms = new Map<string, Map<string, number>>()

  presence(): Presence {
    return new InProcessPresence(this)
  }

  register(connection: ConnectionInfo): void {
    const key = userKey(connection.appId, connection.userId)
    const known = this.users.get(key)
    if (known) known.set(connection.connectionId, connection)
    else this.users.set(key, new Map([[connection.connectionId, connection]]))
  }

  unregister(connection: ConnectionInfo): void {
    const key = userKey(connection.appId, connection.userId)
    const known = this.users.get(key)
    known?.delete(connection.connectionId)
    if (known?.size === 0) this.users.delete(key)
  }

  /** Everything kept is lost, as by FLUSHALL; nodes that live register again in a later turn and are told. */
  forget(): void {
    this.users.clear()
    this.rooms.clear()
    setImmediate(() => {
      for (const node of this.nodes.values()) {
        for (const connection of node.connections.values()) this.register(connection)
        node.lost('presence was forgotten')
      }
    })
  }

  /** The node dies without giving anything back. */
  kill(incarnation: string): void {
    const node = this.nodes.get(incarnation)
    if (!node) return
    this.nodes.delete(incarnation)
    for (const connection of node.connections.values()) this.unregister(connection)
    for (const key of this.rooms.keys()) this.sayFollowers(key, incarnation, 0)
  }

  sayFollowers(key: string, incarnation: string, followers: number): void {
    const said = this.rooms.get(key) ?? new Map<string, number>()
    if (followers === 0) said.delete(incarnation)
    else said.set(incarnation, followers)
    if (said.size === 0) this.rooms.delete(key)
    else this.rooms.set(key, said)
  }
}

class InProcessPresence implements Presence {
  readonly #hub: InProcessPresenceHub
  #own: EnteredNode | undefined

  constructor(hub: InProcessPresenceHub) {
    this.#hub = hub
  }

  async enter(info: EnteredNode['info'], load: EnteredNode['load'], lost: EnteredNode['lost'] = () => {}): Promise<void> {
    this.#own = { info, load, lost, connections: new Map() }
    this.#hub.nodes.set(info.incarnation, this.#own)
  }

  async add(connection: ConnectionInfo): Promise<readonly ConnectionInfo[]> {
    this.#own?.connections.set(connection.connectionId, connection)
    const others = this.#hub.users.get(userKey(connection.appId, connection.userId))?.values() ?? []
    const replaced = [...others].filter((o) => o.deviceId === connection.deviceId && o.connectionId !== connection.connectionId)
    this.#hub.register(connection)
    return replaced
  }

  async remove(connection: ConnectionInfo): Promise<void> {
    this.#own?.connections.delete(connection.connectionId)
    this.#hub.unregister(connection)
  }

  connectionsHere(appId: string, userIds: readonly string[]): ReadonlyMap<string, readonly ConnectionInfo[]> {
    const here = this.#own?.info.incarnation
    return this.#found(appId, userIds, ({ node }) => node === here)
  }

  async connectionsElsewhere(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    const here = this.#own?.info.incarnation
    return this.#found(appId, userIds, ({ node }) => node !== here)
  }

  gatewayHere(): string {
    return this.#own?.info.role === 'gateway' ? this.#own.info.incarnation : ''
  }

  async gatewaysElsewhere(): Promise<readonly NodeInfo[]> {
    const here = this.#own?.info.incarnation
    return (await this.liveNodes()).filter(({ role, incarnation }) => role === 'gateway' && incarnation !== here)
  }

  async sayFollowers(room: RoomId, followers: number): Promise<void> {
    const here = this.gatewayHere()
    if (here !== '') this.#hub.sayFollowers(roomKey(room), here, followers)
  }

  async followersOf(room: RoomId): Promise<ReadonlyMap<string, number>> {
    return new Map(this.#hub.rooms.get(roomKey(room)))
  }

  async connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    return this.#found(appId, userIds, () => true)
  }

  #found(
    appId: string,
    userIds: readonly string[],
    wanted: (connection: ConnectionInfo) => boolean,
  ): ReadonlyMap<string, readonly ConnectionInfo[]> {
    const found = new Map<string, readonly ConnectionInfo[]>()
    for (const userId of userIds) {
      const connections = [...(this.#hub.users.get(userKey(appId, userId))?.values() ?? [])].filter(wanted)
      if (connections.length > 0) found.set(userId, connections)
    }
    return found
  }

  async liveNodes(): Promise<readonly NodeInfo[]> {
    return [...this.#hub.nodes.values()].map(({ info, load }) => ({ ...info, ...load() }))
  }

  async online(appId: string, { after, limit }: Parameters<Presence['online']>[1]): ReturnType<Presence['online']> {
    const page = [...this.#hub.users.values()]
      .map((connections) => [...connections.values()])
      .filter(([first]) => first!.appId === appId && first!.userId > after)
      .sort(([a], [b]) => (a!.userId < b!.userId ? -1 : 1))
      .slice(0, limit)
    return { users: page, next: page.length < limit ? '' : page.at(-1)![0]!.userId }
  }

  lease(): LeaseStatus {
    return { failures: 0, held: true }
  }

  async leave(): Promise<void> {
    if (this.#own) this.#hub.kill(this.#own.info.incarnation)
    this.#own = undefined
  }

  close(): Promise<void> {
    return this.leave()
  }
}
