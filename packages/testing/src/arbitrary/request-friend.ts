// Arbitrary friend requests: some expire at once, some say what no store takes.
import type { RequestFriend } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId, words } from './small-world.ts'

export const requestFriend: ArbitraryOf<'RequestFriend'> = {
  weight: 6,
  arbitrary: named<RequestFriend>(actor, {
    type: fc.constant('RequestFriend'),
    conversationId: pairId,
    text: words,
    expiresAtMs: fc.constantFrom(0, 0, 1_700_000_000_500, 1),
  }),
}
