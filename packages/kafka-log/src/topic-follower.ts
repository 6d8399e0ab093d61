// Follows partitions of one topic by position: one fetch loop per broker that leads any of them, long-polling in one request for all
// that a reader has room for. What is to be asked for while the broker holds that request is asked for beside it, until it is over. One that
// has all that a writer of this process has appended is left out, and looked at now and then, for what nobody here would hear of. What cannot
// be read there ends the reader of its own partition, or, where it is commands, is passed by its offsets; a fault of one partition makes that
// one wait. A fetch that fails, or is not answered in time, ends the loop of its broker, which is begun again on a new connection, or
// elsewhere, where another broker leads by then.
import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec } from '@skein/contracts'
import type { LogTopic, StoredRecord, TailOptions, UndecodableRecord } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { type FetchAnswer, type FetchHold, fetchRecords } from './fetch-request.ts'
import { FollowedPartition, type Records } from './followed-partition.ts'
import { KafkaConnection, leaderFaults } from './kafka-connection.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaEndpoint } from './kafkajs-parts.ts'
import type { LocalAppend, LocalTail } from './local-tail.ts'
import type { FetchedRecord } from './record-batch.ts'

const reconnectDelayMs = 100
const schemaDelayMs = 200
const strangeFaultDelayMs = 2_000
/** Beyond the time for which a leader holds a fetch that finds nothing. */
const overdueMs = 500
/** What a record is taken to weigh at most where few are read: a leader would send all that follows as well. */
const recordBytes = 16 * 1024
const empty = Buffer.alloc(0)

/** The fetches from one broker: one that it holds, and those beside it. */
interface FetchLoop<T> {
  readonly node: number
  /** What the request asks for that it holds; null for none. */
  held: readonly FollowedPartition<T>[] | null
  /** performance.now() at which those that are left out are due. */
  lookAt: number
  over: boolean
}

/** What is to be asked for next; for nothing, how long to rest. */
interface Turn<T> {
  readonly asked: readonly FollowedPartition<T>[]
  readonly waitMs: number
  readonly restMs: number
}

export interface FollowerOptions<T> {
  readonly endpoint: KafkaEndpoint
  readonly name: string
  readonly topic: LogTopic
  readonly codec: RecordCodec<T>
  readonly limits: KafkaLogLimits
  readonly logger: Logger
  /** Pause between an answer with records and the next fetch; of every reader here. */
  readonly lingerMs: number
  /** Null: everything is fetched. */
  readonly local: LocalTail<T> | null
  /** A partition that is left out of fetches is asked for once in so long all the same. */
  readonly lookMs: number
}

export class TopicFollower<T> {
  readonly #connection: KafkaConnection
  readonly #name: string
  readonly #topic: LogTopic
  readonly #codec: RecordCodec<T>
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  readonly lingerMs: number
  readonly #local: LocalTail<T> | null
  readonly #lookMs: number
  readonly #unfollow: (() => void) | undefined
  readonly #followed = new Map<number, FollowedPartition<T>>()
  readonly #loops = new Set<number>()
  /** Loops that have nothing to ask for. */
  readonly #resting = new Set<() => void>()
  /** So far: requests, those of them that were looks, and records that came without one. */
  readonly counts = { fetches: 0, looks: 0, handedOver: 0 }
  #looking: Promise<void> | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #connected = false
  #ensuring = false
  #closed = false

