// One partition of the log in memory: its records, who claimed it last, and who waits for more.

export interface Stored {
  readonly key: string
  readonly bytes: Buffer
  readonly appendedAt: number
}

interface Claimed {
  readonly offset: number
  readonly logEpoch: string
}

export class MemoryPartition {
  readonly waiting = new Set<() => void>()
  readonly #records: Stored[] = []
  #claims: Claimed[] = []
  #start = 0

  /** The newest claim. */
  get claim(): Claimed | undefined {
    return this.#claims.at(-1)
  }

  claimed(claim: Claimed): void {
    this.#claims.push(claim)
  }

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

  /** Loses its end, as a log does that is put back from a backup. */
  cut(from: number): void {
    this.#records.splice(from - this.#start)
    this.#claims = this.#claims.filter(({ offset }) => offset < from)
  }

  truncate(before: number): void {
    this.#records.splice(0, before - this.#start)
    this.#start = before
  }
}
