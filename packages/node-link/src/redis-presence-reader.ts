// The reading side of presence in Redis: living nodes (kept for a moment), connections of users, the listing of who is online.
// A node that is not in the kept list is asked for anew before its connections are left out: one that just came back would
// otherwise be passed by. Entries of nodes found dead are removed on the way, by a script that checks again. A node that knows of no other
// asks, each time, whether there is one, and looks nobody up while there is none (docs/decisions/0013-own-connections-first.md).
import { createSharedCall } from '@skein/timing'
import type { ConnectionInfo, NodeInfo } from './presence.ts'
import { markOf, memberOf, memberRange, parseMember, removalOf } from './presence-keys.ts'
import { createLookUp, type LookUp } from './presence-lookup.ts'
import type { PresenceRedis } from './presence-redis.ts'
import { answersOf, scriptPipeline } from './presence-scripts.ts'

export interface NodeState {
  readonly incarnation: string
  /** Undefined for a node without a lease. */
  readonly info: NodeInfo | undefined
}

export interface OnlinePage {
  readonly users: readonly (readonly ConnectionInfo[])[]
  readonly next: string
}

export class PresenceReader {
  /** Incarnation of the node that entered in this process; empty for none. */
  here = ''
  readonly #parts: PresenceRedis
  readonly #lookUp: LookUp
  readonly #lookUpElsewhere: LookUp
  /** Whether no node but this one has a lease, as Redis says after the asking. */
  readonly #isAlone: () => Promise<boolean>
  /** The nodes with a lease, as Redis says after the asking. */
  readonly #askAnew: () => Promise<readonly NodeInfo[]>
  #kept: { readonly at: number; readonly nodes: readonly NodeInfo[]; readonly ids: ReadonlySet<string> } | undefined
  #asking: Promise<readonly NodeInfo[]> | undefined

  constructor(parts: PresenceRedis) {
    const { scripts, limits } = parts
    this.#parts = parts
    this.#lookUp = createLookUp((users) => scripts.presenceFind(users.length, ...users, ''), limits.lookupUsersMax)
    this.#lookUpElsewhere = createLookUp((users) => scripts.presenceFind(users.length, ...users, markOf(this.here)), limits.lookupUsersMax)
    this.#askAnew = createSharedCall(() => this.#ask())
    this.#isAlone = createSharedCall(async () => this.#areHere(await this.#ask()), limits.aloneGatherMs)
  }

  async nodeStates(): Promise<readonly NodeState[]> {
    const { scripts, keys } = this.#parts
    const flat = await scripts.presenceNodes(keys.nodes, keys.leasePrefix)
    const states: NodeState[] = []
    for (let i = 0; i < flat.length; i += 2) {
      const info = flat[i + 1]!
      states.push({ incarnation: flat[i]!, info: info === '' ? undefined : (JSON.parse(info) as NodeInfo) })
    }
    return states
  }

