// Events as the domain makes them: everything but where they stand in the log, which the runtime adds.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Undecorated } from '@skein/event-sourcing'

/** An event as the domain sees it: stored ones and those just decided alike. */
export type DomainEvent = Undecorated<SkeinEvent>

/** What every event takes from the command that caused it: who, when, through which connection. */
export function eventMeta({ meta }: SkeinCommand): DomainEvent['meta'] {
  return {
    appId: meta.appId,
    commandId: meta.commandId,
    actorId: meta.actorId,
    deviceId: meta.deviceId,
    connectionId: meta.replyConnection,
    occurredAt: meta.enteredAt,
    answers: null,
    traceparent: meta.traceparent,
  }
}
