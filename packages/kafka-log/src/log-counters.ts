// What a handle on the log counts of its own work: requests that carry records, and records that needed none.
import type { LogTopic } from '@skein/event-sourcing'

export interface LogCounters {
  /** Produce requests. */
  readonly produces: Readonly<Record<LogTopic, number>>
  /** Fetch requests, looks among them. */
  readonly fetches: Readonly<Record<LogTopic, number>>
  /** Fetch requests for what no writer of this process would tell. */
  readonly looks: Readonly<Record<LogTopic, number>>
  /** Records that readers were handed by a writer of this process. */
  readonly handedOver: Readonly<Record<LogTopic, number>>
}
