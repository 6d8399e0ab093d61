// Arbitrary privacy: mostly open, as what is closed refuses much of what comes behind it.
import type { ChangePrivacy } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { byThemselves, named, user } from './small-world.ts'

const who = fc.constantFrom('everybody', 'everybody', 'friends', 'nobody', 'anyone')

export const changePrivacy: ArbitraryOf<'ChangePrivacy'> = {
  weight: 2,
  arbitrary: named<ChangePrivacy>(user, { type: fc.constant('ChangePrivacy'), userId: user, write: who, add: who }).map(byThemselves),
}