  constructor(options: FollowerOptions<T>) {
    const { fetchTimeoutMs, fetchWaitMs, leadersMaxAgeMs } = options.limits
    const requestTimeoutMs = Math.max(fetchTimeoutMs, fetchWaitMs * 2)
    this.#connection = new KafkaConnection(options.endpoint, { requestTimeoutMs, leadersMaxAgeMs })
    this.#name = options.name
    this.#topic = options.topic
    this.#codec = options.codec
    this.#limits = options.limits
    this.#logger = options.logger
    this.lingerMs = options.lingerMs
    this.#local = options.local
    this.#lookMs = options.lookMs
    this.#unfollow = this.#local?.follow({
      offered: (append) => this.#offered(append),
      changed: (partition) => {
        this.#followed.get(partition)?.changed()
        this.#wake()
      },
    })
  }

  follows(partition: number): boolean {
    return this.#followed.has(partition)
  }

  /** See EventLog.tail, or up to an offset. One reader per partition at a time. */
  tail(partition: number, options: TailOptions, to = Number.POSITIVE_INFINITY): AsyncGenerator<Records<T>> {
    if (this.#followed.has(partition)) throw new Error(`${this.#name}/${partition} is followed already`)
    const followed = new FollowedPartition<T>({ name: this.#name, topic: this.#topic, partition, to }, options, () => this.#wake())
    this.#followed.set(partition, followed)
    this.#wake()
    void this.#ensureLoops()
    return this.#batches(followed, options.signal)
  }

  async *#batches(followed: FollowedPartition<T>, signal: AbortSignal): AsyncGenerator<Records<T>> {
    try {
      if (!this.#closed) yield* followed.batches(signal)
    } finally {
      this.#followed.delete(followed.partition)
    }
  }

  close(): void {
    this.#closed = true
    this.#unfollow?.()
    for (const followed of this.#followed.values()) followed.close()
    this.#wake()
    this.#connection.destroy()
  }

  /** Those that are not done. */
  get #unread(): FollowedPartition<T>[] {
    return [...this.#followed.values()].filter(({ isDone }) => !isDone)
  }

  #offered(append: LocalAppend<T>): void {
    const followed = this.#followed.get(append.partition)
    if (!followed) return
    if (followed.offered(append)) this.counts.handedOver += append.records.length
    else this.#wake()
  }

  #wake(): void {
    for (const wake of this.#resting) wake()
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
      // Another may lead what a loop has at rest.
      this.#wake()
    } catch (error) {
      this.#logger.debug({ topic: this.#name, error }, 'cannot reach the log, trying again')
    }
    this.#lookedAt = performance.now()
  }

  /** Fetches from one broker until nothing is left to fetch there. */
  async #loop(node: number): Promise<void> {
    this.#loops.add(node)
    const loop: FetchLoop<T> = { node, held: null, lookAt: 0, over: false }
    try {
      await Promise.race([this.#fetchAll(loop), this.#fetchNewcomers(loop)]).finally(() => this.#end(loop))
    } catch (error) {
      this.#logger.debug({ topic: this.#name, node, error }, 'fetch loop ended with a fault, beginning again')
      this.#connection.discard(node)
      await this.#look()
    } finally {
      this.#loops.delete(node)
      void this.#ensureLoops()
    }
  }

  /** All that there is to ask for, in requests that the broker holds. */
  async #fetchAll(loop: FetchLoop<T>): Promise<void> {
    for (let turn = 0; !loop.over && !this.#closed; turn++) {
      const led = this.#ledBy(loop.node)
      if (led.length === 0) return
      // A leader that was replaced, and does not know, answers all that it has.
      if (this.#connection.isOld) void this.#look().then(() => this.#ensureLoops())
      const { asked, waitMs, restMs } = this.#allDue(loop, led)
      if (asked.length === 0) {
        await this.#rest(restMs)
        continue
      }
      loop.held = asked
      await this.#fetch(loop.node, inTurn(asked, turn), { waitMs, held: true })
      loop.held = null
    }
  }

  /** What cannot wait until the broker lets go of what it holds. */
  async #fetchNewcomers(loop: FetchLoop<T>): Promise<void> {
    for (let turn = 0; !loop.over && !this.#closed; turn++) {
      const { asked, waitMs, restMs } = this.#newcomersDue(loop)
      if (asked.length === 0) await this.#rest(restMs)
      else await this.#fetch(loop.node, inTurn(asked, turn), { waitMs, held: false })
    }
  }

  #ledBy(node: number): FollowedPartition<T>[] {
    return this.#unread.filter(({ partition }) => this.#connection.leader(this.#name, partition).node === node)
  }

  #allDue(loop: FetchLoop<T>, led: readonly FollowedPartition<T>[]): Turn<T> {
    const now = performance.now()
    const ready = led.filter((f) => f.isReady(now))
    const behind = ready.filter((f) => !this.#isLeftOut(f))
    const lookInMs = loop.lookAt - now
    const restMs = Math.min(ready.length > 0 ? lookInMs : this.#lookMs, ...led.map((f) => f.resumesIn(now)))
    // Who writes elsewhere by now, or that the log has lost its end, nobody here is told.
    const looks = behind.length < ready.length && lookInMs <= 0
    const asked = looks ? ready : behind
    if (looks) this.counts.looks += 1
    if (asked.length > 0 && asked.length === ready.length) loop.lookAt = now + this.#lookMs
    // What is left out, or is by then, is looked at in time.
    const heldMs = this.#local ? Math.min(Math.ceil(loop.lookAt - now), this.#limits.fetchWaitMs) : this.#limits.fetchWaitMs
    return { asked, waitMs: looks ? 0 : heldMs, restMs }
  }

  #newcomersDue({ node, held }: FetchLoop<T>): Turn<T> {
    const now = performance.now()
    const led = this.#ledBy(node)
    const asked = held ? led.filter((f) => !held.includes(f) && f.isReady(now) && !this.#isLeftOut(f)) : []
    return { asked, waitMs: this.#limits.newcomerWaitMs, restMs: Math.min(...led.map((f) => f.resumesIn(now))) }
  }

  /** It has all that a writer here has appended. */
  #isLeftOut(followed: FollowedPartition<T>): boolean {
    return followed.isAt(this.#local?.endOf(followed.partition) ?? -1)
  }

  /** What of it is still under way, or at rest, does not go on. */
  #end(loop: FetchLoop<T>): void {
    loop.over = true
    this.#wake()
  }

  /** Until there may be something to ask for, and no longer than that; Infinity for as long as nobody says so. */
  async #rest(restMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    let wake = () => {}
    await new Promise<void>((resolve) => {
      wake = resolve
      this.#resting.add(wake)
      if (Number.isFinite(restMs)) timer = setTimeout(resolve, restMs)
    })
    this.#resting.delete(wake)
    clearTimeout(timer)
  }

  async #fetch(node: number, ready: readonly FollowedPartition<T>[], hold: FetchHold): Promise<void> {
    const broker = await this.#inTime(this.#connection.broker(node), 0)
    const asked = ready.map((followed) => ({ followed, basis: followed.basis() }))
    const positions = asked.map(({ followed: { partition, to }, basis: { from } }) => {
      const bytesMax = Math.min(this.#limits.fetchBytesPerPartition, (to - from) * recordBytes)
      return { partition, leaderEpoch: this.#connection.leader(this.#name, partition).epoch, from, bytesMax }
    })
    this.counts.fetches += 1
    const answers = await this.#inTime(fetchRecords(broker, this.#name, positions, hold), hold.waitMs)
    const told = new Map(answers.map((answer) => [answer.partition, answer]))
    let found = false
    for (const { followed, basis } of asked) {
      // While the request was under way the reader may have gone, and another come, or read on from the leader after this one.
      if (this.#followed.get(followed.partition) !== followed || !followed.counts(basis)) continue
      const answer = told.get(followed.partition)
      if (!answer || answer.fault === '') followed.confirm(basis)
      if (answer && this.#take(followed, basis.from, answer)) found = true
    }
    // The cost of a fetch is that of its request: for readers who have time, fewer and larger ones.
    if (found && this.lingerMs > 0) await delay(this.lingerMs)
  }

  /** Answers whether there was anything in it that had not been handed over meanwhile. */
  #take(followed: FollowedPartition<T>, from: number, { fault, records: fetched }: FetchAnswer): boolean {
    if (fault === 'OFFSET_OUT_OF_RANGE') {
      if (followed.next === from) followed.fail('OUT_OF_RANGE', `there is no offset ${from}: expired, or lost with a broker`)
      return false
    }
    if (fault !== '') {
      this.#setBack(followed, fault)
      return false
    }
    const records = followed.wanted(fetched)
    if (records.length === 0) return false
    const decoded = this.#codec.decode(records.map((r) => (r.unreadable ? empty : (r.value ?? empty))))
    if (Array.isArray(decoded)) this.#deliver(followed, records, decoded)
    else void this.#deliverLearnt(followed, records, decoded)
    return true
  }

  /** A leader that answers nothing for long may lead no longer: others are asked about that meanwhile. */
  async #inTime<R>(answer: Promise<R>, waitMs: number): Promise<R> {
    const lookAfter = (forMs: number): NodeJS.Timeout =>
      setTimeout(() => {
        overdue = lookAfter(overdueMs)
        void this.#look().then(() => this.#ensureLoops())
      }, forMs)
    let overdue = lookAfter(waitMs + overdueMs)
    try {
      return await answer
    } finally {
      clearTimeout(overdue)
    }
  }

  #setBack(followed: FollowedPartition<T>, fault: string): void {
    const fields = { topic: this.#name, partition: followed.partition, fault }
    this.#logger[leaderFaults.has(fault) ? 'debug' : 'warn'](fields, 'a partition cannot be read now, trying again')
    followed.resumesAt = performance.now() + (leaderFaults.has(fault) ? reconnectDelayMs : strangeFaultDelayMs)
    this.#wake()
    if (!leaderFaults.has(fault)) return
    void this.#look().then(() => {
      followed.resumesAt = 0
      this.#wake()
      void this.#ensureLoops()
    })
  }

  /** The other partitions go on meanwhile. */
  async #deliverLearnt(followed: FollowedPartition<T>, records: readonly FetchedRecord[], decoding: Promise<(T | Error)[]>): Promise<void> {
    followed.waiting = true
    try {
      this.#deliver(followed, records, await decoding)
    } catch (error) {
      const { partition } = followed
      this.#logger.warn({ topic: this.#name, partition, error }, 'a schema cannot be asked for; reading the partition waits for it')
      await delay(schemaDelayMs)
    }
    followed.waiting = false
    this.#wake()
  }

  #deliver(followed: FollowedPartition<T>, fetched: readonly FetchedRecord[], decoded: readonly (T | Error)[]): void {
    // An event that cannot be read may be of any conversation; a command that cannot be read is one that nobody was told is done.
    const unreadableAt = this.#topic === 'commands' ? -1 : fetched.findIndex((r) => r.unreadable)
    const records = unreadableAt < 0 ? fetched : fetched.slice(0, unreadableAt)
    const stored = records.map((record, i): StoredRecord<T | UndecodableRecord> => {
      const value = record.unreadable ?? decoded[i]!
      return {
        topic: this.#topic,
        partition: followed.partition,
        offset: record.offset,
        key: record.key,
        value: value instanceof Error ? { undecodable: true, bytes: record.value ?? empty, cause: value } : value,
        appendedAt: record.timestamp,
        bytes: record.value?.length ?? 0,
      }
    })
    followed.fetched(stored, unreadableAt < 0 ? null : this.#unreadable(followed, fetched[unreadableAt]!))
  }

  #unreadable({ partition }: FollowedPartition<T>, { offset, unreadable }: FetchedRecord): LogError {
    const { code, message } = unreadable!
    return new LogError(code, `${this.#name}/${partition}@${offset} cannot be read: ${message}`, { cause: unreadable })
  }
}

/** The broker fills its answer in the order asked: a different partition comes first each time. */
const inTurn = <P>(asked: readonly P[], turn: number): P[] => {
  const first = turn % asked.length
  return [...asked.slice(first), ...asked.slice(0, first)]
}
