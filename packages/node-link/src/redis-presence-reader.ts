// The reading side of presence in Redis: living nodes (kept for a moment), connections of users, the listing of who is online.
// A node that is not in the kept list is asked for anew before its connections are left out: one that just came back would
// otherwise be passed by. Entries of nodes found dead are removed on the way, by a script that checks again.
import type { Redis } from 'ioredis'
import type { ConnectionInfo, NodeInfo } from './presence.ts'
import { memberOf, memberRange, type PresenceKeys, parseMember } from './presence-keys.ts'
import type { PresenceLimits } from './presence-limits.ts'
import { createLookUp } from './presence-lookup.ts'
import { answersOf, type PresenceScripts, scriptPipeline } from './presence-scripts.ts'

export interface NodeState {
  readonly incarnation: string
  /** Undefined for a node without a lease. */
  readonly info: NodeInfo | undefined
}

export interface PresenceReader {
  nodeStates(): Promise<readonly NodeState[]>
  liveNodes(): Promise<readonly NodeInfo[]>
  /** The connections among these whose node lives. */
  living(connections: readonly ConnectionInfo[]): Promise<readonly ConnectionInfo[]>
  connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>>
  online(
    appId: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<{ readonly users: readonly (readonly ConnectionInfo[])[]; readonly next: string }>
}

export function createPresenceReader(redis: Redis, scripts: PresenceScripts, keys: PresenceKeys, limits: PresenceLimits): PresenceReader {
  let kept: { readonly at: number; readonly nodes: readonly NodeInfo[]; readonly ids: ReadonlySet<string> } | undefined
  const lookUp = createLookUp((users) => scripts.presenceFind(users.length, ...users), limits.lookupUsersMax)
  let asking: Promise<readonly NodeInfo[]> | undefined

  async function nodeStates(): Promise<readonly NodeState[]> {
    const flat = await scripts.presenceNodes(keys.nodes, keys.leasePrefix)
    const states: NodeState[] = []
    for (let i = 0; i < flat.length; i += 2) {
      const info = flat[i + 1]!
      states.push({ incarnation: flat[i]!, info: info === '' ? undefined : (JSON.parse(info) as NodeInfo) })
    }
    return states
  }

  async function ask(): Promise<readonly NodeInfo[]> {
    const at = performance.now()
    const nodes = (await nodeStates()).flatMap((state) => state.info ?? [])
    kept = { at, nodes, ids: new Set(nodes.map((n) => n.incarnation)) }
    return nodes
  }

  async function liveNodes(): Promise<readonly NodeInfo[]> {
    if (kept && performance.now() - kept.at <= limits.nodesCacheMs) return kept.nodes
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  /** Of the nodes that are not in the kept list, those that have no lease at this moment. */
  async function deadAmong(connections: Iterable<ConnectionInfo>): Promise<ReadonlySet<string>> {
    const doubtful = new Set<string>()
    for (const { node } of connections) if (!kept!.ids.has(node)) doubtful.add(node)
    if (doubtful.size === 0) return doubtful
    const list = [...doubtful]
    const leases = await redis.mget(list.map(keys.lease))
    return new Set(list.filter((_node, i) => leases[i] === null))
  }

  function bury(connections: readonly ConnectionInfo[]): void {
    const pipeline = scriptPipeline(redis)
    for (const c of connections) {
      pipeline.presenceBury(keys.lease(c.node), keys.user(c.appId, c.userId), keys.ofNode(c.node), c.connectionId, memberOf(c))
    }
    // Whoever reads next tries again.
    answersOf(pipeline).catch(() => {})
  }

  async function living(connections: readonly ConnectionInfo[]): Promise<readonly ConnectionInfo[]> {
    if (connections.length === 0) return connections
    await liveNodes()
    const dead = await deadAmong(connections)
    if (dead.size === 0) return connections
    bury(connections.filter((c) => dead.has(c.node)).slice(0, limits.batchMax))
    return connections.filter((c) => !dead.has(c.node))
  }

  async function connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    const found = new Map<string, readonly ConnectionInfo[]>()
    if (userIds.length === 0) return found
    const [lists] = await Promise.all([lookUp(userIds.map((userId) => keys.user(appId, userId))), liveNodes()])
    const all = lists.flat()
    for (const connection of await living(all)) {
      const known = found.get(connection.userId) as ConnectionInfo[] | undefined
      if (known) known.push(connection)
      else found.set(connection.userId, [connection])
    }
    return found
  }

  return {
    nodeStates,
    liveNodes,
    living,
    connectionsOf,
    async online(appId, page) {
      const limit = Math.max(1, Math.min(page.limit, limits.pageUsersMax))
      const nodes = await liveNodes()
      const [from, to] = memberRange(appId, page.after)
      const lists = await Promise.all(
        nodes.map((node) => redis.zrange(keys.ofNode(node.incarnation), from, to, 'BYLEX', 'LIMIT', 0, limit + 1)),
      )
      // A node whose list was cut off says nothing about users behind its last one.
      let bound: string | undefined
      const userIds = new Set<string>()
      for (const members of lists) {
        const ids = members.map((member) => parseMember(member).userId)
        for (const id of ids) userIds.add(id)
        const last = ids.at(-1)
        if (ids.length > limit && last !== undefined && (bound === undefined || last < bound)) bound = last
      }
      const sorted = [...userIds].filter((id) => bound === undefined || id <= bound).sort()
      const listed = sorted.slice(0, limit)
      const more = bound !== undefined || sorted.length > limit
      const found = await connectionsOf(appId, listed)
      return { users: listed.flatMap((id) => (found.has(id) ? [found.get(id)!] : [])), next: more ? (listed.at(-1) ?? '') : '' }
    },
  }
}
