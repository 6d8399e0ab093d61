// Arbitrary blocks: few, as they refuse much of what comes behind them.
import type { BlockUser } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId } from './small-world.ts'

export const blockUser: ArbitraryOf<'BlockUser'> = {
  weight: 2,
  arbitrary: named<BlockUser>(actor, { type: fc.constant('BlockUser'), conversationId: pairId }),
}
