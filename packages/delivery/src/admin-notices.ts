// Notices for the owner and admins of a group, small or large: who they are is read from the view once that contains the event, so that nobody is told
// who was none any more by then. Those of one group are told in their order, one read for all that wait. A notice may be lost, and what it tells is
// told by sync as well: one whose view is too far behind is given up, and keeps nothing else from being delivered for long.
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { type Addressed, type AdminsNeeded, noticeTo, type ShownEvent } from './address.ts'
import type { DeliveryCounters } from './counters.ts'
import type { DeliveryLimits } from './delivery-limits.ts'
import { keyOf } from './membership-cache.ts'
import { untilDone } from './retry.ts'

export interface AdminNoticesOptions {
  readonly partition: number
  readonly membership: Pick<ReadMembership, 'admins'>
  readonly limits: DeliveryLimits
  readonly counters: DeliveryCounters
  readonly logger: Logger
  readonly signal: AbortSignal
  readonly handOver: (first: number, slice: readonly Addressed[]) => void
  /** Told when some of what waited was handed over, or given up. */
  readonly handed: () => void
  /** Told what ended the handing over before the signal did. */
  readonly failed: (error: unknown) => void
}

interface Waiting {
  readonly offset: number
  readonly told: ShownEvent
  readonly needed: AdminsNeeded
}

const waitingBytes = 1_000

export class AdminNotices {
  readonly #options: AdminNoticesOptions
  /** In the order of offsets; there is something of each group. */
  readonly #groups = new Map<string, Waiting[]>()
  #count = 0

  constructor(options: AdminNoticesOptions) {
    this.#options = options
  }

  /** Before this offset nothing waits; Infinity where nothing does at all. */
  get oldest(): number {
    let oldest = Number.POSITIVE_INFINITY
    for (const [first] of this.#groups.values()) oldest = Math.min(oldest, first!.offset)
    return oldest
  }

  get bytes(): number {
    return this.#count * waitingBytes
  }

  push(offset: number, told: ShownEvent, needed: AdminsNeeded): void {
    const key = keyOf(needed.group)
    const known = this.#groups.get(key)
    this.#count += 1
    if (known) {
      known.push({ offset, told, needed })
      return
    }
    const waiting = [{ offset, told, needed }]
    this.#groups.set(key, waiting)
    this.#carry(key, waiting).catch((error: unknown) => {
      if (!this.#options.signal.aborted) this.#options.failed(error)
    })
  }

  async #carry(key: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const { offset: first, needed } = waiting[0]!
      const { admins, nextOffset } = await this.#adminsAfter(first, needed)
      const count = waiting.findIndex(({ offset }) => offset >= nextOffset)
      const taken = waiting.slice(0, count < 0 ? waiting.length : count)
      const slice = taken.map(({ told, needed: { besides } }) =>
        noticeTo(
          told,
          admins.filter((userId) => !besides.includes(userId)),
        ),
      )
      this.#options.handOver(
        first,
        slice.filter(({ userIds }) => userIds.length > 0),
      )
      waiting.splice(0, taken.length)
      this.#count -= taken.length
      if (waiting.length === 0) this.#groups.delete(key)
      this.#options.handed()
    }
  }

  /** As they were at a moment behind the event; where that is not known in time, nobody, and for this event alone. */
  async #adminsAfter(
    offset: number,
    { group }: AdminsNeeded,
  ): Promise<{ readonly admins: readonly string[]; readonly nextOffset: number }> {
    const { partition, membership, limits, counters, logger, signal } = this.#options
    const patience = AbortSignal.timeout(limits.adminsPatienceMs)
    try {
      return await untilDone(
        async () => {
          counters.groupReads += 1
          const read = await membership.admins(partition, group, limits.adminsToldMax).catch((cause: unknown) => {
            counters.groupReadFailures += 1
            logger.debug({ partition, error: cause }, 'owner and admins of a group cannot be read; trying again')
            return null
          })
          if (read === null) return null
          if (read.checkpoint.nextOffset > offset) return { admins: read.userIds, nextOffset: read.checkpoint.nextOffset }
          counters.groupReadsBehind += 1
          return null
        },
        limits,
        AbortSignal.any([signal, patience]),
      )
    } catch (cause) {
      if (signal.aborted || !patience.aborted) throw cause
      logger.warn({ partition, offset }, 'owner and admins of a group were not told of something: the view does not know them in time')
      return { admins: [], nextOffset: offset + 1 }
    }
  }
}
