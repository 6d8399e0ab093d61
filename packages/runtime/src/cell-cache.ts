// The cells of one partition that are in memory: least recently used ones leave first, but never one whose last event
// the view does not contain yet. A cell that does not exist is remembered too (null): the single writer knows that.
import type { CellKey } from '@skein/event-sourcing'

interface Entry<Cell> {
  readonly cell: Cell | null
  /** It is as of this event: what comes later may change it, what comes before is in it. */
  readonly lastOffset: number
  /** Until when a copy of another aggregate's fact may be used, ms of the monotonic clock; Infinity for own cells. */
  readonly goodUntil: number
}

export class CellCache<Cell> {
  readonly #entries = new Map<CellKey, Entry<Cell>>()

  get size(): number {
    return this.#entries.size
  }

  /** undefined when it is not in memory, null when it is known not to exist. */
  get(key: CellKey): Cell | null | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.cell
  }

  /** As `get`, of a cell that is about to be set: it does not count as a use. */
  peek(key: CellKey): Cell | null | undefined {
    return this.#entries.get(key)?.cell
  }

  has(key: CellKey): boolean {
    return this.#entries.has(key)
  }

  /** Whether it is in memory and may still be used. */
  isGood(key: CellKey, now: number): boolean {
    const entry = this.#entries.get(key)
    return entry !== undefined && entry.goodUntil > now
  }

  /** undefined when it is not in memory. */
  lastOffset(key: CellKey): number | undefined {
    return this.#entries.get(key)?.lastOffset
  }

  set(key: CellKey, cell: Cell | null, lastOffset: number, goodUntil = Number.POSITIVE_INFINITY): void {
    this.#entries.delete(key)
    this.#entries.set(key, { cell, lastOffset, goodUntil })
  }

  delete(key: CellKey): void {
    this.#entries.delete(key)
  }

  /** Evicts down to the limit what the view contains: events before `nextOffset`. */
  evict(nextOffset: number, cellsMax: number): void {
    if (this.#entries.size <= cellsMax) return
    for (const [key, entry] of this.#entries) {
      if (entry.lastOffset < nextOffset) this.#entries.delete(key)
      if (this.#entries.size <= cellsMax) return
    }
  }
}
