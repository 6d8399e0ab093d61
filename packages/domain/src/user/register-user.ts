// A user comes into being. Doing it again under the same id and name finds it done.
import { isUserName } from '@skein/contracts'
import { readKind, userKey } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { isShownName } from '../text.ts'
import { faultOfUser } from './self.ts'

export const registerUser: CommandRule<'RegisterUser'> = (command) => {
  const { userId, userName, displayName, meta } = command
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  if (!isUserName(userName)) return reject('INVALID_ARGUMENT', 'userName')
  if (displayName !== '' && !isShownName(displayName, limits.displayNameCharsMax))
    return rejectText('displayName', displayName, 'displayNameCharsMax')
  const key = userKey(meta.appId, userId)
  return {
    reads: () => [key],
    decide(read) {
      const before = readKind(read, 'user', key)
      if (before !== undefined) return before.userName === userName ? accept([], {}) : reject('ALREADY_EXISTS', 'userId')
      return accept([{ type: 'UserRegistered', meta: eventMeta(command), userId, userName, displayName }], {})
    },
  }
}

export const userRegistered: EventRule<'UserRegistered'> = ({ meta, userId, userName, displayName }) => [
  make(userKey(meta.appId, userId), { kind: 'user', userName, displayName, registeredAt: meta.occurredAt }),
]
