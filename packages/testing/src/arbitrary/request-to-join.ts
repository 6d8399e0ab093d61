// Arbitrary requests to join groups, most of which let nobody ask.
import type { RequestToJoin } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { askedGroupId, asker, named, words } from './small-world.ts'

export const requestToJoin: ArbitraryOf<'RequestToJoin'> = {
  weight: 20,
  arbitrary: named<RequestToJoin>(asker, {
    type: fc.constant('RequestToJoin'),
    conversationId: askedGroupId,
    text: words,
    answers: fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(words, { maxLength: 2 }) }),
  }),
}
