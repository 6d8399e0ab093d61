// Arbitrary attempts to join by links that were made or were not.
import type { JoinByLink } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { groupId, linkId, named, user } from './small-world.ts'

export const joinByLink: ArbitraryOf<'JoinByLink'> = {
  weight: 9,
  arbitrary: named<JoinByLink>(user, {
    type: fc.constant('JoinByLink'),
    conversationId: groupId,
    tokenHash: linkId,
  }),
}
