// The cells of one partition that are in memory: least recently used ones leave first, but never one whose last event
// the view does not contain yet. A cell that does not exist is remembered too (null): the single writer knows that.
import type { CellKey } from '@skein/event-sourcing'
import type { Copy } from './stale-copies.ts'

interface Entry<Cell> {
  readonly cell: Cell | null
  /** It is as of this event: what comes later may change it, what comes before is in it. */
  readonly lastOffset: number
  /** Of another aggregate's fact that may change; null for own cells, and for facts that never change back. */
  readonly copy: Copy | null
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

  /** null when it is no copy, or not in memory. */
  copyOf(key: CellKey): Copy | null {
    return this.#entries.get(key)?.copy ?? null
  }

  /** undefined when it is not in memory. */
  lastOffset(key: CellKey): number | undefined {
    return this.#entries.get(key)?.lastOffset
  }

  set(key: CellKey, cell: Cell | null, lastOffset: number, copy: Copy | null = null): void {
    this.#entries.delete(key)
    this.#entries.set(key, { cell, lastOffset, copy })
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
