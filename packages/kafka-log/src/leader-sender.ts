// Carries records to a topic's partition leaders: one request at a time to each leader, with everything that waits for it,
// because the cost of an append is that of its request. Every record is sent once: a fault of the connection to a leader discards it,
// and the outcome of everything that was under way on it is unknown. Other leaders are not concerned. What waits is bounded in time here, in number by who sends.
import { setTimeout as delay } from 'node:timers/promises'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { BrokerClock } from './broker-clock.ts'
import { KafkaConnection, leaderFaults } from './kafka-connection.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { Broker, KafkaEndpoint } from './kafkajs-parts.ts'
import type { PartitionAnswer, PartitionBatch } from './produce-request.ts'
import { produce } from './produce-request.ts'

const reconnectDelayMs = 50
const expiryMs = 100
export interface Shipment {
  readonly batch: PartitionBatch
  /** Encoded bytes of the records. */
  readonly bytes: number
  /** Whether it may share a record batch with others of its partition; one under a producer of its own may not. */
  readonly joins: boolean
  /** performance.now() at which it is no longer sent. */
  readonly expiresAt: number
}

interface Waiting extends Shipment {
  resolve(answer: PartitionAnswer): void
  reject(error: LogError): void
}

/** A record batch and those whose records it holds. */
interface Load {
  readonly batch: PartitionBatch
  readonly of: readonly Waiting[]
}

export class LeaderSender {
  readonly #connection: KafkaConnection
  readonly #topic: string
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  readonly #clock: BrokerClock
  #waiting: Waiting[] = []
  #scheduled = false
  #connected = false
  #looking = false
  readonly #busy = new Set<number>()
  /** What waits while its leader is connected to. */
  readonly #reaching = new Set<readonly Load[]>()
  #closed = false
  /** Produce requests so far. */
  requests = 0
  #expiry: NodeJS.Timeout | undefined

  constructor(options: { endpoint: KafkaEndpoint; topic: string; limits: KafkaLogLimits; logger: Logger; clock: BrokerClock }) {
    this.#connection = new KafkaConnection(options.endpoint, options.limits)
    this.#topic = options.topic
    this.#limits = options.limits
    this.#logger = options.logger
    this.#clock = options.clock
  }

