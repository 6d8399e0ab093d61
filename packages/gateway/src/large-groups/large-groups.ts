// The members of large groups that are connected here. Nobody else lists them: an event of such a group is announced to this node once, and told
// to those whose stay covers it. A group is learned at the first announcement, people at the first after they came: their stays are read, and what is
// announced meanwhile waits for them alone. An announcement says from where on no stay had changed before it: where that is
// beyond what is contained here, something passed this node by, and the group is learned anew.
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { pause, Turns, within } from '@skein/timing'
import type { GatewayLimits } from '../limits.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { type Announced, bytesOf, type Telling } from './announced.ts'
import { Cohort } from './cohort.ts'
import { KnownGroup } from './known-group.ts'
import { type Peer, PeopleHere, type Person } from './people-here.ts'
import type { Stay } from './stays.ts'
import { Tellings } from './tellings.ts'

export type LargeGroupLimits = Pick<
  GatewayLimits,
  | 'groupReadsMax'
  | 'groupHeldBytesMax'
  | 'groupMembersKeptMax'
  | 'groupRetryMsMin'
  | 'groupRetryMsMax'
  | 'joinsEveryMs'
  | 'crowdEveryMs'
  | 'crowdMembersMin'
  | 'toldPerTurn'
  | 'groupWaitingBytesMax'
  | 'tellingBytesMax'
  | 'queuedBytesSoft'
  | 'viewReadMs'
>

export interface LargeGroupsOptions<P extends Peer> {
  readonly membership: Pick<ReadMembership, 'staysOf'>
  readonly limits: LargeGroupLimits
  readonly logger: Logger
  readonly push: (connection: P, bytes: Uint8Array) => void
  /** Something was kept from this connection: it has to sync. */
  readonly resync: (connection: P) => void
}

type Known<P extends Peer> = { readonly key: string; readonly group: KnownGroup<P> }

export class LargeGroups<P extends Peer> {
  readonly #options: LargeGroupsOptions<P>
  readonly #people = new PeopleHere<P>()
  /** Least recently used first. */
  readonly #groups = new Map<string, KnownGroup<P>>()
  readonly #tellings: Tellings<P>
  readonly #turns: Turns
  readonly #closing = new AbortController()
  /** Of all cohorts. */
  #heldBytes = 0
  /** Of all groups. */
  #waitingBytes = 0
  /** Announcements since members were last counted. */
  #since = 0
  /** Reads of stays. */
  reads = 0

  constructor(options: LargeGroupsOptions<P>) {
    this.#options = options
    const { groupReadsMax, toldPerTurn } = options.limits
    this.#tellings = new Tellings({ push: options.push, toldPerTurn, told: (group) => this.#told(group) })
    this.#turns = new Turns({ placesMax: groupReadsMax, placesPerKeyMax: groupReadsMax, restMaxMs: 0 })
  }

  /** It is logged in: what is announced from here on is told to it. */
  came(who: { readonly appId: string; readonly userId: string }, connection: P): void {
    this.#people.came(who, connection)
  }

  went(who: { readonly appId: string; readonly userId: string }, connection: P): void {
    this.#people.went(who, connection)
  }

