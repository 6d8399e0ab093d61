// Ending a link to a group, by its owner or an admin, whoever made it. One that is ended already stays so.
import { joinLinkKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { actingKeys } from './acting.ts'
import { isLinkId, onLink } from './join-link.ts'
import { keepingOut } from './joining.ts'
import { groupOf } from './target.ts'

export const revokeJoinLink: CommandRule<'RevokeJoinLink'> = (command) => {
  const { conversationId, linkId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isLinkId(linkId)) return reject('INVALID_ARGUMENT', 'linkId')
  const key = joinLinkKey(target.appId, conversationId, linkId)
  return {
    reads: () => [...actingKeys(target), key],
    decide(read) {
      const actor = keepingOut(target, read)
      if (isRefusal(actor)) return actor
      const link = readKind(read, 'join-link', key)
      if (link === undefined) return reject('LINK_INVALID', 'linkId')
      return accept(link.revokedAt > 0 ? [] : [{ type: 'JoinLinkRevoked', meta: eventMeta(command), conversationId, linkId }], {})
    },
  }
}

export const joinLinkRevoked: EventRule<'JoinLinkRevoked'> = (event) => [
  onLink(event, (link) => ({ ...link, revokedAt: event.meta.occurredAt })),
]
