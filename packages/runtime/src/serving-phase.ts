// How the serving of one partition goes, for whoever asks whether a process does its work: `active` unless it failed lately and has not
// done anything since, or a fault has ended it for good.

/** Longer than the pause between two attempts and the time either may take: an attempt under way is no success yet. */
const lateMs = 15_000

export class ServingPhase {
  readonly #now: () => number
  #failedAt = Number.NEGATIVE_INFINITY
  #stopped = false

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  get name(): 'active' | 'failing' | 'stopped' {
    if (this.#stopped) return 'stopped'
    return this.#now() - this.#failedAt < lateMs ? 'failing' : 'active'
  }

  failed(): void {
    this.#failedAt = this.#now()
  }

  succeeded(): void {
    this.#failedAt = Number.NEGATIVE_INFINITY
  }

  stopped(): void {
    this.#stopped = true
  }
}
