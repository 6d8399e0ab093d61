// Growing pauses between attempts that fail. Each pause is jittered, so that whoever failed at the same moment does not come back at
// the same moment.

import { pause } from './pause.ts'

export interface BackOffLimits {
  /** The first pause, before jitter. */
  readonly minMs: number
  /** No pause is longer, before jitter. */
  readonly maxMs: number
}

export class BackOff {
  readonly #limits: BackOffLimits
  readonly #random: () => number
  #ms: number

  /** `random` answers numbers from 0 to below 1. */
  constructor(limits: BackOffLimits, random: () => number = Math.random) {
    this.#limits = limits
    this.#random = random
    this.#ms = limits.minMs
  }

  /** An attempt succeeded: the next pause is the shortest again. */
  reset(): void {
    this.#ms = this.#limits.minMs
  }

  /** Length of the next pause: between half and one and a half times a length that doubles from call to call. */
  nextMs(): number {
    const ms = this.#ms * (0.5 + this.#random())
    this.#ms = Math.min(this.#ms * 2, this.#limits.maxMs)
    return ms
  }

  /** Waits for the next pause. Resolves to false as soon as the signal aborts. */
  pause(signal?: AbortSignal): Promise<boolean> {
    return pause(this.nextMs(), signal)
  }
}
