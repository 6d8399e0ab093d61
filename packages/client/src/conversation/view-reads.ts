// History, members and unread counts as an application asks for them. The views they are read from may be a moment behind the log: a page of
// history by views that had not come to what this client knew to exist when it asked, members or earlier versions before a change that was
// answered, unread counts before a read mark, or a refusal to one who is known to be a member, is asked for again until they have come so far,
// or patience is over; then it stands.
import type { Messages } from '@skein/contracts'
import { type BackOff, backOffMs, pause } from '../back-off.ts'
import { monotonicMs } from '../clock.ts'
import type { SkeinError } from '../skein-error.ts'
import type { Item } from './item.ts'

export interface HistoryRange {
  readonly afterSeq?: number
  readonly beforeSeq?: number
  readonly limit?: number
}

export interface HistoryPage {
  readonly items: Item[]
  readonly more: boolean
}

/** With how far the views had come: a seq up to there that lies in the range and is in no page, this user may not see. */
export interface ViewedPage extends HistoryPage {
  readonly viewSeq: number
}

export interface ViewReadOptions {
  /** Up to which seq the conversation is known to exist for this user; 0 for not at all. */
  knownTo(conversationId: string): number
  /** Up to which ordinal this user has read there, for all that is known; infinity once out. */
  readTo(conversationId: string): number
  /** How long an answer may contradict that. */
  readonly patienceMs: number
  readonly random: () => number
  readonly signal: AbortSignal
}

type UnreadCount = Messages.UnreadReply_Entry

export interface ViewReads {
  /** `ask` is one question to the server; it rejects with a SkeinError. */
  history(conversationId: string, range: HistoryRange, ask: () => Promise<ViewedPage>): Promise<ViewedPage>
  /** Whatever else is refused to those who are no members, or is about a message that was shown; `isBehind`: it lacks what is known. */
  asShown<T>(conversationId: string, ask: () => Promise<T>, isBehind: (answer: T) => boolean): Promise<T>
  members<T extends { readonly viewSeq: number }>(conversationId: string, ask: () => Promise<T>): Promise<T>
  /** What the server counts, once it knows how far this client has read, and what it has left. */
  unread<T extends { readonly entries: readonly UnreadCount[] }>(ask: () => Promise<T>): Promise<T>
}

/** How soon the views are asked again: they are some tens of milliseconds behind, unless something is wrong. */
const backOff: BackOff = { baseMs: 60, maxMs: 500 }

/** Codes of what is not there, for who is not there. */
const missing: ReadonlySet<string> = new Set(['NOT_A_MEMBER', 'MESSAGE_NOT_FOUND', 'CONVERSATION_NOT_FOUND'])

/** Whether a page may lack what is known to be in its range. */
function isShort({ more, viewSeq }: ViewedPage, { afterSeq = 0, beforeSeq = 0 }: HistoryRange, knownTo: number): boolean {
  const end = beforeSeq > 0 ? Math.min(knownTo, beforeSeq - 1) : knownTo
  // Read upwards, what is known last is on a later page.
  if (end <= afterSeq || (afterSeq > 0 && more)) return false
  return viewSeq < end
}

export function createViewReads(options: ViewReadOptions): ViewReads {
  async function patiently<T>(conversationId: string, ask: () => Promise<T>, isBehind: (answer: T) => boolean): Promise<T> {
    // From the first answer on: a request may have waited for its connection before.
    let deadline = 0
    const over = () => {
      deadline ||= monotonicMs() + options.patienceMs
      return options.signal.aborted || monotonicMs() >= deadline
    }
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await ask()
        if (!isBehind(answer) || over()) return answer
      } catch (error) {
        const { code } = error as SkeinError
        const contradicted = missing.has(code) && options.knownTo(conversationId) > 0
        if (!contradicted || over()) throw error
      }
      await pause(backOffMs(backOff, attempt, options.random), options.signal)
    }
  }

  return {
    history(id, range, ask) {
      // What comes meanwhile is not waited for: the page of a busy conversation would never be long enough.
      const asked = options.knownTo(id)
      return patiently(id, ask, (page) => isShort(page, range, Math.min(asked, options.knownTo(id))))
    },
    asShown: patiently,
    members(id, ask) {
      const asked = options.knownTo(id)
      return patiently(id, ask, ({ viewSeq }) => viewSeq < Math.min(asked, options.knownTo(id)))
    },
    unread: (ask) =>
      patiently('', ask, ({ entries }) => entries.some(({ conversationId, readOrdinal }) => readOrdinal < options.readTo(conversationId))),
  }
}
