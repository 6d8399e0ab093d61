// Delivery of one partition from one place in its log on, batch by batch: hands its events over in slices, to connections of this process
// at once, to those elsewhere as soon as they have been looked up. Reading goes once through the log, whatever is tried again afterwards.
// Events of a group whose members are not known yet wait for them aside, in their order, and nobody else's wait with them; the position
// stays before the first that waits.
import type { SkeinEvent } from '@skein/contracts'
import type { GroupPosition, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import { createClaimGuard, createClaimTrail } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import { unlessAborted } from '@skein/timing'
import {
  type Addressed,
  address,
  adminsNeeded,
  announce,
  type Group,
  type GroupPlace,
  groupNeeded,
  hasRecipients,
  type ShownEvent,
  show,
} from './address.ts'
import { AdminNotices } from './admin-notices.ts'
import { queueHere } from './dispatch.ts'
import { ElsewhereQueue } from './elsewhere-queue.ts'
import { keyOf, MembershipCache, type MembershipCacheOptions } from './membership-cache.ts'
import { ReadTurns } from './read-turns.ts'
import { stayChangeOf } from './stay-change.ts'

type EventRecord = StoredRecord<SkeinEvent | UndecodableRecord>

export interface PartitionDeliveryOptions extends Omit<MembershipCacheOptions, 'from' | 'turns'> {
  readonly from: GroupPosition
  readonly presence: Pick<Presence, 'connectionsHere' | 'connectionsElsewhere' | 'gatewayHere' | 'gatewaysElsewhere'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'lost' | 'flushed'>
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

/** An event of a group with what was known of its members' changes when it was read. */
interface Placed {
  readonly told: ShownEvent
  readonly place: GroupPlace
}

/** Events of a group that wait until its members are known. */
interface Held {
  readonly first: number
  readonly events: Placed[]
  bytes: number
}

const heldEventBytes = 500

export class PartitionDelivery {
  readonly #options: PartitionDeliveryOptions
  readonly #members: MembershipCache
  readonly #checkClaim: ReturnType<typeof createClaimGuard>
  readonly #claims: ReturnType<typeof createClaimTrail>
  readonly #elsewhere: ElsewhereQueue
  readonly #toAdmins: AdminNotices
  /** Groups that are waited for. */
  readonly #held = new Map<string, Held>()
  #heldBytes = 0
  #released: (() => void) | null = null
  /** Offset behind what was read and is not held. */
  #next: number

  constructor(options: PartitionDeliveryOptions) {
    this.#options = options
    const turns = new ReadTurns(options.limits.groupReadsMax)
    this.#members = new MembershipCache({ ...options, turns, from: options.from.nextOffset })
    this.#checkClaim = createClaimGuard(options.partition)
    this.#claims = createClaimTrail(options.from.record)
    this.#next = options.from.nextOffset
    const handed = () => {
      this.#tellPosition()
      this.#released?.()
    }
    this.#elsewhere = new ElsewhereQueue({ ...options, handed })
    this.#toAdmins = new AdminNotices({ ...options, turns, handed, handOver: (first, slice) => this.#handOver(first, slice) })
  }

  async deliver(records: readonly EventRecord[]): Promise<void> {
    const { limits } = this.#options
    const batch = records.map((record) => this.#read(record))
    this.#members.forgetOldest((key) => this.#held.has(key))
    for (let at = 0; at < batch.length; ) {
      at = this.#deliverSlice(batch, at)
      while (this.#heldBytes > limits.heldBytesMax || this.#elsewhere.isFull) await this.#nextRelease()
    }
  }

  /** Resolves when all that was read and is not held was handed over, or nothing is any more. */
  settled(): Promise<void> {
    return this.#elsewhere.settled()
  }

  #read({ offset, value }: EventRecord): Read {
    if (!('undecodable' in value)) return { offset, told: show(value) }
    const { partition, logger, counters } = this.#options
    counters.undecodable += 1
    logger.error({ partition, offset, error: value.cause }, 'an event cannot be decoded; it is not delivered')
    return { offset, told: null }
  }

  /** Delivers records from `at` on until enough recipients are together; answers the index of the first left. */
  #deliverSlice(batch: readonly Read[], at: number): number {
    const { limits, counters } = this.#options
    const slice: Addressed[] = []
    let recipients = 0
    let next = at
    while (next < batch.length && (recipients === 0 || recipients < limits.recipientsMax)) {
      const addressed = this.#take(batch[next]!).filter(hasRecipients)
      next += 1
      slice.push(...addressed)
      for (const { userIds } of addressed) recipients += userIds.length
    }
    counters.events += next - at
    this.#handOver(batch[at]!.offset, slice)
    this.#next = batch[next - 1]!.offset + 1
    this.#tellPosition()
    return next
  }

  #tellPosition(): void {
    let position = Math.min(this.#next, this.#elsewhere.oldest, this.#toAdmins.oldest)
    for (const { first } of this.#held.values()) position = Math.min(position, first)
    this.#options.reached({ nextOffset: position, record: this.#claims.before(position) })
  }

  #take({ offset, told }: Read): readonly Addressed[] {
    if (told === null) return []
    this.#checkClaim(offset, told.event)
    this.#claims.note(offset, told.event)
    const change = stayChangeOf(told.event)
    const group = groupNeeded(told)
    const unchangedFrom = group === null ? 0 : this.#members.unchangedFrom(group)
    if (change) this.#members.note(offset, change)
    const admins = adminsNeeded(told)
    if (admins !== null) return [this.#toAdmins.push(offset, told, admins)]
    if (group === null) return this.#address(told)
    const placed = { told, place: { partition: this.#options.partition, offset, unchangedFrom, change } }
    if (!this.#held.has(keyOf(group)) && this.#members.knows(group)) return this.#addressGroup(placed, group)
    this.#hold(placed, group)
    return []
  }

  #address(told: ShownEvent): readonly Addressed[] {
    return address(told, (group, seq, since) => this.#members.membersAt(group, seq, since))
  }

  /** The group must be known. */
  #addressGroup({ told, place }: Placed, group: Group): readonly Addressed[] {
    return this.#members.isLarge(group) ? announce(told, place) : this.#address(told)
  }

  #hold(placed: Placed, group: Group): void {
    const { told, place } = placed
    const key = keyOf(group)
    const known = this.#held.get(key)
    const held = known ?? { first: place.offset, events: [], bytes: 0 }
    const bytes = heldEventBytes + (told.shown.item?.length ?? 0)
    held.events.push(placed)
    held.bytes += bytes
    this.#heldBytes += bytes
    if (known) return
    this.#held.set(key, held)
    this.#release(key, held, group).catch(this.#options.failed)
  }

  /** Hands over what is held of a group as soon as its members are known; what comes then follows it. */
  async #release(key: string, held: Held, group: Group): Promise<void> {
    // What was learned may have become too small for its plan in the turn of its learning.
    const { seq } = held.events[0]!.told.place!
    while (!this.#members.knows(group)) await this.#members.learn(group, seq, this.#options.signal)
    this.#held.delete(key)
    this.#handOver(held.first, held.events.flatMap((placed) => this.#addressGroup(placed, group)).filter(hasRecipients))
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
  #handOver(first: number, slice: readonly Addressed[]): void {
    if (slice.length === 0) return
    this.#options.counters.addressed += slice.length
    for (const addressed of slice) queueHere(this.#options, addressed)
    this.#elsewhere.push(first, slice)
  }
}
