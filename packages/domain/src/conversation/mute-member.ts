// Muting: a member says nothing until a moment, in this stay and in those that follow. The owner mutes everybody, an admin plain members; a
// mute ends by itself, or by one of no time.
import { isCount, isUserId } from '@skein/contracts'
import { readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { acting, actingKeys } from './acting.ts'
import { onHead, onMember } from './folds.ts'
import { groupOf, isIn, needsRole, next, notAMember } from './target.ts'

export const muteMember: CommandRule<'MuteMember'> = (command) => {
  const { userId, durationMs, meta } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  if (!isCount(durationMs)) return reject('INVALID_ARGUMENT', 'durationMs')
  const { actorId, memberKeyOf } = target
  return {
    fault: durationMs > limits.muteMsMax ? reject('INVALID_ARGUMENT', `durationMs: ${beyond('muteMsMax', durationMs)}`) : null,
    reads: () => [...new Set([...actingKeys(target), memberKeyOf(userId)])],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role: actorRole } = actor
      if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')
      const member = readKind(read, 'member', memberKeyOf(userId))
      if (member === undefined || !isIn(member)) return notAMember(userId)
      if (userId === actorId) return reject('FORBIDDEN', 'userId is the actor')
      if (actorRole === 'admin' && member.role !== 'member') return needsRole(actorRole, 'owner')
      const mutedUntil = durationMs === 0 ? 0 : meta.enteredAt + durationMs
      const isSo = mutedUntil === 0 ? member.mutedUntil <= meta.enteredAt : member.mutedUntil === mutedUntil
      if (isSo) return accept([], { seq: head.lastSeq })
      const place = next(command, head)
      return accept([{ type: 'MemberMuted', ...place, userId, mutedUntil }], { seq: place.seq })
    },
  }
}

export const memberMuted: EventRule<'MemberMuted'> = (event) => [
  onHead(event),
  onMember(event, event.userId, (member) => ({ ...member, mutedUntil: event.mutedUntil })),
]
