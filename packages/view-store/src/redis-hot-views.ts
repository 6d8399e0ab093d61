// The hot views in Redis. All keys of a partition carry its hash tag, so that one script reaches them in a cluster too.
// Rows live under a generation: making a partition again fills a new one beside the present, and one script switches over.
// A Redis that is away or slow costs a read or a batch one short wait, then nothing until it has had time to recover.
//
//   <prefix>:{p}:applied                                  epoch, next, generation
//   <prefix>:{p}:<generation>:head:<app>|<conversation>   seq, ordinal
//   <prefix>:{p}:<generation>:session:<app>|<user>        conversation -> 'readOrdinal,fromSeq,toSeq,toOrdinal'
//   <prefix>:{p}:<generation>:items:<app>|<conversation>  sorted set of items by seq; expires itemAgeMs after the last
//   <prefix>:{p}:<generation>:building                    while a generation is being filled
import { randomUUID } from 'node:crypto'
import { aggregateKey } from '@skein/contracts'
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { ChainableCommander, Redis } from 'ioredis'
import { hotPage } from './hot-page.ts'
import {
  type Applied,
  defaultHotLimits,
  type HotEntry,
  type HotLimits,
  type HotOperation,
  type HotSession,
  type HotViews,
  hotItemOf,
  hotKey,
  hotOperations,
  parseHotKey,
} from './hot-views.ts'
import { defineScripts } from './redis-scripts.ts'
import { unreadOf } from './unread.ts'

export interface RedisHotOptions extends Partial<HotLimits> {
  /** Partition of a log key. */
  readonly partitionOf: (key: string) => number
  readonly partitionCount: number
  readonly logger: Logger
  readonly keyPrefix?: string
  readonly readTimeoutMs?: number
  readonly applyTimeoutMs?: number
  /** How long Redis is left alone after it did not answer. */
  readonly pauseMs?: number
  readonly now?: () => number
}

const healTimeoutMs = 10_000
const scanCount = 1_000

