// The one error of the SDK: a code of the server's catalogue, or one of the few that only a client can have.

export interface SkeinErrorOptions {
  readonly retriable?: boolean
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

/**
 * Codes made here, besides those of the server: CONNECTION_LOST, ANSWER_TIMEOUT, BACKLOG_FULL, CLOSED, KEPT, STOPPED,
 * STORAGE_OF_OTHER_USER, STORAGE_IN_USE, SLOW_ITERATOR, API_UNREACHABLE.
 */
export class SkeinError extends Error {
  readonly code: string
  /** Which field, limit, user or role stands in the way, for people; empty when unknown. */
  readonly detail: string
  /** Whether the same request can succeed later. */
  readonly retriable: boolean
  /** 0 when unknown. */
  readonly retryAfterMs: number

  constructor(code: string, detail: string, options: SkeinErrorOptions = {}) {
    super(detail ? `${code}: ${detail}` : code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'SkeinError'
    this.code = code
    this.detail = detail
    this.retriable = options.retriable ?? false
    this.retryAfterMs = options.retryAfterMs ?? 0
  }
}

/** Anything thrown, as a SkeinError. */
export function asSkeinError(error: unknown): SkeinError {
  if (error instanceof SkeinError) return error
  return new SkeinError('CLIENT_FAULT', error instanceof Error ? error.message : String(error), { cause: error })
}
