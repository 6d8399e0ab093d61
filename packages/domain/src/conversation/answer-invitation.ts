// Accepting or refusing an invitation to a group. Whoever has none that counts is told the same, whether there is a group or not.
import { invitationKey } from '../cells/joining.ts'
import { asKind, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { comingIn, comingInKeys, inBy, inviterKeys, inviterTold, waits } from './joining.ts'
import { groupOf } from './target.ts'

export const answerInvitation: CommandRule<'AnswerInvitation'> = (command) => {
  const { meta, conversationId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const { appId, actorId: userId } = target
  const key = invitationKey(appId, conversationId, userId)
  return {
    reads: (cached) => [...new Set([...comingInKeys(command, target, userId), key, ...inviterKeys(target, key, cached)])],
    decide(read) {
      const coming = comingIn(command, target, userId, read)
      const invitation = readKind(read, 'invitation', key)
      if (coming === null || !waits(invitation, coming, meta.enteredAt)) return reject('NOT_INVITED', `user ${userId}`)
      const invitedBy = inviterTold(target, invitation, read)
      const about = { meta: eventMeta(command), conversationId, userId, invitedBy, accepted: command.accept }
      const answered: DomainEvent = { type: 'InvitationAnswered', ...about }
      if (!command.accept) return accept([answered], { seq: 0 })
      const joined = inBy({ how: 'invitation', approvedBy: invitation.invitedBy, linkId: '' }, coming, { command, target, read })
      return isRefusal(joined) ? joined : accept([answered, ...joined.events], { seq: joined.seq })
    },
  }
}

export const invitationAnswered: EventRule<'InvitationAnswered'> = ({ meta, conversationId, userId }) => [
  change(invitationKey(meta.appId, conversationId, userId), (cell) => {
    const invitation = asKind('invitation', cell)
    if (invitation === undefined) throw new Error(`an invitation to ${conversationId} is answered that was never sent`)
    return { ...invitation, answeredAt: meta.occurredAt }
  }),
]
