// Asserts that an event's claim never goes back within a partition: otherwise a writer got through that had been fenced, and whoever
// reads the partition stops rather than show what may not be the truth.
import type { Event } from './decider.ts'

export class ClaimWentBack extends Error {
  readonly code = 'CLAIM_WENT_BACK'
  readonly retriable = false
  readonly partition: number
  readonly offset: number

  constructor(partition: number, offset: number, claim: number, newest: number) {
    super(`event at offset ${offset} of partition ${partition} was written under claim ${claim}, after events of claim ${newest}`)
    this.name = 'ClaimWentBack'
    this.partition = partition
    this.offset = offset
  }
}

/** Answers the claim that an event was written under. Throws ClaimWentBack. */
export type ClaimGuard = (offset: number, event: Event) => number

/**
 * Checks events in the order of their offsets; `newest` is the claim of the event before the first, -1 where it is not known. The claim
 * of a PartitionClaimed record is its own offset; its meta names the claim before it.
 */
export function createClaimGuard(partition: number, newest = -1): ClaimGuard {
  let last = newest
  return (offset, event) => {
    const claim = event.type === 'PartitionClaimed' ? offset : event.meta.claim
    if (claim < last) throw new ClaimWentBack(partition, offset, claim, last)
    last = claim
    return claim
  }
}
