// Arbitrary names in groups, by and of anyone, one of which no store takes.
import type { SetNickname } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, groupId, named, user } from './small-world.ts'

export const setNickname: ArbitraryOf<'SetNickname'> = {
  weight: 3,
  arbitrary: named<SetNickname>(actor, {
    type: fc.constant('SetNickname'),
    conversationId: groupId,
    userId: user,
    nickname: fc.constantFrom('', 'Al', 'Al', 'Bo', 'a\0'),
  }),
}
