// Taking back an invitation to a group: by its owner or an admin, or by whoever sent it while they are in.
import { isUserId } from '@skein/contracts'
import { invitationKey } from '../cells/joining.ts'
import { asKind, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { comingIn, comingKeys, inviterKeys, inviterTold, waits } from './joining.ts'
import { groupOf } from './target.ts'

export const revokeInvitation: CommandRule<'RevokeInvitation'> = (command) => {
  const { meta, conversationId, userId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const key = invitationKey(target.appId, conversationId, userId)
  return {
    reads: (cached) => [
      ...new Set([...actingKeys(target), ...comingKeys(command, target, userId), key, ...inviterKeys(target, key, cached)]),
    ],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const invitation = readKind(read, 'invitation', key)
      // Whoever may not is told the same, whether there is one of another or not.
      const refusal = invitation?.invitedBy === target.actorId ? null : mayNot(actor.role, 'admins')
      if (refusal !== null) return refusal
      const coming = comingIn(command, target, userId, read)
      if (!waits(invitation, coming, meta.enteredAt)) return reject('NOT_INVITED', `user ${userId}`)
      const invitedBy = inviterTold(target, invitation, read)
      return accept([{ type: 'InvitationRevoked', meta: eventMeta(command), conversationId, userId, invitedBy }], {})
    },
  }
}

export const invitationRevoked: EventRule<'InvitationRevoked'> = ({ meta, conversationId, userId }) => [
  change(invitationKey(meta.appId, conversationId, userId), (cell) => {
    const invitation = asKind('invitation', cell)
    if (invitation === undefined) throw new Error(`an invitation to ${conversationId} is taken back that was never sent`)
    return { ...invitation, answeredAt: meta.occurredAt }
  }),
]
