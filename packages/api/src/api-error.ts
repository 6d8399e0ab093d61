// What a request is refused with: a code of the catalogue, as an HTTP status and a JSON body. This is the one place where
// codes become HTTP; a code without a status of its own is 503 when it is worth repeating and 400 when not.
import type { ErrorCode } from '@skein/contracts'
import { errorCatalogue } from '@skein/contracts'
import type { LinkReply } from '@skein/node-link'

const statuses: Partial<Record<ErrorCode, number>> = {
  RATE_LIMITED: 429,
  UNAUTHENTICATED: 401,
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  CREDENTIALS_INVALID: 401,
  FORBIDDEN: 403,
  USER_NOT_FOUND: 404,
  UNKNOWN_COMMAND: 404,
  NAME_TAKEN: 409,
  ALREADY_EXISTS: 409,
  TOO_LARGE: 413,
  INTERNAL: 500,
}

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

export const statusOf = (code: ErrorCode): number => statuses[code] ?? (errorCatalogue[code].retriable ? 503 : 400)

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

/** The error of a reply; undefined for a command that was accepted. */
export function rejectionOf({ code, detail }: Pick<LinkReply, 'code' | 'detail'>): ApiError | undefined {
  if (code === '') return undefined
  if (Object.hasOwn(errorCatalogue, code)) return new ApiError(code as ErrorCode, detail)
  return new ApiError('INTERNAL', '', { cause: new Error(`a reply with the unknown code ${code}`) })
}
