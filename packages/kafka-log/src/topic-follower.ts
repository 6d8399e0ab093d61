// Follows partitions of one topic by position: one fetch loop per broker that leads any of them, long-polling for all of
// them in one request. What a reader gets begins exactly where it asked and skips nothing; a partition whose reader falls
// behind is left out of fetches until its queue drains. What cannot be read there ends the reader of its own partition, or, where it
// is commands, is passed by its offsets. A fetch that fails, or is not answered in time, ends its loop, which is begun again on a new
// connection.
import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec } from '@skein/contracts'
import type { LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { fetchRecords } from './fetch-request.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaConnection, KafkaEndpoint } from './kafkajs-parts.ts'
import { openConnection, ProtocolFault } from './kafkajs-parts.ts'
import { lingerOf } from './pace.ts'
import type { FetchedRecord } from './record-batch.ts'

const reconnectDelayMs = 100
const schemaDelayMs = 200
const defaultQueueBytesMax = 4 * 1024 * 1024
const empty = Buffer.alloc(0)

type Records<T> = readonly StoredRecord<T | UndecodableRecord>[]

interface Follower<T> {
  readonly partition: number
  readonly queueBytesMax: number
  /** Undefined: as busy as this process is. */
  readonly lingerMs: number | undefined
  next: number
  /** Its records wait for a schema that nobody can be asked for now. */
  waiting: boolean
  readonly queue: { readonly records: Records<T> }[]
  queuedBytes: number
  wake: (() => void) | null
  failure: unknown
}

export class TopicFollower<T> {
  readonly #endpoint: KafkaEndpoint
  readonly #name: string
  readonly #topic: LogTopic
  readonly #codec: RecordCodec<T>
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  readonly #followers = new Map<number, Follower<T>>()
  readonly #loops = new Set<number>()
  #connection: Promise<KafkaConnection> | null = null
  #closed = false

  constructor(options: {
    endpoint: KafkaEndpoint
    name: string
    topic: LogTopic
    codec: RecordCodec<T>
    limits: KafkaLogLimits
    logger: Logger
  }) {
    this.#endpoint = options.endpoint
    this.#name = options.name
    this.#topic = options.topic
    this.#codec = options.codec
    this.#limits = options.limits
    this.#logger = options.logger
  }

  follows(partition: number): boolean {
    return this.#followers.has(partition)
  }

  /** See EventLog.tail. One reader per partition at a time. */
  tail(partition: number, options: TailOptions): AsyncGenerator<Records<T>> {
    if (this.#followers.has(partition)) throw new Error(`${this.#name}/${partition} is followed already`)
    const follower: Follower<T> = {
      partition,
      queueBytesMax: options.queueBytesMax ?? defaultQueueBytesMax,
      lingerMs: options.lingerMs,
      next: options.from,
      waiting: false,
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
    void this.#connection?.then((c) => c.destroy()).catch(() => {})
  }

  #connect(): Promise<KafkaConnection> {
    this.#connection ??= (async () => {
      const requestTimeoutMs = Math.max(this.#limits.fetchTimeoutMs, this.#limits.fetchWaitMs * 2)
      const connection = openConnection(this.#endpoint, { requestTimeoutMs })
      try {
        await connection.connect(this.#name)
        return connection
      } catch (error) {
        connection.destroy()
        throw error
      }
    })()
    return this.#connection
  }

  #discard(connection: KafkaConnection | null): void {
    this.#connection = null
    connection?.destroy()
  }

  /** Starts a loop for every broker that leads a followed partition and has none. */
  async #ensureLoops(): Promise<void> {
    while (!this.#closed && this.#followers.size > 0) {
      let connection: KafkaConnection | null = null
      try {
        connection = await this.#connect()
        const leaders = connection.leaders(this.#name)
        const wanted = new Set([...this.#followers.keys()].map((p) => leaders.get(p) ?? -1))
        wanted.delete(-1)
        for (const node of wanted) if (!this.#loops.has(node)) void this.#loop(node)
        return
      } catch (error) {
        this.#discard(connection)
        this.#logger.debug({ topic: this.#name, error }, 'cannot reach the log, trying again')
        await delay(reconnectDelayMs)
      }
    }
  }

  /** Fetches from one broker until nothing is left to fetch there. */
  async #loop(node: number): Promise<void> {
    this.#loops.add(node)
    let connection: KafkaConnection | null = null
    try {
      connection = await this.#connect()
      for (let turn = 0; !this.#closed; turn++) {
        const leaders = connection.leaders(this.#name)
        const led = [...this.#followers.values()].filter((f) => leaders.get(f.partition) === node)
        if (led.length === 0) return
        const ready = led.filter((f) => !f.failure && !f.waiting && f.queuedBytes < f.queueBytesMax)
        if (ready.length === 0) {
          await delay(this.#limits.fetchWaitMs / 10)
          continue
        }
        // The broker fills its answer in the order asked: a different partition comes first each time.
        const first = turn % ready.length
        const found = await this.#fetch(connection, node, [...ready.slice(first), ...ready.slice(0, first)])
        // The cost of a fetch is that of its request: under load, fewer and larger ones.
        const paced = lingerOf(this.#limits.fetchLingerMs)
        const lingerMs = found ? Math.min(...ready.map((f) => f.lingerMs ?? paced)) : 0
        if (lingerMs > 0) await delay(lingerMs)
      }
    } catch (error) {
      this.#logger.debug({ topic: this.#name, node, error }, 'fetch loop ended with a fault, beginning again')
      if ((await this.#connection?.catch(() => null)) === connection) this.#discard(connection)
      connection?.destroy()
      await delay(reconnectDelayMs)
    } finally {
      this.#loops.delete(node)
      void this.#ensureLoops()
    }
  }

  /** Answers whether anything was found. */
  async #fetch(connection: KafkaConnection, node: number, ready: readonly Follower<T>[]): Promise<boolean> {
    const broker = await connection.broker(node)
    const positions = ready.map((f) => ({ partition: f.partition, from: f.next }))
    const answers = await fetchRecords(broker, this.#name, positions, {
      waitMs: this.#limits.fetchWaitMs,
      bytesPerPartition: this.#limits.fetchBytesPerPartition,
    })
    const asked = new Map(ready.map((f) => [f.partition, f]))
    for (const { partition, fault, records } of answers) {
      const follower = asked.get(partition)
      // The reader may have gone, and another come, while the request was under way.
      if (!follower || this.#followers.get(partition) !== follower) continue
      if (fault === 'OFFSET_OUT_OF_RANGE') this.#failOutOfRange(follower)
      else if (fault !== '') throw new ProtocolFault(fault)
      else {
        const decoded = this.#codec.decode(records.map((r) => (r.unreadable ? empty : (r.value ?? empty))))
        if (Array.isArray(decoded)) this.#deliver(follower, records, decoded)
        else void this.#deliverLearnt(follower, records, decoded)
      }
    }
    return answers.length > 0
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