  async liveNodes(): Promise<readonly NodeInfo[]> {
    if (this.#kept && performance.now() - this.#kept.at <= this.#parts.limits.nodesCacheMs) return this.#kept.nodes
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  /** The connections among these whose node lives. */
  async living(connections: readonly ConnectionInfo[]): Promise<readonly ConnectionInfo[]> {
    if (connections.length === 0) return connections
    await this.liveNodes()
    const dead = await this.#deadAmong(connections)
    if (dead.size === 0) return connections
    this.#bury(connections.filter((c) => dead.has(c.node)).slice(0, this.#parts.limits.batchMax))
    return connections.filter((c) => !dead.has(c.node))
  }

  connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    return this.#found(this.#lookUp, appId, userIds)
  }

  async connectionsElsewhere(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    if (await this.#noneElsewhere()) return new Map()
    return this.#found(this.#lookUpElsewhere, appId, userIds)
  }

  async gatewaysElsewhere(): Promise<readonly NodeInfo[]> {
    if (await this.#noneElsewhere()) return []
    const nodes = await this.#askAnew()
    return nodes.filter(({ role, incarnation }) => role === 'gateway' && incarnation !== this.here)
  }

  /** What is known tells only which question comes first: the answer is never older than the asking. */
  async #noneElsewhere(): Promise<boolean> {
    return this.#kept !== undefined && this.#areHere(this.#kept.nodes) && (await this.#isAlone())
  }

  async #found(lookUp: LookUp, appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    const { keys } = this.#parts
    const found = new Map<string, readonly ConnectionInfo[]>()
    if (userIds.length === 0) return found
    const [lists] = await Promise.all([lookUp(userIds.map((userId) => keys.user(appId, userId))), this.liveNodes()])
    const all = lists.flat()
    for (const connection of await this.living(all)) {
      const known = found.get(connection.userId) as ConnectionInfo[] | undefined
      if (known) known.push(connection)
      else found.set(connection.userId, [connection])
    }
    return found
  }

  async online(appId: string, page: { readonly after: string; readonly limit: number }): Promise<OnlinePage> {
    const limit = Math.max(1, Math.min(page.limit, this.#parts.limits.pageUsersMax))
    const { userIds, bound } = await this.#usersBehind(appId, page.after, limit)
    const sorted = [...userIds].filter((id) => bound === undefined || id <= bound).sort()
    const listed = sorted.slice(0, limit)
    const more = bound !== undefined || sorted.length > limit
    const found = await this.connectionsOf(appId, listed)
    return { users: listed.flatMap((id) => (found.has(id) ? [found.get(id)!] : [])), next: more ? (listed.at(-1) ?? '') : '' }
  }

  /** Up to `limit` users of each node; a node whose list was cut off says nothing about users behind its last one, the bound. */
  async #usersBehind(appId: string, after: string, limit: number): Promise<{ userIds: ReadonlySet<string>; bound: string | undefined }> {
    const { redis, keys } = this.#parts
    const nodes = await this.liveNodes()
    const [from, to] = memberRange(appId, after)
    const lists = await Promise.all(
      nodes.map((node) => redis.zrange(keys.ofNode(node.incarnation), from, to, 'BYLEX', 'LIMIT', 0, limit + 1)),
    )
    let bound: string | undefined
    const userIds = new Set<string>()
    for (const members of lists) {
      const ids = members.map((member) => parseMember(member).userId)
      for (const id of ids) userIds.add(id)
      const last = ids.at(-1)
      if (ids.length > limit && last !== undefined && (bound === undefined || last < bound)) bound = last
    }
    return { userIds, bound }
  }

  #areHere(nodes: readonly NodeInfo[]): boolean {
    return this.here !== '' && nodes.every(({ incarnation }) => incarnation === this.here)
  }

  async #ask(): Promise<readonly NodeInfo[]> {
    const at = performance.now()
    const nodes = (await this.nodeStates()).flatMap((state) => state.info ?? [])
    this.#kept = { at, nodes, ids: new Set(nodes.map((n) => n.incarnation)) }
    return nodes
  }

  /** Of the nodes that are not in the kept list, those that have no lease at this moment. */
  async #deadAmong(connections: Iterable<ConnectionInfo>): Promise<ReadonlySet<string>> {
    const { redis, keys } = this.#parts
    const doubtful = new Set<string>()
    for (const { node } of connections) if (!this.#kept!.ids.has(node)) doubtful.add(node)
    if (doubtful.size === 0) return doubtful
    const list = [...doubtful]
    const leases = await redis.mget(list.map(keys.lease))
    return new Set(list.filter((_node, i) => leases[i] === null))
  }

  #bury(connections: readonly ConnectionInfo[]): void {
    const { redis, keys } = this.#parts
    const pipeline = scriptPipeline(redis)
    for (const c of connections) pipeline.presenceBury(keys.lease(c.node), ...removalOf(keys, c.node, memberOf(c)))
    // Whoever reads next tries again.
    answersOf(pipeline).catch(() => {})
  }
}
