// Removing members from a group, by its owner or an admin: each who may be, whatever becomes of the others. Only the owner removes admins.
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { goes, onHead, without } from './folds.ts'
import { sorted, type Verdict } from './member-change.ts'
import { groupOf, next, roleOf, usersNamed } from './target.ts'

export const removeMembers: CommandRule<'RemoveMembers'> = (command) => {
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const { length } = command.userIds
  if (length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', length))
  const userIds = usersNamed('userIds', command.userIds)
  if (isRefusal(userIds)) return userIds
  const { actorId, memberKeyOf } = target
  return {
    reads: () => [...new Set([...actingKeys(target), ...userIds.map(memberKeyOf)])],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role: actorRole } = actor
      const refusal = mayNot(actorRole, 'admins')
      if (refusal !== null) return refusal
      const result = sorted(userIds, (userId) => verdictOn(roleOf(target, read, userId), actorRole, userId === actorId))
      const { changed } = result
      if (changed.length === 0) return accept([], { seq: head.lastSeq, ...result, memberCount: head.memberCount })
      const place = next(command, head)
      return accept([{ type: 'MembersRemoved', ...place, userIds: changed }], {
        seq: place.seq,
        ...result,
        memberCount: head.memberCount - changed.length,
      })
    },
  }
}

/** Members do not remove themselves: they leave. Who does not exist is out, as others are. */
function verdictOn(role: string, actorRole: string, isActor: boolean): Verdict {
  if (role === '') return 'already'
  return isActor || (actorRole === 'admin' && role !== 'member') ? 'FORBIDDEN' : null
}

export const membersRemoved: EventRule<'MembersRemoved'> = (event) => [
  onHead(event, (head) => event.userIds.reduce((left, userId) => without(userId)(left), head)),
  ...event.userIds.map((userId) => goes(event, userId)),
]
