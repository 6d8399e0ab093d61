// Arbitrary messages: few ids per sender, so that many are sent again, some with another content.
import type { SendMessage } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { actor, conversationId, metaOf, stamp, uuid, words } from './small-world.ts'

const hash = (n: number): Uint8Array => new Uint8Array(32).fill(n)

export const sendMessage: ArbitraryOf<'SendMessage'> = {
  weight: 24,
  arbitrary: fc
    .record({
      actorId: actor,
      conversationId,
      n: fc.nat(5),
      content: fc.nat(5),
      replyTo: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(4)),
      words,
      url: fc.constantFrom('https://files/1', 'https://files/1', 'http://files/2', 'javascript:x', ''),
      stamped: stamp,
    })
    .map(
      ({ actorId, conversationId, n, content, replyTo, words, url, stamped }): SendMessage => ({
        type: 'SendMessage',
        // The hash follows from the id most of the time, as an honest device would have it.
        meta: metaOf(actorId, { id: uuid(n), contentHash: hash(content === 0 ? 99 : n) }, stamped),
        conversationId,
        body: { contentType: words, encoding: '', keyId: '', bytes: Uint8Array.of(104, 105) },
        replyTo,
        mentionAll: content === 2,
        attachments: content === 1 ? [{ url, name: words, contentType: 'image/png', size: 1 }] : [],
      }),
    ),
}
