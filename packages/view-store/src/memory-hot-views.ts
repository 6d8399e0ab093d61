// The hot views in this process's memory, for the embedded mode, where projector and readers share them. Gone with the
// process, and made again from the database like any other.
import { aggregateKey } from '@skein/contracts'
import { hotPage } from './hot-page.ts'
import {
  type Applied,
  defaultHotLimits,
  type HotEntry,
  type HotHead,
  type HotItem,
  type HotLimits,
  type HotOperation,
  type HotSession,
  type HotViews,
  hotKey,
  hotOperations,
  parseHotKey,
} from './hot-views.ts'
import { unreadOf } from './unread.ts'

export interface MemoryHotOptions extends Partial<HotLimits> {
  /** Partition of a log key. */
  readonly partitionOf: (key: string) => number
  readonly partitionCount: number
  readonly now?: () => number
}

const sweepIntervalMs = 60_000
const noSession: HotSession = { readOrdinal: 0, fromSeq: 0, toSeq: 0, toOrdinal: 0 }

/** State of one partition. */
interface PartitionState {
  applied: Applied
  readonly heads: Map<string, HotHead>
  readonly sessions: Map<string, Map<string, HotSession>>
  readonly items: Map<string, HotItem[]>
  sweptAt: number
}

const emptyState = (applied: Applied): PartitionState => ({
  applied,
  heads: new Map(),
  sessions: new Map(),
  items: new Map(),
  sweptAt: 0,
})

export function createMemoryHotViews(options: MemoryHotOptions): HotViews {
  const { partitionOf, partitionCount, now = Date.now } = options
  const limits = { ...defaultHotLimits, ...options }
  const states = new Map<number, PartitionState>()
  const stateOf = (appId: string, conversationId: string) => states.get(partitionOf(aggregateKey(appId, conversationId)))

  /** Conversations that have been quiet for long give their items up. */
  function sweep(state: PartitionState): void {
    if (now() - state.sweptAt < sweepIntervalMs) return
    state.sweptAt = now()
    for (const [conversation, items] of state.items) {
      if (isOld(items)) state.items.delete(conversation)
    }
  }

  const isOld = (items: readonly HotItem[]): boolean => (items.at(-1)?.occurredAt ?? 0) + limits.itemAgeMs <= now()

  return {
    async apply(partition, { logEpoch, from, to }, changes) {
      let state = states.get(partition)
      if (state?.applied.logEpoch === logEpoch && state.applied.nextOffset >= to) return { outcome: 'applied' }
      if (state?.applied.logEpoch !== logEpoch && from === 0) {
        state = emptyState({ logEpoch, nextOffset: 0 })
        states.set(partition, state)
      }
      if (state === undefined || state.applied.logEpoch !== logEpoch || state.applied.nextOffset !== from) {
        return { outcome: 'behind', applied: state?.applied ?? null }
      }
      for (const operation of hotOperations(changes, limits, now())) perform(state, operation, limits)
      state.applied = { logEpoch, nextOffset: to }
      sweep(state)
      return { outcome: 'applied' }
    },
    async applied(partitions) {
      return partitions.map((partition) => states.get(partition)?.applied ?? null)
    },
    async heal(partition, source, { force = false } = {}) {
      const fresh = emptyState({ logEpoch: '', nextOffset: 0 })
      fresh.applied = await source.read(partition, limits, now(), async (page) => {
        for (const entry of page) place(fresh, entry)
      })
      const present = states.get(partition)?.applied
      const ahead = present?.logEpoch === fresh.applied.logEpoch && present.nextOffset > fresh.applied.nextOffset
      if (!force && ahead) return present
      states.set(partition, fresh)
      return fresh.applied
    },
    async unread(appId, userId) {
      const applied = new Map<number, Applied>()
      const list: { conversationId: string; lastOrdinal: number; readOrdinal: number }[] = []
      for (let partition = 0; partition < partitionCount; partition++) {
        const state = states.get(partition)
        if (!state) return null
        applied.set(partition, state.applied)
        for (const [conversationId, { readOrdinal, toSeq, toOrdinal }] of state.sessions.get(hotKey(appId, userId)) ?? []) {
          const lastOrdinal = toSeq > 0 ? toOrdinal : (state.heads.get(hotKey(appId, conversationId))?.lastOrdinal ?? 0)
          if (lastOrdinal > readOrdinal) list.push({ conversationId, lastOrdinal, readOrdinal })
        }
      }
      list.sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
      return { value: unreadOf(list), applied }
    },
    async history(query) {
      const { appId, conversationId, userId } = query
      const state = stateOf(appId, conversationId)
      const session = state?.sessions.get(hotKey(appId, userId))?.get(conversationId)
      const head = state?.heads.get(hotKey(appId, conversationId))
      const items = state?.items.get(hotKey(appId, conversationId))
      if (!state || !session || !head || !items) return null
      const value = hotPage(query, session, head, items)
      return value && { value, applied: new Map([[partitionOf(aggregateKey(appId, conversationId)), state.applied]]) }
    },
    async *dump(partition) {
      const state = states.get(partition)
      if (state) yield* entriesOf(state)
    },
    async close() {
      states.clear()
    },
  }
}

function perform(state: PartitionState, operation: HotOperation, limits: HotLimits): void {
  switch (operation.op) {
    case 'head': {
      const { conversation, lastSeq, lastOrdinal } = operation
      state.heads.set(conversation, { lastSeq, lastOrdinal: lastOrdinal ?? state.heads.get(conversation)?.lastOrdinal ?? 0 })
      break
    }
    case 'stay':
    case 'end':
    case 'read': {
      const { op, user, conversationId, ...changed } = operation
      const sessions = state.sessions.get(user) ?? new Map<string, HotSession>()
      state.sessions.set(user, sessions)
      const session = sessions.get(conversationId) ?? noSession
      if (op !== 'end' || session.toSeq === 0) sessions.set(conversationId, { ...session, ...changed })
      break
    }
    case 'item': {
      const { conversation, item } = operation
      const before = state.items.get(conversation) ?? []
      const items = before.at(-1)?.seq === item.seq - 1 ? before : []
      items.push(item)
      if (items.length > limits.itemsPerConversation) items.shift()
      state.items.set(conversation, items)
      break
    }
    case 'drop-items':
      state.items.delete(operation.conversation)
  }
}

function place(state: PartitionState, entry: HotEntry): void {
  if (entry.kind === 'head') state.heads.set(hotKey(entry.appId, entry.conversationId), entry.head)
  else if (entry.kind === 'items') state.items.set(hotKey(entry.appId, entry.conversationId), [...entry.items])
  else {
    const user = hotKey(entry.appId, entry.userId)
    const sessions = state.sessions.get(user) ?? new Map<string, HotSession>()
    state.sessions.set(user, sessions.set(entry.conversationId, entry.session))
  }
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
  for (const [key, items] of state.items) {
    const { appId, id } = parseHotKey(key)
    yield { kind: 'items', appId, conversationId: id, items }
  }
}
