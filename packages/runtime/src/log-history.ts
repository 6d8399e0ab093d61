// Whether a log still holds the history that a view was made of, or that a reader has come through. A position is told by the record that stands before it, and that by
// its offset and its claim: so a log that was cut off, put back or made anew is noticed however far it has come since.
import type { Bounds, Checkpoint, Event, EventLog, GroupPosition, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { claimRecordOf, LogError, OtherHistory } from '@skein/event-sourcing'

// biome-ignore lint/suspicious/noExplicitAny: commands are not read here
type Events<E extends Event> = Pick<EventLog<any, E>, 'bounds' | 'read'>

/** Null for one that this release cannot decode. */
async function recordAt<E extends Event>(log: Events<E>, partition: number, offset: number) {
  let found: StoredRecord<E | UndecodableRecord> | undefined
  for await (const records of log.read('events', partition, offset, offset + 1)) found ??= records[0]
  return 'undecodable' in found!.value ? null : found!.value
}

/** Id of the claim that an event was written under; empty where no claim stands there, null where this release cannot decode what tells. */
async function claimIdAt<E extends Event>(log: Events<E>, partition: number, offset: number): Promise<string | null> {
  const event = await recordAt(log, partition, offset)
  if (event === null) return null
  const own = claimRecordOf(event, offset)
  if (own !== null) return own.claimId
  const claimed = await recordAt(log, partition, event.meta.claim)
  return claimed === null ? null : (claimRecordOf(claimed, event.meta.claim)?.claimId ?? '')
}

/**
 * Bounds of a partition whose events before the checkpoint are those that the view contains. Throws OtherHistory for any other,
 * MISCONFIGURED where this release cannot decode what tells.
 */
export async function requireSameHistory<E extends Event>(log: Events<E>, { partition, nextOffset, claimId }: Checkpoint): Promise<Bounds> {
  const bounds = (await log.bounds('events', [partition])).get(partition)!
  const stands = `the views of partition ${partition} have come to offset ${nextOffset}`
  if (nextOffset > bounds.end) throw new OtherHistory(`${stands}, the log ends at ${bounds.end}: rebuild the views`)
  if (nextOffset === 0) return bounds
  const standing = await claimIdAt(log, partition, nextOffset - 1)
  if (standing === null) throw new LogError('MISCONFIGURED', `${stands}, and what stands before it cannot be decoded: update this release`)
  if (standing !== claimId)
    throw new OtherHistory(`${stands}, and what stands before it is another log than they were made of: rebuild the views`)
  return bounds
}

/** The end of a partition. */
export async function endPosition<E extends Event>(log: Events<E>, partition: number): Promise<GroupPosition> {
  const { start, end } = (await log.bounds('events', [partition])).get(partition)!
  return { nextOffset: end, record: (end > start ? await claimIdAt(log, partition, end - 1) : null) ?? '' }
}

/**
 * Whether the record that a position names still stands before it, or is no longer kept. A position without a name is believed, and so is
 * one whose record this release cannot decode: neither says that the log is another.
 */
export async function isOfThisLog<E extends Event>(
  log: Events<E>,
  partition: number,
  { nextOffset, record }: GroupPosition,
): Promise<boolean> {
  const { start, end } = (await log.bounds('events', [partition])).get(partition)!
  if (nextOffset <= start || nextOffset > end) return nextOffset <= start
  const standing = record === '' ? null : await claimIdAt(log, partition, nextOffset - 1)
  return standing === null || standing === record
}

/** Before the first record of the newest owner. */
export async function newestClaim<E extends Event>(log: Events<E>, partition: number): Promise<GroupPosition> {
  const { start, end } = (await log.bounds('events', [partition])).get(partition)!
  const last = end > start ? await recordAt(log, partition, end - 1) : null
  if (last === null) return { nextOffset: end, record: '' }
  const nextOffset = Math.max(start, claimRecordOf(last, end - 1) === null ? last.meta.claim : end - 1)
  return { nextOffset, record: (nextOffset > start ? await claimIdAt(log, partition, nextOffset - 1) : null) ?? '' }
}
