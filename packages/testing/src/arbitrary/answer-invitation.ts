// Arbitrary answers to invitations that were mostly never sent.
import type { AnswerInvitation } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { groupId, named, user } from './small-world.ts'

export const answerInvitation: ArbitraryOf<'AnswerInvitation'> = {
  weight: 12,
  arbitrary: named<AnswerInvitation>(user, {
    type: fc.constant('AnswerInvitation'),
    conversationId: groupId,
    accept: fc.boolean(),
  }),
}
