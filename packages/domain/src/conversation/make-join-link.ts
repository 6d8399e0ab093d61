// Making a link to a group, by its owner or an admin. The same token again makes nothing.
import { isCount } from '@skein/contracts'
import { joinLinkKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { firstFault, isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { actingKeys } from './acting.ts'
import { faultOfEnd } from './expiry.ts'
import { isLinkId } from './join-link.ts'
import { lettingIn } from './joining.ts'
import { groupOf } from './target.ts'

export const makeJoinLink: CommandRule<'MakeJoinLink'> = (command) => {
  const { meta, conversationId, tokenHash: linkId, expiresAtMs, usesMax } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isLinkId(linkId)) return reject('INVALID_ARGUMENT', 'token')
  const key = joinLinkKey(target.appId, conversationId, linkId)
  return {
    fault: faultOfEnd(expiresAtMs, meta.enteredAt) ?? firstFault({ usesMax: isCount(usesMax) }),
    reads: () => [...actingKeys(target), key],
    decide(read) {
      const actor = lettingIn(target, read)
      if (isRefusal(actor)) return actor
      if (readKind(read, 'join-link', key) !== undefined) return reject('ALREADY_EXISTS', 'token')
      return accept([{ type: 'JoinLinkMade', meta: eventMeta(command), conversationId, linkId, expiresAtMs, usesMax }], { linkId })
    },
  }
}

export const joinLinkMade: EventRule<'JoinLinkMade'> = ({ meta, conversationId, linkId, expiresAtMs, usesMax }) => [
  make(joinLinkKey(meta.appId, conversationId, linkId), {
    kind: 'join-link',
    madeBy: meta.actorId,
    madeAt: meta.occurredAt,
    expiresAt: expiresAtMs,
    usesMax,
    uses: 0,
    revokedAt: 0,
  }),
]
