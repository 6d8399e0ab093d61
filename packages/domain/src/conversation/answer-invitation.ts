// Accepting or refusing an invitation to a group. Whoever has none that counts is told the same, whether there is a group or not.
import { invitationKey } from '../cells/joining.ts'
import { asKind, readKind } from '../cells.ts'
import { type DomainEvent, eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, change, type EventRule } from '../rule.ts'
import { returningOf } from './folds.ts'
import { comingInKeys, countsAt, isBanned } from './joining.ts'
import { groupFull, groupOf, headOf, isIn, next } from './target.ts'

export const answerInvitation: CommandRule<'AnswerInvitation'> = (command) => {
  const { meta, conversationId } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const { appId, actorId: userId, actorKey } = target
  const key = invitationKey(appId, conversationId, userId)
  return {
    reads: () => [...comingInKeys(command, target), key],
    decide(read) {
      const head = headOf(target, read)
      const invitation = readKind(read, 'invitation', key)
      const counts = invitation !== undefined && invitation.answeredAt === 0 && countsAt(invitation.expiresAt, meta.enteredAt)
      if (head === undefined || !counts || isBanned(command, read, userId)) return reject('NOT_INVITED', `user ${userId}`)
      const { invitedBy } = invitation
      const about = { meta: eventMeta(command), conversationId, userId, invitedBy, accepted: command.accept }
      const answered: DomainEvent = { type: 'InvitationAnswered', ...about }
      if (!command.accept) return accept([answered], { seq: 0 })
      const before = readKind(read, 'member', actorKey)
      if (isIn(before)) return accept([answered], { seq: head.lastSeq })
      const full = groupFull(target, head.memberCount + 1, read)
      if (full !== null) return full
      const place = next(command, head)
      const returning = [returningOf(userId, before) ?? []].flat()
      const how = { how: 'invitation', approvedBy: invitedBy, linkId: '' }
      return accept([answered, { type: 'MemberJoined', ...place, userId, ...how, returning }], { seq: place.seq })
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
