// When a page of history can be told from the kept items alone. They are the last of the conversation without a hole; a page
// is answered only if nothing that belongs to it, or that tells whether there is more, can lie outside of them.
import { type HistoryPage, type HistoryQuery, isOtherwiseIn } from '@skein/projections'
import { framingBytes } from '../reads/fitting.ts'
import type { HotHead, HotItem, HotSession } from './hot-entry.ts'

/** What a page may hold of the conversation: start <= seq < end. */
export interface HotRange {
  readonly start: number
  readonly end: number
}

/** What is kept of a conversation and of its reader's part in it. */
export interface Kept {
  readonly session: HotSession
  readonly head: HotHead
  /** The first and the last seq that is kept. */
  readonly lowest: number
  readonly highest: number
  /** The kept items in the range, from the end where the page begins; at least as many as the page and one more, if there are. */
  readonly inRange: readonly HotItem[]
}

export const isForward = ({ afterSeq }: HistoryQuery): boolean => afterSeq > 0

export function hotRange({ beforeSeq, afterSeq }: HistoryQuery, { fromSeq, toSeq }: HotSession, { lastSeq }: HotHead): HotRange {
  const ends = [toSeq, beforeSeq].filter((seq) => seq > 0)
  return { start: Math.max(fromSeq, afterSeq + 1), end: Math.min(lastSeq + 1, ...ends) }
}

/** Whether a page begins within so many last items: else no page of theirs is it. */
export function beginsWithin(count: number, query: HistoryQuery, session: HotSession, head: HotHead): boolean {
  const { start, end } = hotRange(query, session, head)
  return (isForward(query) ? start : end - 1) > head.lastSeq - count
}

/** Null: ask the database. */
export function hotPage(query: HistoryQuery, bytesMax: number, kept: Kept): HistoryPage | null {
  const { session, head, lowest, highest, inRange } = kept
  // Kept items that do not reach the head are not the last ones.
  if (highest !== head.lastSeq) return null
  const { start, end } = hotRange(query, session, head)
  // An earlier stay, of which nothing is known here, could have items before this one; nothing comes before seq 1.
  const onlyThisStay = session.fromSeq <= query.afterSeq + 1
  const complete = start >= end || lowest <= start
  const page = inRange.slice(0, Math.min(query.limit, fittingCount(inRange, bytesMax)))
  if (page.some(({ bytes }) => isOtherwiseIn(session, bytes))) return null
  const more = inRange.length > page.length
  if ((isForward(query) || !more) && !(onlyThisStay && complete)) return null
  const items = page.map(({ bytes }) => bytes)
  const viewSeq = session.toSeq > 0 ? session.toSeq - 1 : head.lastSeq
  return { items: isForward(query) ? items : items.reverse(), more, viewSeq }
}

/** How many from the start fit into so many bytes, at least one. */
function fittingCount(items: readonly HotItem[], bytesMax: number): number {
  let bytes = 0
  const beyond = items.findIndex((item, index) => {
    bytes += item.bytes.length + framingBytes
    return bytes > bytesMax && index > 0
  })
  return beyond < 0 ? items.length : beyond
}
