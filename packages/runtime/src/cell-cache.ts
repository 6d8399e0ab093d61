// The cells of one partition that are in memory: those that were not used lately leave first, but never one whose last event
// the view does not contain yet. A cell that does not exist is remembered too (null): the single writer knows that. A use is noted and
// moves nothing: a hand goes round over the cells, passes one that was used since it last came by, and goes on from where it was. A map
// from which the first entries were taken is not looked through from its beginning: what was there is gone over each time.
import type { CellKey } from '@skein/event-sourcing'
import type { Copy } from './stale-copies.ts'

/** A cell in memory, as nobody else may change it. */
export interface KeptCell<Cell> {
  readonly cell: Cell | null
  /** It is as of this event: what comes later may change it, what comes before is in it. */
  readonly lastOffset: number
  /** Of another aggregate's fact that may change; null for own cells, and for facts that never change back. */
  readonly copy: Copy | null
}

/** Cells that the view lacks which one call passes in a row: the next one goes on behind them. */
const lackingMax = 5_000

interface Entry<Cell> extends KeptCell<Cell> {
  cell: Cell | null
  lastOffset: number
  copy: Copy | null
  /** Whether it was used since it came in, or since the hand came by. */
  used: boolean
}

export class CellCache<Cell> {
  readonly #entries = new Map<CellKey, Entry<Cell>>()
  #hand = this.#entries.entries()
  /** Those of them that are copies. */
  readonly #copies = new Map<CellKey, Entry<Cell>>()

  get size(): number {
    return this.#entries.size
  }

  /** undefined when it is not in memory, null when it is known not to exist. */
  get(key: CellKey): Cell | null | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    entry.used = true
    return entry.cell
  }

  /** As `get`, of a cell that is about to be set: it does not count as a use. */
  peek(key: CellKey): Cell | null | undefined {
    return this.#entries.get(key)?.cell
  }

  /** All that is known of a cell in memory; it does not count as a use. undefined when it is not there. */
  find(key: CellKey): KeptCell<Cell> | undefined {
    return this.#entries.get(key)
  }

  /** Copies in memory, by their keys. */
  *copies(): Generator<readonly [CellKey, Copy]> {
    for (const [key, { copy }] of this.#copies) yield [key, copy!]
  }

  has(key: CellKey): boolean {
    return this.#entries.has(key)
  }

  /** undefined when it is not in memory. */
  lastOffset(key: CellKey): number | undefined {
    return this.#entries.get(key)?.lastOffset
  }

  /** As an event has left it, and no copy from then on: a later reading of the view may be older. Of a cell that is in memory, it counts as a use. */
  set(key: CellKey, cell: Cell | null, lastOffset: number): void {
    const known = this.#entries.get(key)
    if (known === undefined) this.#entries.set(key, { cell, lastOffset, copy: null, used: false })
    else {
      known.cell = cell
      known.lastOffset = lastOffset
      known.used = true
      if (known.copy !== null) {
        known.copy = null
        this.#copies.delete(key)
      }
    }
  }

  /** As it was read. It does not count as a use: whoever needs it gets it then, and what was read along may leave first. */
  admit(key: CellKey, cell: Cell | null, lastOffset: number, copy: Copy | null): void {
    const used = this.#entries.get(key)?.used ?? false
    const entry = { cell, lastOffset, copy, used }
    this.#entries.set(key, entry)
    if (copy === null) this.#copies.delete(key)
    else this.#copies.set(key, entry)
  }

  /** Of a copy that is in memory: the fact as of a later reading, which does not count as a use. */
  renew(key: CellKey, cell: Cell | null, readAt: number): void {
    const entry = this.#copies.get(key)!
    entry.cell = cell
    entry.copy = { ...entry.copy!, readAt }
  }

  delete(key: CellKey): void {
    if (this.#entries.get(key)?.copy) this.#copies.delete(key)
    this.#entries.delete(key)
  }

  /**
   * Evicts down to the limit what the view contains: events before `nextOffset`. What it costs is paid by what came in and was used: only of
   * cells that the view lacks it passes no more than so many.
   */
  evict(nextOffset: number, cellsMax: number): void {
    // Twice round at most: what was used is passed the first time.
    let lacking = 0
    for (let left = 2 * this.#entries.size + 2; this.#entries.size > cellsMax && left > 0 && lacking < lackingMax; left--) {
      const { done, value } = this.#hand.next()
      if (done) {
        this.#hand = this.#entries.entries()
        continue
      }
      const [key, entry] = value
      if (entry.used) entry.used = false
      else if (entry.lastOffset < nextOffset) {
        this.delete(key)
        lacking = 0
      } else lacking += 1
    }
  }
}
