// Creating a group, with those of its first members who may be. Its id is chosen by its creator, who may create it again as it is now and
// finds it done, while they are in; under another name, or with other settings, it is none that they could have made: told that it was done,
// they would take a channel for a group in which everybody writes.
import type { MemberEntry } from '@skein/contracts'
import { newGroup } from '../cells/group.ts'
import { appPolicyKey, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { isShownName } from '../text.ts'
import { dismissed, groupSettingsOf } from './acting.ts'
import { joins, onHead } from './folds.ts'
import { changing, faultOfSettings, isSetTo, nameIn, tooManyAttributes, withSettings } from './group-settings.ts'
import { sortedJoining } from './member-change.ts'
import { addingKeys } from './pair.ts'
import { groupFull, groupOf, headOf, isIn, joiningKeys, othersNamed, roleOf } from './target.ts'

export const createGroup: CommandRule<'CreateGroup'> = (command) => {
  const { conversationId, name, memberIds, settings } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (memberIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', memberIds.length))
  const { appId, actorId, headKey, groupKeys } = target
  const others = othersNamed('memberIds', memberIds, actorId)
  if (isRefusal(others)) return others
  return {
    fault: isShownName(name, limits.groupNameCharsMax)
      ? faultOfSettings(settings, command.meta.enteredAt)
      : rejectText('name', name, 'groupNameCharsMax'),
    reads: (cached) => [
      headKey,
      appPolicyKey(appId),
      target.actorKey,
      ...groupKeys,
      ...joiningKeys(target, others, cached),
      ...(cached(headKey) === undefined ? addingKeys(target, others, cached) : []),
    ],
    decide(read) {
      const head = headOf(target, read)
      if (head !== undefined) {
        // A creator who has gone since is told no more than anybody: neither who is in nor how many.
        if (head.creatorId !== actorId || roleOf(target, read, actorId) === '') return reject('ALREADY_EXISTS', 'conversationId')
        const present = groupSettingsOf(target, read)
        const over = dismissed(present)
        if (over !== null) return over
        if (head.name !== nameIn(settings, name)) return reject('ALREADY_EXISTS', 'name')
        if (!isSetTo(present, withSettings(newGroup, settings))) return reject('ALREADY_EXISTS', 'settings')
        // Who has gone since, or never came in, is in no list.
        const already = others.filter((userId) => isIn(readKind(read, 'member', target.memberKeyOf(userId))))
        return accept([], { seq: head.lastSeq, changed: [], already, refused: [], memberCount: head.memberCount })
      }
      const set = changing(settings, newGroup, name)
      const group = withSettings(newGroup, set)
      const refusal = tooManyAttributes(group) ?? groupFull(target, group, 1, read)
      if (refusal !== null) return refusal
      const sorted = sortedJoining(others, 1, { target, group, read })
      const members: MemberEntry[] = [{ userId: actorId, role: 'owner' }, ...sorted.changed.map((userId) => ({ userId, role: 'member' }))]
      const meta = eventMeta(command)
      const events: DomainEvent[] = [{ type: 'GroupCreated', meta, conversationId, seq: 1, name, members }]
      if (set.length > 0) events.push({ type: 'GroupChanged', meta, conversationId, seq: 2, ordinal: 0, settings: set })
      return accept(events, { seq: events.length, ...sorted, memberCount: members.length })
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
