// Inviting users to a group, by whoever may add members: they join by accepting. Whoever is invited is one whom the inviter might add: each of the
// others is told with the reason. Who was invited before is invited anew.
import { invitationKey } from '../cells/joining.ts'
import { appPolicyKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { isText } from '../text.ts'
import { acting, actingKeys, mayNot } from './acting.ts'
import { faultOfEnd } from './expiry.ts'
import { banKeyOf, isBanned } from './joining.ts'
import { sorted } from './member-change.ts'
import { addingKeys, mayAdd } from './pair.ts'
import { groupOf, isIn, joiningKeys, othersNamed } from './target.ts'

export const inviteToGroup: CommandRule<'InviteToGroup'> = (command) => {
  const { conversationId, userIds, greeting, expiresAtMs, meta } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const { appId, actorId, memberKeyOf, knownUserKeyOf } = target
  const others = othersNamed('userIds', userIds, actorId)
  if (isRefusal(others)) return others
  return {
    fault: isText(greeting, 0, limits.greetingCharsMax)
      ? faultOfEnd(expiresAtMs, meta.enteredAt)
      : rejectText('greeting', greeting, 'greetingCharsMax'),
    reads: (cached) => [
      appPolicyKey(appId),
      ...actingKeys(target),
      ...joiningKeys(target, others, cached),
      ...addingKeys(target, others, cached),
      ...others.map((userId) => banKeyOf(command, userId)),
    ],
    decide(read) {
      const actor = acting(target, read)
      if (isRefusal(actor)) return actor
      const { head, role, group } = actor
      const refusal = mayNot(role, group.canAdd)
      if (refusal !== null) return refusal
      const invited = sorted(others, (userId) => {
        const member = readKind(read, 'member', memberKeyOf(userId))
        if (isIn(member)) return 'already'
        if (member === undefined && read(knownUserKeyOf(userId)) === undefined) return 'USER_NOT_FOUND'
        if (isBanned(command, read, userId)) return 'USER_BANNED'
        return mayAdd(target, userId, read) ? null : 'NOT_REACHABLE'
      })
      const reply = { seq: head.lastSeq, ...invited, memberCount: head.memberCount }
      if (invited.changed.length === 0) return accept([], reply)
      const sent = { conversationId, groupName: head.name, userIds: invited.changed, greeting, expiresAtMs, afterSeq: head.lastSeq }
      return accept([{ type: 'InvitationSent', meta: eventMeta(command), ...sent }], reply)
    },
  }
}

export const invitationSent: EventRule<'InvitationSent'> = ({ meta, conversationId, userIds, greeting, expiresAtMs, afterSeq }) =>
  userIds.map((userId) =>
    make(invitationKey(meta.appId, conversationId, userId), {
      kind: 'invitation',
      invitedBy: meta.actorId,
      greeting,
      invitedAt: meta.occurredAt,
      expiresAt: expiresAtMs,
      answeredAt: 0,
      afterSeq,
    }),
  )
