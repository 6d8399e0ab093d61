// Carries the appends of all partitions that this process owns: one request at a time to each leader, with the batches of
// all partitions that wait for it, because the cost of an append is that of its request. An append is sent exactly once;
// a fault of the connection discards it, and the outcome of everything that was under way on it is unknown.
import { setTimeout as delay } from 'node:timers/promises'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaConnection, KafkaEndpoint } from './kafkajs-parts.ts'
import { openConnection } from './kafkajs-parts.ts'
import type { PartitionAnswer, PartitionBatch } from './produce-request.ts'
import { produce } from './produce-request.ts'

const reconnectDelayMs = 50
const leaderFaults = new Set(['NOT_LEADER_FOR_PARTITION', 'NOT_LEADER_OR_FOLLOWER', 'LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION'])

interface Waiting {
  readonly batch: PartitionBatch
  /** performance.now() at which it is no longer sent. */
  readonly expiresAt: number
  resolve(answer: PartitionAnswer): void
  reject(error: LogError): void
}

export class AppendHub {
  readonly #endpoint: KafkaEndpoint
  readonly #topic: string
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  readonly #waitMaxMs: number
  #waiting: Waiting[] = []
  #scheduled = false
  #connection: KafkaConnection | null = null
  #connecting = false
  readonly #busy = new Set<number>()
  #closed = false
  readonly #expiry: NodeJS.Timeout

  constructor(options: { endpoint: KafkaEndpoint; topic: string; limits: KafkaLogLimits; logger: Logger; selfFence: boolean }) {
    this.#endpoint = options.endpoint
    this.#topic = options.topic
    this.#limits = options.limits
    this.#logger = options.logger
    this.#waitMaxMs = options.selfFence ? options.limits.sessionTimeoutMs : Number.POSITIVE_INFINITY
    this.#expiry = setInterval(() => this.#expire(), 100)
  }

  /**
   * Sends a batch of one partition, of which the caller has no other under way. Rejects UNAVAILABLE when it never was sent
   * (an owner that could not send for a session timeout may have been replaced), UNKNOWN_OUTCOME when it may be stored.
   */
  append(batch: PartitionBatch): Promise<PartitionAnswer> {
    if (this.#closed) return Promise.reject(new LogError('UNAVAILABLE', 'the log was closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, expiresAt: performance.now() + this.#waitMaxMs, resolve, reject })
      this.#schedule()
    })
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#expiry)
    this.#connection?.destroy()
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new LogError('UNAVAILABLE', 'the log was closed'))
  }

  /** What is appended in this turn of the event loop leaves together. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #expire(): void {
    const now = performance.now()
    if (!this.#waiting.some((w) => w.expiresAt <= now)) return
    const late = this.#waiting.filter((w) => w.expiresAt <= now)
    this.#waiting = this.#waiting.filter((w) => w.expiresAt > now)
    for (const waiting of late) waiting.reject(new LogError('UNAVAILABLE', 'the log could not be reached within a session timeout'))
  }

  #flush(): void {
    if (this.#closed || this.#waiting.length === 0) return
    if (!this.#connection) {
      if (!this.#connecting) void this.#connect()
      return
    }
    const connection = this.#connection
    const leaders = connection.leaders(this.#topic)
    const byLeader = new Map<number, Waiting[]>()
    const taken = new Set<number>()
    const left: Waiting[] = []
    for (const waiting of this.#waiting) {
      const { partition } = waiting.batch
      const leader = leaders.get(partition) ?? -1
      // A request holds one batch of a partition; of two claims of this process at once the other waits its turn.
      if (leader < 0 || this.#busy.has(leader) || taken.has(partition)) {
        left.push(waiting)
        continue
      }
      taken.add(partition)
      const list = byLeader.get(leader)
      if (list) list.push(waiting)
      else byLeader.set(leader, [waiting])
    }
    this.#waiting = left
    for (const [leader, list] of byLeader) void this.#send(connection, leader, list)
    if (left.some((w) => !leaders.has(w.batch.partition))) void connection.refresh().catch(() => this.#discard(connection))
  }

  async #send(connection: KafkaConnection, leader: number, list: readonly Waiting[]): Promise<void> {
    this.#busy.add(leader)
    try {
      const broker = await connection.broker(leader)
      const batches = list.map((w) => w.batch)
      const answers = await produce(broker, this.#topic, batches, this.#limits.requestTimeoutMs)
      for (const { batch, resolve, reject } of list) {
        const answer = answers.get(batch.partition)
        if (answer) resolve(answer)
        else reject(new LogError('UNKNOWN_OUTCOME', `no answer for partition ${batch.partition}`))
      }
      // The next append finds the new leader.
      if ([...answers.values()].some((a) => leaderFaults.has(a.fault))) this.#discard(connection)
    } catch (cause) {
      this.#logger.warn(
        { topic: this.#topic, partitions: list.length, fault: (cause as Error).message },
        'appends with unknown outcome: connection discarded',
      )
      this.#discard(connection)
      for (const { batch, reject } of list)
        reject(new LogError('UNKNOWN_OUTCOME', `partition ${batch.partition}: append without an answer`, { cause }))
    } finally {
      this.#busy.delete(leader)
      this.#flush()
    }
  }

  #discard(connection: KafkaConnection): void {
    if (this.#connection === connection) this.#connection = null
    connection.destroy()
  }

  async #connect(): Promise<void> {
    this.#connecting = true
    while (!this.#closed && !this.#connection && this.#waiting.length > 0) {
      const connection = openConnection(this.#endpoint, { requestTimeoutMs: this.#limits.requestTimeoutMs })
      try {
        await connection.connect(this.#topic)
        this.#connection = connection
      } catch (error) {
        connection.destroy()
        this.#logger.debug({ error: String(error) }, 'cannot reach the log to append, trying again')
        await delay(reconnectDelayMs)
      }
    }
    this.#connecting = false
    this.#flush()
  }
}
