// Joining a group by a link. Whatever is wrong with a link, or with who holds it, the answer is the same as if there were no group.
import type { JoinLinkCell } from '../cells/joining.ts'
import { joinLinkKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { joins, onHead, returningOf } from './folds.ts'
import { isLinkId, onLink } from './join-link.ts'
import { comingInKeys, countsAt, isBanned } from './joining.ts'
import { groupFull, groupOf, headOf, isIn, next } from './target.ts'

const lets = ({ revokedAt, expiresAt }: JoinLinkCell, moment: number): boolean => revokedAt === 0 && countsAt(expiresAt, moment)

export const joinByLink: CommandRule<'JoinByLink'> = (command) => {
  const { meta, conversationId, tokenHash: linkId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isLinkId(linkId)) return reject('INVALID_ARGUMENT', 'token')
  const { appId, actorId: userId, actorKey } = target
  const key = joinLinkKey(appId, conversationId, linkId)
  return {
    reads: () => [...comingInKeys(command, target), key],
    decide(read) {
      const head = headOf(target, read)
      const link = readKind(read, 'join-link', key)
      const invalid = reject('LINK_INVALID', 'token')
      if (head === undefined || link === undefined || !lets(link, meta.enteredAt) || isBanned(command, read, userId)) return invalid
      const before = readKind(read, 'member', actorKey)
      if (isIn(before)) return accept([], { seq: head.lastSeq })
      if (link.usesMax > 0 && link.uses >= link.usesMax) return invalid
      const full = groupFull(target, head.memberCount + 1, read)
      if (full !== null) return full
      const place = next(command, head)
      const returning = [returningOf(userId, before) ?? []].flat()
      return accept([{ type: 'MemberJoined', ...place, userId, how: 'link', approvedBy: link.madeBy, linkId, returning }], {
        seq: place.seq,
      })
    },
  }
}

export const memberJoined: EventRule<'MemberJoined'> = (event) => [
  onHead(event, (head) => ({ ...head, memberCount: head.memberCount + 1 })),
  joins(event, event.userId, 'member', event.returning[0]),
  ...(event.linkId === '' ? [] : [onLink(event, (link) => ({ ...link, uses: link.uses + 1 }))]),
]
