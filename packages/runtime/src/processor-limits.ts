// The limits of a processor, all of them.

export interface ProcessorLimits {
  /** Commands decided together and appended as one record batch. */
  readonly commandsPerBatchMax: number
  /** Encoded bytes of those commands: their events, somewhat larger, must fit one record batch of the log. */
  readonly commandBytesPerBatchMax: number
  /** Cells in memory per partition; with the intents they make up the memory of a processor, which owns up to all partitions. */
  readonly cellsMax: number
  /** Intents remembered in memory per partition. */
  readonly intentsMax: number
  readonly intentAgeMaxMs: number
  /** Largest difference between the clocks of edges and of the log that deduplication takes into account. */
  readonly clockSkewMaxMs: number
  /** Events that the view may lack before every command is refused UNAVAILABLE. */
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
  readonly checkpointPollMs: number
  /** With the self-fence off: how long an owner goes on after its membership is lost, unless the broker refuses it. */
  readonly lostGraceMs: number
}

export const defaultProcessorLimits: ProcessorLimits = {
  commandsPerBatchMax: 500,
  commandBytesPerBatchMax: 500_000,
  cellsMax: 4_000,
  intentsMax: 5_000,
  intentAgeMaxMs: 60_000,
  clockSkewMaxMs: 2000,
  lagEventsMax: 20_000,
  prefetchPauseMs: 200,
  keysPerPrefetchMax: 2000,
  claimAgeMaxMs: 3_600_000,
  silentCommandsMax: 1000,
  claimBackOffMinMs: 20,
  claimBackOffMaxMs: 2000,
  checkpointPollMs: 500,
  lostGraceMs: 5000,
}
