// Every limit of the embedded log, with its default. All may be set when the log is opened; tests use small ones.

export interface EmbeddedLogLimits {
  /** Keys and values of one append, after encoding. */
  readonly recordBatchBytesMax: number
  /** Commands waiting to be stored; beyond it appendCommand is UNAVAILABLE. */
  readonly commandQueueRecordsMax: number
  readonly commandQueueBytesMax: number
  /** One transaction takes no further append once it holds this much: a commit blocks the process for its length. */
  readonly commitRecordsMax: number
  readonly commitBytesMax: number
  /** Records handed over at once by read and tail. */
  readonly readRecordsMax: number
  /** Bytes handed over at once by read, and by tail unless it names its own. One record may exceed it alone. */
  readonly readBytesMax: number
  /** How long a call waits for another process that is writing to the file before it is UNAVAILABLE. */
  readonly busyWaitMs: number
  /** Pause between two attempts to begin while another process writes. */
  readonly busyRetryMs: number
  /** How often tails look for appends of another process; those of this one wake them at once. */
  readonly otherWriterPollMs: number
  /** Size at which the file takes no more appends. */
  readonly fileBytesMax: number
  /** Age at which commands may be removed; events are kept for ever. */
  readonly commandsKeptMs: number
  readonly trimIntervalMs: number
  /** Commands removed per partition and interval, so that trimming never blocks for long. */
  readonly trimRecordsMax: number
}

export const defaultLimits: EmbeddedLogLimits = {
  recordBatchBytesMax: 1_048_576,
  commandQueueRecordsMax: 20_000,
  commandQueueBytesMax: 64 * 1_048_576,
  commitRecordsMax: 500,
  commitBytesMax: 2 * 1_048_576,
  readRecordsMax: 500,
  readBytesMax: 1_048_576,
  busyWaitMs: 5_000,
  busyRetryMs: 2,
  otherWriterPollMs: 50,
  fileBytesMax: 2 ** 40,
  commandsKeptMs: 7 * 86_400_000,
  trimIntervalMs: 60_000,
  trimRecordsMax: 2_000,
}
