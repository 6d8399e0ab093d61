// Arbitrary broadcasts: by operators, by those who have the right, and by those who have not.
import type { BroadcastMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, broadcasts, named, system, words } from './small-world.ts'

const to = fc.oneof({ weight: 12, arbitrary: broadcasts }, { weight: 1, arbitrary: fc.constantFrom('b:another', 'g:one') })

export const broadcastMessage: ArbitraryOf<'BroadcastMessage'> = {
  weight: 6,
  arbitrary: named<BroadcastMessage>(fc.oneof(system, actor), {
    type: fc.constant('BroadcastMessage'),
    conversationId: to,
    body: words.map((contentType) => ({ contentType, encoding: '', keyId: '', bytes: Uint8Array.of(104) })),
    attachments: fc.constant([]),
    perSecond: fc.oneof({ weight: 9, arbitrary: fc.nat(100) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1e9) }),
  }),
}
