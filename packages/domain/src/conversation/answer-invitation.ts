// Accepting or refusing an invitation to a group. Whoever has none that counts is told the same, whether there is a group or not. One lets in
// once: who came in since, by whatever way, and is out again, was let go by the group, or went, after it.
import { type InvitationCell, invitationKey } from '../cells/joining.ts'
import { asKind, type MemberCell, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { comingIn, comingInKeys, inBy, isOpen } from './joining.ts'
import { groupOf, isIn } from './target.ts'

export const answerInvitation: CommandRule<'AnswerInvitation'> = (command) => {
  const { meta, conversationId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const { appId, actorId: userId } = target
  const key = invitationKey(appId, conversationId, userId)
  return {
    reads: () => [...comingInKeys(command, target, userId), key],
    decide(read) {
      const coming = comingIn(command, target, userId, read)
      const invitation = readKind(read, 'invitation', key)
      if (coming === null || !isOpen(invitation, meta.enteredAt) || isUsed(invitation, coming.before))
        return reject('NOT_INVITED', `user ${userId}`)
      const { invitedBy } = invitation
      const about = { meta: eventMeta(command), conversationId, userId, invitedBy, accepted: command.accept }
      const answered: DomainEvent = { type: 'InvitationAnswered', ...about }
      if (!command.accept) return accept([answered], { seq: 0 })
      const joined = inBy({ how: 'invitation', approvedBy: invitedBy, linkId: '' }, coming, { command, target, read })
      return isRefusal(joined) ? joined : accept([answered, ...joined.events], { seq: joined.seq })
    },
  }
}

/** Whether it let them in, or would have: a stay that began behind it is over. */
const isUsed = ({ groupSeq }: InvitationCell, before: MemberCell | undefined): boolean =>
  before !== undefined && !isIn(before) && before.fromSeq > groupSeq

export const invitationAnswered: EventRule<'InvitationAnswered'> = ({ meta, conversationId, userId }) => [
  change(invitationKey(meta.appId, conversationId, userId), (cell) => {
    const invitation = asKind('invitation', cell)
    if (invitation === undefined) throw new Error(`an invitation to ${conversationId} is answered that was never sent`)
    return { ...invitation, answeredAt: meta.occurredAt }
  }),
]
