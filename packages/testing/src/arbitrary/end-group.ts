// Arbitrary ends of temporary groups, at the moment that some are set to and at others.
import type { EndGroup } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { epoch, groupId, idempotent, operator } from './small-world.ts'

export const endGroup: ArbitraryOf<'EndGroup'> = {
  weight: 2,
  arbitrary: idempotent<EndGroup>(operator, {
    type: fc.constant('EndGroup'),
    conversationId: groupId,
    dueAt: fc.constantFrom(epoch + 500, epoch + 500, epoch, 0),
  }),
}
