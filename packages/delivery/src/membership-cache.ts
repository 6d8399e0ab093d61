// The groups of one partition whose members are known, or that are known to be large, at the place in the log where delivery stands. A group is read from
// the view together with the view's checkpoint; member changes between that checkpoint and our place are added from the
// changes seen here. A view further behind than these reach is waited for: nobody is guessed to be a member, or not to be.
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import type { Group } from './address.ts'
import type { DeliveryCounters } from './counters.ts'
import type { DeliveryLimits } from './delivery-limits.ts'
import { GroupStays } from './group-stays.ts'
import { LargeGroup } from './large-group.ts'
import type { ReadTurns } from './read-turns.ts'
import { untilDone } from './retry.ts'
import type { StayChange, StayFold } from './stay-change.ts'

export interface MembershipCacheOptions {
  readonly partition: number
  /** Offset of the first event that will be noted. */
  readonly from: number
  readonly membership: ReadMembership
  readonly turns: ReadTurns
  readonly limits: DeliveryLimits
  readonly counters: DeliveryCounters
  readonly logger: Logger
}

interface NotedChange {
  readonly offset: number
  readonly key: string
  readonly folds: readonly StayFold[]
}

export const keyOf = (group: Group): string => `${group.appId}/${group.conversationId}`

export class MembershipCache {
  readonly #options: MembershipCacheOptions
  /** Least recently used first. */
  readonly #groups = new Map<string, GroupStays | LargeGroup>()
  #recent: NotedChange[] = []
  /** Every member change from this offset on is among the recent ones. */
  #recentFrom: number
  /** Offset of the last of the recent changes, by group. */
  #lastChanges = new Map<string, number>()
  /** Stays added since they were last counted: counting all at every batch would cost more than it saves. */
  #grown = 0

  constructor(options: MembershipCacheOptions) {
    this.#options = options
    this.#recentFrom = options.from
  }

  /** Whether its members are; makes it the group used last. */
  knows(group: Group): boolean {
    const key = keyOf(group)
    const stays = this.#groups.get(key)
    if (!stays) return false
    this.#groups.delete(key)
    this.#groups.set(key, stays)
    return true
  }

  /**
   * Makes a group known where the noted events end, for events from this seq on. It stays known until others are forgotten for it.
   */
  async learn(group: Group, seq: number, signal: AbortSignal): Promise<void> {
    const { partition, membership, turns, limits, counters, logger } = this.#options
    const key = keyOf(group)
    let told = false
    await untilDone(
      () =>
        turns.take(async () => {
          counters.groupReads += 1
          try {
            const { checkpoint, members, stays } = await membership.stays(partition, group, { membersMax: limits.largeAboveMembers, seq })
            const { nextOffset } = checkpoint
            if (stays === null) return this.#take(key, new LargeGroup(nextOffset, members))
            if (nextOffset >= this.#recentFrom) return this.#take(key, new GroupStays(nextOffset, stays))
            counters.groupReadsBehind += 1
            const recentFrom = this.#recentFrom
            if (!told) logger.info({ partition, recentFrom, checkpoint: checkpoint.nextOffset }, 'waiting for the view of members')
          } catch (cause) {
            counters.groupReadFailures += 1
            if (!told) logger.warn({ partition, error: cause }, 'members cannot be read; trying again')
          }
          told = true
          return null
        }),
      limits,
      signal,
    )
  }

  #take(key: string, group: GroupStays | LargeGroup): true {
    for (const change of this.#recent) if (change.key === key) group.fold(change.offset, change)
    this.#groups.set(key, group)
    this.#grown += group.size + 1
    return true
  }

  /** Takes a member change in; to be called for every one, in the order of offsets. */
  note(offset: number, { group, begins, folds }: StayChange): void {
    const { recentChangesMax } = this.#options.limits
    const key = keyOf(group)
    this.#recent.push({ offset, key, folds })
    if (this.#recent.length > recentChangesMax * 2) {
      this.#recent = this.#recent.slice(-recentChangesMax)
      this.#recentFrom = this.#recent[0]!.offset
      this.#lastChanges = new Map(this.#recent.map((change) => [change.key, change.offset]))
    }
    this.#lastChanges.set(key, offset)
    this.#grown += folds.length
    if (begins && !this.#groups.has(key)) this.#groups.set(key, new GroupStays(offset, []))
    const known = this.#groups.get(key)
    if (known === undefined) return
    known.fold(offset, { folds })
    this.#resize(key, known)
  }

  /** It may have become large, or small: then who is in is to be learned anew. */
  #resize(key: string, known: GroupStays | LargeGroup): void {
    const { largeAboveMembers, smallBelowMembers } = this.#options.limits
    const { position, members } = known
    if (known instanceof LargeGroup) {
      if (members < smallBelowMembers) this.#groups.delete(key)
    } else if (members > largeAboveMembers) this.#groups.set(key, new LargeGroup(position, members))
  }

  /** Whether it is announced, and its members are not known here; it must be known. */
  isLarge(group: Group): boolean {
    return this.#groups.get(keyOf(group)) instanceof LargeGroup
  }

  /** From this offset on no stay in the group has changed before what will be noted next. */
  unchangedFrom(group: Group): number {
    const last = this.#lastChanges.get(keyOf(group))
    return last === undefined ? this.#recentFrom : last + 1
  }

  /** Users who may see this seq; the group must be known. */
  membersAt(group: Group, seq: number, since = seq): readonly string[] {
    const stays = this.#groups.get(keyOf(group))
    if (!(stays instanceof GroupStays)) throw new Error(`the members of ${keyOf(group)} are not known`)
    return stays.membersAt(seq, since)
  }

  /** But for those that are waited for. */
  forgetOldest(isWaitedFor: (key: string) => boolean): void {
    const { staysMax } = this.#options.limits
    if (this.#grown < staysMax / 8) return
    this.#grown = 0
    let total = 0
    for (const stays of this.#groups.values()) total += stays.size + 1
    for (const [key, stays] of this.#groups) {
      if (total <= staysMax) return
      if (isWaitedFor(key)) continue
      this.#groups.delete(key)
      total -= stays.size + 1
    }
  }
}
