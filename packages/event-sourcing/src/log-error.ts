// Faults of the log, by code. A code says what is known about the outcome, which decides what the caller may do next.

export type LogErrorCode =
  /** Somebody else claimed the partition: nothing of this append was or will be stored. */
  | 'FENCED'
  /** The append may or may not be stored, now or later. */
  | 'UNKNOWN_OUTCOME'
  /** Refused before anything was sent: the log cannot be reached or the queue is full. */
  | 'UNAVAILABLE'
  /** The record batch is larger than the log takes; nothing was stored. */
  | 'TOO_LARGE'
  /** A record does not fit its schema, now or later; nothing was stored. */
  | 'UNENCODABLE'
  /** The position asked for is not in the log: expired, or beyond its end. */
  | 'OUT_OF_RANGE'
  /** The broker and the configuration disagree (partition count, timestamp type). */
  | 'MISCONFIGURED'
  /** What the log answered is not what was written: damaged on a disk or on the way. */
  | 'CORRUPT'

export class LogError extends Error {
  readonly code: LogErrorCode
  /** Whether the same call can succeed later without any change. */
  readonly retriable: boolean

  constructor(code: LogErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'LogError'
    this.code = code
    this.retriable = code === 'UNAVAILABLE' || code === 'UNKNOWN_OUTCOME'
  }
}

/** Bytes of a record that is about to be appended. Throws UNENCODABLE where its codec does not take it. */
export function bytesToAppend<T, B>(codec: { encode(value: T): B }, value: T): B {
  try {
    return codec.encode(value)
  } catch (cause) {
    throw new LogError('UNENCODABLE', (cause as Error).message, { cause })
  }
}
