// An operator changes the policy of an app. The new one stands as a whole; the same one again changes nothing, and a late copy
// of a change does not undo the one after it.
import { appKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { faultOfLimits } from './policy.ts'

export const changeAppPolicy: CommandRule<'ChangeAppPolicy'> = (command) => {
  const { meta, limits } = command
  if (meta.actorId !== '') return reject('FORBIDDEN', 'policies are changed by the system')
  const key = appKey(meta.appId)
  return {
    fault: faultOfLimits(limits),
    reads: () => [key],
    decide(read) {
      const app = readKind(read, 'app', key)
      if (app === undefined) return reject('APP_NOT_FOUND', 'appId')
      const same = limits.length === Object.keys(app.limits).length && limits.every(({ name, value }) => app.limits[name] === value)
      return accept(same ? [] : [{ type: 'AppPolicyChanged', meta: eventMeta(command), limits }], {})
    },
  }
}

export const appPolicyChanged: EventRule<'AppPolicyChanged'> = ({ meta, limits }) => [
  make(appKey(meta.appId), { kind: 'app', limits: Object.fromEntries(limits.map(({ name, value }) => [name, value])) }),
]
