// Bounds what the gateway asks of the views, and shares it out: so many reads at once, of one user few, and while more wait than may begin,
// users take turns. A read takes its user's place for as long again as it took. What nobody waits for any more is not begun; what was begun
// counts until the views are done with it, also when its asker was told that it took too long.
import { Turns, within } from '@skein/timing'
import type { GatewayLimits } from '../../limits.ts'

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

/** The answer, or a ViewsUnavailable for a failure or for none in time. */
export function answerWithin<T>(timeoutMs: number, ask: () => Promise<T>): Promise<T> {
  return within(timeoutMs, 'the views', ask()).catch((cause: unknown) => {
    throw new ViewsUnavailable('the views failed', { cause })
  })
}

export function createViewGate(limits: GatewayLimits): ViewGate {
  const { viewReadsMax, viewReadsPerUserMax, viewRestMaxMs, viewReadsWaitingMax, viewReadsWaitingPerUserMax, viewReadMs } = limits
  const turns = new Turns({ placesMax: viewReadsMax, placesPerKeyMax: viewReadsPerUserMax, restMaxMs: viewRestMaxMs })
  return {
    get running() {
      return turns.running
    },
    get waiting() {
      return turns.waiting
    },
    refusal({ user }) {
      const own = turns.waitingOf(user!.key)
      // Whoever waits for nothing is refused for nobody else's reads: beyond the limit that is one for each user who is connected.
      if (own === 0) return null
      if (own >= viewReadsWaitingPerUserMax) return 'viewReadsWaitingPerUserMax'
      return turns.waiting < viewReadsWaitingMax ? null : 'viewReadsWaitingMax'
    },
    read<T>(asker: Asker, ask: () => Promise<T>): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      turns.take(asker.user!.key, {
        begin() {
          const asked = ask()
          resolve(answerWithin(viewReadMs, () => asked))
          return asked
        },
        wanted: () => asker.open,
        forget: () => reject(new ViewsUnavailable('nobody waits for it')),
      })
      return promise
    },
  }
}
