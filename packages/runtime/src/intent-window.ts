// The intents remembered in memory: every one whose event was appended since the window's start. A command that entered
// after the start and is no retry is new if it is not here; any other is looked up in the view. Entries leave only behind
// the checkpoint, and the start moves up with each that leaves.
import type { CellKey } from '@skein/event-sourcing'

interface Entry<Cell> {
  readonly cell: Cell
  readonly offset: number
  /** Milliseconds since the epoch, by the log's clock. */
  readonly at: number
}

export class IntentWindow<Cell> {
  readonly #entries = new Map<CellKey, Entry<Cell>>()
  /** The oldest, and those behind it. From the beginning of the map all that has left it would be gone over each time. */
  #oldest: readonly [CellKey, Entry<Cell>] | null = null
  readonly #behind = this.#entries.entries()
  readonly #ageMaxMs: number
  #start = Number.POSITIVE_INFINITY

  constructor(options: { ageMaxMs: number }) {
    this.#ageMaxMs = options.ageMaxMs
  }

  /** Every intent appended after this moment (ms since the epoch) is here; Infinity before that is known of any. */
  get start(): number {
    return this.#start
  }

  /** Says where the window starts, once everything appended after it is here. */
  begin(start: number): void {
    this.#start = start
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: CellKey): Cell | undefined {
    return this.#entries.get(key)?.cell
  }

  put(key: CellKey, cell: Cell, offset: number, at: number): void {
    // The first answer to an intent stands; it keeps its place.
    if (!this.#entries.has(key)) this.#entries.set(key, { cell, offset, at })
  }

  /** Lets go of entries that are old or too many, as far as the view contains them. */
  trim(nextOffset: number, now: number, intentsMax: number): void {
    for (let oldest = this.#first(); oldest !== null; oldest = this.#first()) {
      const [key, entry] = oldest
      const surplus = this.#entries.size > intentsMax || now - entry.at > this.#ageMaxMs
      if (!surplus || entry.offset >= nextOffset) return
      this.#entries.delete(key)
      this.#oldest = null
      this.#start = Math.max(this.#start, entry.at)
    }
  }

  #first(): readonly [CellKey, Entry<Cell>] | null {
    // Of what it gave, nothing is left: there is one behind it, and it is not done.
    if (this.#oldest === null && this.#entries.size > 0) this.#oldest = this.#behind.next().value!
    return this.#oldest
  }
}
