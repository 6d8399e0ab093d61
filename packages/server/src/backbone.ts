// What every role of a process is composed of, whichever way it runs: a log, views, credentials, presence, and a node link of its own for
// each role that sends or listens.
import type { CredentialStore } from '@skein/api'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { clockFault, type EventLog, type LogClock } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import { type ConsumerGroup, consumerGroup, shareMembership } from '@skein/runtime'
import type { Logger, Metrics } from '@skein/telemetry'
import { within } from '@skein/timing'
import type { Config } from './config.ts'
import type { ViewPorts } from './view-ports.ts'

/** State of something that a process needs to do its work. */
export interface PartState {
  readonly name: string
  readonly ok: boolean
  readonly detail?: string
}

export interface Backbone {
  readonly config: Config
  readonly logger: Logger
  readonly log: EventLog<SkeinCommand, SkeinEvent>
  /** What the log counts of its own work, by topic; nothing where it counts none. */
  logCounters?(): object
  /** That of the log, for roles that take commands: whether it succeeds counts for their readiness. */
  readonly appendCommand: EventLog<SkeinCommand, SkeinEvent>['appendCommand']
  readonly views: ViewPorts
  readonly credentials: CredentialStore
  /** Gives partitions to who decides, and by the same membership to what else serves them in this process. */
  readonly owners: ConsumerGroup
  /** A new link, with an incarnation of its own. */
  link(): NodeLink
  /** That of this process, which its roles share: what its gateway knows of its own connections the others need not ask for. */
  presence(): Presence
  /** Where the views are. */
  startProjector(metrics: Metrics): Promise<Role>
  /** State of what the process depends on. */
  parts(): Promise<readonly PartState[]>
  close(): Promise<void>
}

/** A part of a process, started and stopped with it. */
export interface Role {
  readonly name: string
  /** Where it is reached; empty for roles without a front. */
  readonly addresses: readonly string[]
  /** What of its own it is not ready without; nothing where it is left out. */
  part?(): PartState
  /** Refuses new work, finishes what is under way, lets go. */
  stop(): Promise<void>
}

/** Name of the group that shares a role's partitions among processes. */
export const groupName = ({ cluster }: Pick<Config, 'cluster'>, role: 'processor' | 'projector' | 'delivery'): string =>
  `${cluster}.${role}`

export const ownersOf = (config: Pick<Config, 'cluster'>, log: Pick<Backbone['log'], 'join'>): ConsumerGroup =>
  shareMembership(consumerGroup(log, groupName(config, 'processor'), 'commands'))

/** What a process measures of what its roles stand on. */
export const measureBackbone = ({ log, logCounters }: Backbone, metrics: Metrics): void =>
  metrics.add('log', () => ({ clockAheadMs: log.clock.aheadMs(), ...logCounters?.() }))

/** A process whose clock differs too much from that of the log refuses commands. */
export function clockPart(clock: LogClock): PartState {
  const fault = clockFault(clock)
  return fault === null ? { name: 'clock', ok: true } : { name: 'clock', ok: false, detail: fault }
}

/** One answer within the time, or not ok. */
export async function probe(name: string, timeoutMs: number, ask: () => Promise<unknown>): Promise<PartState> {
  try {
    await within(timeoutMs, name, ask())
    return { name, ok: true }
  } catch (error) {
    return { name, ok: false, detail: String(error) }
  }
}
