// The hot views in this process's memory, for the embedded mode, where projector and readers share them. Gone with the
// process, and made again from the database like any other.
import { randomUUID } from 'node:crypto'
import { aggregateKey, broadcastConversationId, isBroadcastConversation, userLogKey } from '@skein/contracts'
import type { HistoryPage, HistoryQuery, UnreadEntry } from '@skein/projections'
import { type Unread, unreadOf } from '../reads/unread.ts'
import type { HotChanges } from './hot-changes.ts'
import {
  type Applied,
  defaultHotLimits,
  everybodysEntry,
  type HotEntry,
  type HotHead,
  type HotItem,
  type HotLimits,
  type HotRow,
  type HotSession,
  hotKey,
  isKept,
  parseHotKey,
} from './hot-entry.ts'
import { beginsWithin, hotPage, hotRange, isForward } from './hot-page.ts'
import type { HotSource } from './hot-source.ts'
import type { AppliedRange, ApplyOutcome, ColdConversation, HotAnswer, HotViews } from './hot-views.ts'

export interface MemoryHotOptions extends Partial<HotLimits> {
  /** Partition of a log key. */
  readonly partitionOf: (key: string) => number
  readonly partitionCount: number
  /** Milliseconds that go on. */
  readonly now?: () => number
}

const sweepIntervalMs = 60_000

/** A conversation that was read lately. */
interface ReadConversation {
  readAt: number
  items: HotItem[]
}

/** State of one partition. */
interface PartitionState {
  applied: Applied
  readonly generation: string
  readonly heads: Map<string, HotHead>
  readonly sessions: Map<string, Map<string, HotSession>>
  readonly read: Map<string, ReadConversation>
  /** Conversations in which a user has deleted something for themselves. */
  readonly hidden: Map<string, Set<string>>
}

const emptyState = (applied: Applied): PartitionState => ({
  applied,
  generation: randomUUID(),
  heads: new Map(),
  sessions: new Map(),
  read: new Map(),
  hidden: new Map(),
})

class MemoryHotViews implements HotViews {
  readonly #partitionOf: (key: string) => number
  readonly #partitionCount: number
  readonly #now: () => number
  readonly #limits: HotLimits
  readonly #states = new Map<number, PartitionState>()
  #sweptAt = 0

  constructor(options: MemoryHotOptions) {
    this.#partitionOf = options.partitionOf
    this.#partitionCount = options.partitionCount
    this.#now = options.now ?? (() => performance.now())
    this.#limits = { ...defaultHotLimits, ...options }
  }

  async apply(partition: number, { logEpoch, from, to }: AppliedRange, changes: HotChanges): Promise<ApplyOutcome> {
    let state = this.#states.get(partition)
    if (state?.applied.logEpoch === logEpoch && state.applied.nextOffset >= to) return { outcome: 'applied' }
    if (state?.applied.logEpoch !== logEpoch && from === 0) {
      state = emptyState({ logEpoch, nextOffset: 0 })
      this.#states.set(partition, state)
    }
    if (state === undefined || state.applied.logEpoch !== logEpoch || state.applied.nextOffset !== from) {
      return { outcome: 'behind', applied: state?.applied ?? null }
    }
    for (const { conversation, head } of changes.heads) state.heads.set(conversation, head)
    for (const { user, conversationId, session } of changes.sessions) sessionsOf(state, user).set(conversationId, session)
    for (const { user, conversationId } of changes.hidden) hiddenOf(state, user).add(conversationId)
    for (const { conversation, item } of changes.items) this.#putItem(state, conversation, item)
    state.applied = { logEpoch, nextOffset: to }
    this.#sweep()
    return { outcome: 'applied' }
  }

