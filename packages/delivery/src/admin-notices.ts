// Notices for the owner and admins of a group, small or large: who they are is read from the view once that contains the event, so that nobody is told
// who was none any more by then. Those of one group are told in their order, one read for all that wait; one that cannot be read comes behind the
// others. How far the view has come is asked once for all groups, by the one that has waited longest. A notice may be lost, as what it tells is told by
// sync as well: each waits for a while and no longer, and of more bytes than may wait the oldest are given up. So nothing else is kept from being
// delivered. What somebody asks nobody is told who blocks them, as the view knows it then, but that it ended: it may have been told before the view
// knew. To everybody else, and to whoever asks, that makes no difference.
import type { Admins, ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { pause, unlessAborted, within } from '@skein/timing'
import { type Addressed, type AdminsNeeded, noticeTo, type ShownEvent, type ToUsers } from './address.ts'
import type { DeliveryCounters } from './counters.ts'
import type { DeliveryLimits } from './delivery-limits.ts'
import { keyOf } from './membership-cache.ts'
import type { ReadTurns } from './read-turns.ts'

export interface AdminNoticesOptions {
  readonly partition: number
  readonly membership: Pick<ReadMembership, 'admins'>
  readonly limits: DeliveryLimits
  readonly counters: DeliveryCounters
  readonly logger: Logger
  readonly signal: AbortSignal
  readonly turns: ReadTurns
  readonly handOver: (first: number, slice: readonly Addressed[]) => void
  /** Told when some of what waited was handed over, or given up. */
  readonly handed: () => void
  /** Told what ended the handing over before the signal did. */
  readonly failed: (error: unknown) => void
}

interface Waiting {
  readonly offset: number
  readonly key: string
  readonly needed: AdminsNeeded
  /** To nobody yet. */
  readonly notice: ToUsers
  /** Who has it already. */
  readonly told: readonly string[]
  /** Whoever is told it besides, in its turn, also where it is given up. */
  readonly besides: readonly string[]
  readonly bytes: number
  /** By the clock of this process, ms. */
  readonly deadline: number
}

const waitingBytes = 1_000

/** Of so many notices of a group one read tells who blocks whoever asks. */
const askedMax = 200

export class AdminNotices {
  readonly #options: AdminNoticesOptions
  /** In the order of offsets, and so of deadlines. */
  readonly #waiting = new Set<Waiting>()
  /** The same of each group; there is something of each. */
  readonly #groups = new Map<string, Waiting[]>()
  /** Groups that are being read, or were a moment ago and told nothing: so many at most. */
  readonly #reading = new Set<string>()
  /** Of groups that could not be read: until when others come before them, by the clock of this process, ms. */
  readonly #restsUntil = new Map<string, number>()
  /** The one of them by which it is seen how far the view has come. */
  #asking: string | null = null
  /** The view contains the events before this offset, by the last read. */
  #seen = 0
  #bytes = 0
  #delayMs: number
  #beginning: Promise<void> | null = null
  #due: NodeJS.Timeout | undefined

  constructor(options: AdminNoticesOptions) {
    this.#options = options
    this.#delayMs = options.limits.retryDelayMsMin
    options.signal.addEventListener('abort', () => clearTimeout(this.#due), { once: true })
  }

  /** Before this offset nothing waits; Infinity where nothing does at all. */
  get oldest(): number {
    return this.#oldest?.offset ?? Number.POSITIVE_INFINITY
  }

  get #oldest(): Waiting | undefined {
    return this.#waiting.values().next().value
  }

  /** Answers what is told at once: to whoever did it only where nothing else waits, of which their other devices do not know yet. */
  push(offset: number, shown: ShownEvent, needed: AdminsNeeded): ToUsers {
    const { limits } = this.#options
    const key = keyOf(needed.group)
    const known = this.#groups.get(key)
    const { atOnce, inTurn } = needed
    const told = known ? atOnce : [...atOnce, ...inTurn]
    const notice = noticeTo(shown, [])
    const bytes = waitingBytes + notice.push.length
    const deadline = performance.now() + limits.adminsPatienceMs
    if (this.#waiting.size === 0) this.#delayMs = limits.retryDelayMsMin
    const waiting = { offset, key, needed, notice, told, besides: known ? inTurn : [], bytes, deadline }
    this.#waiting.add(waiting)
    if (known) known.push(waiting)
    else this.#groups.set(key, [waiting])
    this.#bytes += bytes
    this.#giveUp(() => this.#bytes > limits.adminsHeldBytesMax, 'more waits for the view than may')
    this.#awaitDue()
    // What comes in the same turn is there by then.
    this.#beginning ??= Promise.resolve().then(() => this.#begin())
    return { ...notice, userIds: told }
  }

  /** Reads groups as long as there is one to be read, and a place for it. */
  #begin(): void {
    const { limits, signal } = this.#options
    this.#beginning = null
    while (!signal.aborted && this.#reading.size < limits.adminsReadsMax) {
      const next = this.#next()
      if (next === null) return
      this.#reading.add(next.key)
      if (next.offset >= this.#seen) this.#asking = next.key
      void this.#take(next.key)
    }
  }

  /** Of which the view contains something that waits; else the one that waits longest, by which it is seen how far the view has come. */
  #next(): Waiting | null {
    const nowMs = performance.now()
    let resting: Waiting | null = null
    for (const waiting of this.#waiting) {
      const { offset, key } = waiting
      if (offset >= this.#seen && this.#asking !== null) break
      if (this.#reading.has(key)) continue
      if ((this.#restsUntil.get(key) ?? 0) <= nowMs) return waiting
      resting ??= waiting
    }
    return resting
  }

  /** Keeps its place for a pause where nothing was told. */
  async #take(key: string): Promise<void> {
    const { limits, signal, failed } = this.#options
    try {
      if (await this.#carry(key)) this.#delayMs = limits.retryDelayMsMin
      else {
        const delayMs = this.#delayMs
        this.#delayMs = Math.min(delayMs * 2, limits.retryDelayMsMax)
        await pause(delayMs, signal)
      }
    } catch (error) {
      if (!signal.aborted) failed(error)
      return
    } finally {
      this.#reading.delete(key)
      if (this.#asking === key) this.#asking = null
    }
    this.#begin()
  }

  /** Tells what of a group the view contains by now; whether it contains anything. */
  async #carry(key: string): Promise<boolean> {
    const asked = this.#groups.get(key)!.slice(0, askedMax)
    const read = await this.#read(asked)
    if (read === null) return false
    const { checkpoint, userIds, blocks } = read
    this.#seen = checkpoint.nextOffset
    // Some may have been given up meanwhile.
    const taken = asked.filter((waiting) => waiting.offset < checkpoint.nextOffset && this.#waiting.has(waiting))
    if (taken.length === 0) return false
    const blocking = new Set(blocks.map(({ userId, askerId }) => `${userId} ${askerId}`))
    this.#end(taken, ({ needed: { asker }, told, besides }) => {
      const admins = userIds.filter((userId) => asker === null || !blocking.has(`${userId} ${asker}`))
      return [...new Set([...admins, ...besides])].filter((userId) => !told.includes(userId))
    })
    this.#options.handed()
    return true
  }

  /** Owner and admins, whom of those who ask they block, and up to where the view has come; null where it cannot be read. */
  async #read(asked: readonly Waiting[]): Promise<Admins | null> {
    const { partition, membership, limits, counters, logger, turns, signal } = this.#options
    const { needed, offset, key } = asked[0]!
    const beganAt = performance.now()
    const about = { limit: limits.adminsToldMax, askers: [...new Set(asked.flatMap((waiting) => waiting.needed.asker ?? []))] }
    const ask = () => {
      counters.groupReads += 1
      return within(limits.adminsReadMs, 'the view', membership.admins(partition, needed.group, about))
    }
    try {
      const read = await unlessAborted(turns.take(ask), signal)
      if (read.checkpoint.nextOffset <= offset) counters.groupReadsBehind += 1
      return read
    } catch (cause) {
      signal.throwIfAborted()
      counters.groupReadFailures += 1
      const nowMs = performance.now()
      // For as long again as it took, and past the pause that comes first.
      if (this.#groups.has(key)) this.#restsUntil.set(key, nowMs + (nowMs - beganAt) + 2 * this.#delayMs)
      logger.debug({ partition, error: cause }, 'owner and admins of a group cannot be read; trying again')
      return null
    }
  }

  #awaitDue(): void {
    const oldest = this.#oldest
    if (this.#due !== undefined || oldest === undefined || this.#options.signal.aborted) return
    this.#due = setTimeout(
      () => {
        this.#due = undefined
        const nowMs = performance.now()
        try {
          this.#giveUp(({ deadline }) => deadline <= nowMs, 'the view does not know them in time')
          this.#awaitDue()
        } catch (error) {
          this.#options.failed(error)
        }
      },
      Math.max(1, Math.ceil(oldest.deadline - performance.now())),
    )
  }

  /** The oldest first, for as long as they are to be. */
  #giveUp(isDue: (oldest: Waiting) => boolean, why: string): void {
    const { partition, logger, handed } = this.#options
    const offset = this.oldest
    let count = 0
    for (const oldest of this.#waiting) {
      if (!isDue(oldest)) break
      this.#end([oldest], ({ besides }) => besides)
      count += 1
    }
    if (count === 0) return
    logger.warn({ partition, offset, count, why }, 'owner and admins of groups were not told of something')
    handed()
  }

  /** The first of their group, which nobody waits for any more. */
  #end(taken: readonly Waiting[], toldOf: (waiting: Waiting) => readonly string[]): void {
    const { key, offset } = taken[0]!
    const slice = taken.map((waiting) => ({ ...waiting.notice, userIds: toldOf(waiting) })).filter(({ userIds }) => userIds.length > 0)
    this.#options.handOver(offset, slice)
    const rest = this.#groups.get(key)!
    rest.splice(0, taken.length)
    if (rest.length === 0) {
      this.#groups.delete(key)
      this.#restsUntil.delete(key)
    }
    for (const waiting of taken) {
      this.#waiting.delete(waiting)
      this.#bytes -= waiting.bytes
    }
  }
}
