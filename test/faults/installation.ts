// What a run needs of the thing it breaks, whichever way that is composed: where it is reached, who uses it, whether its
// views have caught up, and a comparison of the views with a rebuild.
import type { HideEntry } from './journal.ts'

export interface Login {
  readonly userId: string
  readonly deviceId: string
  readonly token: string
  /** Takes no part in the run and reads back afterwards. */
  readonly reader: boolean
}

export interface Installation {
  /** Every deletion for oneself that is in the log; null where the log cannot be read from outside. */
  hides(): Promise<readonly HideEntry[] | null>
  /** Of each event that lets members in or has them out, by conversation and seq: all of them; null where the log cannot be read. */
  subjects(): Promise<ReadonlyMap<string, readonly string[]> | null>
  readonly appId: string
  readonly apiUrl: string
  /** ws:// and tcp:// addresses of live gateways. */
  gateways(): string[]
  readonly logins: readonly Login[]
  /** One of those who are there, who has the right to broadcast. */
  readonly tellerId: string
  /** Users who are never there: they make groups large. */
  readonly away: readonly string[]
  /** Whether the views hold everything the log does. */
  caughtUp(): Promise<boolean>
  /** Differences between the live views and a rebuild, and some of them. */
  compareViews(): Promise<{ readonly count: number; readonly examples: readonly string[] }>
}
