// Claims of events partitions and the writers they give. Whether a claim is still the newest is asked inside the very
// transaction that appends, so an old owner's append can never land behind a newer claim, whichever process made it.
// A writer is spent at its first rejection: everything queued behind the rejected append is refused too.
import { randomUUID } from 'node:crypto'
import type { PartitionClaimed, RecordCodec, SkeinEvent } from '@skein/contracts'
import { partitionMeta } from '@skein/contracts'
import type { ClaimOptions, PartitionWriter, RecordToAppend } from '@skein/event-sourcing'
import { bytesToAppend, LogError } from '@skein/event-sourcing'
import type { AppendSignal } from './append-signal.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import type { Statements, StoredClaim } from './statements.ts'

export interface WriterParts {
  readonly statements: Statements
  readonly queue: CommitQueue
  readonly signal: AppendSignal
  readonly eventCodec: RecordCodec<SkeinEvent>
  readonly limits: Pick<EmbeddedLogLimits, 'recordBatchBytesMax' | 'busyWaitMs'>
  /** Named in PartitionClaimed, for operators. */
  readonly owner: string
}

interface NewClaim extends StoredClaim {
  readonly claimId: string
}

/** Appends PartitionClaimed; the writer it resolves to is the only one until the next claim. */
export function claimPartition(
  parts: WriterParts,
  partition: number,
  { newEpoch = false }: ClaimOptions,
): Promise<PartitionWriter<SkeinEvent>> {
  const { statements, queue, signal, eventCodec, owner } = parts
  return new Promise((resolve, reject) => {
    queue.add({
      records: 1,
      bytes: 0,
      giveUpAt: performance.now() + parts.limits.busyWaitMs,
      run(now) {
        const previous = statements.claim(partition)
        const offset = statements.end('events', partition)
        const logEpoch = newEpoch ? randomUUID() : (previous?.logEpoch ?? randomUUID())
        const next = { claim: offset, epoch: (previous?.epoch ?? -1) + 1, logEpoch }
        const meta = { ...partitionMeta(now), claim: previous?.claim ?? -1, commandOffset: -1 }
        const claimId = randomUUID()
        const record = partitionClaimed(partition, { ...next, claimId }, owner, meta)
        statements.insert('events', partition, { offset, key: '', value: eventCodec.encode(record), appendedAt: now })
        statements.setClaim(partition, next)
        return () => {
          resolve(new ClaimedPartition(parts, partition, { ...next, claimId }))
          signal.appended('events', partition)
        }
      },
      fail: reject,
    })
  })
}

function partitionClaimed(partition: number, next: NewClaim, owner: string, meta: PartitionClaimed['meta']): PartitionClaimed {
  const { epoch, claimId, logEpoch } = next
  return { type: 'PartitionClaimed', meta, producerId: partition, producerEpoch: epoch, claimId, logEpoch, owner }
}

class ClaimedPartition implements PartitionWriter<SkeinEvent> {
  readonly partition: number
  readonly claim: number
  readonly claimId: string
  readonly logEpoch: string
  readonly #parts: WriterParts
  #nextOffset: number
  #spent: LogError | undefined

  constructor(parts: WriterParts, partition: number, claim: NewClaim) {
    this.#parts = parts
    this.partition = partition
    this.claim = claim.claim
    this.claimId = claim.claimId
    this.logEpoch = claim.logEpoch
    this.#nextOffset = claim.claim + 1
  }

  /** Appends in flight count as stored: they are, or the writer is spent. */
  get nextOffset(): number {
    return this.#nextOffset
  }

  async append(records: readonly RecordToAppend<SkeinEvent>[]): Promise<number> {
    if (this.#spent) throw this.#spent
    let values: Buffer[]
    try {
      values = this.#encode(records)
    } catch (error) {
      throw this.#spend(error)
    }
    const offset = this.#nextOffset
    this.#nextOffset += records.length
    return this.#enqueue(records, values, offset)
  }

  close(): void {
    this.#spent ??= new LogError('UNAVAILABLE', `the writer of partition ${this.partition} is closed`)
  }

  #encode(records: readonly RecordToAppend<SkeinEvent>[]): Buffer[] {
    if (records.length === 0) throw new RangeError('an append needs at least one record')
    const values = records.map((record) => bytesToAppend(this.#parts.eventCodec, record.value))
    const bytes = recordBatchBytes(records, values)
    const limit = this.#parts.limits.recordBatchBytesMax
    if (bytes > limit) throw new LogError('TOO_LARGE', `a record batch of ${bytes} bytes, the limit is ${limit}`)
    return values
  }

  #enqueue(records: readonly RecordToAppend<SkeinEvent>[], values: readonly Buffer[], offset: number): Promise<number> {
    const { statements, queue, signal, limits } = this.#parts
    return new Promise((resolve, reject) => {
      const fail = (error: LogError) => reject(this.#spend(error))
      queue.add({
        records: records.length,
        bytes: recordBatchBytes(records, values),
        giveUpAt: performance.now() + limits.busyWaitMs,
        run: (now) => {
          const refusal = this.#spent ?? this.#fenced(offset)
          if (refusal) return () => fail(refusal)
          for (let i = 0; i < records.length; i++) {
            statements.insert('events', this.partition, { offset: offset + i, key: records[i]!.key, value: values[i]!, appendedAt: now })
          }
          return () => {
            resolve(offset)
            signal.appended('events', this.partition)
          }
        },
        fail,
      })
    })
  }

  #fenced(offset: number): LogError | undefined {
    const newest = this.#parts.statements.claim(this.partition)?.claim
    if (newest !== this.claim) {
      return this.#spend(new LogError('FENCED', `partition ${this.partition} was claimed at ${newest}, this claim is ${this.claim}`))
    }
    const end = this.#parts.statements.end('events', this.partition)
    if (end === offset) return undefined
    return this.#spend(new LogError('FENCED', `partition ${this.partition} ends at ${end}, its only writer is at ${offset}`))
  }

  /** Keeps the first fault: later appends were built on a state that is not in the log. */
  #spend<T>(error: T): T {
    this.#spent ??=
      error instanceof LogError ? error : new LogError('UNAVAILABLE', 'an earlier append of this writer failed', { cause: error })
    return error
  }
}

/** What counts against recordBatchBytesMax. */
export function recordBatchBytes(records: readonly { readonly key: string }[], values: readonly Uint8Array[]): number {
  let bytes = 0
  for (let i = 0; i < records.length; i++) bytes += Buffer.byteLength(records[i]!.key) + values[i]!.length
  return bytes
}
