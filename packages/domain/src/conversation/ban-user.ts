// Banning a user from a group, member or not, and lifting the ban: by its owner or an admin; only the owner bans admins. A member who is banned is
// removed. Whoever is banned comes back by no way.
import { isUserId } from '@skein/contracts'
import { banKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import type { DomainEvent } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { actingKeys } from './acting.ts'
import { onHead } from './folds.ts'
import { banKeyOf, isBanned, keepingOut } from './joining.ts'
import { groupOf, joiningKeys, needsRole, next, roleOf, unknownUser } from './target.ts'

export const banUser: CommandRule<'BanUser'> = (command) => {
  const { userId, banned } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const { actorId, memberKeyOf } = target
  return {
    reads: (cached) => [...new Set([...actingKeys(target), ...joiningKeys(target, [userId], cached), banKeyOf(command, userId)])],
    decide(read) {
      const actor = keepingOut(target, read)
      if (isRefusal(actor)) return actor
      const { head, role: actorRole } = actor
      if (userId === actorId) return reject('FORBIDDEN', 'userId is the actor: members leave')
      if (readKind(read, 'member', memberKeyOf(userId)) === undefined) {
        const unknown = unknownUser(target, read, [userId])
        if (unknown !== null) return unknown
      }
      const targetRole = roleOf(target, read, userId)
      if (actorRole === 'admin' && targetRole !== '' && targetRole !== 'member') return needsRole(actorRole, 'owner')
      if (isBanned(command, read, userId) === banned) return accept([], { seq: head.lastSeq })
      const place = next(command, head)
      const removed: DomainEvent[] = targetRole === '' ? [] : [{ type: 'MembersRemoved', ...place, userIds: [userId] }]
      const seq = place.seq + removed.length
      return accept([...removed, { type: 'UserBanned', ...place, seq, userId, banned }], { seq })
    },
  }
}

export const userBanned: EventRule<'UserBanned'> = (event) => [
  onHead(event),
  make(banKey(event.meta.appId, event.conversationId, event.userId), {
    kind: 'ban',
    bannedBy: event.meta.actorId,
    bannedAt: event.banned ? event.meta.occurredAt : 0,
  }),
]
