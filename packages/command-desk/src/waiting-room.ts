// Commands that wait for the same thing for equally long, oldest first, so that those out of time are found at its front.
import type { Outcome } from './outcome.ts'

/** Told once what became of a command. */
export type Settle = (outcome: Outcome) => void

export interface Waiting {
  readonly commandId: string
  /** Connection that the reply must name; empty for whoever has none. */
  readonly connectionId: string
  readonly settle: Settle
  /** Whether somebody still waits: else the command is not appended again. */
  readonly wanted: () => boolean
}

interface Place {
  readonly waiting: Waiting
  readonly until: number
}

export class WaitingRoom {
  readonly #places = new Map<string, Place>()
  readonly #waitMs: number

  constructor(waitMs: number) {
    this.#waitMs = waitMs
  }

  get size(): number {
    return this.#places.size
  }

  /** `nowMs` never goes back. */
  enter(waiting: Waiting, nowMs: number): void {
    this.#places.set(waiting.commandId, { waiting, until: nowMs + this.#waitMs })
  }

  get(commandId: string): Waiting | undefined {
    return this.#places.get(commandId)?.waiting
  }

  leave(commandId: string): Waiting | undefined {
    const place = this.#places.get(commandId)
    if (place !== undefined) this.#places.delete(commandId)
    return place?.waiting
  }

  /** Takes out those whose time is over by then; all of them by default. */
  takeOverdue(nowMs = Number.POSITIVE_INFINITY): readonly Waiting[] {
    const taken: Waiting[] = []
    for (const { waiting, until } of this.#places.values()) {
      if (until > nowMs) break
      taken.push(waiting)
    }
    for (const { commandId } of taken) this.#places.delete(commandId)
    return taken
  }
}
