// How long a client waits before it connects again. A connection that was logged in shows that the server is well: attempts in vain before it
// count no longer, or a server that is restarted twice would be found long after it is back. Connections that hold for a short while only count
// themselves, each with those before it: a server that takes all of a crowd in and breaks under it is not come to by all again and again.
import { type BackOff, backOffMs } from '../back-off.ts'
import type { ConnectionEnd } from './connection-end.ts'

export interface ReconnectPaceOptions {
  readonly backOff: BackOff
  /** Who held for so long counts with none before. */
  readonly stableMs: number
  readonly random: () => number
}

export interface ReconnectPace {
  /** A connection has ended that was logged in for so long. */
  held(ms: number): void
  /** How long to wait after this end; null for not at all. */
  waitMs(end: Pick<ConnectionEnd, 'next' | 'retryAfterMs'>): number | null
}

export function createReconnectPace({ backOff, stableMs, random }: ReconnectPaceOptions): ReconnectPace {
  /** Connections in a row that were logged in and held for less than stableMs. */
  let brief = 0
  let attempt = 0
  return {
    held(ms) {
      brief = ms < stableMs ? brief + 1 : 0
      // The first may have met a server that ends for other reasons.
      attempt = Math.max(0, brief - 1)
    },
    waitMs({ next, retryAfterMs }) {
      const counts = attempt
      attempt += 1
      return next === 'reconnect' && counts === 0 ? null : Math.max(retryAfterMs, backOffMs(backOff, counts, random))
    },
  }
}
