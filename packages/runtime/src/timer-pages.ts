// Reads the timers of one partition from the view, page by page, on from where it has come. What stands before that is in memory, and is never
// read again: whoever owns the partition folds whatever changes of it. A page counts only if it is of this log and has what the view was known to
// have when it was asked for: a view that went back would bring back what is done, and lack what was let go of.
import type { Checkpoint, ReadTimers, StoredTimer, TimerPage, TimerPlace } from '@skein/event-sourcing'
import { BackOff } from '@skein/timing'
import type { ProcessorLimits } from './processor-limits.ts'

export interface TimerPagesOptions<Cell> {
  readonly partition: number
  readonly read: ReadTimers<Cell>
  readonly isOfHistory: (checkpoint: Checkpoint) => boolean
  readonly limits: Pick<ProcessorLimits, 'timersPerPageMax' | 'timerReadBackOffMinMs' | 'timerReadBackOffMaxMs'>
}

/** Of a page that does not count. */
class PageOutdated extends Error {
  readonly code = 'PAGE_OUTDATED'
}

export class TimerPages<Cell> {
  readonly #options: TimerPagesOptions<Cell>
  readonly #backOff: BackOff
  #after: TimerPlace = { dueAt: 0, key: null }
  #pausedUntil = Number.NEGATIVE_INFINITY

  constructor(options: TimerPagesOptions<Cell>) {
    const { timerReadBackOffMinMs: minMs, timerReadBackOffMaxMs: maxMs } = options.limits
    this.#options = options
    this.#backOff = new BackOff({ minMs, maxMs })
  }

  /** Whatever is due before this moment has been read, and of what is due at it perhaps a part. */
  get readTo(): number {
    return this.#after.dueAt
  }

  /** Moment of performance.now() before which nothing is to be read: the view has failed to answer. */
  get pausedUntil(): number {
    return this.#pausedUntil
  }

  /** What follows, up to a moment by the clock of the log. It is to be taken in the turn in which it goes into memory. */
  read(upTo: number): Promise<TimerPage<Cell>> {
    const { partition, read, limits } = this.#options
    return read(partition, this.#after, upTo, limits.timersPerPageMax)
  }

  /**
   * What a page has; from now on it has come behind it. Throws, and stays where it is, for a page that does not count: before the offset
   * `viewHas` the view had everything when it was asked.
   */
  take({ checkpoint, found, more }: TimerPage<Cell>, upTo: number, viewHas: number): readonly StoredTimer<Cell>[] {
    const { nextOffset, claimId } = checkpoint
    if (nextOffset < viewHas) throw new PageOutdated(`page of ${nextOffset}, the view has come to ${viewHas}`)
    if (!this.#options.isOfHistory(checkpoint)) throw new PageOutdated(`page under claim ${claimId}, which is not of this log`)
    const last = found.at(-1)
    this.#after = more && last !== undefined ? { dueAt: last.dueAt, key: last.key } : { dueAt: upTo, key: null }
    this.#backOff.reset()
    return found
  }

  failed(): void {
    this.#pausedUntil = performance.now() + this.#backOff.nextMs()
  }
}
