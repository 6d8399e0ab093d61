// What the parts of one gateway share: the ports it was given, its limits, and the state they act on together.
import type { CommandDesk } from '@skein/command-desk'
import type { Connection } from './connection/connection.ts'
import type { ConnectionTable } from './connection/connection-table.ts'
import type { HourlyCounts } from './connection/hourly-counts.ts'
import type { Outbox } from './connection/outbox.ts'
import type { SweepPace } from './connection/sweep-pace.ts'
import type { DeviceSessionCheck } from './device-sessions/device-session-check.ts'
import type { DeviceSessionRecheck } from './device-sessions/device-session-recheck.ts'
import type { LargeGroups } from './large-groups/large-groups.ts'
import type { GatewayLimits } from './limits.ts'
import type { LiveRooms } from './live-rooms/live-rooms.ts'
import type { Speakers } from './live-rooms/speakers.ts'
import type { Counters } from './metrics.ts'
import type { GatewayPorts } from './ports.ts'
import type { AppPolicies } from './requests/app-policies.ts'
import type { HandOver } from './requests/reads/hand-over.ts'
import type { OwedSyncs } from './requests/reads/owed-syncs.ts'
import type { ViewGate } from './requests/reads/view-gate.ts'

export interface GatewayContext extends GatewayPorts {
  readonly limits: GatewayLimits
  readonly counters: Counters
  readonly table: ConnectionTable
  readonly outbox: Outbox
  /** Of the sweep over all connections. */
  readonly pace: SweepPace
  readonly desk: CommandDesk
  readonly deviceSessions: DeviceSessionCheck
  readonly rechecks: DeviceSessionRecheck
  readonly gate: ViewGate
  readonly policies: AppPolicies
  /** How often each user, by app and id, was put into groups by all of this node together. */
  readonly addedByAll: HourlyCounts
  readonly largeGroups: LargeGroups<Connection>
  readonly liveRooms: LiveRooms<Connection>
  readonly speakers: Speakers
  readonly handOver: HandOver
  readonly owedSyncs: OwedSyncs
  /** Resolves once this node holds its presence lease. */
  readonly ready: Promise<void>
}
