// Arbitrary revocations: of a message that the sequence has sent before, most of the time.
import type { RevokeMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { aboutMessage, actor, conversationId, named } from './small-world.ts'

export const revokeMessage: ArbitraryOf<'RevokeMessage'> = {
  weight: 6,
  arbitrary: named<RevokeMessage>(actor, { type: fc.constant('RevokeMessage'), conversationId, ...aboutMessage }),
}
