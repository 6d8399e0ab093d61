// Arbitrary links to groups: few, some for a moment, some for one use.
import type { MakeJoinLink } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, linkId, named, someEnd } from './small-world.ts'

export const makeJoinLink: ArbitraryOf<'MakeJoinLink'> = {
  weight: 10,
  arbitrary: named<MakeJoinLink>(actor, {
    type: fc.constant('MakeJoinLink'),
    conversationId: groupId,
    tokenHash: linkId,
    expiresAtMs: someEnd,
    usesMax: fc.nat(2),
  }),
}
