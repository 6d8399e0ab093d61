// Arbitrary notices to everybody online.
import type { NotifyOnline } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, broadcasts, named, system, words } from './small-world.ts'

export const notifyOnline: ArbitraryOf<'NotifyOnline'> = {
  weight: 2,
  arbitrary: named<NotifyOnline>(fc.oneof(system, actor), {
    type: fc.constant('NotifyOnline'),
    conversationId: broadcasts,
    body: words.map((contentType) => ({ contentType, encoding: '', keyId: '', bytes: Uint8Array.of(104) })),
    perSecond: fc.constantFrom(0, 50, -1),
  }),
}
