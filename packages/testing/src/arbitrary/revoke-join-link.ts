// Arbitrary ends of links that were made or were not.
import type { RevokeJoinLink } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, linkId, named } from './small-world.ts'

export const revokeJoinLink: ArbitraryOf<'RevokeJoinLink'> = {
  weight: 4,
  arbitrary: named<RevokeJoinLink>(actor, {
    type: fc.constant('RevokeJoinLink'),
    conversationId: groupId,
    linkId: linkId,
  }),
}
