// Shares few places out among many who want them: while more wait than may begin, they take turns by key, one place each, so that whoever wants
// much waits behind themselves. What nobody waits for any more is not begun; what was begun keeps its place until it has ended.
import { pause } from './pause.ts'

export interface TurnLimits {
  /** Places, of all and of one key. */
  readonly placesMax: number
  readonly placesPerKeyMax: number
  /** What has ended keeps its key's place for as long again as it took, up to this, so that half of the time at least is for others. */
  readonly restMaxMs: number
}

export interface Turn {
  /** Settles when the place is free again. */
  begin(): Promise<unknown>
  /** Whether somebody still waits for it. */
  wanted(): boolean
  /** It is not begun: nobody waits for it. */
  forget(): void
}

interface Queue {
  readonly key: string
  /** Places taken, by what runs and by that whose rest is not over. */
  taken: number
  readonly waiting: Turn[]
  /** Whether the key has a turn coming. */
  inTurn: boolean
}

export class Turns {
  readonly #limits: TurnLimits
  readonly #queues = new Map<string, Queue>()
  /** Queues with something that may begin, each once, whose turn is next first. */
  readonly #turns: Queue[] = []
  running = 0
  waiting = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  waitingOf(key: string): number {
    return this.#queues.get(key)?.waiting.length ?? 0
  }

  /** Begins it at once, or in its turn. */
  take(key: string, turn: Turn): void {
    const queue = this.#queueOf(key)
    queue.waiting.push(turn)
    this.waiting += 1
    this.#giveTurn(queue)
    this.#begin()
  }

  #queueOf(key: string): Queue {
    let queue = this.#queues.get(key)
    if (queue === undefined) {
      queue = { key, taken: 0, waiting: [], inTurn: false }
      this.#queues.set(key, queue)
    }
    return queue
  }

  #giveTurn(queue: Queue): void {
    if (queue.inTurn || queue.waiting.length === 0 || queue.taken >= this.#limits.placesPerKeyMax) return
    queue.inTurn = true
    this.#turns.push(queue)
  }

  #begin(): void {
    while (this.running < this.#limits.placesMax) {
      const queue = this.#turns.shift()
      if (queue === undefined) return
      queue.inTurn = false
      const next = this.#next(queue)
      if (next === null) this.#forget(queue)
      else void this.#run(queue, next)
    }
  }

  /** The oldest of the queue that somebody waits for. */
  #next(queue: Queue): Turn | null {
    for (let next = queue.waiting.shift(); next !== undefined; next = queue.waiting.shift()) {
      this.waiting -= 1
      if (next.wanted()) return next
      next.forget()
    }
    return null
  }

  async #run(queue: Queue, turn: Turn): Promise<void> {
    this.running += 1
    queue.taken += 1
    this.#giveTurn(queue)
    const startedAt = performance.now()
    await turn.begin().catch(() => {})
    this.running -= 1
    this.#begin()
    const restMs = Math.min(performance.now() - startedAt, this.#limits.restMaxMs)
    if (restMs > 0) await pause(restMs)
    queue.taken -= 1
    this.#giveTurn(queue)
    this.#forget(queue)
    this.#begin()
  }

  #forget(queue: Queue): void {
    if (queue.taken === 0 && queue.waiting.length === 0) this.#queues.delete(queue.key)
  }
}
