// The turns of one partition's commands: so many are in the log or on their way there at once, the others wait, first come first served.
// Each partition has its own, as one may stand still while others go on. How long a newcomer would wait is told by how fast those before
// it are served.
import { Pace } from './pace.ts'
import { type Waiting, WaitingRoom } from './waiting-room.ts'

export interface TurnLimits {
  readonly inLogMax: number
  /** Whoever would wait longer is to come again later. */
  readonly waitMaxMs: number
  /** Nobody waits longer, whatever was to be expected. */
  readonly commandDeadlineMs: number
}

/** Whoever has to come again does within so long, whatever is to be expected: things may be better by then. */
const comeAgainMaxMs = 3_000

export class Turns {
  readonly #limits: TurnLimits
  readonly #waiting: WaitingRoom
  readonly #pace = new Pace()
  #inLog = 0
  /** Until when those who were told to come again do so, one after the other. */
  #awaitedUntil = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
    this.#waiting = new WaitingRoom(limits.commandDeadlineMs)
  }

  /** In how long a newcomer is to come again; 0 where it need not. To be asked once for each. */
  comeAgainMs(nowMs: number): number {
    if (this.#waiting.size === 0) return 0
    const { waitMaxMs } = this.#limits
    const intervalMs = this.#pace.intervalMs(nowMs)
    // An owner that is replaced serves none for seconds: how long that takes is not to be told by a short silence, and a long one may be over soon.
    if (intervalMs === Number.POSITIVE_INFINITY) return this.#pace.silentMs(nowMs) <= waitMaxMs ? 0 : waitMaxMs
    const waitMs = this.#waiting.size * intervalMs
    if (waitMs <= waitMaxMs) return 0
    // Behind those who were told before, else all would come at once, and most for nothing.
    const at = Math.max(this.#awaitedUntil, nowMs + waitMs) + intervalMs
    this.#awaitedUntil = Math.min(at, nowMs + comeAgainMaxMs)
    return Math.min(Math.ceil(this.#awaitedUntil - nowMs), comeAgainMaxMs)
  }

  /** Whether its turn is now; else it waits, and `next` tells when. */
  enter(waiting: Waiting): boolean {
    if (this.#waiting.size === 0 && this.#inLog < this.#limits.inLogMax) {
      this.#inLog += 1
      return true
    }
    if (this.#waiting.size === 0) this.#pace.begin(waiting.sinceMs)
    this.#waiting.enter(waiting, waiting.sinceMs)
    return false
  }

  /** One whose turn had come is in the log no more, or may be for ever. */
  left(): void {
    this.#inLog -= 1
  }

  /** One has got its answer. */
  served(nowMs: number): void {
    if (this.#waiting.size > 0) this.#pace.served(nowMs)
  }

  /** Whose turn is now; undefined where none waits or there is no room. */
  next(): Waiting | undefined {
    if (this.#inLog >= this.#limits.inLogMax) return undefined
    const next = this.#waiting.takeFirst()
    if (next !== undefined) this.#inLog += 1
    return next
  }

  /** Takes out those whose time was over before their turn; all of them by default. */
  takeOverdue(nowMs?: number): readonly Waiting[] {
    return this.#waiting.takeOverdue(nowMs)
  }

  /** Takes out those whom nobody waits for any more: they are not to count in how long a newcomer would wait. */
  takeUnwanted(): readonly Waiting[] {
    return this.#waiting.takeUnwanted()
  }
}
