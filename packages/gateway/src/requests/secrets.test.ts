// What becomes of a secret in a request: nothing but its hash goes into a command.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { withoutSecret } from './secrets.ts'

const token = 'a'.repeat(22)
const said = { conversationId: 'g:one', token, clientRequestId: 'x' }

test('the token of a link is replaced by its SHA-256, and nothing else is', () => {
  const hashed = createHash('sha256').update(token).digest('hex')
  for (const name of ['joinByLink', 'makeJoinLink'] as const)
    assert.deepEqual(withoutSecret(name, said), { message: { ...said, token: hashed } })
  assert.equal(said.token, token)
  const other = { conversationId: 'g:one', userId: 'bob' }
  assert.deepEqual(withoutSecret('banUser', other), { message: other })
})

test('what may be guessed, or is of other letters, is no secret', () => {
  for (const bad of ['', 'a'.repeat(21), 'a'.repeat(65), `${'a'.repeat(22)}|`, 7, undefined])
    assert.deepEqual(withoutSecret('joinByLink', { ...said, token: bad }), { fault: 'token' })
  assert.ok('message' in withoutSecret('joinByLink', { ...said, token: 'Z9_-'.repeat(16) }))
})

// Decoded messages have what was absent from the packet in their prototype.
test('what a request does not say is read as before', () => {
  const decoded = Object.assign(Object.create({ conversationId: '', expiresAtMs: 0 }), { token })
  const kept = withoutSecret('makeJoinLink', decoded)
  assert.ok('message' in kept)
  assert.deepEqual([kept.message.conversationId, kept.message.expiresAtMs], ['', 0])
})
