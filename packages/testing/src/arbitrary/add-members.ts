// Arbitrary additions to groups, of users who are in, out, or do not exist.
import type { AddMembers } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, someUsers } from './small-world.ts'

export const addMembers: ArbitraryOf<'AddMembers'> = {
  weight: 8,
  arbitrary: named<AddMembers>(actor, {
    type: fc.constant('AddMembers'),
    conversationId: groupId,
    userIds: someUsers,
  }),
}
