// Every conversation this device follows: its timeline, its session, and the cursor up to which sync has told of them.
// All items, from wherever they come, pass through `take`, which alone shows them. Kept as one value in storage, so that
// the cursor is never ahead of the places that were known with it; what was shown in the last moments before a crash may
// be shown again after it, never skipped.
import { firstSeqOfStay } from '@skein/contracts'
import { admits, type Item, type ReadMark } from './item.ts'
import { changesMembers, joins, mergeSession, provisionalSession, type Session, withItem, withReadOrdinal } from './session.ts'
import type { Storage } from './storage.ts'
import { createTimeline, offer, skipTo, type Timeline } from './timeline.ts'

export interface ConversationsOptions {
  readonly storage: Storage
  readonly saveDelayMs: number
  readonly heldItemsMax: number
  onItem(item: Item): void
  onSession(session: Session): void
  /** Something is missing, or it is not known where to begin. */
  onHole(conversationId: string): void
  onSaveFailed(error: unknown): void
}

interface Snapshot {
  userId: string
  cursor: string
  /** conversation id, last seq, target seq */
  places: [string, number, number][]
  sessions: Session[]
}

const key = 'conversations'

export interface Conversations {
  cursor: string
  userId: string
  readonly timelines: Map<string, Timeline>
  readonly sessions: Map<string, Session>
  /** Conversations met, or joined again, live: no sync has told of this stay yet, up to its last change of members, at this seq. */
  readonly provisional: Map<string, number>
  load(): Promise<void>
  take(item: Item): void
  /** This user's conversation has come as far as this seq. */
  reach(conversationId: string, seq: number): void
  skip(conversationId: string, seq: number): void
  /** Begins to follow behind this seq, unless it is followed already. */
  begin(conversationId: string, seq: number): void
  putSession(session: Session): void
  readTo(mark: ReadMark): void
  forget(conversationId: string): void
  changed(): void
  save(): Promise<void>
  /** Stores how things stand now. From this call on nothing is taken in, and nothing else stored: the next client goes on from here. */
  close(): Promise<void>
  clear(): Promise<void>
}

export function createConversations(options: ConversationsOptions): Conversations {
  const timelines = new Map<string, Timeline>()
  const sessions = new Map<string, Session>()
  const provisional = new Map<string, number>()
  let saveTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const timelineOf = (id: string): Timeline => {
    const known = timelines.get(id)
    if (known) return known
    const made = createTimeline()
    timelines.set(id, made)
    return made
  }

  function show(items: readonly Item[]): void {
    for (const item of items) {
      const { conversationId, seq } = item
      const known = sessions.get(conversationId)
      const session = withItem(known ?? provisionalSession(conversationId, item), item, conversations.userId)
      const untold = !known || provisional.has(conversationId) || (session !== known && joins(item, conversations.userId))
      if (untold && (!known || changesMembers(item))) provisional.set(conversationId, seq)
      sessions.set(conversationId, session)
      options.onItem(item)
      options.onSession(session)
    }
    if (items.length > 0) conversations.changed()
  }

  function look(id: string, timeline: Timeline): void {
    if (timeline.lastSeq < 0 || timeline.lastSeq < timeline.targetSeq) options.onHole(id)
  }

  async function save(): Promise<void> {
    clearTimeout(saveTimer)
    saveTimer = undefined
    if (closed || !conversations.userId) return
    const places = [...timelines]
      .filter(([, t]) => t.lastSeq >= 0)
      .map(([id, t]) => [id, t.lastSeq, t.targetSeq] as [string, number, number])
    const snapshot: Snapshot = { userId: conversations.userId, cursor: conversations.cursor, places, sessions: [...sessions.values()] }
    await options.storage.set(key, JSON.stringify(snapshot))
  }

  const conversations: Conversations = {
    cursor: '',
    userId: '',
    timelines,
    sessions,
    provisional,
    async load() {
      const text = await options.storage.get(key)
      if (!text) return
      const snapshot = JSON.parse(text) as Snapshot
      conversations.userId = snapshot.userId
      conversations.cursor = snapshot.cursor
      for (const [id, last, target] of snapshot.places) timelines.set(id, createTimeline(last, target))
      for (const session of snapshot.sessions) sessions.set(session.conversationId, session)
    },
    take(item) {
      if (closed) return
      const timeline = timelineOf(item.conversationId)
      if (timeline.lastSeq < 0) {
        if (item.seq === 1 || admits(item, conversations.userId)) show(skipTo(timeline, firstSeqOfStay(item.seq) - 1))
      }
      show(offer(timeline, item, options.heldItemsMax))
      look(item.conversationId, timeline)
    },
    reach(id, seq) {
      const timeline = timelineOf(id)
      if (seq > timeline.targetSeq) timeline.targetSeq = seq
      look(id, timeline)
    },
    skip(id, seq) {
      if (closed) return
      const timeline = timelineOf(id)
      show(skipTo(timeline, seq))
      look(id, timeline)
    },
    begin(id, seq) {
      if (closed) return
      const timeline = timelineOf(id)
      if (timeline.lastSeq < 0) show(skipTo(timeline, seq))
    },
    putSession(session) {
      const told = session.lastSeq >= (provisional.get(session.conversationId) ?? Number.POSITIVE_INFINITY)
      const merged = mergeSession(sessions.get(session.conversationId), session, told)
      if (told) provisional.delete(session.conversationId)
      sessions.set(session.conversationId, merged)
      options.onSession(merged)
    },
    readTo(mark) {
      const session = sessions.get(mark.conversationId)
      if (!session || mark.userId !== conversations.userId) return
      const moved = withReadOrdinal(session, mark.ordinal)
      sessions.set(mark.conversationId, moved)
      options.onSession(moved)
      conversations.changed()
    },
    forget(id) {
      timelines.delete(id)
      sessions.delete(id)
      provisional.delete(id)
    },
    changed() {
      if (!closed) saveTimer ??= setTimeout(() => save().catch(options.onSaveFailed), options.saveDelayMs)
    },
    save,
    close() {
      const saved = save()
      closed = true
      return saved
    },
    async clear() {
      clearTimeout(saveTimer)
      saveTimer = undefined
      conversations.userId = ''
      conversations.cursor = ''
      timelines.clear()
      sessions.clear()
      provisional.clear()
      await options.storage.delete(key)
    },
  }
  return conversations
}
