// Inviting users to a group, by whoever may add members: they join by accepting. Whoever is invited is one whom the inviter might add: each of the
// others is told with the reason. Who was invited before is invited anew.
import { invitationKey } from '../cells/joining.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { isRefusal, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { isText } from '../text.ts'
import { addingTo } from './adding.ts'
import { faultOfEnd } from './expiry.ts'
import { mayJoin, sorted } from './member-change.ts'

export const inviteToGroup: CommandRule<'InviteToGroup'> = (command) => {
  const { conversationId, greeting, expiresAtMs, meta } = command
  const adding = addingTo(command)
  if (isRefusal(adding)) return adding
  return {
    fault: isText(greeting, 0, limits.greetingCharsMax)
      ? faultOfEnd(expiresAtMs, meta.enteredAt)
      : rejectText('greeting', greeting, 'greetingCharsMax'),
    reads: adding.reads,
    decide(read) {
      const actor = adding.actor(read)
      if (isRefusal(actor)) return actor
      const { head, group } = actor
      // Room there has to be when they accept.
      const invited = sorted(adding.others, (userId) => mayJoin(userId, adding.joined(group, read)))
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
