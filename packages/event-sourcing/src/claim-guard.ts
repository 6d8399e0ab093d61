// Claims as readers of a partition meet them. Each event names the claim that it was written under, and each claim has an id of its own:
// so an event's claim and offset tell it from every other that ever stood at that offset. Whoever reads on from a position asserts
// that claims never go back, for then a writer got through that had been fenced, and that none was passed over, for then the log
// is no longer the one that was read before; they stop rather than show what may not be the truth.
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

/** A position that was kept belongs to records that are not those of the log: it was cut off, put back or made anew since. */
export class OtherHistory extends Error {
  readonly code = 'OTHER_HISTORY'
  readonly retriable = false

  constructor(message: string) {
    super(message)
    this.name = 'OtherHistory'
  }
}

/** What a PartitionClaimed record says. */
export interface ClaimRecord {
  readonly claimId: string
  /**
   * Null for the one that came second when two owners claimed an empty partition at once: each makes up an epoch; the one whose record did
   * not come first says so (it knew of no claim, yet is not at offset 0), claims again, and does not count.
   */
  readonly logEpoch: string | null
}

/** Null for every other event. */
export function claimRecordOf(event: Event, offset: number): ClaimRecord | null {
  if (event.type !== 'PartitionClaimed') return null
  const { claimId, logEpoch } = event as Event & { readonly claimId: string; readonly logEpoch: string }
  return { claimId, logEpoch: offset === 0 || event.meta.claim >= 0 ? logEpoch : null }
}

/** Answers the claim that an event was written under. Throws ClaimWentBack or OtherHistory. */
export type ClaimGuard = (offset: number, event: Event) => number

/**
 * Checks events in the order of their offsets; `newest` is the claim of the event before the first, -1 where it is not known. The claim
 * of a PartitionClaimed record is its own offset; its meta names one before it, and no later one.
 */
export function createClaimGuard(partition: number, newest = -1): ClaimGuard {
  let last = newest
  return (offset, event) => {
    const claimed = event.type === 'PartitionClaimed'
    const claim = claimed ? offset : event.meta.claim
    if (claim < last) throw new ClaimWentBack(partition, offset, claim, last)
    if (last >= 0 && event.meta.claim > last) {
      throw new OtherHistory(
        `event at offset ${offset} of partition ${partition} follows claim ${event.meta.claim}, what was read before it claim ${last}`,
      )
    }
    last = claim
    return claim
  }
}

/** Ids of the claims that a reader has passed: they name the record before any position that it may still say it has come to. */
export interface ClaimTrail {
  /** In the order of offsets. */
  note(offset: number, event: Event): void
  /** Id of the claim of the record before a position; positions asked for never go back. */
  before(nextOffset: number): string
}

/** `id` is that of the claim of the record before the first. */
export function createClaimTrail(id: string): ClaimTrail {
  let passed: readonly { readonly offset: number; readonly id: string }[] = [{ offset: -1, id }]
  return {
    note(offset, event) {
      const claimed = claimRecordOf(event, offset)
      if (claimed !== null) passed = [...passed, { offset, id: claimed.claimId }]
    },
    before(nextOffset) {
      const newest = passed.findLastIndex(({ offset }) => offset < nextOffset)
      passed = passed.slice(newest)
      return passed[0]!.id
    },
  }
}
