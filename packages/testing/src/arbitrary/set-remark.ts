// Arbitrary remarks and tags.
import type { SetRemark } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId, words } from './small-world.ts'

export const setRemark: ArbitraryOf<'SetRemark'> = {
  weight: 3,
  arbitrary: named<SetRemark>(actor, {
    type: fc.constant('SetRemark'),
    conversationId: pairId,
    remark: words,
    tags: fc.array(words, { maxLength: 2 }),
  }),
}
