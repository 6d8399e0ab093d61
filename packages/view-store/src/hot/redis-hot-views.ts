// The hot views in Redis. All keys of a partition carry its hash tag, so that one script reaches them in a cluster too.
// Rows live under a generation: making a partition again fills a new one beside the present, and one script switches over.
// A Redis that is away or slow costs a read or a batch one short wait, then nothing until it has had time to recover.
//
//   <prefix>:{p}:applied                                  epoch, next, generation
//   <prefix>:{p}:<generation>:head:<app>|<conversation>   seq, ordinal, uncounted
//   <prefix>:{p}:<generation>:session:<app>|<user>        conversation -> 'readOrdinal,fromSeq,toSeq,toOrdinal'
//   <prefix>:{p}:<generation>:hidden:<app>|<user>         set of conversations in which they deleted something for themselves
//   <prefix>:{p}:<generation>:items:<app>|<conversation>  sorted set of items by seq, only of what was read: expires readWithinMs after the
//                                                         last time. At its end, by +inf, '', to be there without any; a release that
//                                                         knows nothing of it takes it for the newest, and asks the database
//   <prefix>:{p}:<generation>:building                    while a generation is being filled
import { randomUUID } from 'node:crypto'
import { aggregateKey, userLogKey } from '@skein/contracts'
import type { HistoryPage, HistoryQuery, UnreadEntry } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { ChainableCommander, Redis } from 'ioredis'
import { type Unread, unreadOf } from '../reads/unread.ts'
import type { HotChanges } from './hot-changes.ts'
import { type Applied, defaultHotLimits, type HotEntry, type HotLimits, hotKey, isKept } from './hot-entry.ts'
import { beginsWithin, hotPage } from './hot-page.ts'
import type { HotSource } from './hot-source.ts'
import type { AppliedRange, ApplyOutcome, ColdConversation, HotAnswer, HotViews } from './hot-views.ts'
import { bufferOf, decodeSession, encodeSession, entriesOf, writeRow } from './redis-rows.ts'
import { defineScripts, type RunScript } from './redis-scripts.ts'

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
}

const healTimeoutMs = 10_000
const scanCount = 1_000
/** What a page of history is told with, ahead of its items. */
const headCount = 8
const notKept = Buffer.alloc(0)

const byDefault = { keyPrefix: 'skein', readTimeoutMs: 100, applyTimeoutMs: 250, pauseMs: 2_000 }

class RedisHotViews implements HotViews {
  readonly #redis: Redis
  readonly #options: RedisHotOptions & typeof byDefault
  readonly #limits: HotLimits
  readonly #run: RunScript
  #pausedUntil = 0

