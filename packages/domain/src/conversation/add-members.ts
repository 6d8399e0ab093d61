// Adding users to a group, by its owner or an admin: each who may be, whatever becomes of the others.
import { appPolicyKey, readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { joins, onHead, returningOf } from './folds.ts'
import { banKeyOf, isBanned } from './joining.ts'
import { type Sorted, sortedJoining } from './member-change.ts'
import { addingKeys } from './pair.ts'
import { groupOf, headOf, joiningKeys, needsRole, next, notAMember, notBegun, othersNamed, roleOf } from './target.ts'

export const addMembers: CommandRule<'AddMembers'> = (command) => {
  const { userIds } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const { appId, actorId, actorKey, headKey, memberKeyOf } = target
  const others = othersNamed('userIds', userIds, actorId)
  if (isRefusal(others)) return others
  return {
    reads: (cached) => [
      appPolicyKey(appId),
      headKey,
      actorKey,
      ...joiningKeys(target, others, cached),
      ...addingKeys(target, others, cached),
      ...others.map((userId) => banKeyOf(command, userId)),
    ],
    decide(read) {
      const head = headOf(target, read)
      if (head === undefined) return notBegun(target)
      const actorRole = roleOf(target, read, actorId)
      if (actorRole === '') return notAMember(actorId)
      if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')
      const banned = others.filter((userId) => isBanned(command, read, userId))
      const sorted = withBanned(sortedJoining(target, read, without(others, banned), head.memberCount), banned)
      const { changed } = sorted
      if (changed.length === 0) return accept([], { seq: head.lastSeq, ...sorted, memberCount: head.memberCount })
      const place = next(command, head)
      const members = changed.map((userId) => ({ userId, role: 'member' }))
      const returning = changed.flatMap((userId) => returningOf(userId, readKind(read, 'member', memberKeyOf(userId))) ?? [])
      return accept([{ type: 'MembersAdded', ...place, members, returning }], {
        seq: place.seq,
        ...sorted,
        memberCount: head.memberCount + changed.length,
      })
    },
  }
}

const without = (userIds: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 ? userIds : userIds.filter((userId) => !others.includes(userId))

const withBanned = (sorted: Sorted, banned: readonly string[]): Sorted => ({
  ...sorted,
  refused: [...sorted.refused, ...banned.map((userId) => ({ userId, code: 'USER_BANNED' }))],
})

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
