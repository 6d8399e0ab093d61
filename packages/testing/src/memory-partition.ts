// One partition of the log in memory: its records, who claimed it last, and who waits for more.

export interface Stored {
  readonly key: string
  readonly bytes: Buffer
  readonly appendedAt: number
}

export class MemoryPartition {
  claim: { readonly offset: number; readonly logEpoch: string } | undefined
  readonly waiting = new Set<() => void>()
  readonly #records: Stored[] = []
  #start = 0

  get start(): number {
    return this.#start
  }

  get end(): number {
    return this.#start + this.#records.length
  }

  push(record: Stored): void {
    this.#records.push(record)
    for (const wake of this.waiting) wake()
  }

  /** Records [from, to). */
  slice(from: number, to: number): readonly Stored[] {
    return this.#records.slice(from - this.#start, to - this.#start)
  }

  truncate(before: number): void {
    this.#records.splice(0, before - this.#start)
    this.#start = before
  }
}
