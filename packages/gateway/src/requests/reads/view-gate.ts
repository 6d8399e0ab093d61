// Bounds what the gateway asks of the views, and shares it out: so many reads at once, of one user few, and while more wait than may begin,
// users take turns. Whoever asks much waits behind themselves: a read takes its user's place for as long again as it took, so that half of the
// time at least is for others. What nobody waits for any more is not begun; what was begun counts until the views are done with it, also when
// its asker was told that it took too long.
import { pause, within } from '@skein/timing'
import type { GatewayLimits } from '../../limits.ts'
import { monotonicMs } from '../../monotonic-clock.ts'

/** The views could not be asked, or did not answer in time. */
export class ViewsUnavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ViewsUnavailable'
  }
}

/** Who asks: a connection of a user. */
export interface Asker {
  readonly open: boolean
  readonly user: { readonly key: string } | null
}

export type WaitingLimit = 'viewReadsWaitingMax' | 'viewReadsWaitingPerUserMax'

export interface ViewGate {
  readonly running: number
  readonly waiting: number
  /** The limit that keeps one more read of this user from waiting; null where it may. */
  refusal(asker: Asker): WaitingLimit | null
  /** Rejects with ViewsUnavailable. */
  read<T>(asker: Asker, ask: () => Promise<T>): Promise<T>
}

interface Waiting {
  readonly asker: Asker
  begin(): Promise<unknown>
  forget(): void
}

interface UserReads {
  readonly key: string
  /** Places taken, by reads that run and by those whose rest is not over. */
  taken: number
  readonly waiting: Waiting[]
  /** Whether the user has a turn coming. */
  inTurn: boolean
}

/** The answer, or a ViewsUnavailable for a failure or for none in time. */
export function answerWithin<T>(timeoutMs: number, ask: () => Promise<T>): Promise<T> {
  return within(timeoutMs, 'the views', ask()).catch((cause: unknown) => {
    throw new ViewsUnavailable('the views failed', { cause })
  })
}

export const createViewGate = (limits: GatewayLimits): ViewGate => new FairGate(limits)

class FairGate implements ViewGate {
  readonly #limits: GatewayLimits
  readonly #users = new Map<string, UserReads>()
  /** Users with a read that may begin, each once, whose turn is next first. */
  readonly #turns: UserReads[] = []
  running = 0
  waiting = 0

  constructor(limits: GatewayLimits) {
    this.#limits = limits
  }

  refusal({ user }: Asker): WaitingLimit | null {
    const { viewReadsWaitingMax, viewReadsWaitingPerUserMax } = this.#limits
    const own = this.#users.get(user!.key)?.waiting.length ?? 0
    // Whoever waits for nothing is refused for nobody else's reads: beyond the limit that is one for each user who is connected.
    if (own === 0) return null
    if (own >= viewReadsWaitingPerUserMax) return 'viewReadsWaitingPerUserMax'
    return this.waiting < viewReadsWaitingMax ? null : 'viewReadsWaitingMax'
  }

  read<T>(asker: Asker, ask: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const begin = () => {
      const asked = ask()
      resolve(answerWithin(this.#limits.viewReadMs, () => asked))
      return asked
    }
    const user = this.#userOf(asker.user!.key)
    user.waiting.push({ asker, begin, forget: () => reject(new ViewsUnavailable('nobody waits for it')) })
    this.waiting += 1
    this.#giveTurn(user)
    this.#begin()
    return promise
  }

  #userOf(key: string): UserReads {
    let user = this.#users.get(key)
    if (user === undefined) {
      user = { key, taken: 0, waiting: [], inTurn: false }
      this.#users.set(key, user)
    }
    return user
  }

  #giveTurn(user: UserReads): void {
    if (user.inTurn || user.waiting.length === 0 || user.taken >= this.#limits.viewReadsPerUserMax) return
    user.inTurn = true
    this.#turns.push(user)
  }

  #begin(): void {
    while (this.running < this.#limits.viewReadsMax) {
      const user = this.#turns.shift()
      if (user === undefined) return
      user.inTurn = false
      const next = this.#next(user)
      if (next === null) this.#forget(user)
      else void this.#run(user, next)
    }
  }

  /** The user's oldest read that somebody waits for. */
  #next(user: UserReads): Waiting | null {
    for (let next = user.waiting.shift(); next !== undefined; next = user.waiting.shift()) {
      this.waiting -= 1
      if (next.asker.open) return next
      next.forget()
    }
    return null
  }

  async #run(user: UserReads, { begin }: Waiting): Promise<void> {
    this.running += 1
    user.taken += 1
    this.#giveTurn(user)
    const startedAt = monotonicMs()
    await begin().catch(() => {})
    this.running -= 1
    this.#begin()
    await pause(Math.min(monotonicMs() - startedAt, this.#limits.viewRestMaxMs))
    user.taken -= 1
    this.#giveTurn(user)
    this.#forget(user)
    this.#begin()
  }

  #forget(user: UserReads): void {
    if (user.taken === 0 && user.waiting.length === 0) this.#users.delete(user.key)
  }
}
