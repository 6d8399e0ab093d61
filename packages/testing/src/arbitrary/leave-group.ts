// Arbitrary departures from groups, by anyone.
import type { LeaveGroup } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named } from './small-world.ts'

export const leaveGroup: ArbitraryOf<'LeaveGroup'> = {
  weight: 2,
  arbitrary: named<LeaveGroup>(actor, { type: fc.constant('LeaveGroup'), conversationId: groupId }),
}
