// Arbitrary removals from groups, by and of anyone.
import type { RemoveMembers } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, someUsers } from './small-world.ts'

export const removeMembers: ArbitraryOf<'RemoveMembers'> = {
  weight: 6,
  arbitrary: named<RemoveMembers>(actor, {
    type: fc.constant('RemoveMembers'),
    conversationId: groupId,
    userIds: someUsers,
  }),
}