  async applied(partitions: readonly number[]): Promise<readonly (Applied | null)[]> {
    return partitions.map((partition) => this.#states.get(partition)?.applied ?? null)
  }

  async heal(partition: number, source: HotSource, { force = false }: { readonly force?: boolean } = {}): Promise<Applied> {
    const fresh = emptyState({ logEpoch: '', nextOffset: 0 })
    fresh.applied = await source.read(partition, async (page) => {
      for (const row of page) place(fresh, row)
    })
    const present = this.#states.get(partition)?.applied
    const ahead = present?.logEpoch === fresh.applied.logEpoch && present.nextOffset > fresh.applied.nextOffset
    if (!force && ahead) return present
    this.#states.set(partition, fresh)
    return fresh.applied
  }

  async unread(appId: string, userId: string): Promise<HotAnswer<Unread> | null> {
    const applied = new Map<number, Applied>()
    const list: UnreadEntry[] = []
    for (let partition = 0; partition < this.#partitionCount; partition++) {
      const state = this.#states.get(partition)
      if (!state) return null
      applied.set(partition, state.applied)
      const broadcasts = broadcastConversationId(appId)
      // Of whoever has read none, too.
      const isRead = state.sessions.get(hotKey(appId, userId))?.has(broadcasts) ?? false
      if (!isRead && (state.heads.get(hotKey(appId, broadcasts))?.lastOrdinal ?? 0) > 0) return null
      for (const [conversationId, { readOrdinal, toSeq }] of state.sessions.get(hotKey(appId, userId)) ?? []) {
        const head = state.heads.get(hotKey(appId, conversationId))
        const lastOrdinal = head?.lastOrdinal ?? 0
        if (toSeq > 0 || lastOrdinal <= readOrdinal) continue
        // What was broadcast before they registered, the database knows.
        if (isBroadcastConversation(conversationId)) return null
        // How many were taken away in between, the database knows.
        const uncounted = head !== undefined && head.lastUncounted > readOrdinal
        if (uncounted || this.#hasHidden(appId, userId, conversationId)) return null
        list.push({ conversationId, unread: lastOrdinal - readOrdinal, lastOrdinal, readOrdinal })
      }
    }
    list.sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
    return { value: unreadOf(list), applied }
  }

  async history(query: HistoryQuery, bytesMax: number): Promise<HotAnswer<HistoryPage> | ColdConversation | null> {
    const { appId, conversationId, userId } = query
    const partition = this.#partitionOf(aggregateKey(appId, conversationId))
    const state = this.#states.get(partition)
    const own = state?.sessions.get(hotKey(appId, userId))?.get(conversationId)
    const session = own ?? (isBroadcastConversation(conversationId) ? everybodysEntry(0) : undefined)
    const head = state?.heads.get(hotKey(appId, conversationId))
    if (!state || !session || !head || this.#hasHidden(appId, userId, conversationId)) return null
    const read = this.#readOf(state, hotKey(appId, conversationId))
    if (!read) {
      const tells = beginsWithin(this.#limits.itemsPerConversation, query, session, head)
      return tells ? { appId, conversationId, generation: state.generation } : null
    }
    read.readAt = this.#now()
    const { start, end } = hotRange(query, session, head)
    const inRange = read.items.filter(({ seq }) => seq >= start && seq < end)
    if (!isForward(query)) inRange.reverse()
    const [lowest, highest] = [read.items[0]?.seq ?? 0, read.items.at(-1)?.seq ?? 0]
    const value = hotPage(query, bytesMax, { session, head, lowest, highest, inRange })
    return value && { value, applied: new Map([[partition, state.applied]]) }
  }

  async warm({ appId, conversationId, generation }: ColdConversation, source: HotSource): Promise<void> {
    this.#sweep()
    const [kept] = await source.kept([{ appId, conversationId }], this.#limits)
    const state = this.#states.get(this.#partitionOf(aggregateKey(appId, conversationId)))
    const conversation = hotKey(appId, conversationId)
    if (!kept || state?.generation !== generation || state.heads.get(conversation)?.lastSeq !== kept.lastSeq) return
    // Whoever else read it was first, and these have been followed since.
    if (!this.#readOf(state, conversation)) state.read.set(conversation, { readAt: this.#now(), items: [...kept.items] })
  }

  async *dump(partition: number): AsyncGenerator<HotEntry> {
    const state = this.#states.get(partition)
    if (state) yield* entriesOf(state)
  }

  async close(): Promise<void> {
    this.#states.clear()
  }

  #hasHidden(appId: string, userId: string, conversationId: string): boolean {
    const state = this.#states.get(this.#partitionOf(userLogKey(appId, userId)))
    return state === undefined || (state.hidden.get(hotKey(appId, userId))?.has(conversationId) ?? false)
  }

  #readOf(state: PartitionState, conversation: string): ReadConversation | undefined {
    const read = state.read.get(conversation)
    if (!read || read.readAt + this.#limits.readWithinMs > this.#now()) return read
    state.read.delete(conversation)
    return undefined
  }

  /** In the place of the one it has, behind the last when it continues them, else as the first of new ones. */
  #putItem(state: PartitionState, conversation: string, item: HotItem): void {
    const read = this.#readOf(state, conversation)
    if (!read) return
    if (!isKept(item, this.#limits)) {
      // What stands behind it goes on being the last ones without a hole.
      read.items = read.items.filter(({ seq }) => seq > item.seq)
      return
    }
    const newest = read.items.at(-1)?.seq ?? 0
    if (item.seq > newest + 1) {
      read.items = [item]
    } else if (item.seq === newest + 1) {
      read.items.push(item)
      if (read.items.length > this.#limits.itemsPerConversation) read.items.shift()
    } else {
      const at = read.items.findIndex(({ seq }) => seq === item.seq)
      if (at >= 0) read.items[at] = item
    }
  }

  /** Conversations that nobody reads any more give their items up, also where nothing is written any more. */
  #sweep(): void {
    const now = this.#now()
    if (now - this.#sweptAt < sweepIntervalMs) return
    this.#sweptAt = now
    for (const state of this.#states.values()) for (const conversation of state.read.keys()) this.#readOf(state, conversation)
  }
}

export const createMemoryHotViews = (options: MemoryHotOptions): HotViews => new MemoryHotViews(options)

function sessionsOf(state: PartitionState, user: string): Map<string, HotSession> {
  const sessions = state.sessions.get(user) ?? new Map<string, HotSession>()
  state.sessions.set(user, sessions)
  return sessions
}

function hiddenOf(state: PartitionState, user: string): Set<string> {
  const hidden = state.hidden.get(user) ?? new Set<string>()
  state.hidden.set(user, hidden)
  return hidden
}

function place(state: PartitionState, row: HotRow): void {
  if (row.kind === 'head') state.heads.set(hotKey(row.appId, row.conversationId), row.head)
  else if (row.kind === 'session') sessionsOf(state, hotKey(row.appId, row.userId)).set(row.conversationId, row.session)
  else for (const id of row.conversationIds) hiddenOf(state, hotKey(row.appId, row.userId)).add(id)
}

function* entriesOf(state: PartitionState): Generator<HotEntry> {
  for (const [key, head] of state.heads) {
    const { appId, id } = parseHotKey(key)
    yield { kind: 'head', appId, conversationId: id, head }
  }
  for (const [key, sessions] of state.sessions) {
    const { appId, id } = parseHotKey(key)
    for (const [conversationId, session] of sessions) yield { kind: 'session', appId, userId: id, conversationId, session }
  }
  for (const [key, hidden] of state.hidden) {
    const { appId, id } = parseHotKey(key)
    yield { kind: 'hidden', appId, userId: id, conversationIds: [...hidden].sort() }
  }
  for (const [key, { items }] of state.read) {
    const { appId, id } = parseHotKey(key)
    if (items.length > 0) yield { kind: 'items', appId, conversationId: id, items }
  }
}
