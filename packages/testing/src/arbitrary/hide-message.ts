// Arbitrary deletions for oneself: of a message that the sequence has sent before, most of the time.
import type { HideMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { aboutMessage, byThemselves, conversationId, named, user } from './small-world.ts'

export const hideMessage: ArbitraryOf<'HideMessage'> = {
  weight: 5,
  arbitrary: named<HideMessage>(user, { type: fc.constant('HideMessage'), userId: user, conversationId, ...aboutMessage }).map(
    byThemselves,
  ),
}
