// Arbitrary edits: of a message that the sequence has sent before, most of the time, and mostly of its content type.
import type { EditMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { aboutMessage, actor, conversationId, named, words } from './small-world.ts'

const body = fc
  .record({ contentType: words, content: fc.constantFrom('hi', 'ho', '') })
  .map(({ contentType, content }) => ({ contentType, encoding: '', keyId: '', bytes: new TextEncoder().encode(content) }))

export const editMessage: ArbitraryOf<'EditMessage'> = {
  weight: 14,
  arbitrary: named<EditMessage>(actor, { type: fc.constant('EditMessage'), conversationId, ...aboutMessage, body }),
}
