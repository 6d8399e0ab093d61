// Appends commands, many of a partition in one record batch. A command is sent once: after a fault its outcome is unknown,
// who asked for it sends again under the same idempotency key, and the deadline on the command keeps a copy that lands late from
// being done. What waits for the log is bounded. Readers of the same process are told of each answer.
import type { RecordCodec, SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { BrokerClock } from './broker-clock.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { KafkaEndpoint } from './kafkajs-parts.ts'
import { LeaderSender } from './leader-sender.ts'
import type { OwnCommands } from './own-commands.ts'
import { noProducer } from './produce-request.ts'
import { encodedBytes } from './record-batch.ts'

export class CommandProducer {
  readonly #codec: RecordCodec<SkeinCommand>
  readonly #limits: KafkaLogLimits
  readonly #sender: LeaderSender
  readonly #clock: BrokerClock
  readonly #own: OwnCommands | null
  #pending = 0
  #pendingBytes = 0

  constructor(options: {
    endpoint: KafkaEndpoint
    topic: string
    codec: RecordCodec<SkeinCommand>
    limits: KafkaLogLimits
    logger: Logger
    clock: BrokerClock
    /** Null: readers here are told nothing. */
    own: OwnCommands | null
  }) {
    this.#codec = options.codec
    this.#limits = options.limits
    this.#clock = options.clock
    this.#own = options.own
    this.#sender = new LeaderSender(options)
  }

  /** Resolves when the command is stored. Rejects UNAVAILABLE when it never was sent, UNKNOWN_OUTCOME when it may be stored. */
  async append(partition: number, key: string, command: SkeinCommand): Promise<void> {
    const value = this.#codec.encode(command)
    const bytes = encodedBytes(key, value)
    const { batchBytesMax, commandQueueMax, commandQueueBytesMax } = this.#limits
    if (bytes > batchBytesMax) throw new LogError('TOO_LARGE', `command of ${bytes} bytes`)
    const leftMs = command.meta.deadlineAt - this.#clock.now()
    if (leftMs <= 0) throw new LogError('UNAVAILABLE', 'the deadline has passed')
    if (this.#pending >= commandQueueMax || this.#pendingBytes + bytes > commandQueueBytesMax) {
      throw new LogError('UNAVAILABLE', 'the queue of commands to the log is full')
    }
    this.#pending += 1
    this.#pendingBytes += bytes
    try {
      const message = { key, value }
      const batch = { ...noProducer, partition, messages: [message] }
      const answer = await this.#sender.send({ batch, bytes, joins: true, expiresAt: performance.now() + leftMs })
      if (answer.fault !== '') throw new LogError('UNKNOWN_OUTCOME', `partition ${partition}: ${answer.fault}`)
      // Nothing is awaited before: commands of one answer are told in one turn, in order.
      this.#own?.stored(partition, answer, message)
    } catch (error) {
      if (error instanceof LogError && error.code === 'UNKNOWN_OUTCOME') this.#own?.unknown(partition)
      throw error
    } finally {
      this.#pending -= 1
      this.#pendingBytes -= bytes
    }
  }

  /** Produce requests so far. */
  get requests(): number {
    return this.#sender.requests
  }

  close(): void {
    this.#sender.close()
  }
}
