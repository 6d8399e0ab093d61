// Adding users to a group, by whom it lets add, its owner and admins unless it is set otherwise: each who may be, whatever becomes of the others.
import { readKind } from '../cells.ts'
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { showsAll } from './acting.ts'
import { addingTo } from './adding.ts'
import { joins, onHead, returningOf } from './folds.ts'
import { sortedJoining } from './member-change.ts'
import { next } from './target.ts'

export const addMembers: CommandRule<'AddMembers'> = (command) => {
  const adding = addingTo(command)
  if (isRefusal(adding)) return adding
  const { target, others, reads } = adding
  return {
    reads,
    decide(read) {
      const actor = adding.actor(read)
      if (isRefusal(actor)) return actor
      const { head, group } = actor
      const sorted = sortedJoining(others, head.memberCount, adding.joined(group, read))
      const { changed } = sorted
      if (changed.length === 0) return accept([], { seq: head.lastSeq, ...sorted, memberCount: head.memberCount })
      const place = next(command, head)
      const members = changed.map((userId) => ({ userId, role: 'member' }))
      const returning = changed.flatMap((userId) => returningOf(userId, readKind(read, 'member', target.memberKeyOf(userId))) ?? [])
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
