// Finds the newest PartitionClaimed record of an events partition: every event names the claim it was written under, so
// the last record of the log leads to it.
import type { PartitionClaimed, RecordCodec, SkeinEvent } from '@skein/contracts'
import type { Bounds } from '@skein/event-sourcing'
import { claimRecordOf, LogError } from '@skein/event-sourcing'
import { fetchRecords } from './fetch-request.ts'
import type { Broker } from './kafkajs-parts.ts'
import { ProtocolFault } from './kafkajs-parts.ts'

/** The batch that a record is in is answered whole, and what follows it is not asked for. */
const readBytes = 1
const readHold = { waitMs: 100, held: false }

export interface LastClaim {
  readonly offset: number
  readonly producerId: number
  readonly logEpoch: string
}

export interface ClaimedLog {
  readonly codec: RecordCodec<SkeinEvent>
  /** Name of the events topic. */
  readonly topic: string
  readonly partition: number
  readonly leaderEpoch: number
  readonly bounds: Bounds
}

/** There is at least one record. */
export async function lastClaim(broker: Broker, { codec, topic, partition, leaderEpoch, bounds }: ClaimedLog): Promise<LastClaim> {
  /** The first from there on. */
  const eventFrom = async (from: number): Promise<{ offset: number; event: SkeinEvent } | undefined> => {
    const [answer] = await fetchRecords(broker, topic, [{ partition, leaderEpoch, from, bytesMax: readBytes }], readHold)
    const { fault, records } = answer ?? { fault: '', records: [] }
    if (fault !== '') throw new ProtocolFault(fault)
    const [record] = records
    if (!record) return undefined
    if (record.unreadable) throw record.unreadable
    const [event] = await codec.decode([record.value ?? Buffer.alloc(0)])
    if (event instanceof Error)
      throw new LogError('MISCONFIGURED', `${topic}/${partition}@${record.offset} is not an event of Skein`, { cause: event })
    return { offset: record.offset, event: event! }
  }
  const claimAt = async (offset: number): Promise<PartitionClaimed> => {
    const record = offset < bounds.start ? undefined : await eventFrom(offset)
    if (record?.offset !== offset || record.event.type !== 'PartitionClaimed') {
      throw new LogError(
        'MISCONFIGURED',
        `${topic}/${partition}@${offset} should be a PartitionClaimed record: retention may be shorter than the hour between claims`,
      )
    }
    return record.event
  }

  const last = await eventFrom(bounds.end - 1)
  if (!last) throw new LogError('UNAVAILABLE', `${topic}/${partition} did not give its last record`)
  const offset = last.event.type === 'PartitionClaimed' ? last.offset : last.event.meta.claim
  const claim = await claimAt(offset)
  const logEpoch = claimRecordOf(claim, offset)!.logEpoch ?? (await claimAt(bounds.start)).logEpoch
  return { offset, producerId: claim.producerId, logEpoch }
}
