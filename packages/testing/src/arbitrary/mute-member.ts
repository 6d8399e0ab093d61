// Arbitrary mutes, by and of anyone: mostly longer than all commands last, some of no time, and of one that is too long.
import type { MuteMember } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const muteMember: ArbitraryOf<'MuteMember'> = {
  weight: 6,
  arbitrary: named<MuteMember>(actor, {
    type: fc.constant('MuteMember'),
    conversationId: groupId,
    userId: fc.oneof(fc.constant('bob'), user),
    durationMs: fc.constantFrom(0, 500, 60_000, 60_000, 60_000, 60_000, 60_000, 1e12),
  }),
}
