// The name that a member has in one group alone: their own to choose; the owner and admins may change those of who stands below them. It
// ends with the stay.
import { isUserId } from '@skein/contracts'
import { readKind } from '../cells.ts'
import { limits } from '../limits.ts'
import { isRefusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { isShownName } from '../text.ts'
import { acting, actingKeys } from './acting.ts'
import { onHead, onMember } from './folds.ts'
import { groupOf, isIn, needsRole, next, notAMember } from './target.ts'

export const setNickname: CommandRule<'SetNickname'> = (command) => {
  const { userId, nickname } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const { actorId, memberKeyOf } = target
  const isFine = nickname === '' || isShownName(nickname, limits.nicknameCharsMax)
  return {
    fault: isFine ? null : rejectText('nickname', nickname, 'nicknameCharsMax'),
    reads: () => [...new Set([...actingKeys(target), memberKeyOf(userId)])],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role: actorRole } = actor
      const isOwn = userId === actorId
      if (!isOwn && actorRole === 'member') return needsRole(actorRole, 'owner or admin')
      const member = readKind(read, 'member', memberKeyOf(userId))
      if (member === undefined || !isIn(member)) return notAMember(userId)
      if (!isOwn && actorRole === 'admin' && member.role !== 'member') return needsRole(actorRole, 'owner')
      if (member.nickname === nickname) return accept([], { seq: head.lastSeq })
      const place = next(command, head)
      return accept([{ type: 'NicknameChanged', ...place, userId, nickname }], { seq: place.seq })
    },
  }
}

export const nicknameChanged: EventRule<'NicknameChanged'> = (event) => [
  onHead(event),
  onMember(event, event.userId, (member) => ({ ...member, nickname: event.nickname })),
]
