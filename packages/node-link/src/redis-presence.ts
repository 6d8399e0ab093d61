// Presence in Redis: this node's lease, kept true whatever happens to Redis, with the registration of its connections and the reading
// side. A login never waits for Redis longer than a limit.
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { RoomId } from './node-link.ts'
import type { ConnectionInfo, LeaseStatus, NodeInfo, Presence } from './presence.ts'
import { presenceKeys } from './presence-keys.ts'
import { defaultPresenceLimits, type PresenceLimits } from './presence-limits.ts'
import { PresenceReaper } from './presence-reaper.ts'
import type { PresenceRedis } from './presence-redis.ts'
import { type OwnNode, PresenceRegistration } from './presence-registration.ts'
import { definePresenceScripts } from './presence-scripts.ts'
import { openRedis, type RedisAddress, type RedisConnection } from './redis-connection.ts'
import { type OnlinePage, PresenceReader } from './redis-presence-reader.ts'
import { createRememberedNodes } from './remembered-nodes.ts'

export interface RedisPresenceOptions {
  readonly redis: RedisAddress
  readonly logger: Logger
  readonly limits?: Partial<PresenceLimits>
  /** First part of every key; `skein` by default. */
  readonly prefix?: string
}

export const createRedisPresence = (options: RedisPresenceOptions): Presence => new RedisPresence(options)

class RedisPresence implements Presence {
  readonly #logger: Logger
  readonly #connection: RedisConnection
  readonly #parts: PresenceRedis
  readonly #reader: PresenceReader
  readonly #reaper: PresenceReaper
  readonly #registration: PresenceRegistration
  readonly #nodes: () => Promise<readonly NodeInfo[]>
  /** Resolves when the connection stands for the first time. */
  readonly #ready = Promise.withResolvers<void>()
  #wasReady = false
  #node: OwnNode | undefined
  #refreshing: Promise<void> | undefined
  #failures = 0
  #held = true
  #timer: NodeJS.Timeout | undefined

