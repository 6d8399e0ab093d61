// Why a command is refused; the detail says which field, which limit, which id or role, and never what somebody wrote.
import type { ErrorCode, SkeinCommand } from '@skein/contracts'
import { isAppId, isCount, isDeviceId, isUserId, isUuid } from '@skein/contracts'
import { limits } from './limits.ts'
import { isText } from './text.ts'

export interface Refusal {
  readonly accepted: false
  readonly code: ErrorCode
  readonly detail: string
}

export const reject = (code: ErrorCode, detail: string): Refusal => ({ accepted: false, code, detail })

export const isRefusal = (value: object): value is Refusal => 'accepted' in value && value.accepted === false

/** A limit with its value, and what was asked for. */
export const beyond = (limit: keyof typeof limits, asked: number): string => `${limit} ${limits[limit]}, asked ${asked}`

/** Why a text is refused: its field, and its limit when it is too long. */
export const rejectText = (field: string, value: string, limit: keyof typeof limits): Refusal =>
  reject('INVALID_ARGUMENT', value.length > limits[limit] ? `${field}: ${beyond(limit, value.length)}` : field)

/** Refuses with the first field that is not valid; null when all are. */
export function firstFault(valid: Readonly<Record<string, boolean>>, prefix = ''): Refusal | null {
  const field = Object.keys(valid).find((name) => !valid[name])
  return field === undefined ? null : reject('INVALID_ARGUMENT', `${prefix}${field}`)
}

const faultyMeta = (field: keyof SkeinCommand['meta']): Refusal => reject('INVALID_ARGUMENT', `meta.${field}`)

/** What the edge stamped and cannot be stored; null when all can. The actor is a user, or empty for the system. Asked twice of every command. */
export function faultOfMeta({ meta }: SkeinCommand): Refusal | null {
  if (!isAppId(meta.appId)) return faultyMeta('appId')
  if (meta.actorId !== '' && !isUserId(meta.actorId)) return faultyMeta('actorId')
  if (meta.deviceId !== '' && !isDeviceId(meta.deviceId)) return faultyMeta('deviceId')
  if (!isCount(meta.enteredAt)) return faultyMeta('enteredAt')
  if (!isUuid(meta.commandId)) return faultyMeta('commandId')
  if (!isText(meta.replyConnection, 0, limits.traceIdCharsMax)) return faultyMeta('replyConnection')
  const { traceparent } = meta
  return traceparent === null || isText(traceparent, 0, limits.traceparentCharsMax) ? null : faultyMeta('traceparent')
}
