// Arbitrary changes of roles, by and of anyone, now and then to a role that there is not.
import type { ChangeMemberRole } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const changeMemberRole: ArbitraryOf<'ChangeMemberRole'> = {
  weight: 6,
  arbitrary: named<ChangeMemberRole>(actor, {
    type: fc.constant('ChangeMemberRole'),
    conversationId: groupId,
    userId: user,
    role: fc.constantFrom('owner', 'owner', 'admin', 'admin', 'admin', 'member', 'king'),
  }),
}
