// Adding users to a group, by its owner or an admin. Who is in already is passed over.
import type { MemberEntry } from '@skein/contracts'
import { appPolicyKey, readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { joins, onHead } from './folds.ts'
import {
  groupFull,
  groupOf,
  headOf,
  isIn,
  joiningKeys,
  needsRole,
  next,
  notAMember,
  notBegun,
  othersNamed,
  roleOf,
  unknownUser,
} from './target.ts'

export const addMembers: CommandRule<'AddMembers'> = (command) => {
  const { userIds } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const { appId, actorId, actorKey, headKey, memberKeyOf } = target
  const others = othersNamed('userIds', userIds, actorId)
  if (isRefusal(others)) return others
  return {
    reads: (cached) => [appPolicyKey(appId), headKey, actorKey, ...joiningKeys(target, others, cached)],
    decide(read) {
      const head = headOf(target, read)
      if (head === undefined) return notBegun(target)
      const actorRole = roleOf(target, read, actorId)
      if (actorRole === '') return notAMember(actorId)
      if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')
      const joining: MemberEntry[] = []
      for (const userId of others) {
        const before = readKind(read, 'member', memberKeyOf(userId))
        const unknown = before === undefined ? unknownUser(target, read, [userId]) : null
        if (unknown !== null) return unknown
        if (!isIn(before)) joining.push({ userId, role: 'member' })
      }
      if (joining.length === 0) return accept([], { seq: head.lastSeq })
      const full = groupFull(target, head.memberCount + joining.length, read)
      if (full !== null) return full
      const place = next(command, head)
      return accept([{ type: 'MembersAdded', ...place, members: joining }], { seq: place.seq })
    },
  }
}

export const membersAdded: EventRule<'MembersAdded'> = (event) => [
  onHead(event, (head) => ({ ...head, memberCount: head.memberCount + event.members.length })),
  ...event.members.map(({ userId, role }) => joins(event, userId, role)),
]
