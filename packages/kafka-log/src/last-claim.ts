// Finds the newest PartitionClaimed record of an events partition: every event names the claim it was written under, so
// the last record of the log leads to it.
import type { PartitionClaimed, RecordCodec, SkeinEvent } from '@skein/contracts'
import type { Bounds } from '@skein/event-sourcing'
import { claimRecordOf, LogError } from '@skein/event-sourcing'
import { fetchRecords } from './fetch-request.ts'
import type { Broker } from './kafkajs-parts.ts'
import { ProtocolFault } from './kafkajs-parts.ts'

const readBytes = 1024 * 1024
const readWaitMs = 100

export interface LastClaim {
  readonly offset: number
  readonly producerId: number
  readonly logEpoch: string
  /** Command offset that the last record of the log names. */
  readonly commandOffset: number
  /** Which command that is. */
  readonly commandId: string
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
  const eventsFrom = async (from: number): Promise<{ offset: number; event: SkeinEvent }[]> => {
    const [answer] = await fetchRecords(broker, topic, [{ partition, leaderEpoch, from }], {
      waitMs: readWaitMs,
      bytesPerPartition: readBytes,
    })
    const { fault, records } = answer ?? { fault: '', records: [] }
    if (fault !== '') throw new ProtocolFault(fault)
    const unreadable = records.find((r) => r.unreadable)?.unreadable
    if (unreadable) throw unreadable
    const events = await codec.decode(records.map((r) => r.value ?? Buffer.alloc(0)))
    return records.map((r, i) => {
      const event = events[i]!
      if (event instanceof Error)
        throw new LogError('MISCONFIGURED', `${topic}/${partition}@${r.offset} is not an event of Skein`, { cause: event })
      return { offset: r.offset, event }
    })
  }
  const claimAt = async (offset: number): Promise<PartitionClaimed> => {
    const record = offset < bounds.start ? undefined : (await eventsFrom(offset))[0]
    if (record?.offset !== offset || record.event.type !== 'PartitionClaimed') {
      throw new LogError(
        'MISCONFIGURED',
        `${topic}/${partition}@${offset} should be a PartitionClaimed record: retention may be shorter than the hour between claims`,
      )
    }
    return record.event
  }

  const last = (await eventsFrom(bounds.end - 1))[0]
  if (!last) throw new LogError('UNAVAILABLE', `${topic}/${partition} did not give its last record`)
  const offset = last.event.type === 'PartitionClaimed' ? last.offset : last.event.meta.claim
  const claim = await claimAt(offset)
  const logEpoch = claimRecordOf(claim, offset)!.logEpoch ?? (await claimAt(bounds.start)).logEpoch
  const { commandOffset, commandId } = last.event.meta
  return { offset, producerId: claim.producerId, logEpoch, commandOffset, commandId }
}
