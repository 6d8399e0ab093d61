// What roles ask of the views, wherever these are: in a database that this process is connected to, or in another thread of it.
import type { Cell } from '@skein/domain'
import type { Prefetch, ReadTimers } from '@skein/event-sourcing'
import type { ReadMembership, ReadViews } from '@skein/projections'
import { createPrefetch, createReadMembership, createReadTimers, createReadViews, type Database, type HotViews } from '@skein/view-store'

export interface ViewPorts {
  /** For gateways and the API; their checkpoints for processors too. */
  readonly reads: ReadViews
  /** For processors. */
  readonly prefetch: Prefetch<Cell>
  readonly timers: ReadTimers<Cell>
  /** For delivery and gateways. */
  readonly membership: ReadMembership
}

/** What holds the views. */
export interface ViewStores {
  readonly database: Database
  readonly hot: HotViews
}

export const viewPortsOf = ({ database, hot }: ViewStores): ViewPorts => ({
  reads: createReadViews(database, { hot }),
  prefetch: createPrefetch(database),
  timers: createReadTimers(database),
  membership: createReadMembership(database),
})
