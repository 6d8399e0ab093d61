// Commands come from gateways with bytes as protobuf gives them, plain Uint8Arrays in a part of a larger buffer: the codec
// once took Buffers only, and every message of every client was refused as if the log were down.
import assert from 'node:assert/strict'
import test from 'node:test'
import { typeOf } from './avro-type.ts'
import type { CommandMeta, LeaveGroup, SendMessage } from './generated/avro.ts'
import { commandSchemas } from './generated/avro.ts'
import { createCommandCodec } from './record-codec.ts'

const schemas: object[] = []
const directory = {
  idOf: async (_subject: string, schema: object) => schemas.push(schema) - 1,
  schemaOf: async (id: number) => schemas[id] ?? null,
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
    intent: { id: 'm', contentHash: bytes },
    retry: false,
    replyNode: '',
    replyConnection: '',
    traceparent: null,
  },
  conversationId: 'd:a:b',
  body: { contentType: 'text/plain', encoding: '', keyId: '', bytes },
  replyTo: 0,
  mentionAll: false,
  attachments: [],
})

test('bytes may be a Buffer, a Uint8Array, or a part of a larger one', async () => {
  const codec = await createCommandCodec(directory)
  const larger = Uint8Array.of(9, 1, 2, 3, 9)
  for (const bytes of [Buffer.from([1, 2, 3]), Uint8Array.of(1, 2, 3), larger.subarray(1, 4)]) {
    const [decoded] = await codec.decode([codec.encode(sendMessage(bytes))])
    assert.deepEqual([...(decoded as SendMessage).body.bytes], [1, 2, 3])
    assert.deepEqual([...(decoded as SendMessage).meta.intent!.contentHash], [1, 2, 3])
  }
})

test('what is no bytes is refused, by the name of the field and without what it holds', async () => {
  const codec = await createCommandCodec(directory)
  const message = 'this SendMessage does not fit its schema: meta.intent.contentHash is not bytes, body.bytes is not bytes'
  assert.throws(() => codec.encode(sendMessage('abc' as unknown as Uint8Array)), { message })
})

test('a command may have an intent or none, and what an earlier release wrote has none', async () => {
  const codec = await createCommandCodec(directory)
  const { meta } = sendMessage(Uint8Array.of(1, 2))
  const leave = (intent: CommandMeta['intent']): LeaveGroup => ({ type: 'LeaveGroup', meta: { ...meta, intent }, conversationId: 'g:a' })
  const [first, second] = await codec.decode([codec.encode(leave(meta.intent)), codec.encode(leave(null))])
  const { id, contentHash } = (first as LeaveGroup).meta.intent!
  assert.deepEqual([id, [...contentHash], (second as LeaveGroup).meta.intent], ['m', [1, 2], null])

  const earlier = structuredClone(commandSchemas.LeaveGroup) as unknown as {
    fields: { name: string; type: { fields: { name: string }[] } }[]
  }
  const metaType = earlier.fields.find(({ name }) => name === 'meta')!.type
  metaType.fields = metaType.fields.filter(({ name }) => name !== 'intent')
  const bytes = Buffer.concat([Buffer.alloc(5), typeOf(earlier).toBuffer(leave(null))])
  bytes.writeUInt32BE(schemas.push(earlier) - 1, 1)
  const [old] = await codec.decode([bytes])
  assert.equal((old as LeaveGroup).meta.intent, null)
})

// A registry that was down when the first record of a new release came made that record undecodable: it was passed over for good.
test('a schema that cannot be asked for now rejects the whole; one that does not exist spoils its record alone', async () => {
  let down = true
  const asked: number[] = []
  const codec = await createCommandCodec({
    idOf: directory.idOf,
    schemaOf: async (id) => {
      asked.push(id)
      if (down) throw new Error('connection refused')
      return directory.schemaOf(id)
    },
  })
  const known = codec.encode(sendMessage(Uint8Array.of(1)))
  const under = (id: number): Buffer => {
    const bytes = Buffer.from(known)
    bytes.writeUInt32BE(id, 1)
    return bytes
  }
  const newRelease = under(schemas.push(commandSchemas.SendMessage) - 1)
  const nobodys = under(999)
  for (const list of [[newRelease], [known, newRelease], [known, nobodys]])
    await assert.rejects(async () => codec.decode(list), /connection refused/)
  assert.ok(Array.isArray(codec.decode([known])), 'what is known needs nobody')
  down = false
  const [first, second, third] = await codec.decode([known, newRelease, nobodys])
  assert.deepEqual([(first as SendMessage).type, (second as SendMessage).type], ['SendMessage', 'SendMessage'])
  assert.ok(third instanceof Error)
  // One that was not there may come: a registry of several nodes tells of a new schema a little later at some.
  asked.length = 0
  await codec.decode([newRelease, nobodys])
  assert.deepEqual(asked, [999])
})
