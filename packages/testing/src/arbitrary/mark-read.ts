// Arbitrary read marks, also before the first message and beyond the last.
import type { MarkRead } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, conversationId, idempotent } from './small-world.ts'

export const markRead: ArbitraryOf<'MarkRead'> = {
  weight: 12,
  arbitrary: idempotent<MarkRead>(actor, {
    type: fc.constant('MarkRead'),
    conversationId,
    ordinal: fc.integer({ min: -1, max: 12 }),
  }),
}
