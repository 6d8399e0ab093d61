// Setting something of a group otherwise: its profile, its rules, its end. Who may depends on what is set. One event says all that changed, and
// what is so already is not said.
import { groupKey, newGroup } from '../cells/group.ts'
import { asKind } from '../cells.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { onHead } from './folds.ts'
import { endTimer } from './group-end.ts'
import { changing, faultOfSettings, nameSetting, tooManyAttributes, whoMaySet, withSettings } from './group-settings.ts'
import { groupOf, next } from './target.ts'

export const changeGroup: CommandRule<'ChangeGroup'> = (command) => {
  const { settings } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  return {
    fault: faultOfSettings(settings, command.meta.enteredAt),
    reads: () => actingKeys(target),
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role, group } = actor
      for (const { name } of settings) {
        const who = whoMaySet(name, group)
        if (who === null) return reject('INVALID_ARGUMENT', `settings: ${name} is set at creation alone`)
        const refusal = mayNot(role, who)
        if (refusal !== null) return refusal
      }
      const changed = changing(settings, group, head.name)
      if (changed.length === 0) return accept([], { seq: head.lastSeq })
      const tooMany = tooManyAttributes(withSettings(group, changed))
      if (tooMany !== null) return tooMany
      const place = next(command, head)
      return accept([{ type: 'GroupChanged', ...place, settings: changed }], { seq: place.seq })
    },
  }
}

export const groupChanged: EventRule<'GroupChanged'> = (event) => {
  const { meta, conversationId, settings } = event
  const said = (name: string) => settings.find((setting) => setting.name === name)?.value
  const endsAt = said('endsAt')
  return [
    onHead(event, (head) => ({ ...head, name: said(nameSetting) ?? head.name })),
    change(groupKey(meta.appId, conversationId), (cell) => withSettings(asKind('group', cell) ?? newGroup, settings)),
    ...(endsAt === undefined ? [] : [endTimer(event, Number(endsAt))]),
  ]
}
