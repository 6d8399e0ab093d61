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

export const reject = (code: ErrorCode): SkeinDecision => ({ accepted: false, code })

/** Whether what the edge stamped can be stored; the actor is a user, or empty for the system. */
export function isValidMeta({ meta }: SkeinCommand): boolean {
  return (
    isAppId(meta.appId) &&
    (meta.actorId === '' || isUserId(meta.actorId)) &&
    (meta.deviceId === '' || isDeviceId(meta.deviceId)) &&
    isCount(meta.enteredAt) &&
    isText(meta.commandId, 1, limits.traceIdCharsMax) &&
    isText(meta.replyConnection, 0, limits.traceIdCharsMax) &&
    (meta.traceparent === null || isText(meta.traceparent, 0, limits.traceparentCharsMax))
  )
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
