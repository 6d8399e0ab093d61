// The hash of what a client asks for: equal for all who say the same, in every release, whatever they name it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import { commandOf, contentHashOf, isCommand } from './command-request.ts'
import type { Request } from './request.ts'

const field = 'clientRequestId'
const hashOf = (bytes: Uint8Array, name: 'changeRole' | 'leaveGroup' = 'changeRole'): string => {
  const codec = name === 'changeRole' ? wire.ChangeRoleRequest : wire.LeaveGroupRequest
  return Buffer.from(contentHashOf(name, field, codec.decode(bytes) as never)).toString('hex')
}

const asked = { conversationId: 'g:a', userId: 'bob', role: 'admin', clientRequestId: 'r1' }

test('says what is asked for, and never changes', () => {
  const hash = hashOf(wire.ChangeRoleRequest.encode(asked).finish())
  assert.equal(hash, '3f263c403083bebe3a3af40e089537ea8d2289a260483afefe27bc3140ada9c9')
  assert.notEqual(hashOf(wire.ChangeRoleRequest.encode({ ...asked, userId: 'carol' }).finish()), hash)
})

test('is of one packet: the same fields mean something else in another', () => {
  const leave = wire.LeaveGroupRequest.encode({ conversationId: 'g:a', clientRequestId: 'r1' }).finish()
  const remove = wire.ChangeRoleRequest.encode({ conversationId: 'g:a', clientRequestId: 'r1' }).finish()
  assert.notEqual(hashOf(leave, 'leaveGroup'), hashOf(remove))
})

test('is the same in whatever order a client writes its fields, and whether or not it writes empty ones', () => {
  const plain = wire.ChangeRoleRequest.encode({ ...asked, userId: '', role: '' }).finish()
  const id = Buffer.from([0x22, 2, 0x72, 0x31])
  const conversation = Buffer.from([0x0a, 3, 0x67, 0x3a, 0x61])
  const emptyUser = Buffer.from([0x12, 0])
  assert.equal(hashOf(Buffer.concat([emptyUser, id, conversation])), hashOf(plain))
})

// One buffer serves all requests: nothing of the one before may be left in it, whether that was longer, larger than what is kept, or broke off.
test('is the same whatever was hashed before', () => {
  const remove = wire.ChangeRoleRequest.encode(asked).finish()
  const hash = hashOf(remove)
  const send = (bytes: number) => ({
    conversationId: 'g:a',
    body: { contentType: 'text/plain', bytes: Buffer.alloc(bytes, 'x') },
    attachments: [],
  })
  for (const bytes of [0, 5_000, 500_000]) {
    const sent = Buffer.from(contentHashOf('send', 'clientMessageId', send(bytes)))
    assert.equal(hashOf(remove), hash)
    assert.deepEqual(Buffer.from(contentHashOf('send', 'clientMessageId', send(bytes))), sent)
  }
  assert.throws(() => contentHashOf('send', 'clientMessageId', { ...send(9), attachments: [{ url: 'https://x' }, null] }))
  assert.equal(hashOf(remove), hash)
})

function sendOf(said: object) {
  const stamp = (sender: object, intent: object | null, retry: boolean) => ({ ...sampleCommandMeta(), ...sender, intent, retry })
  const identity = { appId: 'app', userId: 'alice', deviceId: 'phone', sessionId: '' }
  const request = { name: 'send', connection: { identity, id: 'c' }, context: { desk: { stamp } }, retry: false }
  const clientMessageId = '018f2b6e-7c3a-7d51-9d2e-0123456789ab'
  const message = { conversationId: 'd:alice:bob', clientMessageId, body: { contentType: 'text/plain', bytes: Buffer.from('x') }, ...said }
  return { message, made: commandOf(request as unknown as Request<'send'>, message as never) }
}

test('is on the command, and of a request that is refused there is none', () => {
  const { message, made } = sendOf({ attachments: [] })
  assert.ok(isCommand(made))
  assert.deepEqual(made.meta.intent, { id: message.clientMessageId, contentHash: contentHashOf('send', 'clientMessageId', message) })
  // Of this no hash can be made.
  const refused = sendOf({ attachments: [null] }).made
  assert.ok(!isCommand(refused))
  assert.equal(refused.code, 'INVALID_ARGUMENT')
})
