// What waits for one node: a queue of records, the numbers of the frames made of them, and who waits until all was handed over. Records
// dropped for want of room use up a number, so that the receiver sees the gap.
import type { LinkLimits } from './link-limits.ts'
import type { LinkDelivery, LinkKick, LinkReply } from './node-link.ts'

export interface LinkFrame {
  readonly sender: string
  readonly number: number
  readonly replies: readonly LinkReply[]
  readonly deliveries: readonly LinkDelivery[]
  readonly kicks: readonly LinkKick[]
  readonly lost: readonly string[]
}

export type LinkRecord =
  | { readonly kind: 'reply'; readonly record: LinkReply; readonly bytes: number }
  | { readonly kind: 'delivery'; readonly record: LinkDelivery; readonly bytes: number }
  | { readonly kind: 'kick'; readonly record: LinkKick; readonly bytes: number }
  | { readonly kind: 'lost'; readonly record: string; readonly bytes: number }

export interface BuiltFrame {
  readonly frame: LinkFrame
  readonly records: number
  readonly bytes: number
}

interface Waiter {
  readonly until: number
  resolve(): void
  reject(cause: Error): void
}

/** A queue of fewer consumed records than this is not worth moving. */
const consumedWorthMoving = 1024

export class LinkRoute {
  readonly node: string
  queueBytes = 0
  /** A frame is with the transport, or waits to be handed to it again. */
  inFlight = false
  /** It is to be looked at, at the end of this turn. */
  scheduled = false
  /** Moment of performance.now(). */
  writtenAt = Number.NEGATIVE_INFINITY
  #queue: LinkRecord[] = []
  /** Index of the oldest record still in the queue. */
  #head = 0
  /** Records ever queued, and those among them that were handed over or dropped. */
  #queued = 0
  #done = 0
  /** Number of the newest frame built, and of the newest one the transport has taken. */
  #number: number
  #taken: number
  /** Records were dropped since the newest frame was built. */
  #gap = false
  #waiters: Waiter[] = []

  /** Frames are numbered from the one after `start` on. */
  constructor(node: string, start: number) {
    this.node = node
    this.#number = start
    this.#taken = start
  }

  /** Records in the queue. */
  get waiting(): number {
    return this.#queue.length - this.#head
  }

  /** Everything ever queued was handed over or dropped. */
  get idle(): boolean {
    return this.#done === this.#queued
  }

  /** Number of the newest frame that the transport has taken. */
  get taken(): number {
    return this.#taken
  }

  push(record: LinkRecord): void {
    this.#queue.push(record)
    this.queueBytes += record.bytes
    this.#queued += 1
  }

  /** Drops a sixteenth of the queue, one record at least: dropping is rare, but comes in floods. */
  dropOldest(): { readonly records: number; readonly bytes: number } {
    const dropped = this.#take(Math.max(1, Math.floor(this.waiting / 16)))
    this.#gap = true
    this.#done += dropped.length
    this.fail(`records for node ${this.node} were dropped: its queue is full`)
    return { records: dropped.length, bytes: bytesOf(dropped) }
  }

  /** Takes the next frame out of the queue; null when nothing waits. */
  nextFrame(sender: string, limits: Pick<LinkLimits, 'frameRecordsMax' | 'frameBytesMax'>): BuiltFrame | null {
    let count = 0
    let bytes = 0
    for (let i = this.#head; i < this.#queue.length && count < limits.frameRecordsMax; i++) {
      bytes += this.#queue[i]!.bytes
      if (count > 0 && bytes > limits.frameBytesMax) break
      count += 1
    }
    if (count === 0) return null
    this.#number += this.#gap ? 2 : 1
    this.#gap = false
    const replies: LinkReply[] = []
    const deliveries: LinkDelivery[] = []
    const kicks: LinkKick[] = []
    const lost: string[] = []
    const records = this.#take(count)
    for (const item of records) {
      if (item.kind === 'reply') replies.push(item.record)
      else if (item.kind === 'delivery') deliveries.push(item.record)
      else if (item.kind === 'kick') kicks.push(item.record)
      else lost.push(item.record)
    }
    return { frame: { sender, number: this.#number, replies, deliveries, kicks, lost }, records: count, bytes: bytesOf(records) }
  }

  /** The transport has taken this frame. */
  handedOver({ frame, records }: BuiltFrame): void {
    this.inFlight = false
    this.#taken = frame.number
    this.#done += records
    const due = this.#waiters.filter((waiter) => waiter.until <= this.#done)
    if (due.length === 0) return
    this.#waiters = this.#waiters.filter((waiter) => waiter.until > this.#done)
    for (const waiter of due) waiter.resolve()
  }

  /** Resolves when everything queued up to now was handed over; rejects when some of it was dropped. */
  flushed(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiters.push({ until: this.#queued, resolve, reject }))
  }

  /** Tells those who wait that it comes to nothing. */
  fail(why: string): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const waiter of waiters) waiter.reject(new Error(why))
  }

  #take(count: number): LinkRecord[] {
    const records = this.#queue.slice(this.#head, this.#head + count)
    this.#head += count
    if (this.#head === this.#queue.length) {
      this.#queue = []
      this.#head = 0
    } else if (this.#head > consumedWorthMoving && this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head)
      this.#head = 0
    }
    this.queueBytes -= bytesOf(records)
    return records
  }
}

function bytesOf(records: readonly LinkRecord[]): number {
  let bytes = 0
  for (const record of records) bytes += record.bytes
  return bytes
}
