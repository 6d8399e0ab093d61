// Every conversation this device follows: its timeline, its session, and the cursor up to which sync has told of them.
// All items, from wherever they come, pass through `take`, which alone shows them. Kept as one value in storage, so that
// the cursor is never ahead of the places that were known with it; what was shown in the last moments before a crash may
// be shown again after it, never skipped.
import { Session as SessionKind } from '../generated/wire.ts'
import type { Storage } from '../storage/storage.ts'
import { empty } from '../wire/wire-message.ts'
import { admits, type HiddenMessage, type Item, type ReadMark } from './item.ts'
import { createMessageChanges, type MessageChanges } from './message-changes.ts'
import {
  changesMembers,
  mayEnd,
  mergeSession,
  provisionalSession,
  type Session,
  withItem,
  withoutOrdinal,
  withReadOrdinal,
} from './session.ts'
import { beginAt, createTimeline, holeOf, isOfOtherHistory, offer, passOver, type Timeline } from './timeline.ts'

export interface ConversationsOptions {
  readonly storage: Storage
  readonly saveDelayMs: number
  readonly heldItemsMax: number
  onItem(item: Item): void
  /** It cannot be shown yet, and is about a message that was. */
  onAhead(item: Item): void
  onSession(session: Session): void
  /** Something is missing, or it is not known where to begin. */
  onHole(conversationId: string): void
  /** The log is another than the one that was followed: nothing is taken in any more until a sync begins anew. */
  onOtherHistory(): void
  onSaveFailed(error: unknown): void
  /** A sync has told of every conversation there was, those too that this user was out of. */
  synced(): boolean
}

interface Snapshot {
  userId: string
  cursor: string
  /** conversation id, last seq, target seq, and when the last that were shown had happened, by seq */
  places: [string, number, number, [number, number][]][]
  sessions: Session[]
}

const key = 'conversations'

export class Conversations {
  cursor = ''
  userId = ''
  /** A full sync that broke off: where it goes on, and the conversations that its pages told of. */
  unfinished: { readonly cursor: string; readonly met: ReadonlySet<string> } | null = null
  readonly timelines: Map<string, Timeline> = new Map()
  readonly sessions: Map<string, Session> = new Map()
  /**
   * Conversations met, joined again or perhaps ended live: no sync has told of this stay yet, up to its last change of members, at this
   * seq.
   */
  readonly provisional: Map<string, number> = new Map()
  /** What was done to messages lately, which the views may not know yet. */
  readonly changes: MessageChanges = createMessageChanges()
  readonly #options: ConversationsOptions
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #closed = false
  readonly #leftAt = new Map<string, number>()
  #isOtherHistory = false

  constructor(options: ConversationsOptions) {
    this.#options = options
  }

  async load(): Promise<void> {
    const text = await this.#options.storage.get(key)
    if (!text) return
    const snapshot = JSON.parse(text) as Snapshot
    this.userId = snapshot.userId
    this.cursor = snapshot.cursor
    // An earlier release may have stored fewer fields.
    for (const [id, ...place] of snapshot.places) this.timelines.set(id, createTimeline(...place))
    for (const session of snapshot.sessions) this.sessions.set(session.conversationId, { ...empty(SessionKind), ...session })
  }

