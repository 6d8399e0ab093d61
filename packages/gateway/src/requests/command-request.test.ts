// The hash of what a client asks for: equal for all who say the same, in every release, whatever they name it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { intentOf } from './command-request.ts'

const field = 'clientRequestId'
const hashOf = (bytes: Uint8Array, name: 'removeMember' | 'leaveGroup' = 'removeMember'): string => {
  const codec = name === 'removeMember' ? wire.RemoveMemberRequest : wire.LeaveGroupRequest
  const { id, contentHash } = intentOf(name, field, codec.decode(bytes) as never)
  assert.equal(id, 'r1')
  return Buffer.from(contentHash).toString('hex')
}

const asked = { conversationId: 'g:a', userId: 'bob', clientRequestId: 'r1' }

test('says what is asked for, and never changes', () => {
  const hash = hashOf(wire.RemoveMemberRequest.encode(asked).finish())
  assert.equal(hash, 'a91bcc20cca387eab597a9083ca9d6ea34c3fa093ae788c8afa3437d3f00c95c')
  assert.notEqual(hashOf(wire.RemoveMemberRequest.encode({ ...asked, userId: 'carol' }).finish()), hash)
})

test('is of one packet: the same fields mean something else in another', () => {
  const leave = wire.LeaveGroupRequest.encode({ conversationId: 'g:a', clientRequestId: 'r1' }).finish()
  const remove = wire.RemoveMemberRequest.encode({ conversationId: 'g:a', clientRequestId: 'r1' }).finish()
  assert.notEqual(hashOf(leave, 'leaveGroup'), hashOf(remove))
})

test('is the same in whatever order a client writes its fields, and whether or not it writes empty ones', () => {
  const plain = wire.RemoveMemberRequest.encode({ ...asked, userId: '' }).finish()
  const id = Buffer.from([0x1a, 2, 0x72, 0x31])
  const conversation = Buffer.from([0x0a, 3, 0x67, 0x3a, 0x61])
  const emptyUser = Buffer.from([0x12, 0])
  assert.equal(hashOf(Buffer.concat([emptyUser, id, conversation])), hashOf(plain))
})
