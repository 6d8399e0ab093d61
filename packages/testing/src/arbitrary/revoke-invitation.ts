// Arbitrary takings back of invitations that were mostly never sent.
import type { RevokeInvitation } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const revokeInvitation: ArbitraryOf<'RevokeInvitation'> = {
  weight: 16,
  arbitrary: named<RevokeInvitation>(actor, {
    type: fc.constant('RevokeInvitation'),
    conversationId: groupId,
    userId: user,
  }),
}
