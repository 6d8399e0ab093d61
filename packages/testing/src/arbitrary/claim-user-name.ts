// Arbitrary claims to user names that differ by case.
import type { ClaimUserName } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { idempotent, system, user } from './small-world.ts'

export const claimUserName: ArbitraryOf<'ClaimUserName'> = {
  weight: 1,
  arbitrary: idempotent<ClaimUserName>(system, {
    type: fc.constant('ClaimUserName'),
    userName: fc.constantFrom('Alice', 'alice', 'bob'),
    userId: user,
  }),
}
