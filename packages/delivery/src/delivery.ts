// Delivery is one more reader of the events: for each event, who may see it, who of them is online, and one record to each
// node that holds their connections. A partition's position moves only when the link has taken everything before it, so a
// crash repeats and never skips. Nothing but caches is held in memory, and each carries its place in the log.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { ClaimGuard, EventLog, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { ClaimWentBack, createClaimGuard } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { type Addressed, address, groupNeeded, type ItemOf } from './address.ts'
import { type DeliveryCounters, noCounts } from './counters.ts'
import { type DeliveryLimits, defaultDeliveryLimits } from './delivery-limits.ts'
import { lookUp, queue } from './dispatch.ts'
import { bringsFirstMembers, isMemberEvent } from './group-stays.ts'
import { createMembershipCache, type Group, type MembershipCache } from './membership-cache.ts'
import { untilDone } from './retry.ts'

export interface DeliveryOptions {
  readonly log: Pick<EventLog<SkeinCommand, SkeinEvent>, 'tail' | 'bounds'>
  readonly presence: Pick<Presence, 'connectionsOf'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'flushed'>
  readonly membership: ReadMembership
  readonly itemOf: ItemOf
  readonly logger: Logger
  readonly limits?: Partial<DeliveryLimits>
}

export interface Delivery {
  /**
   * Delivers a partition's events from this offset on until the signal aborts, and then resolves. Rejects with ClaimWentBack,
   * or with what reading the log failed with; the position stays where it was. An offset no longer kept moves up to the first kept.
   */
  serve(partition: number, from: number, signal: AbortSignal): Promise<void>
  /** Offset of the first event not yet handed to the link; undefined for a partition never served. */
  position(partition: number): number | undefined
  readonly counters: Readonly<DeliveryCounters>
}

type EventRecord = StoredRecord<SkeinEvent | UndecodableRecord>

interface Served {
  readonly partition: number
  readonly signal: AbortSignal
  readonly checkClaim: ClaimGuard
  readonly members: MembershipCache
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { log, itemOf, logger } = options
  const presence = options.presence as Presence
  const link = options.link as NodeLink
  const limits = { ...defaultDeliveryLimits, ...options.limits }
  const counters = noCounts()
  const positions = new Map<number, number>()
  const serving = new Set<number>()

  async function serve(partition: number, from: number, signal: AbortSignal): Promise<void> {
    if (serving.has(partition)) throw new Error(`partition ${partition} is served already`)
    serving.add(partition)
    try {
      await follow(partition, from, signal)
    } catch (cause) {
      if (signal.aborted) return
      if (cause instanceof ClaimWentBack) {
        counters.stopped += 1
        logger.error({ partition, error: cause }, 'a fenced writer got through; partition stopped')
      }
      throw cause
    } finally {
      serving.delete(partition)
    }
  }

  async function follow(partition: number, asked: number, signal: AbortSignal): Promise<void> {
    const start = (await log.bounds('events', [partition])).get(partition)?.start ?? 0
    if (asked < start) logger.warn({ partition, asked, start }, 'events to deliver are no longer kept; going on with the first that is')
    const from = Math.max(asked, start)
    positions.set(partition, from)
    const members = createMembershipCache({ partition, from, membership: options.membership, limits, counters, logger })
    const served: Served = { partition, signal, checkClaim: createClaimGuard(partition), members }
    for await (const batch of log.tail('events', partition, { from, signal })) {
      await warm(served, batch)
      for (let at = 0; at < batch.length; ) at = await deliverSlice(served, batch, at)
    }
  }

  /** Makes the groups of a batch known; one created within the batch is not in the view yet and is made from its creation. */
  async function warm({ members, signal }: Served, batch: readonly EventRecord[]): Promise<void> {
    const needed: Group[] = []
    const created = new Set<string>()
    for (const { value } of batch) {
      if ('undecodable' in value) continue
      const group = groupNeeded(value)
      if (!group) continue
      if (value.type === 'GroupCreated') created.add(`${group.appId}/${group.conversationId}`)
      else if (created.size === 0 || !created.has(`${group.appId}/${group.conversationId}`)) needed.push(group)
    }
    await members.warm(needed, signal)
  }

  /** Delivers records from `at` on until enough recipients are together; answers the index of the first left. */
  async function deliverSlice(served: Served, batch: readonly EventRecord[], at: number): Promise<number> {
    const slice: Addressed[] = []
    let recipients = 0
    let next = at
    while (next < batch.length && (recipients === 0 || recipients < limits.recipientsMax)) {
      const addressed = read(served, batch[next]!, batch[next + 1])
      next += 1
      if (!addressed || addressed.userIds.length === 0) continue
      slice.push(addressed)
      recipients += addressed.userIds.length
    }
    if (slice.length > 0) await handOver(served, slice)
    counters.events += next - at
    counters.addressed += slice.length
    positions.set(served.partition, batch[next - 1]!.offset + 1)
    return next
  }

  /**
   * Takes one record in; reading goes once through the log, whatever is tried again afterwards. A group's first members come
   * with the event behind its creation and see that too: they are noted with it. Should a batch end between the two, they
   * find the creation in history.
   */
  function read({ partition, checkClaim, members }: Served, { offset, value }: EventRecord, following?: EventRecord): Addressed | null {
    if ('undecodable' in value) {
      counters.undecodable += 1
      logger.error({ partition, offset, error: value.cause }, 'an event cannot be decoded; it is not delivered')
      return null
    }
    checkClaim(offset, value)
    if (isMemberEvent(value)) members.note(offset, value)
    if (value.type === 'GroupCreated' && following && bringsFirstMembers(following.value, value)) {
      members.note(following.offset, following.value)
    }
    return address(value, itemOf, members.membersAt)
  }

  /** Looked up and queued anew at every attempt: connections may have moved meanwhile. */
  async function handOver({ partition, signal }: Served, slice: readonly Addressed[]): Promise<void> {
    let told = false
    const failed = (cause: unknown, message: string): null => {
      if (!told) logger.warn({ partition, error: cause }, message)
      told = true
      return null
    }
    await untilDone(
      async () => {
        counters.lookups += 1
        const online = await lookUp(presence, slice).catch((cause: unknown) => {
          counters.lookupFailures += 1
          return failed(cause, 'presence cannot be asked; trying again')
        })
        if (!online || signal.aborted) return null
        queue(link, slice, online, counters)
        return await link.flushed().then(
          () => true,
          (cause: unknown) => {
            counters.flushFailures += 1
            return failed(cause, 'the node link took not everything; trying again')
          },
        )
      },
      limits,
      signal,
    )
  }

  return { serve, position: (partition) => positions.get(partition), counters }
}
