// Ending a link to a group, by its owner or an admin, whoever made it. One that is ended already stays so.
import { joinLinkKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { isLinkId, onLink } from './join-link.ts'
import { faultOfLettingIn } from './joining.ts'
import { groupOf, headOf, notBegun } from './target.ts'

export const revokeJoinLink: CommandRule<'RevokeJoinLink'> = (command) => {
  const { conversationId, linkId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isLinkId(linkId)) return reject('INVALID_ARGUMENT', 'linkId')
  const { appId, headKey, actorKey } = target
  const key = joinLinkKey(appId, conversationId, linkId)
  return {
    reads: () => [headKey, actorKey, key],
    decide(read) {
      if (headOf(target, read) === undefined) return notBegun(target)
      const refusal = faultOfLettingIn(target, read)
      if (refusal !== null) return refusal
      const link = readKind(read, 'join-link', key)
      if (link === undefined) return reject('LINK_INVALID', 'linkId')
      return accept(link.revokedAt > 0 ? [] : [{ type: 'JoinLinkRevoked', meta: eventMeta(command), conversationId, linkId }], {})
    },
  }
}

export const joinLinkRevoked: EventRule<'JoinLinkRevoked'> = (event) => [
  onLink(event, (link) => ({ ...link, revokedAt: event.meta.occurredAt })),
]
