// Arbitrary creations of groups: two ids and few names, one of which no store takes and one of which nobody sees.
import type { CreateGroup } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { someSettings } from './change-group.ts'
import { actor, groupId, named, someUsers } from './small-world.ts'

export const createGroup: ArbitraryOf<'CreateGroup'> = {
  weight: 14,
  arbitrary: named<CreateGroup>(actor, {
    type: fc.constant('CreateGroup'),
    conversationId: groupId,
    name: fc.constantFrom('Team', 'Team', 'Team', 'Team', 'Team', 'Crew', 'a\0', ' '),
    memberIds: someUsers,
    settings: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: someSettings }),
  }),
}
