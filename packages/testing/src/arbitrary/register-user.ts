// Arbitrary registrations of users, most of whom are there.
import type { RegisterUser } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { idempotent, system, user, words } from './small-world.ts'

export const registerUser: ArbitraryOf<'RegisterUser'> = {
  weight: 1,
  arbitrary: idempotent<RegisterUser>(system, {
    type: fc.constant('RegisterUser'),
    userId: user,
    userName: fc.oneof(words, fc.constantFrom('alice', 'nobody')),
    displayName: words,
  }),
}
