// An app comes into being when it is deployed. Deploying again finds it there, whatever its policy is by then.
import { appKey } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'

export const registerApp: CommandRule<'RegisterApp'> = (command) => {
  const { appId, actorId } = command.meta
  if (actorId !== '') return reject('FORBIDDEN', 'apps are registered by the system')
  const key = appKey(appId)
  return {
    reads: () => [key],
    decide: (read) => accept(read(key) === undefined ? [{ type: 'AppRegistered', meta: eventMeta(command) }] : [], {}),
  }
}

export const appRegistered: EventRule<'AppRegistered'> = ({ meta }) => [make(appKey(meta.appId), { kind: 'app', limits: {} })]
