// Timers: cells with a moment at which a command is due. A view keeps them in the order of these moments, each with the place of the event
// that left it so; whoever owns their partition reads them from there, and has the commands appended like any other.
import type { CellKey } from './decider.ts'
import type { Checkpoint } from './projection.ts'

/** A place in the order of timers: behind this one. A key of null stands for all that are due at that moment. */
export interface TimerPlace {
  /** Milliseconds since the epoch. */
  readonly dueAt: number
  readonly key: CellKey | null
}

export interface StoredTimer<Cell> {
  readonly key: CellKey
  readonly cell: Cell
  readonly dueAt: number
  /** Of the event that left it so. */
  readonly offset: number
}

export interface TimerPage<Cell> {
  /** All is as of it: page and checkpoint are from one statement on the primary. */
  readonly checkpoint: Checkpoint
  /** In their order; none that is done. */
  readonly found: readonly StoredTimer<Cell>[]
  /** Whether there may be more up to that moment. */
  readonly more: boolean
}

/**
 * Timers of a partition behind a place, those due at a moment (ms since the epoch) included and none later, so many at most. Rejects when
 * the store cannot answer within its time limit.
 */
export type ReadTimers<Cell> = (partition: number, after: TimerPlace, upTo: number, limit: number) => Promise<TimerPage<Cell>>