export function createRedisHotViews(redis: Redis, options: RedisHotOptions): HotViews {
  const { partitionOf, partitionCount, logger, keyPrefix = 'skein', now = Date.now } = options
  const { readTimeoutMs = 100, applyTimeoutMs = 250, pauseMs = 2_000 } = options
  const limits: HotLimits = {
    itemsPerConversation: options.itemsPerConversation ?? defaultHotLimits.itemsPerConversation,
    itemAgeMs: options.itemAgeMs ?? defaultHotLimits.itemAgeMs,
    itemBytesMax: options.itemBytesMax ?? defaultHotLimits.itemBytesMax,
  }
  const run = defineScripts(redis)
  const prefixOf = (partition: number) => `${keyPrefix}:{${partition}}:`
  const appliedKey = (partition: number) => `${prefixOf(partition)}applied`
  let pausedUntil = 0

  /** The answer, or undefined when Redis does not give one. */
  async function attempt<T>(timeoutMs: number, call: () => Promise<T>): Promise<T | undefined> {
    if (performance.now() < pausedUntil) return undefined
    try {
      return await within(timeoutMs, 'Redis', call())
    } catch (error) {
      pausedUntil = performance.now() + pauseMs
      logger.warn({ error, pauseMs }, 'Redis did not answer; going on without hot views')
      return undefined
    }
  }

  /** Removes what is not of the present generation, whichever that is when it comes to it: rows of the one given, or of all. */
  async function removeStale(partition: number, generation = ''): Promise<void> {
    const [position, prefix] = [appliedKey(partition), prefixOf(partition)]
    for await (const keys of redis.scanStream({ match: `${escaped(prefix + generation)}*`, count: scanCount })) {
      const rows = (keys as string[]).filter((key) => key !== position)
      if (rows.length > 0) await run('remove', [position, ...rows], [prefix])
    }
  }

  function writeEntry(pipeline: ChainableCommander, generation: string, entry: HotEntry): void {
    if (entry.kind === 'head') {
      const key = `${generation}:head:${hotKey(entry.appId, entry.conversationId)}`
      pipeline.hset(key, 'seq', entry.head.lastSeq, 'ordinal', entry.head.lastOrdinal)
    } else if (entry.kind === 'session') {
      pipeline.hset(`${generation}:session:${hotKey(entry.appId, entry.userId)}`, entry.conversationId, encodeSession(entry.session))
    } else {
      const key = `${generation}:items:${hotKey(entry.appId, entry.conversationId)}`
      pipeline.zadd(key, ...entry.items.flatMap(({ seq, bytes }) => [seq, bufferOf(bytes)]))
      pipeline.pexpireat(key, entry.items.at(-1)!.occurredAt + limits.itemAgeMs)
    }
  }

  return {
    async apply(partition, { logEpoch, from, to }, changes) {
      const operations = hotOperations(changes, limits, now())
      // One argument for all that is text: the client and the script pay for every argument.
      const text = JSON.stringify(operations.map(textOf))
      const items = operations.flatMap((operation) => (operation.op === 'item' ? [bufferOf(operation.item.bytes)] : []))
      const generation = randomUUID()
      const head = [prefixOf(partition), logEpoch, from, to, generation, limits.itemsPerConversation, limits.itemAgeMs]
      const answer = await attempt(applyTimeoutMs, () => run('apply', [appliedKey(partition)], [...head, text, ...items]))
      if (!answer) return { outcome: 'unavailable' }
      const [outcome, epoch, next] = answer.map(String)
      if (outcome === 'applied') return { outcome: 'applied' }
      return { outcome: 'behind', applied: epoch === undefined ? null : { logEpoch: epoch, nextOffset: Number(next) } }
    },

    async applied(partitions) {
      const answers = await attempt(applyTimeoutMs, () => Promise.all(partitions.map((p) => redis.hmget(appliedKey(p), 'epoch', 'next'))))
      return answers?.map(([epoch, next]) => (epoch ? { logEpoch: epoch, nextOffset: Number(next) } : null)) ?? 'unavailable'
    },

    async heal(partition, source, { force = false } = {}) {
      const generation = randomUUID()
      const prefix = prefixOf(partition) + generation
      const mark = `${prefix}:building`
      const inTime = <T>(promise: Promise<T>) => within(healTimeoutMs, 'Redis', promise)
      try {
        await inTime(redis.set(mark, '1'))
        const applied = await source.read(partition, limits, now(), async (page) => {
          const pipeline = redis.pipeline()
          for (const entry of page) writeEntry(pipeline, prefix, entry)
          for (const [error] of (await inTime(pipeline.exec())) ?? []) if (error) throw error
        })
        const args = [applied.logEpoch, applied.nextOffset, generation, force ? '1' : '0']
        const [outcome, ...rest] = (await inTime(run('switch', [appliedKey(partition), mark], args)))!.map(String)
        if (outcome === 'lost') throw new Error(`Redis was emptied while partition ${partition} was being made again`)
        if (outcome === 'kept') {
          await removeStale(partition, generation)
          return { logEpoch: rest[0]!, nextOffset: Number(rest[1]) }
        }
        await removeStale(partition)
        return applied
      } catch (error) {
        await removeStale(partition, generation).catch(() => {})
        throw error
      }
    },

    async unread(appId, userId) {
      const ask = (partition: number) => run('unread', [appliedKey(partition)], [prefixOf(partition), hotKey(appId, userId), appId])
      const partitions = Array.from({ length: partitionCount }, (_, partition) => partition)
      const answers = await attempt(readTimeoutMs, () => Promise.all(partitions.map(ask)))
      if (!answers) return null
      const applied = new Map<number, Applied>()
      const list: { conversationId: string; lastOrdinal: number; readOrdinal: number }[] = []
      for (const partition of partitions) {
        const answer = answers[partition]?.map(String)
        if (!answer) return null
        applied.set(partition, { logEpoch: answer[0]!, nextOffset: Number(answer[1]) })
        for (let i = 2; i < answer.length; i += 3) {
          list.push({ conversationId: answer[i]!, lastOrdinal: Number(answer[i + 1]), readOrdinal: Number(answer[i + 2]) })
        }
      }
      list.sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
      return { value: unreadOf(list), applied }
    },

    async history(query) {
      const { appId, conversationId, userId } = query
      const partition = partitionOf(aggregateKey(appId, conversationId))
      const args = [prefixOf(partition), hotKey(appId, conversationId), hotKey(appId, userId), conversationId]
      const answer = await attempt(readTimeoutMs, () => run('history', [appliedKey(partition)], args))
      if (!answer) return null
      const [logEpoch, nextOffset, session, lastSeq, lastOrdinal] = answer.slice(0, 5).map(String) as [
        string,
        string,
        string,
        string,
        string,
      ]
      const items: { seq: number; bytes: Uint8Array }[] = []
      for (let i = 5; i < answer.length; i += 2) items.push({ seq: Number(answer[i]), bytes: answer[i + 1]! })
      const head = { lastSeq: Number(lastSeq), lastOrdinal: Number(lastOrdinal) }
      const value = hotPage(query, decodeSession(session), head, items)
      return value && { value, applied: new Map([[partition, { logEpoch, nextOffset: Number(nextOffset) }]]) }
    },

    async *dump(partition) {
      const generation = await redis.hget(appliedKey(partition), 'generation')
      if (generation === null) return
      const prefix = `${prefixOf(partition)}${generation}:`
      for await (const keys of redis.scanStream({ match: `${escaped(prefix)}*`, count: scanCount })) {
        for (const key of new Set(keys as string[])) yield* entriesOf(redis, key, key.slice(prefix.length))
      }
    },

    async close() {},
  }
}