  constructor(options: RedisPresenceOptions) {
    const limits = { ...defaultPresenceLimits, ...options.limits }
    const keys = presenceKeys(options.prefix ?? 'skein')
    this.#logger = options.logger
    this.#connection = openRedis(options.redis, 'presence', options.logger)
    const { redis } = this.#connection
    this.#parts = { redis, scripts: definePresenceScripts(redis), keys, limits }
    this.#reader = new PresenceReader(this.#parts)
    this.#reaper = new PresenceReaper(this.#parts, this.#reader)
    this.#registration = new PresenceRegistration(this.#parts, options.logger)
    this.#nodes = createRememberedNodes({
      ask: () => within(limits.addTimeoutMs, 'Redis', this.#reader.liveNodes()),
      write: () => within(limits.addTimeoutMs, 'Redis', redis.set(keys.written, '1', 'PX', limits.leaseMs)),
      rememberMs: limits.rememberNodesMs,
      graceMs: limits.leaseMs,
      logger: options.logger,
    })
    this.#connection.onReady(() => {
      this.#wasReady = true
      this.#ready.resolve()
      if (this.#node) void this.#tick()
    })
  }

  async enter(info: OwnNode['info'], load: OwnNode['load'], lost: OwnNode['lost'] = () => {}): Promise<void> {
    this.#node = { info, load, lost }
    this.#reader.here = info.incarnation
    const entered = this.#ready.promise.then(() => this.#tick())
    await within(this.#parts.limits.enterTimeoutMs, 'Redis', entered).catch(() =>
      this.#logger.warn({}, 'presence cannot be registered yet; going on without'),
    )
  }

  async add(info: ConnectionInfo): Promise<readonly ConnectionInfo[]> {
    try {
      const replaced = await this.#registration.add(info)
      return await within(this.#parts.limits.addTimeoutMs, 'Redis', this.#reader.living(replaced))
    } catch (cause) {
      this.#registration.doubt()
      this.#logger.debug({ error: cause }, 'a connection could not be registered yet')
      return []
    }
  }

  remove(info: ConnectionInfo): Promise<void> {
    return this.#registration.remove(info)
  }

  connectionsHere(appId: string, userIds: readonly string[]): ReadonlyMap<string, readonly ConnectionInfo[]> {
    return this.#registration.connectionsOf(appId, userIds)
  }

  async connectionsElsewhere(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    await this.#readyOnce()
    return this.#reader.connectionsElsewhere(appId, userIds)
  }

  gatewayHere(): string {
    return this.#node?.info.role === 'gateway' ? this.#node.info.incarnation : ''
  }

  async gatewaysElsewhere(): Promise<readonly NodeInfo[]> {
    await this.#readyOnce()
    return this.#reader.gatewaysElsewhere()
  }

  async sayFollowers(room: RoomId, followers: number): Promise<void> {
    const incarnation = this.gatewayHere()
    if (incarnation === '') return
    const { scripts, keys, limits } = this.#parts
    const { followersKeptMs, addTimeoutMs } = limits
    const said = scripts.presenceSayFollowers(keys.room(room), incarnation, followers, followersKeptMs, keys.leasePrefix)
    await within(addTimeoutMs, 'Redis', said)
  }

  async followersOf(room: RoomId): Promise<ReadonlyMap<string, number>> {
    await this.#readyOnce()
    const { scripts, keys, limits } = this.#parts
    const flat = await within(limits.addTimeoutMs, 'Redis', scripts.presenceFollowersOf(keys.room(room), keys.leasePrefix))
    const found = new Map<string, number>()
    for (let i = 0; i < flat.length; i += 2) found.set(flat[i]!, Number(flat[i + 1]))
    return found
  }

  async connectionsOf(appId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConnectionInfo[]>> {
    await this.#readyOnce()
    return this.#reader.connectionsOf(appId, userIds)
  }

  async liveNodes(): Promise<readonly NodeInfo[]> {
    // Whoever never heard of a node has none to remember.
    await this.#readyOnce()
    return this.#nodes()
  }

  async online(appId: string, page: { readonly after: string; readonly limit: number }): Promise<OnlinePage> {
    await this.#readyOnce()
    return this.#reader.online(appId, page)
  }

  lease(): LeaseStatus {
    return { failures: this.#failures, held: this.#held }
  }

  async leave(): Promise<void> {
    clearTimeout(this.#timer)
    const leaving = this.#node
    this.#node = undefined
    if (leaving === undefined) return
    const giveBack = async () => {
      await this.#refreshing?.catch(() => {})
      await this.#registration.giveBack(leaving.info.incarnation)
    }
    // What cannot be given back now expires with the lease.
    await within(this.#parts.limits.leaveTimeoutMs, 'Redis', giveBack()).catch(() => {})
  }

  async close(): Promise<void> {
    await this.leave()
    this.#connection.close()
  }

  #tick(): Promise<void> {
    const node = this.#node
    if (!node) return Promise.resolve()
    clearTimeout(this.#timer)
    this.#refreshing ??= this.#refresh(node).then(
      (differs) => this.#refreshed(differs),
      (cause: Error) => this.#refused(node, cause),
    )
    return this.#refreshing
  }

  async #refresh(node: OwnNode): Promise<boolean> {
    const differs = await this.#registration.refresh(node)
    void this.#reaper.pass().catch((error) => this.#logger.debug({ error }, 'dead nodes could not be removed'))
    return differs
  }

  #refreshed(differs: boolean): void {
    const { refreshIntervalMs, refreshRetryMs } = this.#parts.limits
    if (!this.#held) this.#logger.info({ failures: this.#failures }, 'the presence lease is held again')
    this.#held = true
    this.#again(differs ? refreshRetryMs : refreshIntervalMs)
  }

  #refused(node: OwnNode, cause: Error): void {
    const { redis, keys, limits } = this.#parts
    const isLeaving = this.#node !== node
    this.#failures += 1
    // Once per outage: a Redis that is full answers everything but takes nothing, which nobody else would notice.
    if (this.#held && !isLeaving)
      this.#logger.warn({ error: cause }, 'the presence lease cannot be refreshed: other processes do not deliver to who logs in here')
    this.#held = false
    // It takes nothing new, but lets live what it has: those who were here before go on being delivered to.
    if (!isLeaving) redis.pexpire(keys.lease(node.info.incarnation), limits.leaseMs).catch(() => {})
    this.#again(limits.refreshRetryMs)
  }

  #again(delayMs: number): void {
    this.#refreshing = undefined
    if (this.#node) this.#timer = setTimeout(() => void this.#tick(), delayMs)
  }

  /** A reader just made waits for its connection; later a broken one fails at once. */
  async #readyOnce(): Promise<void> {
    if (!this.#wasReady) await within(this.#parts.limits.enterTimeoutMs, 'Redis', this.#ready.promise)
  }
}
