// Fills what is missing between what was shown and what is known to exist, by history ranges, a few conversations at a
// time. It waits a moment first, as most holes are only a push overtaken by another; and it asks again with a back-off,
// as history may be a moment behind. A stretch this user may not see is passed over on the server's word alone: a page says
// how far its views are, and what lies up to there and is not in it is not theirs.
import { type BackOff, backOffMs, pause } from '../back-off.ts'
import type { SkeinError } from '../skein-error.ts'
import type { Conversations } from './conversations.ts'
import { type Hole, holeOf } from './timeline.ts'
import type { ViewedPage } from './view-reads.ts'

export interface HoleFillerOptions {
  readonly conversations: Conversations
  readonly backOff: BackOff
  readonly random: () => number
  /** How long a hole may close by itself. */
  readonly patienceMs: number
  /** Conversations filled at the same time. */
  readonly fillsMax: number
  /** Ascending items of the range. Rejects with a SkeinError. */
  history(conversationId: string, hole: Hole): Promise<ViewedPage>
  /** Asks for a sync: a conversation is unknown, or its hole does not close. */
  onStuck(conversationId: string): void
  /** No sync is under way or planned, and the last one was answered by views that lacked nothing, in no part of them. */
  synced(): boolean
  onWarning(message: string, fields: Record<string, unknown>): void
}

/** Attempts without progress before a sync is asked to help. */
const attemptsBeforeSync = 3
/** Refusals before the views are believed that a hole is none: by then a sync has told of every conversation there is. */
const attemptsBeforeGivingUp = 2 * attemptsBeforeSync

const warnAtAttempt = 10

/**
 * What is asked for: once in each place what was shown last there as well, which tells another history from the one that was followed. After 0
 * would ask from the newest end: the first item is fetched alone.
 */
function rangeOf({ afterSeq, beforeSeq }: Hole, compares: boolean): Hole {
  if (afterSeq === 0) return { afterSeq, beforeSeq: 2 }
  return { afterSeq: compares && afterSeq > 1 ? afterSeq - 1 : afterSeq, beforeSeq }
}

export class HoleFiller {
  readonly #options: HoleFillerOptions
  /** Conversation to whether it may close by itself. */
  readonly #waiting = new Map<string, boolean>()
  readonly #running = new Set<string>()
  #scope: AbortController | null = null

  constructor(options: HoleFillerOptions) {
    this.#options = options
  }

  /** Looks after a conversation, once pushes have had the time to arrive. */
  wake(id: string): void {
    if (this.#running.has(id) || this.#waiting.has(id)) return
    this.#waiting.set(id, true)
    this.#schedule()
  }

  /** There is a connection, or a sync has told what exists: every hole is filled now. */
  up(): void {
    this.#scope ??= new AbortController()
    for (const [id, timeline] of this.#options.conversations.timelines) {
      if (timeline.lastSeq < 0 || timeline.lastSeq < timeline.targetSeq) this.#waiting.set(id, false)
    }
    this.#schedule()
  }

  down(): void {
    this.#scope?.abort()
    this.#scope = null
  }

  #schedule(): void {
    if (!this.#scope) return
    for (const [id, patient] of this.#waiting) {
      if (this.#running.size >= this.#options.fillsMax) return
      if (this.#running.has(id)) continue
      this.#waiting.delete(id)
      this.#running.add(id)
      void this.#fill(id, patient, this.#scope.signal).finally(() => {
        this.#running.delete(id)
        this.#schedule()
      })
    }
  }

  async #fill(id: string, patient: boolean, signal: AbortSignal): Promise<void> {
    const { conversations, patienceMs, backOff, random } = this.#options
    if (patient && !(await pause(patienceMs, signal))) return
    for (let attempt = 0; !signal.aborted; ) {
      const timeline = conversations.timelines.get(id)
      if (!timeline) return
      const hole = holeOf(timeline)
      if (!hole && timeline.lastSeq >= 0) return
      const before = timeline.lastSeq
      if (hole) await this.#fetch(id, hole, attempt, signal)
      if (signal.aborted) return
      if (timeline.lastSeq > before) {
        attempt = 0
        continue
      }
      attempt += 1
      if (!hole || attempt % attemptsBeforeSync === 0) this.#options.onStuck(id)
      if (attempt === warnAtAttempt) this.#options.onWarning('a hole does not close', { conversationId: id, ...hole })
      await pause(backOffMs(backOff, attempt - 1, random), signal)
    }
  }

  async #fetch(id: string, hole: Hole, attempt: number, signal: AbortSignal): Promise<void> {
    const { conversations, history, onWarning, synced } = this.#options
    const timeline = conversations.timelines.get(id)
    const range = rangeOf(hole, attempt === 0 && timeline?.shownAtMs.has(hole.afterSeq) === true)
    // Of a conversation that begins anew meanwhile, what was asked for tells nothing.
    const isOver = () => signal.aborted || conversations.timelines.get(id) !== timeline
    try {
      const page = await history(id, range)
      if (isOver()) return
      for (const item of page.items) {
        conversations.passOver(id, item.seq - 1)
        conversations.take(item)
      }
      if (!page.more) conversations.passOver(id, Math.min(page.viewSeq, range.beforeSeq - 1))
    } catch (error) {
      const { code, retriable } = error as SkeinError
      if (isOver() || retriable) return
      if (attempt % attemptsBeforeGivingUp === 0) onWarning('history of a hole was refused', { conversationId: id, code, ...hole })
      // There is nothing there for this user any more. Views that do not know the conversation yet refuse it as well.
      if (attempt < attemptsBeforeGivingUp || !synced()) return
      if (timeline && (code === 'NOT_A_MEMBER' || code === 'CONVERSATION_NOT_FOUND') && timeline.held.size === 0) {
        timeline.targetSeq = Math.max(0, timeline.lastSeq)
      }
    }
  }
}
