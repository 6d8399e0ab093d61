// Arbitrary answers to friend requests, most of which were never made.
import type { AnswerFriendRequest } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, named, pairId } from './small-world.ts'

export const answerFriendRequest: ArbitraryOf<'AnswerFriendRequest'> = {
  weight: 8,
  arbitrary: named<AnswerFriendRequest>(actor, { type: fc.constant('AnswerFriendRequest'), conversationId: pairId, accept: fc.boolean() }),
}
