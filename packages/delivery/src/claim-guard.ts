// Asserts that an event's claim never goes back within a partition: otherwise a writer got through that had been fenced,
// and the partition must stop rather than show what may not be the truth.
import type { SkeinEvent } from '@skein/contracts'

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

/** Checks events in the order of their offsets. A claim is the offset of its own record, whose meta names the one before. */
export function createClaimGuard(partition: number): (offset: number, event: SkeinEvent) => void {
  let newest = -1
  return (offset, event) => {
    const claim = event.type === 'PartitionClaimed' ? offset : event.meta.claim
    if (claim < newest) throw new ClaimWentBack(partition, offset, claim, newest)
    newest = claim
  }
}
