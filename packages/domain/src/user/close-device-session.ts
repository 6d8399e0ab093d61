// A device logs out. Nobody need have logged in: what is not open is closed.
import { asKind, deviceSessionKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { faultOfUser } from './self.ts'

export const closeDeviceSession: CommandRule<'CloseDeviceSession'> = (command) => {
  const { userId, sessionId, meta } = command
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  const key = deviceSessionKey(meta.appId, userId, sessionId)
  return {
    reads: () => [key],
    decide(read) {
      const session = readKind(read, 'device-session', key)
      if (session === undefined || session.closedAt > 0) return accept([], {})
      return accept([{ type: 'DeviceSessionClosed', meta: eventMeta(command), userId, sessionId }], {})
    },
  }
}

export const deviceSessionClosed: EventRule<'DeviceSessionClosed'> = ({ meta, userId, sessionId }) => [
  change(deviceSessionKey(meta.appId, userId, sessionId), (cell) => {
    const session = asKind('device-session', cell)
    if (session === undefined) throw new Error(`device session ${sessionId} was closed and never opened`)
    return { ...session, closedAt: meta.occurredAt }
  }),
]
