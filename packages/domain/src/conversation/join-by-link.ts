// Joining a group by a link. Whatever is wrong with a link, or with who holds it, the answer is the same as if there were no group.
import type { JoinLinkCell } from '../cells/joining.ts'
import { joinLinkKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { countsAt } from './expiry.ts'
import { joins, onHead } from './folds.ts'
import { isLinkId, onLink } from './join-link.ts'
import { comingIn, comingInKeys, inBy } from './joining.ts'
import { groupOf, isIn } from './target.ts'

const lets = ({ revokedAt, expiresAt }: JoinLinkCell, moment: number): boolean => revokedAt === 0 && countsAt(expiresAt, moment)

export const joinByLink: CommandRule<'JoinByLink'> = (command) => {
  const { meta, conversationId, tokenHash: linkId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isLinkId(linkId)) return reject('INVALID_ARGUMENT', 'token')
  const { appId, actorId: userId } = target
  const key = joinLinkKey(appId, conversationId, linkId)
  return {
    reads: () => [...comingInKeys(command, target, userId), key],
    decide(read) {
      const coming = comingIn(command, target, userId, read)
      const link = readKind(read, 'join-link', key)
      const invalid = reject('LINK_INVALID', 'token')
      if (coming === null || link === undefined || !lets(link, meta.enteredAt)) return invalid
      const isUsedUp = link.usesMax > 0 && link.uses >= link.usesMax
      if (isUsedUp && !isIn(coming.before)) return invalid
      const joined = inBy({ how: 'link', approvedBy: link.madeBy, linkId }, coming, { command, target, read })
      return isRefusal(joined) ? joined : accept([...joined.events], { seq: joined.seq })
    },
  }
}

export const memberJoined: EventRule<'MemberJoined'> = (event) => [
  onHead(event, (head) => ({ ...head, memberCount: head.memberCount + 1 })),
  joins(event, event.userId, 'member', event.returning[0]),
  ...(event.linkId === '' ? [] : [onLink(event, (link) => ({ ...link, uses: link.uses + 1 }))]),
]
