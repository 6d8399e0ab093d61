// Delivery of one partition from one place in its log on, batch by batch: hands its events over in slices. Reading goes once through the
// log, whatever is tried again afterwards. Events of a group whose members are not known yet wait for them aside, in their order, and
// nobody else's wait with them; the position stays before the first that waits.
import type { SkeinEvent } from '@skein/contracts'
import type { GroupPosition, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { createClaimGuard, createClaimTrail } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import { unlessAborted } from '@skein/timing'
import { type Addressed, address, type Group, groupNeeded, type ShownEvent, show } from './address.ts'
import { lookUp, queue } from './dispatch.ts'
import { keyOf, MembershipCache, type MembershipCacheOptions } from './membership-cache.ts'
import { untilDone } from './retry.ts'
import { stayChangeOf } from './stay-change.ts'

type EventRecord = StoredRecord<SkeinEvent | UndecodableRecord>

export interface PartitionDeliveryOptions extends Omit<MembershipCacheOptions, 'from'> {
  readonly from: GroupPosition
  readonly presence: Pick<Presence, 'connectionsOf'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'flushed'>
  readonly signal: AbortSignal
  /** Told of the position before which the link has taken everything. */
  readonly reached: (position: GroupPosition) => void
  /** Told what ends the delivery of the partition while nothing is being read. */
  readonly failed: (error: unknown) => void
}

interface Read {
  readonly offset: number
  /** Null for what cannot be decoded. */
  readonly told: ShownEvent | null
}

/** Events of a group that wait until its members are known. */
interface Held {
  readonly first: number
  readonly events: ShownEvent[]
  bytes: number
}

const heldEventBytes = 500

export class PartitionDelivery {
  readonly #options: PartitionDeliveryOptions
  readonly #members: MembershipCache
  readonly #checkClaim: ReturnType<typeof createClaimGuard>
  readonly #claims: ReturnType<typeof createClaimTrail>
  /** Groups that are waited for. */
  readonly #held = new Map<string, Held>()
  /** What is held, and what was until now and is being handed over. */
  readonly #open = new Set<Held>()
  #heldBytes = 0
  #released: (() => void) | null = null
  /** Offset behind what was read and is not held. */
  #next: number
  /** Slices are handed over one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: PartitionDeliveryOptions) {
    this.#options = options
    this.#members = new MembershipCache({ ...options, from: options.from.nextOffset })
    this.#checkClaim = createClaimGuard(options.partition)
    this.#claims = createClaimTrail(options.from.record)
    this.#next = options.from.nextOffset
  }

  async deliver(records: readonly EventRecord[]): Promise<void> {
    const { limits, signal } = this.#options
    const batch = records.map((record) => this.#read(record))
    this.#members.forgetOldest((key) => this.#held.has(key))
    for (let at = 0; at < batch.length; ) {
      at = await this.#deliverSlice(batch, at)
      while (this.#heldBytes > limits.heldBytesMax && !signal.aborted) await this.#nextRelease()
    }
  }

  #read({ offset, value }: EventRecord): Read {
    if (!('undecodable' in value)) return { offset, told: show(value) }
    const { partition, logger, counters } = this.#options
    counters.undecodable += 1
    logger.error({ partition, offset, error: value.cause }, 'an event cannot be decoded; it is not delivered')
    return { offset, told: null }
  }

  /** Delivers records from `at` on until enough recipients are together; answers the index of the first left. */
  async #deliverSlice(batch: readonly Read[], at: number): Promise<number> {
    const { limits, counters } = this.#options
    const slice: Addressed[] = []
    let recipients = 0
    let next = at
    while (next < batch.length && (recipients === 0 || recipients < limits.recipientsMax)) {
      const addressed = this.#take(batch[next]!).filter(({ userIds }) => userIds.length > 0)
      next += 1
      slice.push(...addressed)
      for (const { userIds } of addressed) recipients += userIds.length
    }
    counters.events += next - at
    await this.#handOver(slice)
    this.#next = batch[next - 1]!.offset + 1
    this.#tellPosition()
    return next
  }

  #tellPosition(): void {
    let position = this.#next
    for (const { first } of this.#open) position = Math.min(position, first)
    this.#options.reached({ nextOffset: position, record: this.#claims.before(position) })
  }

  #take({ offset, told }: Read): readonly Addressed[] {
    if (told === null) return []
    this.#checkClaim(offset, told.event)
    this.#claims.note(offset, told.event)
    const change = stayChangeOf(told.event)
    if (change) this.#members.note(offset, change)
    const group = groupNeeded(told)
    if (group !== null && (this.#held.has(keyOf(group)) || !this.#members.knows(group))) {
      this.#hold(offset, told, group)
      return []
    }
    return this.#address(told)
  }

  #address(told: ShownEvent): readonly Addressed[] {
    return address(told, (group, seq, since) => this.#members.membersAt(group, seq, since))
  }

  #hold(offset: number, told: ShownEvent, group: Group): void {
    const key = keyOf(group)
    let held = this.#held.get(key)
    if (!held) {
      held = { first: offset, events: [], bytes: 0 }
      this.#held.set(key, held)
      this.#open.add(held)
      this.#release(key, held, group).catch(this.#options.failed)
    }
    const bytes = heldEventBytes + (told.shown.item?.length ?? 0)
    held.events.push(told)
    held.bytes += bytes
    this.#heldBytes += bytes
  }

  /** Hands over what is held of a group as soon as its members are known; what comes then follows it. */
  async #release(key: string, held: Held, group: Group): Promise<void> {
    await this.#members.learn(group, this.#options.signal)
    this.#held.delete(key)
    await this.#handOver(held.events.flatMap((told) => this.#address(told)).filter(({ userIds }) => userIds.length > 0))
    this.#open.delete(held)
    this.#heldBytes -= held.bytes
    this.#tellPosition()
    this.#released?.()
  }

  #nextRelease(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#released = resolve
    return unlessAborted(promise, this.#options.signal)
  }

  /** Behind all that was handed over before. */
  #handOver(slice: readonly Addressed[]): Promise<void> {
    this.#options.counters.addressed += slice.length
    if (slice.length === 0) return this.#turn.then(() => {})
    const handed = this.#turn.then(() => this.#carry(slice))
    this.#turn = handed.catch(() => {})
    return handed
  }

  /** Looked up and queued anew at every attempt: connections may have moved meanwhile. */
  async #carry(slice: readonly Addressed[]): Promise<void> {
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
