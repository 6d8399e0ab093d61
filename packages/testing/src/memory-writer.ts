// The writer of one partition of the log in memory, fenced by the next claim and spent by its first fault.
import { randomUUID } from 'node:crypto'
import type { SkeinEvent } from '@skein/contracts'
import { partitionMeta } from '@skein/contracts'
import type { ClaimOptions, PartitionWriter, RecordToAppend } from '@skein/event-sourcing'
import { bytesToAppend, LogError } from '@skein/event-sourcing'
import type { MemoryBroker } from './memory-broker.ts'
import type { MemoryPartition } from './memory-partition.ts'
import { turn } from './turn.ts'

/** Appends PartitionClaimed; its offset is the claim. */
export function claimInMemory(broker: MemoryBroker, partition: number, { newEpoch = false }: ClaimOptions): PartitionWriter<SkeinEvent> {
  const at = broker.topics.events[partition]!
  const previous = at.claim
  const offset = at.end
  const logEpoch = newEpoch ? randomUUID() : (previous?.logEpoch ?? randomUUID())
  const meta = { ...partitionMeta(broker.now()), claim: previous?.offset ?? -1, commandOffset: -1 }
  const claimId = randomUUID()
  const record: SkeinEvent = {
    type: 'PartitionClaimed',
    meta,
    producerId: partition,
    producerEpoch: offset,
    claimId,
    logEpoch,
    owner: 'memory',
  }
  at.claimed({ offset, logEpoch })
  at.push({ key: '', bytes: broker.codecs.events.encode(record), appendedAt: broker.now() })
  return new MemoryWriter(broker, at, { partition, claim: offset, claimId, logEpoch })
}

type Claimed = Pick<PartitionWriter<SkeinEvent>, 'partition' | 'claim' | 'claimId' | 'logEpoch'>

class MemoryWriter implements PartitionWriter<SkeinEvent> {
  readonly partition: number
  readonly claim: number
  readonly claimId: string
  readonly logEpoch: string
  readonly #broker: MemoryBroker
  readonly #at: MemoryPartition
  #nextOffset: number
  #spent: LogError | undefined

  constructor(broker: MemoryBroker, at: MemoryPartition, claimed: Claimed) {
    this.#broker = broker
    this.#at = at
    this.partition = claimed.partition
    this.claim = claimed.claim
    this.claimId = claimed.claimId
    this.logEpoch = claimed.logEpoch
    this.#nextOffset = claimed.claim + 1
  }

  get nextOffset(): number {
    return this.#nextOffset
  }

  async append(records: readonly RecordToAppend<SkeinEvent>[]): Promise<number> {
    try {
      const offset = this.#store(records)
      await turn()
      return offset
    } catch (error) {
      this.#spent ??= error instanceof LogError ? error : new LogError('UNAVAILABLE', 'an earlier append failed', { cause: error })
      throw error
    }
  }

  close(): void {
    this.#spent ??= new LogError('UNAVAILABLE', 'the writer is closed')
  }

  #store(records: readonly RecordToAppend<SkeinEvent>[]): number {
    const { codecs, recordBatchBytesMax, answersLost } = this.#broker
    if (this.#spent) throw this.#spent
    const newest = this.#at.claim?.offset
    if (newest !== this.claim) throw new LogError('FENCED', `partition ${this.partition} was claimed at ${newest}`)
    const encoded = records.map(({ key, value }) => ({ key, bytes: bytesToAppend(codecs.events, value), appendedAt: this.#broker.now() }))
    const bytes = encoded.reduce((sum, r) => sum + r.key.length + r.bytes.length, 0)
    if (bytes > recordBatchBytesMax) throw new LogError('TOO_LARGE', `a record batch of ${bytes} bytes`)
    for (const each of encoded) this.#at.push(each)
    this.#nextOffset += encoded.length
    if (answersLost) throw new LogError('UNKNOWN_OUTCOME', 'the answer was lost')
    return this.#nextOffset - encoded.length
  }
}
