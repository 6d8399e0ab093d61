// Copies of facts that other aggregates own: how old one may be before it is read anew, and before a decision waits for that. Those that are
// in use are read anew together, a little ahead of their time: one reading of many costs what one reading of one does.
import type { CellKey } from '@skein/event-sourcing'

/** A copy this many times as old as `keepMs` is waited for, if the view answers: a partition that was idle does not decide by an old one. */
const waitedForFactor = 10

/** As parts of `keepMs`: from which age on a copy is read anew with one that is due, if it was used since it was read, and if it was not. */
const usedAheadFactor = 0.5
const unusedAheadFactor = 8
/** For how many times `keepMs` behind its last use a copy is read anew so. */
const usedLatelyFactor = 120

/** What is known of one copy. */
export interface Copy {
  /** When the reading of it began, ms of the monotonic clock: it is as of then or later. */
  readonly readAt: number
  readonly keepMs: number
  /** When a command at hand last asked for it, by the same clock. */
  usedAt: number
}

/** The copies that the commands at hand read and that are due to be read anew. */
export interface StaleCopies {
  readonly now: number
  /** Being read already: not due again. */
  readonly renewing: ReadonlySet<CellKey> | null
  readonly keys: Set<CellKey>
  /** One of them is too old to decide by while the view answers. */
  overdue: boolean
}

export const noStaleCopies = (now: number, renewing: ReadonlySet<CellKey> | null): StaleCopies => ({
  now,
  renewing,
  keys: new Set(),
  overdue: false,
})

/** Whether a copy is waited for. */
export const isOverdue = (now: number, { readAt, keepMs }: Copy): boolean => now - readAt >= waitedForFactor * keepMs

/** Notes that a command at hand asks for a copy. */
export function noteUse(stale: StaleCopies, key: CellKey, copy: Copy): void {
  copy.usedAt = stale.now
  if (stale.now - copy.readAt < copy.keepMs || stale.renewing?.has(key)) return
  stale.keys.add(key)
  if (isOverdue(stale.now, copy)) stale.overdue = true
}

/**
 * Whether a copy is read anew with others that are due: it will be asked for, or was lately and would come to be waited for. One that is waited
 * for already is so only where the reading is: nobody is to decide by it meanwhile.
 */
export function isSoonDue(now: number, copy: Copy, isWaitedFor: boolean): boolean {
  const { readAt, keepMs, usedAt } = copy
  const aheadFactor = usedAt > readAt ? usedAheadFactor : unusedAheadFactor
  if (now - readAt < aheadFactor * keepMs || now - usedAt >= usedLatelyFactor * keepMs) return false
  return isWaitedFor || !isOverdue(now, copy)
}
