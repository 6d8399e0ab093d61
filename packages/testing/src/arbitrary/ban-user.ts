// Arbitrary bans, and ends of bans, of users in and out of groups.
import type { BanUser } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const banUser: ArbitraryOf<'BanUser'> = {
  weight: 3,
  arbitrary: named<BanUser>(actor, {
    type: fc.constant('BanUser'),
    conversationId: groupId,
    userId: user,
    banned: fc.boolean(),
  }),
}