  constructor(redis: Redis, options: RedisHotOptions) {
    this.#redis = redis
    this.#options = { ...byDefault, ...options }
    this.#limits = {
      itemsPerConversation: options.itemsPerConversation ?? defaultHotLimits.itemsPerConversation,
      readWithinMs: options.readWithinMs ?? defaultHotLimits.readWithinMs,
      itemBytesMax: options.itemBytesMax ?? defaultHotLimits.itemBytesMax,
    }
    this.#run = defineScripts(redis)
  }

  async apply(partition: number, { logEpoch, from, to }: AppliedRange, changes: HotChanges): Promise<ApplyOutcome> {
    const { operations, bytes } = this.#operationsOf(changes)
    const { itemsPerConversation } = this.#limits
    const args = [this.#prefixOf(partition), logEpoch, from, to, randomUUID(), itemsPerConversation, JSON.stringify(operations)]
    const answer = await this.#attempt(this.#options.applyTimeoutMs, () =>
      this.#run('apply', [this.#appliedKey(partition)], [...args, ...bytes]),
    )
    if (!answer) return { outcome: 'unavailable' }
    const [outcome, epoch, next] = answer.map(String)
    if (outcome === 'applied') return { outcome }
    return { outcome: 'behind', applied: epoch === undefined ? null : { logEpoch: epoch, nextOffset: Number(next) } }
  }

  async applied(partitions: readonly number[]): Promise<readonly (Applied | null)[] | 'unavailable'> {
    const answers = await this.#attempt(this.#options.applyTimeoutMs, () =>
      Promise.all(partitions.map((p) => this.#redis.hmget(this.#appliedKey(p), 'epoch', 'next'))),
    )
    return answers?.map(([epoch, next]) => (epoch ? { logEpoch: epoch, nextOffset: Number(next) } : null)) ?? 'unavailable'
  }

  async heal(partition: number, source: HotSource, { force = false }: { readonly force?: boolean } = {}): Promise<Applied> {
    const generation = randomUUID()
    const prefix = this.#prefixOf(partition) + generation
    const mark = `${prefix}:building`
    const inTime = <T>(promise: Promise<T>) => within(healTimeoutMs, 'Redis', promise)
    try {
      await inTime(this.#redis.set(mark, '1'))
      const applied = await source.read(partition, async (page) => {
        const pipeline: ChainableCommander = this.#redis.pipeline()
        for (const row of page) writeRow(pipeline, prefix, row)
        for (const [error] of (await inTime(pipeline.exec())) ?? []) if (error) throw error
      })
      const args = [applied.logEpoch, applied.nextOffset, generation, force ? '1' : '0']
      const [outcome, ...rest] = (await inTime(this.#run('switch', [this.#appliedKey(partition), mark], args)))!.map(String)
      if (outcome === 'lost') throw new Error(`Redis was emptied while partition ${partition} was being made again`)
      if (outcome === 'kept') {
        await this.#removeStale(partition, generation)
        return { logEpoch: rest[0]!, nextOffset: Number(rest[1]) }
      }
      await this.#removeStale(partition)
      return applied
    } catch (error) {
      await this.#removeStale(partition, generation).catch(() => {})
      throw error
    }
  }

  async unread(appId: string, userId: string): Promise<HotAnswer<Unread> | null> {
    const ask = (partition: number) =>
      this.#run('unread', [this.#appliedKey(partition)], [this.#prefixOf(partition), hotKey(appId, userId), appId])
    const partitions = Array.from({ length: this.#options.partitionCount }, (_, partition) => partition)
    const answers = await this.#attempt(this.#options.readTimeoutMs, () => Promise.all(partitions.map(ask)))
    if (!answers) return null
    const applied = new Map<number, Applied>()
    const list: UnreadEntry[] = []
    const hidden = new Set<string>()
    for (const partition of partitions) {
      const answer = answers[partition]?.map(String)
      if (!answer) return null
      applied.set(partition, { logEpoch: answer[0]!, nextOffset: Number(answer[1]) })
      const first = 3 + Number(answer[2])
      for (const conversationId of answer.slice(3, first)) hidden.add(conversationId)
      for (let i = first; i < answer.length; i += 3) {
        const [lastOrdinal, readOrdinal] = [Number(answer[i + 1]), Number(answer[i + 2])]
        list.push({ conversationId: answer[i]!, unread: lastOrdinal - readOrdinal, lastOrdinal, readOrdinal })
      }
    }
    if (list.some(({ conversationId }) => hidden.has(conversationId))) return null
    list.sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
    return { value: unreadOf(list), applied }
  }

  async history(query: HistoryQuery, bytesMax: number): Promise<HotAnswer<HistoryPage> | ColdConversation | null> {
    const { appId, conversationId, userId } = query
    const partition = this.#options.partitionOf(aggregateKey(appId, conversationId))
    const { afterSeq, beforeSeq, limit } = query
    const names = [hotKey(appId, conversationId), hotKey(appId, userId), conversationId]
    const args = [this.#prefixOf(partition), ...names, afterSeq, beforeSeq, limit + 1, bytesMax, this.#limits.readWithinMs]
    const users = this.#options.partitionOf(userLogKey(appId, userId))
    const hiddenArgs = [this.#prefixOf(users), hotKey(appId, userId), conversationId]
    const answers = await this.#attempt(this.#options.readTimeoutMs, () =>
      Promise.all([this.#run('history', [this.#appliedKey(partition)], args), this.#run('hidden', [this.#appliedKey(users)], hiddenArgs)]),
    )
    const [answer, own] = answers ?? []
    if (!answer || !own) return null
    const [ownEpoch, ownNext, hasHidden] = own.map(String)
    if (hasHidden === '1') return null
    const told = answer.slice(0, headCount).map(String)
    const [logEpoch, nextOffset, generation, encodedSession, lastSeq, lastOrdinal, lowest, highest] = told
    const [session, head] = [
      decodeSession(encodedSession!),
      { lastSeq: Number(lastSeq), lastOrdinal: Number(lastOrdinal), lastUncounted: 0 },
    ]
    if (highest === '') {
      const tells = beginsWithin(this.#limits.itemsPerConversation, query, session, head)
      return tells ? { appId, conversationId, generation: generation! } : null
    }
    const inRange: { seq: number; bytes: Uint8Array }[] = []
    for (let i = headCount; i < answer.length; i += 2) inRange.push({ seq: Number(answer[i]), bytes: answer[i + 1]! })
    const value = hotPage(query, bytesMax, { session, head, lowest: Number(lowest), highest: Number(highest), inRange })
    const applied = new Map([
      [users, { logEpoch: ownEpoch!, nextOffset: Number(ownNext) }],
      [partition, { logEpoch: logEpoch!, nextOffset: Number(nextOffset) }],
    ])
    return value && { value, applied }
  }

  async warm({ appId, conversationId, generation }: ColdConversation, source: HotSource): Promise<void> {
    const [kept] = await source.kept([{ appId, conversationId }], this.#limits)
    if (!kept) return
    const partition = this.#options.partitionOf(aggregateKey(appId, conversationId))
    const args = [this.#prefixOf(partition), generation, hotKey(appId, conversationId), kept.lastSeq, this.#limits.readWithinMs]
    const items = kept.items.flatMap(({ seq, bytes }) => [seq, bufferOf(bytes)])
    await this.#attempt(this.#options.applyTimeoutMs, () => this.#run('warm', [this.#appliedKey(partition)], [...args, ...items]))
  }

  async *dump(partition: number): AsyncGenerator<HotEntry> {
    const generation = await this.#redis.hget(this.#appliedKey(partition), 'generation')
    if (generation === null) return
    const prefix = `${this.#prefixOf(partition)}${generation}:`
    for await (const keys of this.#redis.scanStream({ match: `${escaped(prefix)}*`, count: scanCount })) {
      for (const key of new Set(keys as string[])) yield* entriesOf(this.#redis, key, key.slice(prefix.length))
    }
  }

  async close(): Promise<void> {}

  #prefixOf(partition: number): string {
    return `${this.#options.keyPrefix}:{${partition}}:`
  }

  #appliedKey(partition: number): string {
    return `${this.#prefixOf(partition)}applied`
  }

  /** The answer, or undefined when Redis does not give one. */
  async #attempt<T>(timeoutMs: number, call: () => Promise<T>): Promise<T | undefined> {
    if (performance.now() < this.#pausedUntil) return undefined
    try {
      return await within(timeoutMs, 'Redis', call())
    } catch (error) {
      const { pauseMs, logger } = this.#options
      this.#pausedUntil = performance.now() + pauseMs
      logger.warn({ error, pauseMs }, 'Redis did not answer; going on without hot views')
      return undefined
    }
  }

  /** Numbers as text, too: the script only passes them on, and Lua would round large ones. */
  #operationsOf({ heads, sessions, hidden, items }: HotChanges): { readonly operations: string[][]; readonly bytes: Buffer[] } {
    const operations = [
      ...heads.map(({ conversation, head }) => ['head', conversation, `${head.lastSeq}`, `${head.lastOrdinal}`, `${head.lastUncounted}`]),
      ...sessions.map(({ user, conversationId, session }) => ['session', user, conversationId, encodeSession(session)]),
      ...hidden.map(({ user, conversationId }) => ['hidden', user, conversationId]),
    ]
    const bytes: Buffer[] = []
    for (const [conversation, own] of Map.groupBy(items, (one) => one.conversation)) {
      operations.push(['items', conversation, ...own.map(({ item }) => `${item.seq}`)])
      bytes.push(...own.map(({ item }) => (isKept(item, this.#limits) ? bufferOf(item.bytes) : notKept)))
    }
    return { operations, bytes }
  }

  /** Removes what is not of the present generation, whichever that is when it comes to it: rows of the one given, or of all. */
  async #removeStale(partition: number, generation = ''): Promise<void> {
    const [position, prefix] = [this.#appliedKey(partition), this.#prefixOf(partition)]
    for await (const keys of this.#redis.scanStream({ match: `${escaped(prefix + generation)}*`, count: scanCount })) {
      const rows = (keys as string[]).filter((key) => key !== position)
      if (rows.length > 0) await this.#run('remove', [position, ...rows], [prefix])
    }
  }
}

export const createRedisHotViews = (redis: Redis, options: RedisHotOptions): HotViews => new RedisHotViews(redis, options)

/** A key as a pattern that matches itself. */
const escaped = (key: string): string => key.replace(/[\\*?[\]]/g, '\\$&')
