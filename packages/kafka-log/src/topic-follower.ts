// Follows partitions of one topic by position: one fetch loop per broker that leads any of them, long-polling for all of
// them in one request. What a reader gets begins exactly where it asked and skips nothing; a partition whose reader falls
// behind is left out of fetches until its queue drains. What cannot be read there ends the reader of its own partition, or, where it
// is commands, is passed by its offsets; a fault of one partition makes that one wait. A fetch that fails, or is not answered in time, ends
// the loop of its broker, which is begun again on a new connection, or elsewhere, where another broker leads by then.
import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec } from '@skein/contracts'
import type { LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { fetchRecords } from './fetch-request.ts'
import { KafkaConnection, leaderFaults } from './kafka-connection.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaEndpoint } from './kafkajs-parts.ts'
import { lingerOf } from './pace.ts'
import type { FetchedRecord } from './record-batch.ts'

const reconnectDelayMs = 100
const schemaDelayMs = 200
const strangeFaultDelayMs = 2_000
/** Beyond the time for which a leader holds a fetch that finds nothing. */
const overdueMs = 1_000
const defaultQueueBytesMax = 4 * 1024 * 1024
/** What a record is taken to weigh at most where few are read: a leader would send all that follows as well. */
const recordBytes = 16 * 1024
const empty = Buffer.alloc(0)

type Records<T> = readonly StoredRecord<T | UndecodableRecord>[]

interface Follower<T> {
  readonly partition: number
  readonly queueBytesMax: number
  /** Undefined: as busy as this process is. */
  readonly lingerMs: number | undefined
  next: number
  /** Offset at which it is done; Infinity for one that follows for ever. */
  readonly to: number
  /** Its records wait for a schema that nobody can be asked for now. */
  waiting: boolean
  /** performance.now() before which it is not asked for, after a fault of its own. */
  resumesAt: number
  readonly queue: { readonly records: Records<T> }[]
  queuedBytes: number
  wake: (() => void) | null
  failure: unknown
}

export class TopicFollower<T> {
  readonly #connection: KafkaConnection
  readonly #name: string
  readonly #topic: LogTopic
  readonly #codec: RecordCodec<T>
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  readonly #followers = new Map<number, Follower<T>>()
  readonly #loops = new Set<number>()
  #looking: Promise<void> | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #connected = false
  #ensuring = false
  #closed = false

  constructor(options: {
    endpoint: KafkaEndpoint
    name: string
    topic: LogTopic
    codec: RecordCodec<T>
    limits: KafkaLogLimits
    logger: Logger
  }) {
    const { fetchTimeoutMs, fetchWaitMs, leadersMaxAgeMs } = options.limits
    const requestTimeoutMs = Math.max(fetchTimeoutMs, fetchWaitMs * 2)
    this.#connection = new KafkaConnection(options.endpoint, { requestTimeoutMs, leadersMaxAgeMs })
    this.#name = options.name
    this.#topic = options.topic
    this.#codec = options.codec
    this.#limits = options.limits
    this.#logger = options.logger
  }

  follows(partition: number): boolean {
    return this.#followers.has(partition)
  }

  /** See EventLog.tail, or up to an offset. One reader per partition at a time. */
  tail(partition: number, options: TailOptions, to = Number.POSITIVE_INFINITY): AsyncGenerator<Records<T>> {
    if (this.#followers.has(partition)) throw new Error(`${this.#name}/${partition} is followed already`)
    const follower: Follower<T> = {
      partition,
      queueBytesMax: options.queueBytesMax ?? defaultQueueBytesMax,
      lingerMs: options.lingerMs,
      next: options.from,
      to,
      waiting: false,
      resumesAt: 0,
      queue: [],
      queuedBytes: 0,
      wake: null,
      failure: null,
    }
    this.#followers.set(partition, follower)
    void this.#ensureLoops()
    return this.#batches(follower, options.signal)
  }

  async *#batches(follower: Follower<T>, signal: AbortSignal): AsyncGenerator<Records<T>> {
    const wake = () => follower.wake?.()
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted && !this.#closed) {
        if (follower.queue.length > 0) {
          // All that came while the reader was busy: the busier the reader, the larger its batches.
          const records = follower.queue.length === 1 ? follower.queue[0]!.records : follower.queue.flatMap((b) => b.records)
          follower.queue.length = 0
          follower.queuedBytes = 0
          yield records
        } else if (follower.failure) {
          throw follower.failure
        } else if (follower.next >= follower.to) {
          return
        } else {
          await new Promise<void>((resolve) => {
            follower.wake = resolve
          })
          follower.wake = null
        }
      }
    } finally {
      signal.removeEventListener('abort', wake)
      this.#followers.delete(follower.partition)
    }
  }

  close(): void {
    this.#closed = true
    for (const follower of this.#followers.values()) follower.wake?.()
    this.#connection.destroy()
  }

  /** Those that are not done. */
  get #unread(): Follower<T>[] {
    return [...this.#followers.values()].filter(({ next, to }) => next < to)
  }

  /** Starts a loop for every broker that leads a followed partition and has none; looks again for leaders that are missing. */
  async #ensureLoops(): Promise<void> {
    if (this.#ensuring) return
    this.#ensuring = true
    while (!this.#closed && this.#unread.length > 0) {
      const wanted = new Set(this.#unread.map(({ partition }) => this.#connection.leader(this.#name, partition).node))
      for (const node of wanted) if (node >= 0 && !this.#loops.has(node)) void this.#loop(node)
      if (this.#connected && !wanted.has(-1)) break
      await this.#look()
    }
    this.#ensuring = false
  }

  /** At once, unless that was tried a moment ago: most leaders that were lost have one after them by the time that shows. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #lookOnce(): Promise<void> {
    const left = this.#lookedAt + reconnectDelayMs - performance.now()
    if (left > 0) await delay(left)
    if (this.#closed) return
    try {
      await this.#connection.connect(this.#name)
      this.#connected = true
    } catch (error) {
      this.#logger.debug({ topic: this.#name, error }, 'cannot reach the log, trying again')
    }
    this.#lookedAt = performance.now()
  }

  /** Fetches from one broker until nothing is left to fetch there. */
  async #loop(node: number): Promise<void> {
    this.#loops.add(node)
    try {
      for (let turn = 0; !this.#closed; turn++) {
        const led = this.#unread.filter((f) => this.#connection.leader(this.#name, f.partition).node === node)
        if (led.length === 0) return
        // A leader that was replaced, and does not know, answers all that it has.
        if (this.#connection.isOld) void this.#look().then(() => this.#ensureLoops())
        const now = performance.now()
        const ready = led.filter((f) => isReady(f, now))
        if (ready.length === 0) {
          await delay(this.#limits.fetchWaitMs / 10)
          continue
        }
        // The broker fills its answer in the order asked: a different partition comes first each time.
        const first = turn % ready.length
        const found = await this.#fetch(node, [...ready.slice(first), ...ready.slice(0, first)])
        // The cost of a fetch is that of its request: under load, fewer and larger ones.
        const paced = lingerOf(this.#limits.fetchLingerMs)
        const lingerMs = found ? Math.min(...ready.map((f) => f.lingerMs ?? paced)) : 0
        if (lingerMs > 0) await delay(lingerMs)
      }
    } catch (error) {
      this.#logger.debug({ topic: this.#name, node, error }, 'fetch loop ended with a fault, beginning again')
      this.#connection.discard(node)
      await this.#look()
    } finally {
      this.#loops.delete(node)
      void this.#ensureLoops()
    }
  }

  /** Answers whether anything was found. */
  async #fetch(node: number, ready: readonly Follower<T>[]): Promise<boolean> {
    const broker = await this.#connection.broker(node)
    const positions = ready.map(({ partition, next, to }) => {
      const bytesMax = Math.min(this.#limits.fetchBytesPerPartition, (to - next) * recordBytes)
      return { partition, leaderEpoch: this.#connection.leader(this.#name, partition).epoch, from: next, bytesMax }
    })
    const answers = await this.#inTime(fetchRecords(broker, this.#name, positions, this.#limits.fetchWaitMs))
    const asked = new Map(ready.map((follower, i) => [follower.partition, { follower, from: positions[i]!.from }]))
    let found = false
    for (const { partition, fault, records: fetched } of answers) {
      const { follower, from } = asked.get(partition) ?? {}
      // While the request was under way the reader may have gone, and another come, or read on from the leader after this one.
      if (!follower || this.#followers.get(partition) !== follower || follower.next !== from || follower.waiting) continue
      if (fault === 'OFFSET_OUT_OF_RANGE') this.#failOutOfRange(follower)
      else if (fault !== '') this.#setBack(follower, fault)
      else {
        found = true
        const records = fetched.filter(({ offset }, i) => i === 0 || offset < follower.to)
        const decoded = this.#codec.decode(records.map((r) => (r.unreadable ? empty : (r.value ?? empty))))
        if (Array.isArray(decoded)) this.#deliver(follower, records, decoded)
        else void this.#deliverLearnt(follower, records, decoded)
      }
    }
    return found
  }

  /** A leader that answers nothing for long may lead no longer: others are asked about that meanwhile. */
  async #inTime<R>(answer: Promise<R>): Promise<R> {
    const overdue = setInterval(() => void this.#look().then(() => this.#ensureLoops()), overdueMs + this.#limits.fetchWaitMs)
    try {
      return await answer
    } finally {
      clearInterval(overdue)
    }
  }

  #setBack(follower: Follower<T>, fault: string): void {
    const fields = { topic: this.#name, partition: follower.partition, fault }
    this.#logger[leaderFaults.has(fault) ? 'debug' : 'warn'](fields, 'a partition cannot be read now, trying again')
    follower.resumesAt = performance.now() + (leaderFaults.has(fault) ? reconnectDelayMs : strangeFaultDelayMs)
    if (!leaderFaults.has(fault)) return
    void this.#look().then(() => {
      follower.resumesAt = 0
      void this.#ensureLoops()
    })
  }

  /** The other partitions go on meanwhile. */
  async #deliverLearnt(follower: Follower<T>, records: readonly FetchedRecord[], decoding: Promise<(T | Error)[]>): Promise<void> {
    follower.waiting = true
    try {
      this.#deliver(follower, records, await decoding)
    } catch (error) {
      const { partition } = follower
      this.#logger.warn({ topic: this.#name, partition, error }, 'a schema cannot be asked for; reading the partition waits for it')
      await delay(schemaDelayMs)
    }
    follower.waiting = false
  }

  #deliver(follower: Follower<T>, fetched: readonly FetchedRecord[], decoded: readonly (T | Error)[]): void {
    let bytes = 0
    // An event that cannot be read may be of any conversation; a command that cannot be read is one that nobody was told is done.
    const unreadableAt = this.#topic === 'commands' ? -1 : fetched.findIndex((r) => r.unreadable)
    const records = unreadableAt < 0 ? fetched : fetched.slice(0, unreadableAt)
    const stored = records.map((record, i): StoredRecord<T | UndecodableRecord> => {
      const value = record.unreadable ?? decoded[i]!
      bytes += record.value?.length ?? 0
      return {
        topic: this.#topic,
        partition: follower.partition,
        offset: record.offset,
        key: record.key,
        value: value instanceof Error ? { undecodable: true, bytes: record.value ?? empty, cause: value } : value,
        appendedAt: record.timestamp,
        bytes: record.value?.length ?? 0,
      }
    })
    // Consume by position, not by trust: a hole would be a loss, a repetition a duplicate.
    const wrong = stored.findIndex((r, i) => r.offset !== follower.next + i)
    if (wrong >= 0) {
      follower.failure = new LogError(
        'OUT_OF_RANGE',
        `${this.#name}/${follower.partition}: offset ${stored[wrong]!.offset} where ${follower.next + wrong} was due`,
      )
    } else if (stored.length > 0) {
      follower.next += stored.length
      follower.queue.push({ records: stored })
      follower.queuedBytes += bytes
    }
    if (unreadableAt >= 0) follower.failure ??= this.#unreadable(follower, fetched[unreadableAt]!)
    follower.wake?.()
  }

  #unreadable({ partition }: Follower<T>, { offset, unreadable }: FetchedRecord): LogError {
    const { code, message } = unreadable!
    return new LogError(code, `${this.#name}/${partition}@${offset} cannot be read: ${message}`, { cause: unreadable })
  }

  #failOutOfRange(follower: Follower<T>): void {
    follower.failure = new LogError(
      'OUT_OF_RANGE',
      `${this.#name}/${follower.partition} has no offset ${follower.next}: expired, or lost with a broker`,
    )
    follower.wake?.()
  }
}

function isReady(follower: Follower<unknown>, now: number): boolean {
  const { failure, waiting, resumesAt, queuedBytes, queueBytesMax } = follower
  return !failure && !waiting && resumesAt <= now && queuedBytes < queueBytesMax
}
