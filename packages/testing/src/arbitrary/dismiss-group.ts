// Arbitrary ends of groups, by anyone; seldom, as nothing happens in one afterwards.
import type { DismissGroup } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named } from './small-world.ts'

export const dismissGroup: ArbitraryOf<'DismissGroup'> = {
  weight: 2,
  arbitrary: named<DismissGroup>(actor, { type: fc.constant('DismissGroup'), conversationId: groupId }),
}
