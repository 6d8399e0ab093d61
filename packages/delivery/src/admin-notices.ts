// Notices for the owner and admins of a group, small or large: who they are is read from the view once that contains the event, so that nobody is told
// who was none any more by then. Those of one group are told in their order, one read for all that wait. How far the view has come is asked once for
// all groups, by the one that has waited longest. A notice may be lost, as what it tells is told by sync as well: each waits for a while and no
// longer, whatever waits before it, and of more bytes than may wait the oldest are given up. So nothing else is kept from being delivered. What somebody
// asks nobody is told who blocks them, as the view knows it then, but that it ended: it may have been told before the view knew. To everybody else, and to
// whoever asks, that makes no difference.
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
  /** The view contains the events before this offset, by the last read. */
  #seen = 0
  #bytes = 0
  #carrying: Promise<void> | null = null
  #due: NodeJS.Timeout | undefined

  constructor(options: AdminNoticesOptions) {
    this.#options = options
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
    const waiting = { offset, key, needed, notice, told, besides: known ? inTurn : [], bytes, deadline }
    this.#waiting.add(waiting)
    if (known) known.push(waiting)
    else this.#groups.set(key, [waiting])
    this.#bytes += bytes
    this.#giveUp(() => this.#bytes > limits.adminsHeldBytesMax, 'more waits for the view than may')
    this.#awaitDue()
    this.#carrying ??= this.#carryAll()
    return { ...notice, userIds: told }
  }

  async #carryAll(): Promise<void> {
    const { limits, signal, failed } = this.#options
    try {
      // What comes in the same turn is there by then.
      await null
      for (let delayMs = limits.retryDelayMsMin; this.#waiting.size > 0; ) {
        signal.throwIfAborted()
        const read = await Promise.all(this.#nextGroups().map((key) => this.#carry(key)))
        if (read.includes(true)) delayMs = limits.retryDelayMsMin
        else {
          await pause(delayMs, signal)
          delayMs = Math.min(delayMs * 2, limits.retryDelayMsMax)
        }
      }
    } catch (error) {
      if (!signal.aborted) failed(error)
    } finally {
      this.#carrying = null
    }
  }

  /** Groups of which the view contains something that waits; else the one that waits longest, by which it is seen how far the view has come. */
  #nextGroups(): readonly string[] {
    const keys = new Set<string>()
    for (const { offset, key } of this.#waiting) {
      const isIn = offset < this.#seen
      if (isIn || keys.size === 0) keys.add(key)
      if (!isIn || keys.size >= this.#options.limits.adminsReadsMax) break
    }
    return [...keys]
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
    const { needed, offset } = asked[0]!
    const about = { limit: limits.adminsToldMax, askers: [...new Set(asked.flatMap((waiting) => waiting.needed.asker ?? []))] }
    const ask = () => {
      counters.groupReads += 1
      return within(limits.adminsPatienceMs, 'the view', membership.admins(partition, needed.group, about))
    }
    try {
      const read = await unlessAborted(turns.take(ask), signal)
      if (read.checkpoint.nextOffset <= offset) counters.groupReadsBehind += 1
      return read
    } catch (cause) {
      signal.throwIfAborted()
      counters.groupReadFailures += 1
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
    if (rest.length === 0) this.#groups.delete(key)
    for (const waiting of taken) {
      this.#waiting.delete(waiting)
      this.#bytes -= waiting.bytes
    }
  }
}
