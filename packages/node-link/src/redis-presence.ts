// Presence in Redis: this node's lease and its connections, kept true whatever happens to Redis. The node's own map of
// connections is what counts; Redis is a copy that is written again when a write failed, when the lease had vanished (a
// flush, a restart, a pause longer than the lease) or when the counts differ. A login never waits for Redis longer than a limit.
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { ConnectionInfo, NodeInfo, Presence } from './presence.ts'
import { memberOf, parseConnection, parseMember, presenceKeys } from './presence-keys.ts'
import { defaultPresenceLimits, type PresenceLimits } from './presence-limits.ts'
import { createPresenceReaper } from './presence-reaper.ts'
import { answersOf, definePresenceScripts, scriptPipeline } from './presence-scripts.ts'
import { openRedis, type RedisAddress } from './redis-connection.ts'
import { createPresenceReader } from './redis-presence-reader.ts'
import { createRememberedNodes } from './remembered-nodes.ts'

export interface RedisPresenceOptions {
  readonly redis: RedisAddress
  readonly logger: Logger
  readonly limits?: Partial<PresenceLimits>
  /** First part of every key; `skein` by default. */
  readonly prefix?: string
}

interface OwnNode {
  readonly info: Omit<NodeInfo, 'connections' | 'draining'>
  readonly load: () => { connections: number; draining: boolean }
  readonly lost: (reason: string) => void
  /** Whether the lease has been taken before: only then can it vanish. */
  taken: boolean
}

