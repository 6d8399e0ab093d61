// Commands come from gateways with bytes as protobuf gives them, plain Uint8Arrays in a part of a larger buffer: the codec
// once took Buffers only, and every message of every client was refused as if the log were down.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { SendMessage } from './generated/avro.ts'
import { createCommandCodec } from './record-codec.ts'

const schemas: object[] = []
const directory = {
  idOf: async (_subject: string, schema: object) => schemas.push(schema) - 1,
  schemaOf: async (id: number) => schemas[id]!,
}

const sendMessage = (bytes: Uint8Array): SendMessage => ({
  type: 'SendMessage',
  meta: {
    appId: 'demo',
    commandId: 'c',
    actorId: 'a',
    deviceId: 'd',
    enteredAt: 1,
    deadlineAt: 2,
    retry: false,
    replyNode: '',
    replyConnection: '',
    traceparent: null,
  },
  conversationId: 'd:a:b',
  clientMessageId: 'm',
  messageId: 'n',
  contentHash: bytes,
  body: { contentType: 'text/plain', encoding: '', keyId: '', bytes },
  replyTo: 0,
  attachments: [],
})

test('bytes may be a Buffer, a Uint8Array, or a part of a larger one', async () => {
  const codec = await createCommandCodec(directory)
  const larger = Uint8Array.of(9, 1, 2, 3, 9)
  for (const bytes of [Buffer.from([1, 2, 3]), Uint8Array.of(1, 2, 3), larger.subarray(1, 4)]) {
    const [decoded] = await codec.decode([codec.encode(sendMessage(bytes))])
    assert.deepEqual([...(decoded as SendMessage).body.bytes], [1, 2, 3])
    assert.deepEqual([...(decoded as SendMessage).contentHash], [1, 2, 3])
  }
})

test('what is no bytes is refused, by the name of the field and without what it holds', async () => {
  const codec = await createCommandCodec(directory)
  const message = 'this SendMessage does not fit its schema: contentHash is not bytes, body.bytes is not bytes'
  assert.throws(() => codec.encode(sendMessage('abc' as unknown as Uint8Array)), { message })
})
