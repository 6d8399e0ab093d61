// Who may reach a user: write to them, put them into groups. Both stand as they were said last.
import { isWhoMayReach, openPrivacy, privacyKey } from '../cells/relation.ts'
import { readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { faultOfUser } from './self.ts'

export const changePrivacy: CommandRule<'ChangePrivacy'> = (command) => {
  const { userId, write, add, meta } = command
  const fault = faultOfUser(command)
  if (fault !== null) return fault
  if (!isWhoMayReach(write)) return reject('INVALID_ARGUMENT', 'write')
  if (!isWhoMayReach(add)) return reject('INVALID_ARGUMENT', 'add')
  const key = privacyKey(meta.appId, userId)
  return {
    reads: () => [key],
    decide(read) {
      const before = readKind(read, 'privacy', key) ?? openPrivacy
      const same = before.write === write && before.add === add
      return accept(same ? [] : [{ type: 'PrivacyChanged', meta: eventMeta(command), userId, write, add }], {})
    },
  }
}

export const privacyChanged: EventRule<'PrivacyChanged'> = ({ meta, userId, write, add }) => {
  if (!isWhoMayReach(write) || !isWhoMayReach(add))
    throw new Error(`PrivacyChanged of ${userId} says neither everybody, friends nor nobody`)
  return [make(privacyKey(meta.appId, userId), { kind: 'privacy', write, add })]
}
