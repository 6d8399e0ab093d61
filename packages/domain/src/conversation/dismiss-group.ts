// Dismissing a group, by its owner: whoever was in reads on as of then, and nothing happens in it any more.
import { groupKey, newGroup } from '../cells/group.ts'
import { asKind } from '../cells.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { onHead } from './folds.ts'
import { endTimer } from './group-end.ts'
import { groupOf, next } from './target.ts'

export const dismissGroup: CommandRule<'DismissGroup'> = (command) => {
  const target = groupOf(command)
  if (isRefusal(target)) return target
  return {
    reads: () => actingKeys(target),
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role, group } = actor
      const refusal = mayNot(role, 'owner')
      if (refusal !== null) return refusal
      const place = next(command, head)
      return accept([{ type: 'GroupDismissed', ...place, endsAt: group.endsAt }], { seq: place.seq })
    },
  }
}

export const groupDismissed: EventRule<'GroupDismissed'> = (event) => [
  onHead(event),
  change(groupKey(event.meta.appId, event.conversationId), (cell) => ({
    ...(asKind('group', cell) ?? newGroup),
    dismissedAt: event.meta.occurredAt,
  })),
  // Without an end there is no timer.
  ...(event.endsAt > 0 ? [endTimer(event, 0)] : []),
]
