// What the writers of this process have appended, for the readers of the same process: records go from the one to the other
// without the way over the broker, and only once the broker has acknowledged them. A partition has one such writer, the newest; of commands
// it is this process as a whole (own-commands.ts). Readers take what stands at their position, and fetch everything else, such as claims.

export interface LocalRecord<T> {
  readonly key: string
  readonly value: T
  /** Length of the encoded value. */
  readonly bytes: number
}

/** One record batch, as the broker has acknowledged it. */
export interface LocalAppend<T> {
  readonly partition: number
  /** Offset of the first record. */
  readonly base: number
  /** By the leader's clock, ms since the epoch. */
  readonly appendedAt: number
  readonly records: readonly LocalRecord<T>[]
}

export interface LocalReader<T> {
  /** Of a partition that it may or may not follow. */
  offered(append: LocalAppend<T>): void
  /** A writer of this process has begun or ended: what stands in the partition by now is not told by it. */
  changed(partition: number): void
}

interface LocalEnd {
  readonly writer: object
  /** Offset that its next record gets. */
  readonly offset: number
}

export class LocalTail<T> {
  readonly #ends = new Map<number, LocalEnd>()
  readonly #readers = new Set<LocalReader<T>>()

  follow(reader: LocalReader<T>): () => void {
    this.#readers.add(reader)
    return () => this.#readers.delete(reader)
  }

  /** The first record of a writer stands, its claim: it takes the place of the one before. That record itself is for readers to fetch. */
  began(writer: object, partition: number, nextOffset: number): void {
    this.#ends.set(partition, { writer, offset: nextOffset })
    for (const reader of this.#readers) reader.changed(partition)
  }

  /** Nothing of a writer that has ended, or whose place another has taken, is handed over. */
  appended(writer: object, append: LocalAppend<T>): void {
    const { partition, base, records } = append
    if (this.#ends.get(partition)?.writer !== writer) return
    this.#ends.set(partition, { writer, offset: base + records.length })
    for (const reader of this.#readers) reader.offered(append)
  }

  ended(writer: object, partition: number): void {
    if (this.#ends.get(partition)?.writer !== writer) return
    this.#ends.delete(partition)
    for (const reader of this.#readers) reader.changed(partition)
  }

  /** Offset that the next record of the writer here gets; -1 where there is none. */
  endOf(partition: number): number {
    return this.#ends.get(partition)?.offset ?? -1
  }
}
