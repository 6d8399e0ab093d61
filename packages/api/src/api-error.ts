// What a request is refused with: a code of the catalogue, with its status there, and a JSON body.
import type { ErrorCode } from '@skein/contracts'
import { errorCatalogue } from '@skein/contracts'

/** Sent with every answer that is worth repeating and names no time of its own. */
const retryAfterMsDefault = 1_000

export class ApiError extends Error {
  readonly code: ErrorCode
  /** Told to the client: the field or limit concerned, never what somebody sent. */
  readonly detail: string
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, detail = '', options?: { cause?: unknown; retryAfterMs?: number }) {
    super(detail === '' ? code : `${code}: ${detail}`, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
    this.retryAfterMs = options?.retryAfterMs ?? (errorCatalogue[code].retriable ? retryAfterMsDefault : undefined)
  }
}

export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly retriable: boolean
    readonly detail?: string
    readonly retryAfterMs?: number
  }
}

export const statusOf = (code: ErrorCode): number => errorCatalogue[code].http

export function errorBody(error: ApiError): ErrorBody {
  const { meaning, retriable } = errorCatalogue[error.code]
  return {
    error: {
      code: error.code,
      message: meaning,
      retriable,
      ...(error.detail === '' ? {} : { detail: error.detail }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    },
  }
}
