// Arbitrary ends of friendships.
import type { DeleteFriend } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId } from './small-world.ts'

export const deleteFriend: ArbitraryOf<'DeleteFriend'> = {
  weight: 3,
  arbitrary: named<DeleteFriend>(actor, { type: fc.constant('DeleteFriend'), conversationId: pairId }),
}
