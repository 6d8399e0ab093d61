// Arbitrary invitations, of users who are in, out, banned, or do not exist, some for a moment.
import type { InviteToGroup } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, someEnd, someUsers, words } from './small-world.ts'

export const inviteToGroup: ArbitraryOf<'InviteToGroup'> = {
  weight: 12,
  arbitrary: named<InviteToGroup>(actor, {
    type: fc.constant('InviteToGroup'),
    conversationId: groupId,
    userIds: someUsers,
    greeting: words,
    expiresAtMs: someEnd,
  }),
}
