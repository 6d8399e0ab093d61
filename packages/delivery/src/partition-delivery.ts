// Delivery of one partition from one place in its log on, batch by batch: makes the groups of a batch known, then hands its
// events over in slices. Reading goes once through the log, whatever is tried again afterwards.
import type { SkeinEvent } from '@skein/contracts'
import type { StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { createClaimGuard } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import { type Addressed, address, type Group, groupNeeded, type ShownEvent, show } from './address.ts'
import { lookUp, queue } from './dispatch.ts'
import { MembershipCache, type MembershipCacheOptions } from './membership-cache.ts'
import { untilDone } from './retry.ts'
import { stayChangeOf } from './stay-change.ts'

type EventRecord = StoredRecord<SkeinEvent | UndecodableRecord>

export interface PartitionDeliveryOptions extends MembershipCacheOptions {
  readonly presence: Pick<Presence, 'connectionsOf'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'flushed'>
  readonly signal: AbortSignal
  /** Told of the offset before which the link has taken everything. */
  readonly reached: (next: number) => void
}

interface Read {
  readonly offset: number
  /** Null for what cannot be decoded. */
  readonly told: ShownEvent | null
}

export class PartitionDelivery {
  readonly #options: PartitionDeliveryOptions
  readonly #members: MembershipCache
  readonly #checkClaim: ReturnType<typeof createClaimGuard>

  constructor(options: PartitionDeliveryOptions) {
    this.#options = options
    this.#members = new MembershipCache(options)
    this.#checkClaim = createClaimGuard(options.partition)
  }

  async deliver(records: readonly EventRecord[]): Promise<void> {
    const batch = records.map((record) => this.#read(record))
    await this.#warm(batch)
    for (let at = 0; at < batch.length; ) at = await this.#deliverSlice(batch, at)
  }

  #read({ offset, value }: EventRecord): Read {
    if (!('undecodable' in value)) return { offset, told: show(value) }
    const { partition, logger, counters } = this.#options
    counters.undecodable += 1
    logger.error({ partition, offset, error: value.cause }, 'an event cannot be decoded; it is not delivered')
    return { offset, told: null }
  }

  /** Makes the groups of a batch known, but for those that begin in it: they are in no view yet. */
  async #warm(batch: readonly Read[]): Promise<void> {
    const firsts = new Map<string, { readonly group: Group; readonly seq: number }>()
    for (const { told } of batch) {
      const group = told && groupNeeded(told)
      if (!group) continue
      const key = `${group.appId}/${group.conversationId}`
      if (!firsts.has(key)) firsts.set(key, { group, seq: told.place!.seq })
    }
    const needed = [...firsts.values()].flatMap(({ group, seq }) => (seq > 1 ? [group] : []))
    await this.#members.warm(needed, this.#options.signal)
  }

  /** Delivers records from `at` on until enough recipients are together; answers the index of the first left. */
  async #deliverSlice(batch: readonly Read[], at: number): Promise<number> {
    const { limits, counters, reached } = this.#options
    const slice: Addressed[] = []
    let recipients = 0
    let next = at
    while (next < batch.length && (recipients === 0 || recipients < limits.recipientsMax)) {
      const addressed = this.#take(batch[next]!).filter(({ userIds }) => userIds.length > 0)
      next += 1
      slice.push(...addressed)
      for (const { userIds } of addressed) recipients += userIds.length
    }
    if (slice.length > 0) await this.#handOver(slice)
    counters.events += next - at
    counters.addressed += slice.length
    reached(batch[next - 1]!.offset + 1)
    return next
  }

  #take({ offset, told }: Read): readonly Addressed[] {
    if (told === null) return []
    this.#checkClaim(offset, told.event)
    const change = stayChangeOf(told.event)
    if (change) this.#members.note(offset, change)
    return address(told, (group, seq, since) => this.#members.membersAt(group, seq, since))
  }

  /** Looked up and queued anew at every attempt: connections may have moved meanwhile. */
  async #handOver(slice: readonly Addressed[]): Promise<void> {
    const { partition, presence, link, signal, limits, counters, logger } = this.#options
    let warned = false
    const failed = (cause: unknown, message: string): null => {
      if (!warned) logger.warn({ partition, error: cause }, message)
      warned = true
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
}
