// Arbitrary rights to broadcast, given and taken.
import type { ChangeBroadcastRight } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { broadcasts, named, operator, user } from './small-world.ts'

export const changeBroadcastRight: ArbitraryOf<'ChangeBroadcastRight'> = {
  weight: 3,
  arbitrary: named<ChangeBroadcastRight>(operator, {
    type: fc.constant('ChangeBroadcastRight'),
    conversationId: broadcasts,
    userId: user,
    allowed: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
}
