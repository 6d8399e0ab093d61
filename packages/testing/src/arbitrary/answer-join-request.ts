// Arbitrary answers to requests to join that were mostly never made.
import type { AnswerJoinRequest } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, askedGroupId, asker, named } from './small-world.ts'

export const answerJoinRequest: ArbitraryOf<'AnswerJoinRequest'> = {
  weight: 20,
  arbitrary: named<AnswerJoinRequest>(actor, {
    type: fc.constant('AnswerJoinRequest'),
    conversationId: askedGroupId,
    userId: asker,
    accept: fc.boolean(),
  }),
}