  take(item: Item): void {
    if (this.#closed || this.#isOtherHistory) return
    if (this.isOtherHistory([item])) {
      this.#isOtherHistory = true
      this.#options.onOtherHistory()
      return
    }
    const timeline = this.#timelineOf(item.conversationId)
    // Met live: at its first item it begins, and at the one that lets this user in, unless they may have been in before.
    const isFirst = item.seq === 1 || (admits(item, this.userId) && this.#options.synced())
    if (timeline.lastSeq < 0 && isFirst) this.#show(beginAt(timeline, item.seq - 1))
    const isNew = !timeline.held.has(item.seq)
    this.#show(offer(timeline, item, this.#options.heldItemsMax))
    if (isNew) this.tellAhead(item)
    this.#look(item.conversationId, timeline)
  }

  /** Whether these, or what came before, are of another log than the one that was followed. */
  isOtherHistory(items: readonly Item[]): boolean {
    if (this.#isOtherHistory) return true
    return items.some((item) => {
      const timeline = this.timelines.get(item.conversationId)
      return timeline !== undefined && isOfOtherHistory(timeline, item)
    })
  }

  /** Tells of an item whose turn has not come, if it is about a message that was shown. It is shown all the same when its turn comes. */
  tellAhead(item: Item): void {
    const lastSeq = this.timelines.get(item.conversationId)?.lastSeq ?? 0
    if (this.#closed || !('targetSeq' in item) || item.targetSeq > lastSeq || item.seq <= lastSeq) return
    this.changes.note(item)
    this.#options.onAhead(this.changes.current(item))
  }

  /** Whether something is missing in any of these. */
  lacksOf(ids: Iterable<string>): boolean {
    return [...ids].some((id) => {
      const timeline = this.timelines.get(id)
      return timeline !== undefined && holeOf(timeline) !== null
    })
  }

  /** This user's conversation has come as far as this seq. */
  reach(id: string, seq: number): void {
    const timeline = this.#timelineOf(id)
    if (seq > timeline.targetSeq) timeline.targetSeq = seq
    this.#look(id, timeline)
  }

  /** The server's word that this user may not see what is missing up to this seq. */
  passOver(id: string, seq: number): void {
    const timeline = this.timelines.get(id)
    if (this.#closed || this.#isOtherHistory || !timeline || timeline.lastSeq < 0 || timeline.lastSeq >= seq) return
    this.#show(passOver(timeline, seq))
    this.changed()
    this.#look(id, timeline)
  }

  /** Begins to follow behind this seq, unless it is followed already. */
  begin(id: string, seq: number): void {
    if (this.#closed) return
    const timeline = this.#timelineOf(id)
    if (timeline.lastSeq < 0) this.#show(beginAt(timeline, seq))
  }

  /** Up to where a conversation is known to exist for this user now; 0 for one that they are out of. */
  knownTo(id: string): number {
    return this.sessions.get(id)?.toSeq ? 0 : Math.max(0, this.timelines.get(id)?.targetSeq ?? 0)
  }

  /** This user has left, at this seq, which is still to be shown. */
  leave(id: string, seq: number): void {
    this.#leftAt.set(id, seq)
  }

  /** Up to which ordinal this user has read; infinity for a conversation that they are out of. */
  readOrdinalOf(id: string): number {
    const session = this.sessions.get(id)
    if ((this.#leftAt.get(id) ?? 0) > (session?.lastSeq ?? 0)) return Number.POSITIVE_INFINITY
    return session?.toSeq ? Number.POSITIVE_INFINITY : (session?.readOrdinal ?? 0)
  }

  putSession(session: Session): void {
    const told = session.lastSeq >= (this.provisional.get(session.conversationId) ?? Number.POSITIVE_INFINITY)
    const merged = mergeSession(this.sessions.get(session.conversationId), session, told)
    if (told) this.provisional.delete(session.conversationId)
    this.sessions.set(session.conversationId, merged)
    this.#options.onSession(merged)
  }

  readTo(mark: ReadMark): void {
    const session = this.sessions.get(mark.conversationId)
    if (!session || mark.userId !== this.userId) return
    const moved = withReadOrdinal(session, mark.ordinal)
    this.sessions.set(mark.conversationId, moved)
    this.#options.onSession(moved)
    this.changed()
  }

  /** A message is gone, and not unread any more, for this user alone. */
  hide(hidden: HiddenMessage): void {
    const { conversationId, ordinal } = hidden
    this.changes.noteHidden(hidden, this.userId)
    const session = this.sessions.get(conversationId)
    if (!session) return
    const moved = withoutOrdinal(session, ordinal)
    this.sessions.set(conversationId, moved)
    this.#options.onSession(moved)
    this.changed()
  }

  /** The log is another than the one that was followed: what is known of it is worth nothing. Answers what was followed. */
  forgetAll(): readonly string[] {
    const known = [...new Set([...this.timelines.keys(), ...this.sessions.keys()])]
    for (const id of known) this.forget(id)
    this.cursor = ''
    this.unfinished = null
    this.#isOtherHistory = false
    return known
  }

  forget(id: string): void {
    this.timelines.delete(id)
    this.sessions.delete(id)
    this.provisional.delete(id)
    this.#leftAt.delete(id)
    this.changes.forget(id)
  }

  changed(): void {
    if (this.#closed) return
    this.#saveTimer ??= setTimeout(() => this.save().catch(this.#options.onSaveFailed), this.#options.saveDelayMs)
  }

  async save(): Promise<void> {
    this.#unplanSave()
    if (this.#closed || !this.userId) return
    const places = [...this.timelines]
      .filter(([, t]) => t.lastSeq >= 0)
      .map(([id, t]): Snapshot['places'][number] => [id, t.lastSeq, t.targetSeq, [...t.shownAtMs]])
    const snapshot: Snapshot = { userId: this.userId, cursor: this.cursor, places, sessions: [...this.sessions.values()] }
    await this.#options.storage.set(key, JSON.stringify(snapshot))
  }

  /** Stores how things stand now. From this call on nothing is taken in, and nothing else stored: the next client goes on from here. */
  close(): Promise<void> {
    const saved = this.save()
    this.#closed = true
    return saved
  }

  async clear(): Promise<void> {
    this.#unplanSave()
    this.userId = ''
    this.cursor = ''
    this.unfinished = null
    this.timelines.clear()
    this.sessions.clear()
    this.provisional.clear()
    this.#leftAt.clear()
    this.changes.clear()
    await this.#options.storage.delete(key)
  }

  #unplanSave(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
  }

  #timelineOf(id: string): Timeline {
    const known = this.timelines.get(id)
    if (known) return known
    const made = createTimeline()
    this.timelines.set(id, made)
    return made
  }

  #show(items: readonly Item[]): void {
    for (const told of items) {
      this.changes.note(told)
      const item = this.changes.current(told)
      const { conversationId, seq } = item
      const known = this.sessions.get(conversationId)
      const session = withItem(known ?? provisionalSession(conversationId, item), item, this.userId)
      const letIn = admits(item, this.userId) || (known?.toSeq ?? 0) > session.toSeq
      const isNewStay = session !== known && (letIn || mayEnd(item, this.userId))
      const untold = !known || this.provisional.has(conversationId) || isNewStay
      if (untold && (!known || changesMembers(item))) this.provisional.set(conversationId, seq)
      this.sessions.set(conversationId, session)
      this.#options.onItem(item)
      this.#options.onSession(session)
    }
    if (items.length > 0) this.changed()
  }

  #look(id: string, timeline: Timeline): void {
    if (timeline.lastSeq < 0 || timeline.lastSeq < timeline.targetSeq) this.#options.onHole(id)
  }
}
