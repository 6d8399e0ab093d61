// The fenced partition writer: exact single-writer without transactions. InitProducerId under a transactional id gives
// the same producer id a higher epoch at each call; batches are then written as plain idempotent batches under it, and
// once the new owner's first record stands, the broker refuses every older epoch.
// One writer is one run of sequence numbers under one epoch, and ends at the first fault: an append is sent exactly once,
// never retried, so that nothing abandoned can land behind a later claim.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { PartitionClaimed, RecordCodec, SkeinEvent } from '@skein/contracts'
import { partitionMeta } from '@skein/contracts'
import type { ClaimOptions, PartitionWriter, RecordToAppend } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { KafkaConnection } from './kafka-connection.ts'
import type { KafkaLogLimits, KafkaLogOptions } from './kafka-options.ts'
import { ProtocolFault, protocolErrorOf } from './kafkajs-parts.ts'
import type { LastClaim } from './last-claim.ts'
import { lastClaim } from './last-claim.ts'
import type { LeaderSender } from './leader-sender.ts'
import type { LocalTail } from './local-tail.ts'
import { listBounds } from './log-bounds.ts'
import type { ProducerIdentity } from './record-batch.ts'
import { encodeBatch } from './record-batch.ts'

/** The broker checks sequence numbers modulo 2^31. */
const sequenceModulus = 2 ** 31
/** Required by InitProducerId; no transaction is ever begun. */
const transactionTimeoutMs = 60_000
const initRetryMs = 50

const fencedErrors = new Set(['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED'])
const tooLargeErrors = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'])
/** Faults of the transaction coordinator that pass by themselves within moments. */
const passingErrors =
  /^(CONCURRENT_TRANSACTIONS|(GROUP_)?(COORDINATOR_)?LOAD_IN_PROGRESS|(GROUP_)?COORDINATOR_(LOAD_IN_PROGRESS|NOT_AVAILABLE)|NOT_COORDINATOR.*)$/

export interface ClaimParts {
  readonly options: KafkaLogOptions
  readonly limits: KafkaLogLimits
  readonly codec: RecordCodec<SkeinEvent>
  readonly sender: LeaderSender
  readonly local: LocalTail<SkeinEvent>
}

/** Claims an events partition. Rejects UNAVAILABLE when it cannot be done now, MISCONFIGURED when it never can. */
export async function claimPartition(parts: ClaimParts, partition: number, claim: ClaimOptions): Promise<PartitionWriter<SkeinEvent>> {
  const { endpoint } = parts.options
  const { requestTimeoutMs, claimTimeoutMs, sessionTimeoutMs } = parts.limits
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs })
  const overdue = setTimeout(() => connection.destroy(), claimTimeoutMs + 2 * sessionTimeoutMs)
  try {
    return await claimThrough(connection, parts, partition, claim)
  } catch (cause) {
    if (cause instanceof LogError) throw cause
    throw new LogError('UNAVAILABLE', `partition ${partition} cannot be claimed now`, { cause })
  } finally {
    clearTimeout(overdue)
    connection.destroy()
  }
}

async function claimThrough(
  connection: KafkaConnection,
  parts: ClaimParts,
  partition: number,
  { newEpoch = false }: ClaimOptions,
): Promise<FencedWriter> {
  const { options, limits, codec, sender, local } = parts
  const topic = options.topics.events
  await connection.connect(topic)
  const producer = await initProducerId(connection, `${options.clusterName}.events.${partition}`, limits.claimTimeoutMs)
  const broker = await connection.leaderOf(topic, partition)
  const leaderEpoch = connection.leader(topic, partition).epoch
  const { fault, bounds } = (await listBounds(broker, topic, [{ partition, leaderEpoch }])).get(partition)!
  if (fault !== '') throw new ProtocolFault(fault)
  const previous = bounds.end > 0 ? await lastClaim(broker, { codec, topic, partition, leaderEpoch, bounds }) : null
  if (previous && previous.producerId !== producer.producerId) {
    // Another producer id than that of the last claim fences nobody (it expired, or its epochs were used up): wait
    // until an owner that lives on under the old one has noticed by its own clock that its membership is over.
    options.logger.warn(
      { partition, producerId: producer.producerId, previous: previous.producerId },
      'new producer id: waiting out the owner before',
    )
    await delay(2 * limits.sessionTimeoutMs)
  }
  const writer = new FencedWriter(sender, producer, { partition, codec, limits, selfFence: options.selfFence ?? true, local })
  await writer.claimAs(options.owner, previous, newEpoch ? randomUUID() : (previous?.logEpoch ?? randomUUID()))
  if (!previous && writer.claim !== 0) {
    throw new LogError('UNAVAILABLE', `partition ${partition} was claimed for the first time by two owners at once: claim again`)
  }
  local.began(writer, partition, writer.nextOffset)
  return writer
}

async function initProducerId(connection: KafkaConnection, transactionalId: string, timeoutMs: number): Promise<ProducerIdentity> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    try {
      const coordinator = await connection.transactionCoordinator(transactionalId)
      const { producerId, producerEpoch } = await coordinator.initProducerId({ transactionalId, transactionTimeout: transactionTimeoutMs })
      return { producerId: Number(producerId), producerEpoch }
    } catch (error) {
      // Right after the first start of a cluster its transaction topic is still being made.
      const passing = passingErrors.test(protocolErrorOf(error)) || (error as Error).name === 'KafkaJSGroupCoordinatorNotFound'
      if (!passing || performance.now() > deadline) throw error
      await delay(initRetryMs)
    }
  }
}

