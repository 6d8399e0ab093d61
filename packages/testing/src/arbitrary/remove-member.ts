// Arbitrary removals from groups, by and of anyone.
import type { RemoveMember } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const removeMember: ArbitraryOf<'RemoveMember'> = {
  weight: 6,
  arbitrary: named<RemoveMember>(actor, {
    type: fc.constant('RemoveMember'),
    conversationId: groupId,
    userId: user,
  }),
}