export function createRedisPresence(options: RedisPresenceOptions): Presence {
  const { logger } = options
  const limits = { ...defaultPresenceLimits, ...options.limits }
  const keys = presenceKeys(options.prefix ?? 'skein')
  const connection = openRedis(options.redis, 'presence', logger)
  const { redis } = connection
  const scripts = definePresenceScripts(redis)
  const reader = createPresenceReader(redis, scripts, keys, limits)
  const reaper = createPresenceReaper(redis, scripts, reader, keys, limits)
  const nodes = createRememberedNodes({
    ask: () => within(limits.addTimeoutMs, 'Redis', reader.liveNodes()),
    write: () => within(limits.addTimeoutMs, 'Redis', redis.set(keys.written, '1', 'PX', limits.leaseMs)),
    rememberMs: limits.rememberNodesMs,
    graceMs: limits.leaseMs,
    logger,
  })
  const own = new Map<string, ConnectionInfo>()
  let node: OwnNode | undefined
  /** Entries that should be in Redis are not, or the other way about. */
  let missing = ''
  let surplus = false
  let differed = false
  /** Additions and removals sent and not answered yet, and all that were ever sent. */
  let underWay = 0
  let written = 0
  let refreshing: Promise<void> | undefined
  let failures = 0
  let held = true
  let timer: NodeJS.Timeout | undefined
  let closed = false

  let wasReady = false
  let becomeReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  connection.onReady(() => {
    wasReady = true
    becomeReady()
    if (node) void tick()
  })

  function tick(): Promise<void> {
    if (closed || !node) return Promise.resolve()
    clearTimeout(timer)
    refreshing ??= refresh(node).then(
      () => {
        if (!held) logger.info({ failures }, 'the presence lease is held again')
        held = true
        again(limits.refreshIntervalMs)
      },
      (cause: Error) => {
        failures += 1
        // Once per outage: a Redis that is full answers everything but takes nothing, which nobody else would notice.
        if (held && !closed) logger.warn({ error: cause }, 'the presence lease cannot be refreshed: who logs in here is not delivered to')
        held = false
        // It takes nothing new, but lets live what it has: those who were here before go on being delivered to.
        if (!closed) redis.pexpire(keys.lease(node!.info.incarnation), limits.leaseMs).catch(() => {})
        again(limits.refreshRetryMs)
      },
    )
    return refreshing
  }

  function again(delayMs: number): void {
    refreshing = undefined
    if (!closed) timer = setTimeout(tick, delayMs)
  }

  async function refresh(current: OwnNode): Promise<void> {
    const { incarnation } = current.info
    const info: NodeInfo = { ...current.info, ...current.load() }
    const ofNode = keys.ofNode(incarnation)
    const [underWayBefore, writtenBefore] = [underWay, written]
    const [vanished, count] = await scripts.presenceRefresh(
      keys.lease(incarnation),
      keys.nodes,
      ofNode,
      JSON.stringify(info),
      limits.leaseMs,
      incarnation,
      Date.now(),
      limits.ofNodeTtlMs,
    )
    if (vanished === 1 && (current.taken || own.size > 0)) missing ||= 'the lease had vanished'
    current.taken = true
    // As many as were under way may differ. Beyond that, once may be chance; twice is not.
    const differs = Math.abs(count - own.size) > underWayBefore + written - writtenBefore
    if (differs && differed && count < own.size) missing ||= 'connections had vanished'
    if (differs && differed && count > own.size) surplus = true
    differed = differs
    if (missing !== '' || surplus) await writeAgain(current)
    void reaper.pass().catch((error) => logger.debug({ error }, 'dead nodes could not be removed'))
  }

  async function writeAgain(current: OwnNode): Promise<void> {
    const reason = missing
    missing = ''
    surplus = false
    differed = false
    try {
      const list = [...own.values()]
      for (let at = 0; at < list.length; at += limits.batchMax) await writeBatch(list.slice(at, at + limits.batchMax), current)
      await removeSurplus(current)
    } catch (cause) {
      missing ||= reason
      surplus = true
      throw cause
    }
    if (reason === '') return
    logger.warn({ reason, connections: own.size }, 'presence is registered again')
    current.lost(reason)
  }

  /** Plain commands, written to the socket at the end of this turn: a removal decided later comes behind them. */
  async function writeBatch(list: readonly ConnectionInfo[], current: OwnNode): Promise<void> {
    const still = list.filter((c) => own.has(c.connectionId))
    if (still.length === 0) return
    const pipeline = redis.pipeline()
    pipeline.zadd(keys.ofNode(current.info.incarnation), ...still.flatMap((c) => [0, memberOf(c)]))
    for (const c of still) pipeline.hset(keys.user(c.appId, c.userId), c.connectionId, JSON.stringify(c))
    await answersOf(pipeline)
  }

  async function removeSurplus(current: OwnNode): Promise<void> {
    const ofNode = keys.ofNode(current.info.incarnation)
    if ((await redis.zcard(ofNode)) <= own.size) return
    let cursor = '0'
    do {
      const [next, flat] = await redis.zscan(ofNode, cursor, 'COUNT', limits.batchMax)
      cursor = next
      const pipeline = scriptPipeline(redis)
      for (let i = 0; i < flat.length; i += 2) {
        const entry = parseMember(flat[i]!)
        if (own.has(entry.connectionId)) continue
        pipeline.presenceRemove(keys.user(entry.appId, entry.userId), ofNode, entry.connectionId, flat[i]!)
      }
      await answersOf(pipeline)
    } while (cursor !== '0')
  }

  async function write<T>(call: Promise<T>): Promise<T> {
    underWay += 1
    written += 1
    try {
      return await within(limits.addTimeoutMs, 'Redis', call)
    } finally {
      underWay -= 1
    }
  }

  /** A reader just made waits for its connection; later a broken one fails at once. */
  async function readyOnce(): Promise<void> {
    if (!wasReady) await within(limits.enterTimeoutMs, 'Redis', ready)
  }

  return {
    async enter(info, load, lost = () => {}) {
      node = { info, load, lost, taken: false }
      await within(
        limits.enterTimeoutMs,
        'Redis',
        ready.then(() => tick()),
      ).catch(() => logger.warn({}, 'presence cannot be registered yet; going on without'))
    },
    async add(info) {
      own.set(info.connectionId, info)
      try {
        const call = scripts.presenceAdd(
          keys.user(info.appId, info.userId),
          keys.ofNode(info.node),
          info.connectionId,
          JSON.stringify(info),
          memberOf(info),
        )
        const before = await write(call)
        const replaced: ConnectionInfo[] = []
        for (let i = 1; i < before.length; i += 2) {
          const other = parseConnection(before[i]!)
          if (other.deviceId === info.deviceId && other.connectionId !== info.connectionId) replaced.push(other)
        }
        return await within(limits.addTimeoutMs, 'Redis', reader.living(replaced))
      } catch (cause) {
        missing ||= 'a connection could not be registered'
        logger.debug({ error: cause }, 'a connection could not be registered yet')
        return []
      }
    },
    async remove(info) {
      own.delete(info.connectionId)
      const user = keys.user(info.appId, info.userId)
      try {
        const call = scripts.presenceRemove(user, keys.ofNode(info.node), info.connectionId, memberOf(info))
        await write(call)
      } catch {
        surplus = true
      }
    },
    connectionsOf: async (appId, userIds) => {
      await readyOnce()
      return reader.connectionsOf(appId, userIds)
    },
    liveNodes: async () => {
      // Whoever never heard of a node has none to remember.
      await readyOnce()
      return nodes()
    },
    lease: () => ({ failures, held }),
    online: async (appId, page) => {
      await readyOnce()
      return reader.online(appId, page)
    },
    async leave() {
      if (closed) return
      closed = true
      clearTimeout(timer)
      const leaving = node
      node = undefined
      if (leaving) {
        const ofNode = keys.ofNode(leaving.info.incarnation)
        const giveBack = async () => {
          await refreshing?.catch(() => {})
          const list = [...own.values()]
          own.clear()
          for (let at = 0; at < list.length; at += limits.batchMax) {
            const pipeline = redis.pipeline()
            for (const c of list.slice(at, at + limits.batchMax)) pipeline.hdel(keys.user(c.appId, c.userId), c.connectionId)
            await answersOf(pipeline)
          }
          await redis.del(ofNode, keys.lease(leaving.info.incarnation))
          await redis.zrem(keys.nodes, leaving.info.incarnation)
        }
        // What cannot be given back now expires with the lease.
        await within(limits.leaveTimeoutMs, 'Redis', giveBack()).catch(() => {})
      }
      connection.close()
    },
  }
}
