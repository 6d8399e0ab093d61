// Folds events onto a user and onto his device sessions.
import type { CellKey } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { asKind, deviceSessionKey, userKey } from '../cells.ts'
import type { DomainEvent } from '../decision.ts'
import { unhandled } from '../unhandled.ts'

export type UserEvent = Extract<DomainEvent, { readonly type: 'UserRegistered' | 'DeviceSessionOpened' | 'DeviceSessionClosed' }>

export function userWrites(event: UserEvent): readonly CellKey[] {
  switch (event.type) {
    case 'UserRegistered':
      return [userKey(event.meta.appId, event.userId)]
    case 'DeviceSessionOpened':
    case 'DeviceSessionClosed':
      return [deviceSessionKey(event.meta.appId, event.userId, event.sessionId)]
    default:
      return unhandled(event)
  }
}

export function evolveUser(cell: Cell | undefined, event: UserEvent): Cell | undefined {
  switch (event.type) {
    case 'UserRegistered':
      return { kind: 'user', userName: event.userName, displayName: event.displayName }
    case 'DeviceSessionOpened':
      return { kind: 'device-session', deviceId: event.meta.deviceId, expiresAt: event.expiresAt, closed: false }
    case 'DeviceSessionClosed': {
      const session = asKind('device-session', cell)
      if (session === undefined) throw new Error(`device session ${event.sessionId} was closed and never opened`)
      return { ...session, closed: true }
    }
    default:
      return unhandled(event)
  }
}
