// Adding users to a group, by whom it lets add, its owner and admins unless it is set otherwise: each who may be, whatever becomes of the others.
import { appPolicyKey, readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot, showsAll } from './acting.ts'
import { joins, onHead, returningOf } from './folds.ts'
import { banKeyOf, isBanned } from './joining.ts'
import { sortedJoining } from './member-change.ts'
import { addingKeys } from './pair.ts'
import { groupOf, joiningKeys, next, othersNamed } from './target.ts'

export const addMembers: CommandRule<'AddMembers'> = (command) => {
  const { userIds } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const { appId, actorId, memberKeyOf } = target
  const others = othersNamed('userIds', userIds, actorId)
  if (isRefusal(others)) return others
  return {
    reads: (cached) => [
      appPolicyKey(appId),
      ...actingKeys(target),
      ...joiningKeys(target, others, cached),
      ...addingKeys(target, others, cached),
      ...others.map((userId) => banKeyOf(command, userId)),
    ],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role, group } = actor
      const refusal = mayNot(role, group.canAdd)
      if (refusal !== null) return refusal
      const joined = { target, group, read, isBanned: (userId: string) => isBanned(command, read, userId) }
      const sorted = sortedJoining(others, head.memberCount, joined)
      const { changed } = sorted
      if (changed.length === 0) return accept([], { seq: head.lastSeq, ...sorted, memberCount: head.memberCount })
      const place = next(command, head)
      const members = changed.map((userId) => ({ userId, role: 'member' }))
      const returning = changed.flatMap((userId) => returningOf(userId, readKind(read, 'member', memberKeyOf(userId))) ?? [])
      return accept([{ type: 'MembersAdded', ...place, members, returning, fromStart: showsAll(group) }], {
        seq: place.seq,
        ...sorted,
        memberCount: head.memberCount + changed.length,
      })
    },
  }
}

export const membersAdded: EventRule<'MembersAdded'> = (event) => [
  onHead(event, (head) => ({ ...head, memberCount: head.memberCount + event.members.length })),
  ...event.members.map(({ userId, role }) =>
    joins(
      event,
      userId,
      role,
      event.returning.find((kept) => kept.userId === userId),
    ),
  ),
]
