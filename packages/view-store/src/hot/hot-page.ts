// When a page of history can be told from the kept items alone. They are the last of the conversation without a hole; a page
// is answered only if nothing that belongs to it, or that tells whether there is more, can lie outside of them.
import { type HistoryQuery, isOtherwiseIn } from '@skein/projections'
import type { HistoryPage } from '../reads/history.ts'
import type { HotHead, HotItem, HotSession } from './hot-entry.ts'

/** What is kept of a conversation and of its reader's part in it. */
export interface Kept {
  readonly session: HotSession
  readonly head: HotHead
  /** Ascending. */
  readonly items: readonly Pick<HotItem, 'seq' | 'bytes'>[]
}

/** Null: ask the database. */
export function hotPage(query: HistoryQuery, { session, head, items }: Kept): HistoryPage | null {
  const lowest = items[0]?.seq
  // Kept items that do not reach the head are not the last ones.
  if (lowest === undefined || items.at(-1)!.seq !== head.lastSeq) return null
  const { fromSeq, toSeq } = session
  const ends = [toSeq, query.beforeSeq].filter((seq) => seq > 0)
  const end = Math.min(head.lastSeq + 1, ...ends)
  const start = Math.max(fromSeq, query.afterSeq + 1)
  // An earlier stay, of which nothing is known here, could have items before this one; nothing comes before seq 1.
  const onlyThisStay = fromSeq <= query.afterSeq + 1
  const page = items.filter(({ seq }) => seq >= start && seq < end).map(({ bytes }) => bytes)
  if (page.some((item) => isOtherwiseIn(session, item))) return null
  const complete = start >= end || lowest <= start
  if (query.afterSeq > 0) {
    if (!onlyThisStay || !complete) return null
    return { items: page.slice(0, query.limit), more: page.length > query.limit }
  }
  const more = page.length > query.limit
  if (!more && !(onlyThisStay && complete)) return null
  return { items: page.slice(-query.limit), more }
}
