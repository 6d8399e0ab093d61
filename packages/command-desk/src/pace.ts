// How fast commands get their outcomes while others wait for a turn: by that a newcomer is told how long it would wait.

/** Outcomes come in batches: those of a shorter time say little. The last one or two such times count. */
const spanMs = 500

export class Pace {
  #from = 0
  #count = 0
  #before = { count: 0, ms: 0 }
  #servedAt = 0

  /** Others wait from now on: what was before says nothing of how many could be served. */
  begin(nowMs: number): void {
    this.#from = nowMs
    this.#count = 0
    this.#before = { count: 0, ms: 0 }
    this.#servedAt = nowMs
  }

  served(nowMs: number): void {
    this.#pass(nowMs)
    this.#count += 1
    this.#servedAt = nowMs
  }

  /** For how long none has been served while others waited. */
  silentMs(nowMs: number): number {
    return nowMs - this.#servedAt
  }

  /** In how long the next one is served, on average; 0 while that cannot be told, Infinity where none is. */
  intervalMs(nowMs: number): number {
    this.#pass(nowMs)
    const ms = this.#before.ms + nowMs - this.#from
    return ms < spanMs ? 0 : ms / (this.#before.count + this.#count)
  }

  #pass(nowMs: number): void {
    const ms = nowMs - this.#from
    if (ms < spanMs) return
    this.#before = { count: this.#count, ms }
    this.#from = nowMs
    this.#count = 0
  }
}