  take(announced: Announced): void {
    const { appId, conversationId, offset, unchangedFrom, steps } = announced.group
    const key = `${appId}/${conversationId}`
    let group = this.#groups.get(key)
    if (group !== undefined && offset < group.position) {
      this.#repeat(group, announced)
      return
    }
    if (group !== undefined && group.position < unchangedFrom) group = this.#forget(key, group)
    const newcomers = this.#people.cameAfter(appId, group?.askedUpTo ?? 0)
    if (group === undefined && newcomers.length === 0) return
    group ??= new KnownGroup({ appId, conversationId }, this.#people)
    this.#groups.delete(key)
    this.#groups.set(key, group)
    group.askedUpTo = this.#people.newest
    if (newcomers.length > 0) this.#ask({ key, group }, announced, newcomers)
    group.fold(steps)
    group.position = offset + 1
    this.#tell(group, announced)
    for (const cohort of group.cohorts) this.#hold(cohort, announced)
    this.#forgetOldest()
  }

  close(): void {
    this.#closing.abort()
    this.#tellings.close()
    for (const { timer } of this.#groups.values()) clearTimeout(timer)
    this.#groups.clear()
  }

  /**
   * Behind one that stands after it in the log: again, or late, as from who served the partition before. Who came since has it by a sync; those
   * who are asked about anew may not have been told. What is read of them contains what it does to stays, or it is held as well.
   */
  #repeat(group: KnownGroup<P>, announced: Announced): void {
    this.#begin(group, group.telling([announced]))
    for (const cohort of group.cohorts) this.#hold(cohort, announced)
  }

  /**
   * News of people who came wait for more of their kind, but not beyond anything else, so that everything comes in its order. What is said to a crowd
   * waits a moment for what is said next, where it was told something a moment ago.
   */
  #tell(group: KnownGroup<P>, announced: Announced): void {
    const now = monotonicMs()
    const dueAt = announced.group.joins ? Math.max(group.joinsDueAt, group.dueAt) : group.dueAt
    const bytes = bytesOf(announced)
    group.waiting.push(announced)
    group.waitingBytes += bytes
    this.#waitingBytes += bytes
    if (group.waitingBytes >= this.#options.limits.groupWaitingBytesMax || this.#isFull()) this.#tellWaiting(group)
    else if (dueAt <= now) this.#tellDue(group)
    else if (dueAt < group.timerAt) {
      clearTimeout(group.timer)
      group.timerAt = dueAt
      group.timer = setTimeout(() => this.#tellDue(group), dueAt - now)
    }
  }

  /** With all that comes until what was said before has been told. */
  #tellDue(group: KnownGroup<P>): void {
    if (group.tellings.length === 0) this.#tellWaiting(group)
    else group.due = true
  }

  #told(group: KnownGroup<P>): void {
    group.told()
    if (group.due) this.#tellWaiting(group)
  }

