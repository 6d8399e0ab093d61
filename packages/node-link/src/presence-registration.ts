// This node's connections in Redis. The node's own map is what counts; Redis is a copy that is written again when a write failed, when
// the lease had vanished (a flush, a restart, a pause longer than the lease) or when the counts differ.
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { ConnectionInfo, NodeInfo } from './presence.ts'
import { memberOf, parseConnection, parseMember } from './presence-keys.ts'
import type { PresenceRedis } from './presence-redis.ts'
import { answersOf, scriptPipeline } from './presence-scripts.ts'

export interface OwnNode {
  readonly info: Omit<NodeInfo, 'connections' | 'draining'>
  readonly load: () => { connections: number; draining: boolean }
  /** Told that what had vanished is registered again. */
  readonly lost: (reason: string) => void
}

export class PresenceRegistration {
  readonly #parts: PresenceRedis
  readonly #logger: Logger
  readonly #own = new Map<string, ConnectionInfo>()
  /** Why entries that should be in Redis are not; empty for none. */
  #missing = ''
  /** Entries may be in Redis that should not be. */
  #surplus = false
  /** The counts differed at the refresh before. */
  #differed = false
  /** The lease has been taken before: only then can it vanish. */
  #taken = false
  /** Additions and removals sent and not answered yet, and all that were ever sent. */
  #underWay = 0
  #written = 0

  constructor(parts: PresenceRedis, logger: Logger) {
    this.#parts = parts
    this.#logger = logger
  }

  /** Registers a connection; answers those of the same device before it, living or not. Rejects when Redis does not answer in time. */
  async add(info: ConnectionInfo): Promise<readonly ConnectionInfo[]> {
    const { scripts, keys } = this.#parts
    this.#own.set(info.connectionId, info)
    const user = keys.user(info.appId, info.userId)
    const call = scripts.presenceAdd(user, keys.ofNode(info.node), info.connectionId, JSON.stringify(info), memberOf(info))
    const before = await this.#write(call)
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
    const { scripts, keys } = this.#parts
    this.#own.delete(info.connectionId)
    try {
      const user = keys.user(info.appId, info.userId)
      await this.#write(scripts.presenceRemove(user, keys.ofNode(info.node), info.connectionId, memberOf(info)))
    } catch {
      this.#surplus = true
    }
  }

  /** Takes the lease for a while longer, and mends what differs. */
  async refresh(node: OwnNode): Promise<void> {
    const { scripts, keys, limits } = this.#parts
    const { incarnation } = node.info
    const info: NodeInfo = { ...node.info, ...node.load() }
    const [underWay, written] = [this.#underWay, this.#written]
    const [vanished, count] = await scripts.presenceRefresh(
      keys.lease(incarnation),
      keys.nodes,
      keys.ofNode(incarnation),
      JSON.stringify(info),
      limits.leaseMs,
      incarnation,
      Date.now(),
      limits.ofNodeTtlMs,
    )
    if (vanished === 1 && (this.#taken || this.#own.size > 0)) this.#missing ||= 'the lease had vanished'
    this.#taken = true
    // As many as were under way may differ. Beyond that, once may be chance; twice is not.
    const differs = Math.abs(count - this.#own.size) > underWay + this.#written - written
    if (differs && this.#differed && count < this.#own.size) this.#missing ||= 'connections had vanished'
    if (differs && this.#differed && count > this.#own.size) this.#surplus = true
    this.#differed = differs
    if (this.#missing !== '' || this.#surplus) await this.#writeAgain(node)
  }

  /** Removes everything of this node from Redis, the lease last. */
  async giveBack(incarnation: string): Promise<void> {
    const { redis, keys, limits } = this.#parts
    const list = [...this.#own.values()]
    this.#own.clear()
    for (let at = 0; at < list.length; at += limits.batchMax) {
      const pipeline = redis.pipeline()
      for (const c of list.slice(at, at + limits.batchMax)) pipeline.hdel(keys.user(c.appId, c.userId), c.connectionId)
      await answersOf(pipeline)
    }
    await redis.del(keys.ofNode(incarnation), keys.lease(incarnation))
    await redis.zrem(keys.nodes, incarnation)
  }

  async #writeAgain(node: OwnNode): Promise<void> {
    const { incarnation } = node.info
    const { batchMax } = this.#parts.limits
    const reason = this.#missing
    this.#missing = ''
    this.#surplus = false
    this.#differed = false
    try {
      const list = [...this.#own.values()]
      for (let at = 0; at < list.length; at += batchMax) await this.#writeBatch(list.slice(at, at + batchMax), incarnation)
      await this.#removeSurplus(incarnation)
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
    if ((await redis.zcard(ofNode)) <= this.#own.size) return
    let cursor = '0'
    do {
      const [next, flat] = await redis.zscan(ofNode, cursor, 'COUNT', limits.batchMax)
      cursor = next
      const pipeline = scriptPipeline(redis)
      for (let i = 0; i < flat.length; i += 2) {
        const entry = parseMember(flat[i]!)
        if (this.#own.has(entry.connectionId)) continue
        pipeline.presenceRemove(keys.user(entry.appId, entry.userId), ofNode, entry.connectionId, flat[i]!)
      }
      await answersOf(pipeline)
    } while (cursor !== '0')
  }

  async #write<T>(call: Promise<T>): Promise<T> {
    this.#underWay += 1
    this.#written += 1
    try {
      return await within(this.#parts.limits.addTimeoutMs, 'Redis', call)
    } finally {
      this.#underWay -= 1
    }
  }
}
