// Creating a group, with those of its first members who may be. Its id is chosen by its creator, who may create it again under the same
// name and finds it done.
import type { MemberEntry } from '@skein/contracts'
import { appPolicyKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { isShownName } from '../text.ts'
import { joins, onHead } from './folds.ts'
import { sortedJoining } from './member-change.ts'
import { addingKeys } from './pair.ts'
import { groupFull, groupOf, headOf, isIn, joiningKeys, othersNamed } from './target.ts'

export const createGroup: CommandRule<'CreateGroup'> = (command) => {
  const { conversationId, name, memberIds } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (memberIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', memberIds.length))
  const { appId, actorId, headKey } = target
  const others = othersNamed('memberIds', memberIds, actorId)
  if (isRefusal(others)) return others
  return {
    fault: isShownName(name, limits.groupNameCharsMax) ? null : rejectText('name', name, 'groupNameCharsMax'),
    reads: (cached) => [
      headKey,
      appPolicyKey(appId),
      ...joiningKeys(target, others, cached),
      ...(cached(headKey) === undefined ? addingKeys(target, others, cached) : []),
    ],
    decide(read) {
      const head = headOf(target, read)
      if (head !== undefined) {
        if (head.creatorId !== actorId) return reject('ALREADY_EXISTS', 'conversationId')
        if (head.name !== name) return reject('ALREADY_EXISTS', 'name')
        // Who has gone since, or never came in, is in no list.
        const already = others.filter((userId) => isIn(readKind(read, 'member', target.memberKeyOf(userId))))
        return accept([], { seq: head.lastSeq, changed: [], already, refused: [], memberCount: head.memberCount })
      }
      const full = groupFull(target, 1, read)
      if (full !== null) return full
      const sorted = sortedJoining(target, read, others, 1)
      const members: MemberEntry[] = [{ userId: actorId, role: 'owner' }, ...sorted.changed.map((userId) => ({ userId, role: 'member' }))]
      return accept([{ type: 'GroupCreated', meta: eventMeta(command), conversationId, seq: 1, name, members }], {
        seq: 1,
        ...sorted,
        memberCount: members.length,
      })
    },
  }
}

export const groupCreated: EventRule<'GroupCreated'> = (event) => {
  const { name, members, meta } = event
  const ownerId = members.find(({ role }) => role === 'owner')?.userId ?? ''
  return [
    onHead(event, (head) => ({ ...head, name, creatorId: meta.actorId, ownerId, memberCount: members.length })),
    ...members.map(({ userId, role }) => joins({ ...event, ordinal: 0 }, userId, role)),
  ]
}
