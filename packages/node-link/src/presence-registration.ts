// This node's connections in Redis. The node's own map is what counts; Redis is a copy that is written again when a write failed, when
// the lease had vanished (a flush, a restart, a pause longer than the lease) or when it is not the same connections that are there (a
// replica was promoted that lacks the last writes).
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import { OwnConnections } from './own-connections.ts'
import type { ConnectionInfo, NodeInfo, NodeLoad } from './presence.ts'
import { digestOf } from './presence-digest.ts'
import { memberOf, parseConnection, parseMember, removalOf } from './presence-keys.ts'
import type { PresenceRedis } from './presence-redis.ts'
import { answersOf, scriptPipeline } from './presence-scripts.ts'

export interface OwnNode {
  readonly info: Omit<NodeInfo, keyof NodeLoad>
  readonly load: () => NodeLoad
  /** Told that what had vanished is registered again. */
  readonly lost: (reason: string) => void
}

export class PresenceRegistration {
  readonly #parts: PresenceRedis
  readonly #logger: Logger
  readonly #own = new OwnConnections()
  /** Why entries that should be in Redis are not; empty for none. */
  #missing = ''
  /** Entries may be in Redis that should not be. */
  #surplus = false
  /** Redis had others at the refresh before. */
  #differed = false
  /** The lease has been taken before: only then can it vanish. */
  #taken = false

  constructor(parts: PresenceRedis, logger: Logger) {
    this.#parts = parts
    this.#logger = logger
  }

  /** Those of these users, from the moment on at which they are added. */
  connectionsOf(appId: string, userIds: readonly string[]): ReadonlyMap<string, readonly ConnectionInfo[]> {
    return this.#own.ofUsers(appId, userIds)
  }

  /** Registers a connection; answers those of the same device before it, living or not. Rejects when Redis does not answer in time. */
  async add(info: ConnectionInfo): Promise<readonly ConnectionInfo[]> {
    const { scripts, keys, limits } = this.#parts
    const member = memberOf(info)
    const memberDigest = digestOf(member)
    this.#own.add(info, memberDigest)
    const [user, ofNode, digest] = [keys.user(info.appId, info.userId), keys.ofNode(info.node), keys.digest(info.node)]
    const call = scripts.presenceAdd(user, ofNode, digest, info.connectionId, JSON.stringify(info), member, memberDigest)
    const before = await within(limits.addTimeoutMs, 'Redis', call)
    const replaced: ConnectionInfo[] = []
    for (let i = 1; i < before.length; i += 2) {
      const other = parseConnection(before[i]!)
      if (other.deviceId === info.deviceId && other.connectionId !== info.connectionId) replaced.push(other)
    }
    return replaced
  }

  /** What was added may not be in Redis: the next refresh writes everything again. */
  doubt(): void {
    this.#missing ||= 'a connection could not be registered'
  }

  async remove(info: ConnectionInfo): Promise<void> {
    const { scripts, keys, limits } = this.#parts
    const member = memberOf(info)
    this.#own.remove(info.connectionId)
    try {
      await within(limits.addTimeoutMs, 'Redis', scripts.presenceRemove(...removalOf(keys, info.node, member)))
    } catch {
      this.#surplus = true
    }
  }

  /**
   * Takes the lease for a while longer, and mends what differs. Redis does what it is told in the order in which it was sent: when it answers,
   * it has exactly what was here when it was asked. Once may be chance all the same, such as a script that it did not know yet; twice is
   * not. Answers whether it differs and is to be asked again soon.
   */
  async refresh(node: OwnNode): Promise<boolean> {
    const { scripts, keys, limits } = this.#parts
    const { incarnation } = node.info
    const info: NodeInfo = { ...node.info, ...node.load() }
    const [connections, digest] = [this.#own.size, String(this.#own.digest)]
    const [vanished, count, digestThere] = await scripts.presenceRefresh(
      keys.lease(incarnation),
      keys.nodes,
      keys.ofNode(incarnation),
      keys.digest(incarnation),
      JSON.stringify(info),
      limits.leaseMs,
      incarnation,
      limits.ofNodeTtlMs,
    )
    if (vanished === 1 && (this.#taken || this.#own.size > 0)) this.#missing ||= 'the lease had vanished'
    this.#taken = true
    const differs = count !== connections || digestThere !== digest
    if (differs && this.#differed) this.#missing ||= 'Redis had other connections'
    this.#differed = differs
    if (this.#missing !== '' || this.#surplus) await this.#writeAgain(node)
    return this.#differed
  }

  /** Removes everything of this node from Redis, the lease last. */
  async giveBack(incarnation: string): Promise<void> {
    const { redis, keys, limits } = this.#parts
    const list = this.#own.list()
    this.#own.clear()
    for (let at = 0; at < list.length; at += limits.batchMax) {
      const pipeline = redis.pipeline()
      for (const c of list.slice(at, at + limits.batchMax)) pipeline.hdel(keys.user(c.appId, c.userId), c.connectionId)
      await answersOf(pipeline)
    }
    await redis.del(keys.ofNode(incarnation), keys.digest(incarnation), keys.lease(incarnation))
    await redis.zrem(keys.nodes, incarnation)
  }

  async #writeAgain(node: OwnNode): Promise<void> {
    const { incarnation } = node.info
    const { redis, keys, limits } = this.#parts
    const { batchMax } = limits
    const reason = this.#missing
    this.#missing = ''
    this.#surplus = false
    this.#differed = false
    try {
      const list = this.#own.list()
      for (let at = 0; at < list.length; at += batchMax) await this.#writeBatch(list.slice(at, at + batchMax), incarnation)
      await this.#removeSurplus(incarnation)
      await redis.set(keys.digest(incarnation), String(this.#own.digest), 'PX', limits.ofNodeTtlMs)
    } catch (cause) {
      this.#missing ||= reason
      this.#surplus = true
      throw cause
    }
    if (reason === '') return
    this.#logger.warn({ reason, connections: this.#own.size }, 'presence is registered again')
    node.lost(reason)
  }

  /** Plain commands, written to the socket at the end of this turn: a removal decided later comes behind them. */
  async #writeBatch(list: readonly ConnectionInfo[], incarnation: string): Promise<void> {
    const { redis, keys } = this.#parts
    const still = list.filter((c) => this.#own.has(c.connectionId))
    if (still.length === 0) return
    const pipeline = redis.pipeline()
    pipeline.zadd(keys.ofNode(incarnation), ...still.flatMap((c) => [0, memberOf(c)]))
    for (const c of still) pipeline.hset(keys.user(c.appId, c.userId), c.connectionId, JSON.stringify(c))
    await answersOf(pipeline)
  }

  async #removeSurplus(incarnation: string): Promise<void> {
    const { redis, keys, limits } = this.#parts
    const ofNode = keys.ofNode(incarnation)
    let cursor = '0'
    do {
      const [next, flat] = await redis.zscan(ofNode, cursor, 'COUNT', limits.batchMax)
      cursor = next
      const pipeline = scriptPipeline(redis)
      for (let i = 0; i < flat.length; i += 2) {
        const member = flat[i]!
        if (!this.#own.has(parseMember(member).connectionId)) pipeline.presenceRemove(...removalOf(keys, incarnation, member))
      }
      await answersOf(pipeline)
    } while (cursor !== '0')
  }
}
