// What became of a command, as whoever asked is told.
import { type ErrorCode, isErrorCode } from '@skein/contracts'
import type { LinkReply } from '@skein/node-link'

export interface Accepted {
  readonly accepted: true
  /** The answer of the command's packet, encoded. */
  readonly body: Uint8Array
  /** Where the outcome stands in the events log. */
  readonly partition: number
  readonly offset: number
}

export interface Refused {
  readonly accepted: false
  readonly code: ErrorCode
  /** Which field, which limit, which part; never content. */
  readonly detail: string
  /** When to ask again, where that is known. */
  readonly retryAfterMs?: number
}

export type Outcome = Accepted | Refused

export const unavailable = (detail: string): Refused => ({ accepted: false, code: 'UNAVAILABLE', detail })

/** Of what was not given to the log, as that takes no more now. */
export const overloaded = (detail: string, retryAfterMs: number): Refused => ({ accepted: false, code: 'OVERLOADED', detail, retryAfterMs })

export function outcomeOf({ code, detail, body, partition, offset }: LinkReply): Outcome {
  if (code === '') return { accepted: true, body, partition, offset }
  if (isErrorCode(code)) return { accepted: false, code, detail }
  return { accepted: false, code: 'INTERNAL', detail: `refused with ${code}` }
}
