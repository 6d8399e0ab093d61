// Commands that wait for the same thing, in the order in which they began to, each until its time is over. There are never many.
import type { SkeinCommand } from '@skein/contracts'
import type { Outcome } from './outcome.ts'

/** Whoever asked for a command. */
export interface Asking {
  /** Told once what became of it. */
  settle(outcome: Outcome): void
  /** Whether somebody still waits: else it is not appended, or not again. Always by default. */
  wanted?(): boolean
  /** Told when it has to wait for its turn, and when it no longer has to. */
  waits?(waits: boolean): void
  /** Of whom it is enough that the log has it: told that instead of what became of it, which nobody is to reply. */
  stored?(): void
}

export interface Waiting {
  readonly command: SkeinCommand
  readonly asking: Asking
  /** Of the log. */
  readonly partition: number
  /** When it was submitted. */
  readonly sinceMs: number
}

export const isWanted = ({ asking }: Waiting): boolean => asking.wanted?.() ?? true

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

  /** Its time counts from `fromMs`. */
  enter(waiting: Waiting, fromMs: number): void {
    this.#places.set(waiting.command.meta.commandId, { waiting, until: fromMs + this.#waitMs })
  }

  get(commandId: string): Waiting | undefined {
    return this.#places.get(commandId)?.waiting
  }

  leave(commandId: string): Waiting | undefined {
    const place = this.#places.get(commandId)
    if (place !== undefined) this.#places.delete(commandId)
    return place?.waiting
  }

  /** Takes out who came first. */
  takeFirst(): Waiting | undefined {
    for (const commandId of this.#places.keys()) return this.leave(commandId)
    return undefined
  }

  /** Takes out those whose time is over by then; all of them by default. */
  takeOverdue(nowMs = Number.POSITIVE_INFINITY): readonly Waiting[] {
    return this.#take(({ until }) => until <= nowMs)
  }

  /** Takes out those whom nobody waits for any more. */
  takeUnwanted(): readonly Waiting[] {
    return this.#take(({ waiting }) => !isWanted(waiting))
  }

  #take(goes: (place: Place) => boolean): readonly Waiting[] {
    const taken: Waiting[] = []
    for (const place of this.#places.values()) if (goes(place)) taken.push(place.waiting)
    for (const { command } of taken) this.#places.delete(command.meta.commandId)
    return taken
  }
}
