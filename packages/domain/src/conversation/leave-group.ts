// Leaving a group. Its owner hands it over first, unless nobody else is in.
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { acting, actingKeys } from './acting.ts'
import { goes, onHead, without } from './folds.ts'
import { groupOf, next } from './target.ts'

export const leaveGroup: CommandRule<'LeaveGroup'> = (command) => {
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const { actorId: userId } = target
  return {
    reads: () => actingKeys(target),
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role } = actor
      if (role === 'owner' && head.memberCount > 1) return reject('OWNER_CANNOT_LEAVE', `members ${head.memberCount}`)
      const place = next(command, head)
      return accept([{ type: 'MemberLeft', ...place, userId }], { seq: place.seq })
    },
  }
}

export const memberLeft: EventRule<'MemberLeft'> = (event) => [onHead(event, without(event.userId)), goes(event, event.userId)]
