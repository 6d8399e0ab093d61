// What deciding a Skein command comes to, and the two ways to say it. Also what every event takes from the command that
// caused it: who, when, through which connection. The runtime adds where it stands in the log.
import type { ErrorCode, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { isAppId, isDeviceId, isUserId } from '@skein/contracts'
import type { Decision, Undecorated } from '@skein/event-sourcing'
import type { Reply } from './cells.ts'
import { emptyReply } from './cells.ts'
import { limits } from './limits.ts'
import { isCount, isText } from './text.ts'

/** An event as the domain sees it: stored ones and those just decided alike. */
export type DomainEvent = Undecorated<SkeinEvent>
export type SkeinDecision = Decision<DomainEvent, Reply>

export const accept = (events: readonly DomainEvent[], reply: Partial<Reply> = {}): SkeinDecision => ({
  accepted: true,
  events,
  reply: { ...emptyReply, ...reply },
})

/** Why a command is refused; the detail says which field, which limit, which id or role, and never what somebody wrote. */
export interface Refusal {
  readonly accepted: false
  readonly code: ErrorCode
  readonly detail: string
}

export const reject = (code: ErrorCode, detail = ''): Refusal => ({ accepted: false, code, detail })

/** A limit with its value, and what was asked for. */
export const beyond = (limit: keyof typeof limits, asked: number): string => `${limit} ${limits[limit]}, asked ${asked}`

/** Why a text is refused: its field, and its limit when it is too long. */
export const rejectText = (field: string, value: string, limit: keyof typeof limits): Refusal =>
  reject('INVALID_ARGUMENT', value.length > limits[limit] ? `${field}: ${beyond(limit, value.length)}` : field)

/** What the edge stamped and cannot be stored; null when all can. The actor is a user, or empty for the system. */
export function faultOfMeta({ meta }: SkeinCommand): Refusal | null {
  const valid: Readonly<Record<string, boolean>> = {
    appId: isAppId(meta.appId),
    actorId: meta.actorId === '' || isUserId(meta.actorId),
    deviceId: meta.deviceId === '' || isDeviceId(meta.deviceId),
    enteredAt: isCount(meta.enteredAt),
    commandId: isText(meta.commandId, 1, limits.traceIdCharsMax),
    replyConnection: isText(meta.replyConnection, 0, limits.traceIdCharsMax),
    traceparent: meta.traceparent === null || isText(meta.traceparent, 0, limits.traceparentCharsMax),
  }
  return firstFault(valid, 'meta.')
}

/** Refuses with the first field that is not valid; null when all are. */
export function firstFault(valid: Readonly<Record<string, boolean>>, prefix = ''): Refusal | null {
  const field = Object.keys(valid).find((name) => !valid[name])
  return field === undefined ? null : reject('INVALID_ARGUMENT', `${prefix}${field}`)
}

export function eventMeta({ meta }: SkeinCommand): DomainEvent['meta'] {
  return {
    appId: meta.appId,
    commandId: meta.commandId,
    actorId: meta.actorId,
    deviceId: meta.deviceId,
    connectionId: meta.replyConnection,
    occurredAt: meta.enteredAt,
    traceparent: meta.traceparent,
  }
}
