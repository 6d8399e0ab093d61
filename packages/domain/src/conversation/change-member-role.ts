// Giving a member another role. A group with members has exactly one owner; only they give roles, and they lay their own down by
// handing it to another.
import { isUserId } from '@skein/contracts'
import type { DomainEvent } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { onHead, onMember } from './folds.ts'
import { groupOf, next, notAMember, roleOf } from './target.ts'

export const roles: readonly string[] = ['owner', 'admin', 'member']

export const changeMemberRole: CommandRule<'ChangeMemberRole'> = (command) => {
  const { userId, role } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  if (!roles.includes(role)) return reject('INVALID_ARGUMENT', `role: one of ${roles.join(', ')}`)
  const { actorId, memberKeyOf } = target
  return {
    reads: () => [...actingKeys(target), memberKeyOf(userId)],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head } = actor
      const refusal = mayNot(actor.role, 'owner')
      if (refusal !== null) return refusal
      const targetRole = roleOf(target, read, userId)
      if (targetRole === '') return notAMember(userId)
      if (targetRole === role) return accept([], { seq: head.lastSeq })
      if (userId === actorId) return reject('FORBIDDEN', 'userId is the actor: owners hand over')
      const given: DomainEvent = { type: 'MemberRoleChanged', ...next(command, head), userId, role }
      if (role !== 'owner') return accept([given], { seq: given.seq })
      // The new owner first: the head's owner moves from one to the other and is never empty.
      return accept([given, { ...given, seq: given.seq + 1, userId: actorId, role: 'admin' }], { seq: given.seq + 1 })
    },
  }
}

export const memberRoleChanged: EventRule<'MemberRoleChanged'> = (event) => [
  onHead(event, (head) => (event.role === 'owner' ? { ...head, ownerId: event.userId } : head)),
  onMember(event, event.userId, (member) => ({ ...member, role: event.role })),
]
