// Arbitrary ends of blocks.
import type { UnblockUser } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId } from './small-world.ts'

export const unblockUser: ArbitraryOf<'UnblockUser'> = {
  weight: 3,
  arbitrary: named<UnblockUser>(actor, { type: fc.constant('UnblockUser'), conversationId: pairId }),
}