  /**
   * Of shipments that do not join others, a partition has one under way at a time. Resolves to the leader's answer. Rejects
   * UNAVAILABLE when it never was sent, UNKNOWN_OUTCOME when it may be stored.
   */
  send(shipment: Shipment): Promise<PartitionAnswer> {
    if (this.#closed) return Promise.reject(new LogError('UNAVAILABLE', 'the log was closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...shipment, resolve, reject })
      this.#schedule()
    })
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#expiry)
    this.#connection.destroy()
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new LogError('UNAVAILABLE', 'the log was closed'))
  }

  /** What is sent in this turn of the event loop leaves together; what is sent while a request is under way, as the next. */
  #schedule(): void {
    if (this.#waiting.length === 0) return
    this.#expiry ??= setTimeout(() => this.#expire(), expiryMs)
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #expire(): void {
    this.#expiry = undefined
    this.#waiting = stillInTime(this.#waiting)
    // A leader that is frozen is connected to for seconds.
    for (const { of } of [...this.#reaching].flat()) stillInTime(of)
    if (this.#waiting.length + this.#reaching.size > 0 && !this.#closed) this.#expiry = setTimeout(() => this.#expire(), expiryMs)
  }

  #flush(): void {
    if (this.#closed || this.#waiting.length === 0) return
    const leaders = this.#connection.leaders(this.#topic)
    const { loads, left } = pack(this.#waiting, this.#limits.batchBytesMax, (partition) => {
      const leader = leaders.get(partition) ?? -1
      return leader >= 0 && !this.#busy.has(leader)
    })
    this.#waiting = left
    const byLeader = Map.groupBy(loads, ({ batch }) => leaders.get(batch.partition)!)
    for (const [leader, list] of byLeader) void this.#send(leader, list)
    if (this.#connection.isOld || left.some((w) => (leaders.get(w.batch.partition) ?? -1) < 0)) void this.#look()
  }

  async #send(leader: number, packed: readonly Load[]): Promise<void> {
    let loads = packed
    this.#busy.add(leader)
    try {
      const broker = await this.#reach(leader, loads)
      if (!broker) return await this.#lookAgain()
      // To connect takes time, too.
      loads = loads.flatMap((load) => {
        const of = stillInTime(load.of)
        return of.length === load.of.length ? load : loadOf(of)
      })
      if (loads.length === 0) return
      const batches = loads.map((load) => load.batch)
      const sentAt = performance.now()
      this.requests += 1
      const answers = await produce(broker, this.#topic, batches, this.#limits.requestTimeoutMs)
      const stored = [...answers.values()].find(({ appendedAt }) => appendedAt > 0)
      if (stored) this.#clock.learn(leader, { appendedAt: stored.appendedAt, sentAt, answeredAt: performance.now() })
      for (const { batch, of } of loads) settle(of, answers.get(batch.partition))
      // The next request finds the new leader.
      if ([...answers.values()].some((a) => leaderFaults.has(a.fault))) void this.#look()
    } catch (cause) {
      const fields = { topic: this.#topic, broker: leader, partitions: loads.length, error: cause }
      this.#logger.warn(fields, 'records with unknown outcome: connection to their leader discarded')
      this.#connection.discard(leader)
      for (const { batch, of } of loads)
        for (const { reject } of of)
          reject(new LogError('UNKNOWN_OUTCOME', `partition ${batch.partition}: no answer from the log`, { cause }))
      await this.#lookAgain()
    } finally {
      this.#busy.delete(leader)
      this.#schedule()
    }
  }

  /** Null where the leader cannot be connected to: nothing was sent, and all of it waits on, before what came later. */
  async #reach(leader: number, loads: readonly Load[]): Promise<Broker | null> {
    this.#reaching.add(loads)
    try {
      const broker = await this.#connection.broker(leader)
      await broker.connect()
      return broker
    } catch (error) {
      this.#logger.debug({ topic: this.#topic, broker: leader, error }, 'a leader cannot be reached to append, trying again')
      if (this.#closed) for (const { reject } of loads.flatMap(({ of }) => of)) reject(new LogError('UNAVAILABLE', 'the log was closed'))
      else this.#waiting = [...loads.flatMap(({ of }) => of), ...this.#waiting]
      return null
    } finally {
      this.#reaching.delete(loads)
    }
  }

  /** Looks for the leaders that are missing or have moved, then tries again. */
  async #look(): Promise<void> {
    if (this.#looking || this.#closed) return
    this.#looking = true
    await this.#lookAgain()
    this.#looking = false
    this.#flush()
  }

  async #lookAgain(): Promise<void> {
    const firstLook = !this.#connected
    try {
      if (!firstLook) await delay(reconnectDelayMs)
      if (this.#closed) return
      await this.#connection.connect(this.#topic)
      this.#connected = true
    } catch (error) {
      this.#logger.debug({ topic: this.#topic, error }, 'cannot reach the log to append, trying again')
      if (firstLook) await delay(reconnectDelayMs)
    }
  }
}

/** A request holds one record batch of a partition: what does not join it, or does not fit, waits for the next, in order. */
function pack(
  waiting: readonly Waiting[],
  batchBytesMax: number,
  goes: (partition: number) => boolean,
): { loads: Load[]; left: Waiting[] } {
  const open = new Map<number, { of: Waiting[]; bytes: number; full: boolean }>()
  const left: Waiting[] = []
  for (const one of waiting) {
    const { partition } = one.batch
    const load = open.get(partition)
    if (load ? load.full : !goes(partition)) left.push(one)
    else if (!load) open.set(partition, { of: [one], bytes: one.bytes, full: !one.joins })
    else if (one.joins && load.bytes + one.bytes <= batchBytesMax) {
      load.of.push(one)
      load.bytes += one.bytes
    } else {
      load.full = true
      left.push(one)
    }
  }
  return { loads: [...open.values()].flatMap(({ of }) => loadOf(of)), left }
}

/** None where nothing is left to carry. */
function loadOf(of: readonly Waiting[]): Load[] {
  const first = of[0]?.batch
  if (!first) return []
  return [{ of, batch: of.length === 1 ? first : { ...first, messages: of.flatMap((one) => one.batch.messages) } }]
}

/** Those that may be sent by now; to the others it is said that they never were. */
function stillInTime(list: readonly Waiting[]): Waiting[] {
  const now = performance.now()
  for (const { expiresAt, reject } of list)
    if (expiresAt <= now) reject(new LogError('UNAVAILABLE', 'the log could not be reached in time'))
  return list.filter(({ expiresAt }) => expiresAt > now)
}

function settle(list: readonly Waiting[], answer: PartitionAnswer | undefined): void {
  let before = 0
  for (const { batch, resolve, reject } of list) {
    if (answer) resolve(before === 0 ? answer : { ...answer, baseOffset: answer.baseOffset + before })
    else reject(new LogError('UNKNOWN_OUTCOME', `no answer for partition ${batch.partition}`))
    before += batch.messages.length
  }
}
