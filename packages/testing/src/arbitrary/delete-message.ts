// Arbitrary deletions for everyone: of a message that the sequence has sent before, most of the time.
import type { DeleteMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { aboutMessage, actor, conversationId, named } from './small-world.ts'

export const deleteMessage: ArbitraryOf<'DeleteMessage'> = {
  weight: 5,
  arbitrary: named<DeleteMessage>(actor, { type: fc.constant('DeleteMessage'), conversationId, ...aboutMessage }),
}
