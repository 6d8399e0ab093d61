// Copies of facts that other aggregates own: how old one may be before it is read anew, and before a decision waits for that.
import type { CellKey } from '@skein/event-sourcing'

/** A copy this many times as old as `keepMs` is waited for, if the view answers: a partition that was idle does not decide by an old one. */
const waitedForFactor = 10

/** What is known of one copy. */
export interface Copy {
  /** When the reading of it began, ms of the monotonic clock: it is as of then or later. */
  readonly readAt: number
  readonly keepMs: number
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

export function noteIfStale(stale: StaleCopies, key: CellKey, { readAt, keepMs }: Copy): void {
  const age = stale.now - readAt
  if (age < keepMs || stale.renewing?.has(key)) return
  stale.keys.add(key)
  if (age >= waitedForFactor * keepMs) stale.overdue = true
}
