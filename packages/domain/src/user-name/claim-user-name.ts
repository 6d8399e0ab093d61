// Claiming a user name. A name is an aggregate of its own, so that of two who want it at once the log's order says which one got
// it. Names differ by more than case; the claim keeps the case of the first.
import { isUserName } from '@skein/contracts'
import { readKind, userNameKey } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { faultOfUser } from '../user/self.ts'

export const claimUserName: CommandRule<'ClaimUserName'> = (command) => {
  const { userName, userId, meta } = command
  if (!isUserName(userName)) return reject('INVALID_ARGUMENT', 'userName')
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  const key = userNameKey(meta.appId, userName)
  return {
    reads: () => [key],
    decide(read) {
      const holder = readKind(read, 'user-name', key)
      if (holder !== undefined) return holder.userId === userId ? accept([], {}) : reject('NAME_TAKEN', 'userName')
      return accept([{ type: 'UserNameClaimed', meta: eventMeta(command), userName, userId }], {})
    },
  }
}

export const userNameClaimed: EventRule<'UserNameClaimed'> = ({ meta, userId, userName }) => [
  make(userNameKey(meta.appId, userName), { kind: 'user-name', userId, userName }),
]
