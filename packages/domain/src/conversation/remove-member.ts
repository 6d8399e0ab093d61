// Removing a member from a group, by its owner or an admin; only the owner removes admins.
import { isUserId } from '@skein/contracts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { goes, onHead, without } from './folds.ts'
import { groupOf, headOf, needsRole, next, notAMember, notBegun, roleOf } from './target.ts'

export const removeMember: CommandRule<'RemoveMember'> = (command) => {
  const { userId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const { actorId, actorKey, headKey, memberKeyOf } = target
  return {
    reads: () => [headKey, actorKey, memberKeyOf(userId)],
    decide(read) {
      const head = headOf(target, read)
      if (head === undefined) return notBegun(target)
      const actorRole = roleOf(target, read, actorId)
      if (actorRole === '') return notAMember(actorId)
      if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')
      if (userId === actorId) return reject('FORBIDDEN', 'userId is the actor: members leave')
      const targetRole = roleOf(target, read, userId)
      if (targetRole === '') return notAMember(userId)
      if (actorRole === 'admin' && targetRole !== 'member') return needsRole(actorRole, 'owner')
      const place = next(command, head)
      return accept([{ type: 'MemberRemoved', ...place, userId }], { seq: place.seq })
    },
  }
}

export const memberRemoved: EventRule<'MemberRemoved'> = (event) => [onHead(event, without(event.userId)), goes(event, event.userId)]
