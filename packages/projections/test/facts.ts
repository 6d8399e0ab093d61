// Events to write tests with: what an event says, stamped as of one app, one actor and one moment.
import type { EventMeta, SkeinEvent } from '@skein/contracts'

/** An event as a test writes it, without the stamp. */
export type Fact<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never

export const appId = 'app'
export const actorId = 'ann'
export const commandId = 'command'
export const occurredAt = 1_000

const stamp: EventMeta = {
  ...{ appId, claim: 0, commandOffset: 0, commandId, actorId, deviceId: 'phone', connectionId: '' },
  ...{ occurredAt, answers: null, traceparent: null },
}

export const stamped = (fact: Fact, changes: Partial<EventMeta> = {}): SkeinEvent =>
  ({ ...fact, meta: { ...stamp, ...changes } }) as SkeinEvent
