// Arbitrary deployments of the one app there is, now and then by a user, who may not.
import type { RegisterApp } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { idempotent, operator } from './small-world.ts'

export const registerApp: ArbitraryOf<'RegisterApp'> = {
  weight: 3,
  arbitrary: idempotent<RegisterApp>(operator, { type: fc.constant('RegisterApp') }),
}
