// One partition that is followed by position, by one reader: what waits for that reader, where it goes on, and what it was given last.
// Records come by fetches, and from a writer of the same process (local-tail.ts): either is taken only where it begins exactly at
// the position, so that nothing is skipped and nothing comes twice, whichever of the two is first.
import type { LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { LocalAppend } from './local-tail.ts'

const defaultQueueBytesMax = 4 * 1024 * 1024

export type Records<T> = readonly StoredRecord<T | UndecodableRecord>[]

export interface FollowedPlace {
  /** The name of the topic at the broker, for errors. */
  readonly name: string
  readonly topic: LogTopic
  readonly partition: number
  /** Offset at which it is done; Infinity for one that follows for ever. */
  readonly to: number
}

/** What is known of a partition when a fetch leaves. */
export interface FetchBasis {
  readonly from: number
  readonly handed: number
  readonly changes: number
}

export class FollowedPartition<T> {
  readonly partition: number
  readonly to: number
  /** Its records wait for a schema that nobody can be asked for now. */
  waiting = false
  /** performance.now() before which it is not asked for, after a fault of its own. */
  resumesAt = 0
  readonly #place: FollowedPlace
  readonly #lingerMs: number
  readonly #queueBytesMax: number
  /** Called when there is room again. */
  readonly #drained: () => void
  readonly #queue: Records<T>[] = []
  #queuedBytes = 0
  #next: number
  /** Records that were taken from a writer of this process, so far. */
  #handed = 0
  /** How often a writer of this process has begun or ended. */
  #changes = 0
  /** Whether a fetch that left after the last of these changes has said that the position is one of this log. */
  #confirmed = false
  #failure: unknown = null
  #yieldedAt = Number.NEGATIVE_INFINITY
  #lingering = false
  #closed = false
  #wake: (() => void) | null = null

  constructor(place: FollowedPlace, options: TailOptions, drained: () => void) {
    this.partition = place.partition
    this.to = place.to
    this.#place = place
    this.#lingerMs = options.lingerMs ?? 0
    this.#queueBytesMax = options.queueBytesMax ?? defaultQueueBytesMax
    this.#drained = drained
    this.#next = options.from
  }

  /** Offset of the first record that it has not been given. */
  get next(): number {
    return this.#next
  }

  get isDone(): boolean {
    return this.#next >= this.to
  }

  /** Whether more may be asked for. */
  isReady(now: number): boolean {
    return this.#failure === null && !this.waiting && this.resumesAt <= now && !this.#isFull
  }

  /** Milliseconds until it may be asked for again; Infinity where that is not a matter of time. */
  resumesIn(now: number): number {
    return this.resumesAt > now ? this.resumesAt - now : Number.POSITIVE_INFINITY
  }

  /** Whether it has all that a writer here has appended, and nothing is to be asked for but now and then. */
  isAt(localEnd: number): boolean {
    return this.#confirmed && this.#next === localEnd
  }

  get #isFull(): boolean {
    return this.#queuedBytes >= this.#queueBytesMax
  }

  async *batches(signal: AbortSignal): AsyncGenerator<Records<T>> {
    const wake = () => this.#wake?.()
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted && !this.#closed) {
        const lingersMs = this.#yieldedAt + this.#lingerMs - performance.now()
        if (this.#queue.length > 0 && (lingersMs <= 0 || this.#isFull)) {
          this.#yieldedAt = performance.now()
          yield this.#takeQueue()
        } else if (this.#queue.length > 0) await this.#awaitWake(lingersMs)
        else if (this.#failure) throw this.#failure
        else if (this.isDone) return
        else await this.#awaitWake(null)
      }
    } finally {
      signal.removeEventListener('abort', wake)
    }
  }

  close(): void {
    this.#closed = true
    this.#wake?.()
  }

  basis(): FetchBasis {
    return { from: this.#next, handed: this.#handed, changes: this.#changes }
  }

  /**
   * Whether what is answered to a fetch still counts: where the position has moved since, by nothing but what was handed over here. Whatever
   * else moved it may have come from the leader after the one that answers.
   */
  counts({ from, handed }: FetchBasis): boolean {
    return !this.waiting && this.#next - from === this.#handed - handed
  }

  /** A fetch was answered without a fault of this partition. */
  confirm({ changes }: FetchBasis): void {
    if (changes === this.#changes) this.#confirmed = true
  }

  /** What of a fetch is wanted: nothing that was handed over meanwhile, and nothing past the end. */
  wanted<R extends { readonly offset: number }>(fetched: readonly R[]): R[] {
    return fetched.filter(({ offset }) => offset >= this.#next).filter(({ offset }, i) => i === 0 || offset < this.to)
  }

  /** Takes what a fetch brought; `unreadable` is why nothing behind it can be read. */
  fetched(records: Records<T>, unreadable: LogError | null = null): void {
    // Consume by position, not by trust: a hole would be a loss, a repetition a duplicate.
    const wrong = records.findIndex((record, i) => record.offset !== this.#next + i)
    if (wrong < 0) this.#push(records)
    else this.fail('OUT_OF_RANGE', `offset ${records[wrong]!.offset} where ${this.#next + wrong} was due`)
    if (unreadable) this.#failure ??= unreadable
    this.#wake?.()
  }

  /** Takes what a writer of this process has appended, where it stands at the position and there is room; answers whether it was taken. */
  offered({ partition, base, appendedAt, records }: LocalAppend<T>): boolean {
    if (base !== this.#next || !this.#confirmed || this.#failure !== null || this.waiting || this.#isFull) return false
    const { topic } = this.#place
    this.#push(records.map(({ key, value, bytes }, i) => ({ topic, partition, offset: base + i, key, value, appendedAt, bytes })))
    this.#handed += records.length
    if (!this.#lingering || this.#isFull) this.#wake?.()
    return true
  }

  /** A writer here has begun or ended: nothing of one is taken before a fetch has said what stands at the position. */
  changed(): void {
    this.#changes += 1
    this.#confirmed = false
  }

  fail(code: LogError['code'], why: string): void {
    this.#failure ??= new LogError(code, `${this.#place.name}/${this.partition}: ${why}`)
    this.#wake?.()
  }

  #push(records: Records<T>): void {
    if (records.length === 0) return
    this.#next += records.length
    this.#queue.push(records)
    for (const { bytes } of records) this.#queuedBytes += bytes
  }

  /** All that came while the reader was busy: the busier the reader, the larger its batches. */
  #takeQueue(): Records<T> {
    const records = this.#queue.length === 1 ? this.#queue[0]! : this.#queue.flat()
    const wasFull = this.#isFull
    this.#queue.length = 0
    this.#queuedBytes = 0
    if (wasFull) this.#drained()
    return records
  }

  /** Null: for as long as nothing comes. */
  async #awaitWake(lingersMs: number | null): Promise<void> {
    this.#lingering = lingersMs !== null
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (lingersMs !== null) timer = setTimeout(resolve, lingersMs)
    })
    clearTimeout(timer)
    this.#lingering = false
    this.#wake = null
  }
}
