// What the parts of one gateway share: the ports it was given, its limits, and the state they act on together.

import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadViews } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import type { CommandDesk } from './command-desk.ts'
import type { ConnectionTable } from './connection-table.ts'
import type { HandOver } from './hand-over.ts'
import type { GatewayLimits } from './limits.ts'
import type { Counters } from './metrics.ts'
import type { Outbox } from './outbox.ts'
import type { SessionCheck } from './session-check.ts'
import type { SessionRecheck } from './session-recheck.ts'
import type { VerifyToken } from './token-verifier.ts'
import type { ViewGate } from './view-gate.ts'

export interface GatewayPorts {
  readonly appendCommand: EventLog<SkeinCommand, SkeinEvent>['appendCommand']
  /** End of each partition of the events topic, as of the call or later. */
  readonly endOffsets: () => Promise<ReadonlyMap<number, number>>
  /** Partition of a log key. */
  readonly partitionOf: EventLog<SkeinCommand, SkeinEvent>['partitionOf']
  readonly views: ReadViews
  readonly link: NodeLink
  readonly presence: Presence
  readonly verifyToken: VerifyToken
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** UUIDv7. */
  readonly newId: () => string
}

export interface GatewayContext extends GatewayPorts {
  readonly limits: GatewayLimits
  readonly counters: Counters
  readonly table: ConnectionTable
  readonly outbox: Outbox
  readonly desk: CommandDesk
  readonly sessions: SessionCheck
  readonly rechecks: SessionRecheck
  readonly gate: ViewGate
  readonly handOver: HandOver
  /** Resolves once this node holds its presence lease. */
  readonly ready: Promise<void>
}
