// A device logs in. A late repeat never opens again what was closed since.
import { isCount, isDeviceId } from '@skein/contracts'
import { deviceSessionKey, readKind, userKey } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { isText } from '../text.ts'
import { faultOfUser } from './self.ts'

export const openDeviceSession: CommandRule<'OpenDeviceSession'> = (command) => {
  const { userId, sessionId, platform, expiresAt } = command
  const { appId, deviceId } = command.meta
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  if (!isDeviceId(deviceId)) return reject('INVALID_ARGUMENT', 'meta.deviceId')
  if (!isText(platform, 1, limits.platformCharsMax)) return rejectText('platform', platform, 'platformCharsMax')
  if (!isCount(expiresAt)) return reject('INVALID_ARGUMENT', 'expiresAt')
  const keys = { user: userKey(appId, userId), session: deviceSessionKey(appId, userId, sessionId) }
  return {
    reads: () => [keys.user, keys.session],
    decide(read) {
      if (read(keys.user) === undefined) return reject('USER_NOT_FOUND', 'userId')
      const before = readKind(read, 'device-session', keys.session)
      if (before !== undefined) return before.deviceId === deviceId ? accept([], {}) : reject('ALREADY_EXISTS', 'sessionId')
      return accept([{ type: 'DeviceSessionOpened', meta: eventMeta(command), userId, sessionId, platform, expiresAt }], {})
    },
  }
}

export const deviceSessionOpened: EventRule<'DeviceSessionOpened'> = ({ meta, userId, sessionId, platform, expiresAt }) => [
  make(deviceSessionKey(meta.appId, userId, sessionId), {
    kind: 'device-session',
    deviceId: meta.deviceId,
    platform,
    openedAt: meta.occurredAt,
    expiresAt,
    closedAt: 0,
  }),
]
