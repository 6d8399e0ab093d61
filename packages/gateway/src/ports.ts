// What a gateway is given: the log, the views, the ways to other nodes, and its clocks.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, LogClock } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadMembership, ReadViews } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import type { VerifyToken } from './device-sessions/token-verifier.ts'

export interface GatewayPorts {
  readonly appendCommand: EventLog<SkeinCommand, SkeinEvent>['appendCommand']
  /** Stamps commands. */
  readonly clock: LogClock
  /** End of each partition of the events topic, as of the call or later; Infinity while nobody tells it. */
  readonly endOffsets: () => Promise<ReadonlyMap<number, number>>
  /** Partition of a log key. */
  readonly partitionOf: EventLog<SkeinCommand, SkeinEvent>['partitionOf']
  readonly partitionCount: number
  readonly views: Omit<ReadViews, 'acquaintances' | 'newestUsers'>
  readonly membership: Pick<ReadMembership, 'staysOf'>
  readonly link: NodeLink
  readonly presence: Presence
  readonly verifyToken: VerifyToken
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** UUIDv7. */
  readonly newId: () => string
}