/** Numbers as text, too: the script only passes them on, and Lua would round large ones. */
function textOf(operation: HotOperation): string[] {
  switch (operation.op) {
    case 'head':
      return ['head', operation.conversation, `${operation.lastSeq}`, `${operation.lastOrdinal ?? ''}`]
    case 'stay': {
      const { user, conversationId, fromSeq, toSeq, toOrdinal } = operation
      return ['stay', user, conversationId, `${fromSeq}`, `${toSeq}`, `${toOrdinal}`]
    }
    case 'end':
      return ['end', operation.user, operation.conversationId, `${operation.toSeq}`, `${operation.toOrdinal}`]
    case 'read':
      return ['read', operation.user, operation.conversationId, `${operation.readOrdinal}`]
    case 'item':
      return ['item', operation.conversation, `${operation.item.seq}`, `${operation.item.occurredAt}`]
    case 'drop-items':
      return ['drop-items', operation.conversation]
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

const encodeSession = ({ readOrdinal, fromSeq, toSeq, toOrdinal }: HotSession): string => [readOrdinal, fromSeq, toSeq, toOrdinal].join(',')

function decodeSession(value: string): HotSession {
  const [readOrdinal = 0, fromSeq = 0, toSeq = 0, toOrdinal = 0] = value.split(',').map(Number)
  return { readOrdinal, fromSeq, toSeq, toOrdinal }
}

/** A key as a pattern that matches itself. */
const escaped = (key: string): string => key.replace(/[\\*?[\]]/g, '\\$&')

async function* entriesOf(redis: Redis, key: string, name: string): AsyncGenerator<HotEntry> {
  const colon = name.indexOf(':')
  const kind = name.slice(0, colon)
  const { appId, id } = parseHotKey(name.slice(colon + 1))
  if (kind === 'head') {
    const [seq, ordinal] = await redis.hmget(key, 'seq', 'ordinal')
    yield { kind, appId, conversationId: id, head: { lastSeq: Number(seq), lastOrdinal: Number(ordinal) } }
  } else if (kind === 'session') {
    for (const [conversationId, value] of Object.entries(await redis.hgetall(key))) {
      yield { kind, appId, userId: id, conversationId, session: decodeSession(value) }
    }
  } else if (kind === 'items') {
    const items = (await redis.zrangeBuffer(key, '0', '-1')).map(hotItemOf)
    if (items.length > 0) yield { kind, appId, conversationId: id, items }
  }
}
