// What a processor is composed of: a log, a view to read cold cells from, a domain, and somebody to tell outcomes to.
import type {
  CellKey,
  Checkpoint,
  Command,
  Decider,
  Event,
  EventLog,
  LogClock,
  Membership,
  Prefetch,
  ReadTimers,
  Undecorated,
  Unstamped,
} from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { ConsumerGroup } from './consumer-group.ts'
import type { ProcessorLimits } from './processor-limits.ts'

/** What became of a command; told after everything decided before it is stored. */
export type CommandOutcome<Reply> =
  | {
      readonly accepted: true
      readonly reply: Reply
      readonly partition: number
      /** Offset of the last event it led to, or of the log's end before it. */
      readonly offset: number
    }
  | {
      readonly accepted: false
      readonly code: string
      /** Which field, which limit; empty for none. */
      readonly detail: string
    }

/** What timers of the domain are read from, and how the commands that they make due come into the log. */
export interface TimerPorts<C extends Command, Cell> {
  readonly read: ReadTimers<Cell>
  /** Stamps a command with a moment at or after the one at which it is due and appends it. Rejects when it may not be stored: it is fired again. */
  readonly fire: (key: CellKey, due: Unstamped<C>) => Promise<void>
  /** That of the log. */
  readonly clock: Pick<LogClock, 'now'>
}

export interface ProcessorOptions<C extends Command, E extends Event, Cell, Reply> {
  readonly log: EventLog<C, E>
  readonly decider: Decider<C, E, Cell, Reply>
  readonly prefetch: Prefetch<Cell>
  readonly timers: TimerPorts<C, Cell>
  /** Checkpoints of all partitions the view knows. */
  readonly checkpoints: () => Promise<ReadonlyMap<number, Checkpoint>>
  /** Makes the event that says, by its id, which command is done when it led to no events. */
  readonly commandsDone: (commandId: string) => Undecorated<E>
  readonly outcome: (command: C, outcome: CommandOutcome<Reply>) => void
  readonly logger: Logger
  readonly limits: ProcessorLimits
  /** Off only to prove that the broker alone keeps a second owner out. */
  readonly selfFence: boolean
  /** Moment of performance.now() at which a sleep of the host was noticed last: heartbeats sent before it may be older than they look. */
  readonly wokeAt: () => number
  /** Shares the partitions of commands among processors. */
  readonly group: ConsumerGroup
  readonly counters: ProcessorCounters
}

export interface ProcessorCounters {
  commands: number
  events: number
  batches: number
  rejections: number
  unavailable: number
  prefetches: number
  /** Intents that the view was asked for: of retries, of ids that an application brought, of commands from before the window. */
  lookUps: number
  claims: number
  fenced: number
  /** Appends the broker refused because another owner had claimed the partition. */
  refusedByBroker: number
  selfFenced: number
  deadLetters: number
  /** Commands of timers that were given to the log, those included that were fired again. */
  timersFired: number
  /** Of these, those that may not be stored. */
  timersUnfired: number
}

export const newCounters = (): ProcessorCounters => ({
  commands: 0,
  events: 0,
  batches: 0,
  rejections: 0,
  unavailable: 0,
  prefetches: 0,
  lookUps: 0,
  claims: 0,
  fenced: 0,
  refusedByBroker: 0,
  selfFenced: 0,
  deadLetters: 0,
  timersFired: 0,
  timersUnfired: 0,
})

/** Thrown by an owner whose membership may be over by its own clock. */
export class SelfFenced extends Error {
  readonly code = 'SELF_FENCED'
}

/** Another owner may serve this member's partitions once its last heartbeat, by the time it was sent, is older than membershipTimeoutMs. */
export function checkMembership(
  membership: Pick<Membership, 'lastHeartbeatSentAt' | 'membershipTimeoutMs'>,
  { selfFence, wokeAt }: Pick<ProcessorOptions<never, never, never, never>, 'selfFence' | 'wokeAt'>,
): void {
  if (!selfFence) return
  const sentAt = membership.lastHeartbeatSentAt()
  const age = performance.now() - sentAt
  if (age > membership.membershipTimeoutMs) throw new SelfFenced(`last heartbeat was sent ${Math.round(age)} ms ago`)
  if (sentAt < wokeAt()) throw new SelfFenced('no heartbeat was sent since the host slept')
}
