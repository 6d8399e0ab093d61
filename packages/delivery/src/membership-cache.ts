// The groups of one partition whose members are known, at the place in the log where delivery stands. A group is read from
// the view together with the view's checkpoint; member changes between that checkpoint and our place are added from the
// changes seen here. A view further behind than these reach is waited for: nobody is guessed to be a member, or not to be.
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import type { DeliveryCounters } from './counters.ts'
import type { DeliveryLimits } from './delivery-limits.ts'
import { GroupStays, type MemberEvent } from './group-stays.ts'
import { untilDone } from './retry.ts'

export interface Group {
  readonly appId: string
  readonly conversationId: string
}

export interface MembershipCache {
  /** Makes these groups known where the noted events end. They stay known until the next call, which may forget others. */
  warm(groups: readonly Group[], signal: AbortSignal): Promise<void>
  /** Takes a member change in; to be called for every one, in the order of offsets. */
  note(offset: number, event: MemberEvent): void
  /** Users who may see this seq; the group must be known. */
  membersAt(group: Group, seq: number): string[]
}

interface Options {
  readonly partition: number
  /** Offset of the first event that will be noted. */
  readonly from: number
  readonly membership: ReadMembership
  readonly limits: DeliveryLimits
  readonly counters: DeliveryCounters
  readonly logger: Logger
}

interface Change {
  readonly offset: number
  readonly key: string
  readonly event: MemberEvent
}

const keyOf = (group: Group): string => `${group.appId}/${group.conversationId}`

export function createMembershipCache(options: Options): MembershipCache {
  const { partition, membership, limits, counters, logger } = options
  /** Least recently used first. */
  const groups = new Map<string, GroupStays>()
  let recent: Change[] = []
  /** Every member change from this offset on is in `recent`. */
  let recentFrom = options.from

  /** Stays added since they were last counted: counting all at every batch would cost more than it saves. */
  let grown = 0

  async function read(group: Group, signal: AbortSignal): Promise<GroupStays> {
    let told = false
    return untilDone(
      async () => {
        counters.groupReads += 1
        try {
          const { checkpoint, stays } = await membership.stays(partition, group.appId, group.conversationId)
          if (checkpoint.nextOffset >= recentFrom) return new GroupStays(checkpoint.nextOffset, stays)
          counters.groupReadsBehind += 1
          if (!told) logger.info({ partition, recentFrom, checkpoint: checkpoint.nextOffset }, 'waiting for the view of members')
        } catch (cause) {
          counters.groupReadFailures += 1
          if (!told) logger.warn({ partition, error: cause }, 'members cannot be read; trying again')
        }
        told = true
        return null
      },
      limits,
      signal,
    )
  }

  async function learn(group: Group, signal: AbortSignal): Promise<void> {
    const stays = await read(group, signal)
    const key = keyOf(group)
    for (const change of recent) if (change.key === key) stays.fold(change.offset, change.event)
    groups.set(key, stays)
    grown += stays.size + 1
  }

  function forgetOldest(pinned: ReadonlySet<string>): void {
    if (grown < limits.staysMax / 8) return
    grown = 0
    let total = 0
    for (const stays of groups.values()) total += stays.size + 1
    for (const [key, stays] of groups) {
      if (total <= limits.staysMax) return
      if (pinned.has(key)) continue
      groups.delete(key)
      total -= stays.size + 1
    }
  }

  return {
    async warm(list, signal) {
      const missing = new Map<string, Group>()
      const pinned = new Set<string>()
      for (const group of list) {
        const key = keyOf(group)
        if (pinned.has(key)) continue
        pinned.add(key)
        const known = groups.get(key)
        if (known) {
          groups.delete(key)
          groups.set(key, known)
        } else missing.set(key, group)
      }
      const waiting = [...missing.values()]
      const readers = Array.from({ length: Math.min(limits.groupReadsMax, waiting.length) }, async () => {
        for (let group = waiting.pop(); group; group = waiting.pop()) await learn(group, signal)
      })
      await Promise.all(readers)
      forgetOldest(pinned)
    },
    note(offset, event) {
      const key = keyOf({ appId: event.meta.appId, conversationId: event.conversationId })
      recent.push({ offset, key, event })
      if (recent.length > limits.recentChangesMax * 2) {
        recent = recent.slice(-limits.recentChangesMax)
        recentFrom = recent[0]!.offset
      }
      grown += event.type === 'MembersAdded' ? event.members.length : 1
      const known = groups.get(key)
      if (known) known.fold(offset, event)
      // A group begins with its creation: nothing of it can be in the view alone.
      else if (event.type === 'GroupCreated') {
        const created = new GroupStays(offset, [])
        created.fold(offset, event)
        groups.set(key, created)
      }
    },
    membersAt(group, seq) {
      const stays = groups.get(keyOf(group))
      if (!stays) throw new Error(`the members of ${keyOf(group)} are not known`)
      return stays.membersAt(seq)
    },
  }
}
