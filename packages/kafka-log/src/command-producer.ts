// Appends commands: everything queued while a request is under way leaves in the next one, a request per partition
// leader, one under way per leader. A command is sent once: after a fault its outcome is unknown and the connection is
// discarded with it, the client sends again under the same idempotency key, and the deadline on the command keeps a copy
// that lands late from being done.
import { setTimeout as delay } from 'node:timers/promises'
import type { RecordCodec, SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaConnection, KafkaEndpoint } from './kafkajs-parts.ts'
import { openConnection } from './kafkajs-parts.ts'
import { noProducer, produce } from './produce-request.ts'
import { encodedBytes, type ProducedMessage } from './record-batch.ts'

const reconnectDelayMs = 50

interface Queued {
  readonly partition: number
  readonly message: ProducedMessage
  readonly bytes: number
  /** Milliseconds since the epoch. */
  readonly deadlineAt: number
  resolve(): void
  reject(error: LogError): void
}

export class CommandProducer {
  readonly #endpoint: KafkaEndpoint
  readonly #topic: string
  readonly #codec: RecordCodec<SkeinCommand>
  readonly #limits: KafkaLogLimits
  readonly #logger: Logger
  #queue: Queued[] = []
  #queuedBytes = 0
  #connection: KafkaConnection | null = null
  #connecting: Promise<void> | null = null
  readonly #busy = new Set<number>()
  #scheduled = false
  /** performance.now() of the newest answer. */
  #answeredAt = Number.NEGATIVE_INFINITY
  #closed = false
  readonly #expiry: NodeJS.Timeout

  constructor(options: {
    endpoint: KafkaEndpoint
    topic: string
    codec: RecordCodec<SkeinCommand>
    limits: KafkaLogLimits
    logger: Logger
  }) {
    this.#endpoint = options.endpoint
    this.#topic = options.topic
    this.#codec = options.codec
    this.#limits = options.limits
    this.#logger = options.logger
    this.#expiry = setInterval(() => this.#expire(), 100)
  }

  /** Resolves when the command is stored. Rejects UNAVAILABLE when it never was sent, UNKNOWN_OUTCOME when it may be stored. */
  async append(partition: number, key: string, command: SkeinCommand, deadlineAt: number): Promise<void> {
    const value = this.#codec.encode(command)
    const bytes = encodedBytes(key, value)
    if (bytes > this.#limits.batchBytesMax) throw new LogError('TOO_LARGE', `command of ${bytes} bytes`)
    if (deadlineAt <= Date.now()) throw new LogError('UNAVAILABLE', 'the deadline has passed')
    if (
      this.#closed ||
      this.#queue.length >= this.#limits.commandQueueMax ||
      this.#queuedBytes + bytes > this.#limits.commandQueueBytesMax
    ) {
      throw new LogError('UNAVAILABLE', 'the queue of commands to the log is full')
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ partition, message: { key, value }, bytes, deadlineAt, resolve, reject })
      this.#queuedBytes += bytes
      this.#schedule()
    })
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#expiry)
    this.#connection?.destroy()
    for (const queued of this.#queue.splice(0)) queued.reject(new LogError('UNAVAILABLE', 'closing'))
  }

  /** Everything queued in this turn of the event loop leaves together; under load, everything of a few turns. */
  #schedule(): void {
    if (this.#scheduled || this.#queue.length === 0) return
    this.#scheduled = true
    const flush = () => {
      this.#scheduled = false
      this.#flush()
    }
    const quiet = performance.now() - this.#answeredAt > this.#limits.commandLingerMs
    if (quiet) setImmediate(flush)
    else setTimeout(flush, this.#limits.commandLingerMs)
  }

  #expire(): void {
    const now = Date.now()
    if (!this.#queue.some((q) => q.deadlineAt <= now)) return
    const late = this.#queue.filter((q) => q.deadlineAt <= now)
    this.#queue = this.#queue.filter((q) => q.deadlineAt > now)
    for (const queued of late) {
      this.#queuedBytes -= queued.bytes
      queued.reject(new LogError('UNAVAILABLE', 'the log could not be reached before the deadline'))
    }
  }

  #flush(): void {
    if (this.#closed || this.#queue.length === 0) return
    const connection = this.#connection
    if (!connection) {
      this.#connecting ??= this.#connect()
      return
    }
    let leaders: ReadonlyMap<number, number>
    try {
      leaders = connection.leaders(this.#topic)
    } catch {
      leaders = new Map()
    }
    const byLeader = new Map<number, Queued[]>()
    const waiting: Queued[] = []
    const bytes = new Map<number, number>()
    for (const queued of this.#queue) {
      const leader = leaders.get(queued.partition) ?? -1
      const batchBytes = (bytes.get(queued.partition) ?? 0) + queued.bytes
      // A batch too large for one record batch leaves its rest for the next request, in order.
      if (this.#busy.has(leader) || batchBytes > this.#limits.batchBytesMax) {
        bytes.set(queued.partition, Number.POSITIVE_INFINITY)
        waiting.push(queued)
        continue
      }
      bytes.set(queued.partition, batchBytes)
      const batch = byLeader.get(leader)
      if (batch) batch.push(queued)
      else byLeader.set(leader, [queued])
    }
    this.#queue = waiting
    for (const [leader, batch] of byLeader) void this.#send(connection, leader, batch)
  }

  async #send(connection: KafkaConnection, leader: number, batch: readonly Queued[]): Promise<void> {
    this.#busy.add(leader)
    for (const queued of batch) this.#queuedBytes -= queued.bytes
    try {
      const broker = await connection.broker(leader)
      const partitions = new Map<number, ProducedMessage[]>()
      for (const { partition, message } of batch) {
        const messages = partitions.get(partition)
        if (messages) messages.push(message)
        else partitions.set(partition, [message])
      }
      const batches = [...partitions].map(([partition, messages]) => ({ ...noProducer, partition, messages }))
      const answers = await produce(broker, this.#topic, batches, this.#limits.requestTimeoutMs)
      const fault = [...answers.values()].find((a) => a.fault !== '')?.fault
      if (fault !== undefined || answers.size < batches.length) throw new Error(fault ?? 'no answer for a partition')
      for (const queued of batch) queued.resolve()
    } catch (cause) {
      this.#logger.warn({ commands: batch.length, fault: (cause as Error).message }, 'commands with unknown outcome: connection discarded')
      connection.destroy()
      if (this.#connection === connection) this.#connection = null
      const error = new LogError('UNKNOWN_OUTCOME', 'the log did not answer', { cause })
      for (const queued of batch) queued.reject(error)
    } finally {
      this.#busy.delete(leader)
      this.#answeredAt = performance.now()
      this.#schedule()
    }
  }

  async #connect(): Promise<void> {
    while (!this.#closed && !this.#connection) {
      const connection = openConnection(this.#endpoint, { requestTimeoutMs: this.#limits.requestTimeoutMs })
      try {
        await connection.connect(this.#topic)
        this.#connection = connection
      } catch (error) {
        connection.destroy()
        this.#logger.debug({ error: String(error) }, 'cannot reach the log to append commands, trying again')
        await delay(reconnectDelayMs)
      }
    }
    this.#connecting = null
    this.#flush()
  }
}
