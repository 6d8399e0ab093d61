// The limits of a processor, all of them.
import { clockDifferenceMaxMs } from '@skein/event-sourcing'

export interface ProcessorLimits {
  /** Commands decided together and appended as one record batch. */
  readonly commandsPerBatchMax: number
  /** Encoded bytes of those commands: their events, somewhat larger, must fit one record batch of the log. */
  readonly commandBytesPerBatchMax: number
  /** Cells in memory, shared by the partitions a process owns. More stay only until the view contains them. */
  readonly cellsMax: number
  /** Intents remembered in memory, shared by the partitions a process owns. More stay only until the view contains them. */
  readonly intentsMax: number
  /**
   * Cells and intents in memory of one process, those included that cannot leave because the view lags: beyond it every
   * command is refused UNAVAILABLE, and no partition is loaded. About 600 bytes each.
   */
  readonly entriesMax: number
  readonly intentAgeMaxMs: number
  /**
   * A command stamped so much later than it was appended is refused UNAVAILABLE: the clock of its edge is ahead, and a late copy of it
   * would look new for as long.
   */
  readonly enteredAheadMaxMs: number
  /** A command stamped up to so long after the window began is looked up: `enteredAheadMaxMs`, and how far the clocks of brokers are apart. */
  readonly clockSkewMaxMs: number
  /** Events of a partition that the view may lack before every command is refused UNAVAILABLE. */
  readonly lagEventsMax: number
  /** After a failed prefetch, cold commands are refused for so long without asking again. */
  readonly prefetchPauseMs: number
  readonly keysPerPrefetchMax: number
  /** A claim is renewed after so long: brokers forget producers that are silent. */
  readonly claimAgeMaxMs: number
  /** Commands without an event after which a CommandsDone record says how far things are. */
  readonly silentCommandsMax: number
  /** Back-off between attempts to own a partition: doubled from the first to the second. */
  readonly claimBackOffMinMs: number
  readonly claimBackOffMaxMs: number
  /** How far apart claims come to be that nothing comes of. A producer has 32,767 epochs. */
  readonly claimsInVainEveryMs: number
  readonly checkpointPollMs: number
  /** Timers are in memory that are due within so long, and are read on when half of it is left. */
  readonly timerHorizonMs: number
  /**
   * Timers in memory, in equal parts of the partitions a process owns, about 400 bytes each: beyond it those that are due later are read when
   * there is room. More stay only until the view contains them.
   */
  readonly timersMax: number
  readonly timersPerPageMax: number
  /** Timers of a partition that were fired a moment ago and are not done: the others wait. */
  readonly timersAwaitedMax: number
  /** A timer that was fired and is not done is fired again after so long: doubled from the first to the second. One that is fired is awaited for the first. */
  readonly timerRetryMinMs: number
  readonly timerRetryMaxMs: number
  /** Back-off between attempts to read timers from a view that does not answer: doubled from the first to the second. */
  readonly timerReadBackOffMinMs: number
  readonly timerReadBackOffMaxMs: number
  /** So often the clock is looked at whatever is due when: it may have been set. */
  readonly timerLookMs: number
  /** With the self-fence off: how long an owner goes on after its membership is lost, unless the broker refuses it. */
  readonly lostGraceMs: number
}

export const defaultProcessorLimits: ProcessorLimits = {
  commandsPerBatchMax: 500,
  commandBytesPerBatchMax: 500_000,
  cellsMax: 64_000,
  intentsMax: 80_000,
  entriesMax: 250_000,
  intentAgeMaxMs: 60_000,
  enteredAheadMaxMs: clockDifferenceMaxMs,
  clockSkewMaxMs: 2 * clockDifferenceMaxMs,
  lagEventsMax: 20_000,
  prefetchPauseMs: 200,
  keysPerPrefetchMax: 2000,
  claimAgeMaxMs: 3_600_000,
  silentCommandsMax: 1000,
  claimBackOffMinMs: 20,
  claimBackOffMaxMs: 2000,
  claimsInVainEveryMs: 60_000,
  checkpointPollMs: 500,
  timerHorizonMs: 600_000,
  timersMax: 100_000,
  timersPerPageMax: 1000,
  timersAwaitedMax: 100,
  timerRetryMinMs: 5000,
  timerRetryMaxMs: 60_000,
  timerReadBackOffMinMs: 200,
  timerReadBackOffMaxMs: 10_000,
  timerLookMs: 10_000,
  lostGraceMs: 5000,
}