/** Sequence number of the record that follows `count` records from `sequence` on. */
export const sequenceAfter = (sequence: number, count: number): number => (sequence + count) % sequenceModulus

interface WriterTarget {
  readonly partition: number
  readonly codec: RecordCodec<SkeinEvent>
  readonly limits: KafkaLogLimits
  readonly selfFence: boolean
  readonly local: LocalTail<SkeinEvent>
}

/** What was stored, as the leader says. */
interface Sent {
  readonly base: number
  readonly appendedAt: number
  /** Of the encoded values, in order. */
  readonly bytes: readonly number[]
}

class FencedWriter implements PartitionWriter<SkeinEvent> {
  readonly partition: number
  claim = -1
  readonly claimId = randomUUID()
  logEpoch = ''
  nextOffset = -1
  readonly #sender: LeaderSender
  readonly #producer: ProducerIdentity
  readonly #target: WriterTarget
  #sequence = 0
  /** The newest append: the next is sent when it has been answered. */
  #newest: Promise<unknown> = Promise.resolve()
  #ended: LogError | null = null

  constructor(sender: LeaderSender, producer: ProducerIdentity, target: WriterTarget) {
    this.partition = target.partition
    this.#sender = sender
    this.#producer = producer
    this.#target = target
  }

  /** Appends the PartitionClaimed record; its offset is the claim. */
  async claimAs(owner: string, previous: LastClaim | null, logEpoch: string): Promise<void> {
    this.logEpoch = logEpoch
    const record: PartitionClaimed = {
      type: 'PartitionClaimed',
      // It says of no command that it is done: the owner before appends until it is fenced, and what was read is not the last then.
      meta: { ...partitionMeta(Date.now()), claim: previous?.offset ?? -1, commandOffset: -1 },
      producerId: this.#producer.producerId,
      producerEpoch: this.#producer.producerEpoch,
      claimId: this.claimId,
      logEpoch: this.logEpoch,
      owner,
    }
    this.claim = (await this.#send([{ key: '', value: record }])).base
    this.nextOffset = this.claim + 1
  }

  append(records: readonly RecordToAppend<SkeinEvent>[]): Promise<number> {
    const appended = this.#newest.then(() => this.#append(records))
    this.#newest = appended.catch(() => {})
    return appended
  }

  close(): void {
    this.#end(new LogError('FENCED', 'the writer was closed'))
  }

  async #append(records: readonly RecordToAppend<SkeinEvent>[]): Promise<number> {
    if (this.#ended) throw new LogError(this.#ended.code, 'this writer has ended', { cause: this.#ended })
    const { base, appendedAt, bytes } = await this.#send(records)
    if (base !== this.nextOffset) {
      throw this.#end(new LogError('UNKNOWN_OUTCOME', `appended at ${base} where ${this.nextOffset} was due: another writer got through`))
    }
    this.nextOffset += records.length
    const { local } = this.#target
    const handed = records.map(({ key, value }, i) => ({ key, value, bytes: bytes[i]! }))
    // A leader that does not say when: readers ask it for what it keeps.
    if (appendedAt > 0) local.appended(this, { partition: this.partition, base, appendedAt, records: handed })
    else local.ended(this, this.partition)
    return base
  }

  async #send(records: readonly RecordToAppend<SkeinEvent>[]): Promise<Sent> {
    const { partition, codec, limits, selfFence } = this.#target
    try {
      const { messages, bytes } = encodeBatch(records, codec, limits.batchBytesMax)
      const batch = { ...this.#producer, partition, firstSequence: this.#sequence, messages }
      // An owner that could not send for a session timeout may have been replaced.
      const expiresAt = selfFence ? performance.now() + limits.sessionTimeoutMs : Number.POSITIVE_INFINITY
      const { fault, baseOffset, appendedAt } = await this.#sender.send({ batch, bytes, joins: false, expiresAt })
      if (fault !== '') throw faultError(fault, partition)
      this.#sequence = sequenceAfter(this.#sequence, messages.length)
      return { base: baseOffset, appendedAt, bytes: messages.map(({ value }) => value.length) }
    } catch (cause) {
      throw this.#end(
        cause instanceof LogError
          ? cause
          : new LogError('UNKNOWN_OUTCOME', `partition ${partition}: ${(cause as Error).message}`, { cause }),
      )
    }
  }

  /** Readers here are told, whatever the reason: what stands behind its last record is for another to say. */
  #end(error: LogError): LogError {
    this.#ended ??= error
    this.#target.local.ended(this, this.partition)
    return error
  }
}

function faultError(fault: string, partition: number): LogError {
  const why = `partition ${partition}: ${fault}`
  if (fencedErrors.has(fault)) return new LogError('FENCED', why)
  if (tooLargeErrors.has(fault)) return new LogError('TOO_LARGE', why)
  return new LogError('UNKNOWN_OUTCOME', why)
}