  #tellWaiting(group: KnownGroup<P>): void {
    const { joinsEveryMs, crowdEveryMs, crowdMembersMin } = this.#options.limits
    clearTimeout(group.timer)
    group.timerAt = Number.POSITIVE_INFINITY
    group.due = false
    this.#waitingBytes -= group.waitingBytes
    group.waitingBytes = 0
    const list = group.waiting.splice(0)
    if (list.length === 0) return
    const now = monotonicMs()
    if (group.members.size >= crowdMembersMin) group.dueAt = now + crowdEveryMs
    if (list.some((announced) => announced.group.joins)) group.joinsDueAt = now + joinsEveryMs
    this.#begin(group, group.telling(list))
  }

  /** Where more is said than is told, whoever says it has to wait. */
  #begin(group: KnownGroup<P>, telling: Telling<P>): void {
    const bytes = group.tellings.reduce((sum, other) => sum + other.bytes, telling.bytes)
    if (bytes > this.#options.limits.groupWaitingBytesMax) this.#tellings.end(group)
    this.#tellings.begin(group, telling)
    if (this.#isFull()) this.#tellings.end(group)
  }

  #isFull(): boolean {
    return this.#tellings.bytes + this.#waitingBytes > this.#options.limits.tellingBytesMax
  }

  #hold(cohort: Cohort<P>, announced: Announced): void {
    const { groupHeldBytesMax, queuedBytesSoft } = this.#options.limits
    this.#heldBytes -= cohort.heldBytes
    cohort.hold(announced, queuedBytesSoft)
    if (this.#heldBytes + cohort.heldBytes > groupHeldBytesMax) cohort.forgetUpTo(announced.group.offset + 1)
    this.#heldBytes += cohort.heldBytes
  }

  #letGo(cohort: Cohort<P>): void {
    this.#heldBytes -= cohort.heldBytes
    cohort.letGo()
  }

  #ask(known: Known<P>, { group: { partition, unchangedFrom } }: Announced, people: readonly Person<P>[]): void {
    const cohort = new Cohort(people, unchangedFrom)
    known.group.cohorts.add(cohort)
    this.#learn(known, partition, cohort).catch((error: unknown) => {
      if (!this.#closing.signal.aborted) this.#options.logger.error({ error }, 'members of a large group cannot be learned')
    })
  }

  /** Reads until the views contain what is not held. */
  async #learn(known: Known<P>, partition: number, cohort: Cohort<P>): Promise<void> {
    const { limits, logger } = this.#options
    const { signal } = this.#closing
    let told = false
    for (let delayMs = limits.groupRetryMsMin; ; delayMs = Math.min(delayMs * 2, limits.groupRetryMsMax)) {
      const read = await this.#read(known.group, partition, cohort).catch((error: unknown) => {
        if (!told && known.group.cohorts.has(cohort)) logger.warn({ error }, 'members of a large group cannot be read; trying again')
        told = true
        return null
      })
      // Forgotten meanwhile, with whom it was asked for.
      if (signal.aborted || !known.group.cohorts.has(cohort)) return
      if (read !== null && read.nextOffset >= cohort.from) return this.#admit(known.group, cohort, read.stays)
      await pause(delayMs, signal)
    }
  }

  #admit(group: KnownGroup<P>, cohort: Cohort<P>, stays: ReadonlyMap<string, readonly Stay[]>): void {
    // What waits is held for them as well, and told once.
    this.#tellWaiting(group)
    this.#begin(group, group.admit(cohort, stays))
    this.#letGo(cohort)
    if (!cohort.missed) return
    for (const person of cohort.people) if (group.members.has(person)) person.connections.forEach(this.#options.resync)
  }

  #read(group: KnownGroup<P>, partition: number, cohort: Cohort<P>) {
    const { membership, limits } = this.#options
    const userIds = [...cohort.people].flatMap(({ userId, connections }) => (connections.length > 0 ? [userId] : []))
    const { promise, resolve, reject } = Promise.withResolvers<{ nextOffset: number; stays: ReadonlyMap<string, readonly Stay[]> }>()
    const ask = async () => {
      this.reads += 1
      const { checkpoint, stays } = await within(limits.viewReadMs, 'the views', membership.staysOf(partition, group.id, userIds))
      resolve({ nextOffset: checkpoint.nextOffset, stays: Map.groupBy(stays, ({ userId }) => userId) })
    }
    this.#turns.take('', {
      begin: () => ask().catch(reject),
      wanted: () => group.cohorts.has(cohort),
      forget: () => reject(new Error('nobody waits for it')),
    })
    return promise
  }

  /** What waits for a cohort cannot be told any more: between it and what comes is something that nobody here has seen. */
  #forget(key: string, group: KnownGroup<P>): undefined {
    this.#tellWaiting(group)
    // Before what those who are asked about anew are told.
    this.#tellings.end(group)
    this.#groups.delete(key)
    for (const cohort of [...group.cohorts]) {
      group.cohorts.delete(cohort)
      this.#letGo(cohort)
      for (const { connections } of cohort.people) connections.forEach(this.#options.resync)
    }
  }

  /** Those that nobody waits for. */
  #forgetOldest(): void {
    const { groupMembersKeptMax } = this.#options.limits
    this.#since += 1
    if (this.#since < 1_000) return
    this.#since = 0
    let total = 0
    for (const { members } of this.#groups.values()) total += members.size + 1
    for (const [key, group] of this.#groups) {
      if (total <= groupMembersKeptMax) return
      if (group.cohorts.size > 0) continue
      total -= group.members.size + 1
      this.#forget(key, group)
    }
  }
}
