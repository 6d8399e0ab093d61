// Arbitrary takings back of requests to join that were mostly never made.
import type { WithdrawJoinRequest } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { askedGroupId, asker, named } from './small-world.ts'

export const withdrawJoinRequest: ArbitraryOf<'WithdrawJoinRequest'> = {
  weight: 10,
  arbitrary: named<WithdrawJoinRequest>(asker, {
    type: fc.constant('WithdrawJoinRequest'),
    conversationId: askedGroupId,
  }),
}
