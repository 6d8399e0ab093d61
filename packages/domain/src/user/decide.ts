// Decides that a user comes into being and that his devices log in and out. Each is idempotent by its own id, so a
// repeated command finds its work done. A user acts for himself alone; the system (no actor) acts for anyone.
import type { CloseDeviceSession, OpenDeviceSession, RegisterUser, SkeinCommand } from '@skein/contracts'
import { isAppId, isDeviceId, isUserId, isUserName, isUuid } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { deviceSessionKey, readKind, userKey } from '../cells.ts'
import type { SkeinDecision } from '../decision.ts'
import { accept, eventMeta, faultOfMeta, reject, rejectText } from '../decision.ts'
import { limits } from '../limits.ts'
import { isCount, isText } from '../text.ts'
import { unhandled } from '../unhandled.ts'

export type UserCommand = Extract<SkeinCommand, RegisterUser | OpenDeviceSession | CloseDeviceSession>

export function userReads(command: UserCommand): readonly CellKey[] {
  if (!hasValidIds(command)) return []
  const user = userKey(command.meta.appId, command.userId)
  switch (command.type) {
    case 'RegisterUser':
      return [user]
    case 'OpenDeviceSession':
      return [user, deviceSessionKey(command.meta.appId, command.userId, command.sessionId)]
    case 'CloseDeviceSession':
      return [deviceSessionKey(command.meta.appId, command.userId, command.sessionId)]
    default:
      return unhandled(command)
  }
}

export function decideUser(command: UserCommand, read: ReadCell<Cell>): SkeinDecision {
  const fault = faultOfMeta(command)
  if (fault !== null) return fault
  if (!hasValidIds(command)) return reject('INVALID_ARGUMENT', isUserId(command.userId) ? 'sessionId' : 'userId')
  if (command.meta.actorId !== '' && command.meta.actorId !== command.userId) return reject('FORBIDDEN', 'userId is not the actor')
  switch (command.type) {
    case 'RegisterUser':
      return registerUser(command, read)
    case 'OpenDeviceSession':
      return openDeviceSession(command, read)
    case 'CloseDeviceSession':
      return closeDeviceSession(command, read)
    default:
      return unhandled(command)
  }
}

const hasValidIds = (command: UserCommand): boolean =>
  isAppId(command.meta.appId) && isUserId(command.userId) && (command.type === 'RegisterUser' || isUuid(command.sessionId))

function registerUser(command: RegisterUser, read: ReadCell<Cell>): SkeinDecision {
  const { userId, userName, displayName } = command
  if (!isUserName(userName)) return reject('INVALID_ARGUMENT', 'userName')
  if (!isText(displayName, 0, limits.displayNameCharsMax)) return rejectText('displayName', displayName, 'displayNameCharsMax')
  const before = readKind(read, 'user', userKey(command.meta.appId, userId))
  if (before !== undefined) return before.userName === userName ? accept([]) : reject('ALREADY_EXISTS', 'userId')
  const meta = eventMeta(command)
  return accept([{ type: 'UserRegistered', meta, userId, userName, displayName }], { occurredAt: meta.occurredAt })
}

function openDeviceSession(command: OpenDeviceSession, read: ReadCell<Cell>): SkeinDecision {
  const { userId, sessionId, platform, expiresAt } = command
  const { appId, deviceId } = command.meta
  if (!isDeviceId(deviceId)) return reject('INVALID_ARGUMENT', 'meta.deviceId')
  if (!isText(platform, 1, limits.platformCharsMax)) return rejectText('platform', platform, 'platformCharsMax')
  if (!isCount(expiresAt)) return reject('INVALID_ARGUMENT', 'expiresAt')
  if (read(userKey(appId, userId)) === undefined) return reject('USER_NOT_FOUND', 'userId')
  const before = readKind(read, 'device-session', deviceSessionKey(appId, userId, sessionId))
  // A late repeat never opens again what was closed since.
  if (before !== undefined) return before.deviceId === deviceId ? accept([]) : reject('ALREADY_EXISTS', 'sessionId')
  const meta = eventMeta(command)
  return accept([{ type: 'DeviceSessionOpened', meta, userId, sessionId, platform, expiresAt }], { occurredAt: meta.occurredAt })
}

function closeDeviceSession(command: CloseDeviceSession, read: ReadCell<Cell>): SkeinDecision {
  const { userId, sessionId } = command
  const session = readKind(read, 'device-session', deviceSessionKey(command.meta.appId, userId, sessionId))
  if (session === undefined || session.closed) return accept([])
  const meta = eventMeta(command)
  return accept([{ type: 'DeviceSessionClosed', meta, userId, sessionId }], { occurredAt: meta.occurredAt })
}
