// What becomes of a secret in a request: nothing but its hash goes into a command.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type CommandMeta, commandFrom, packets, requestCodecs, wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import { faultOfSecret, hashed } from './secrets.ts'

const token = 'a'.repeat(22)
const asker = { userId: 'ann', sessionId: 's', hashed }
const meta: CommandMeta = sampleCommandMeta()

test('the token of a link is replaced by its SHA-256, and nothing else is', () => {
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const said = { conversationId: 'g:one', token, clientRequestId: randomUUID() }
  const join = requestCodecs.joinByLink.decode(wire.JoinByLinkRequest.encode(said).finish())
  assert.deepEqual(commandFrom.joinByLink(join, meta, asker), { type: 'JoinByLink', meta, conversationId: 'g:one', tokenHash })
  // What a request does not say is read as what its field is by default.
  const make = requestCodecs.makeJoinLink.decode(wire.MakeJoinLinkRequest.encode({ token }).finish())
  const link = { conversationId: '', tokenHash, expiresAtMs: 0, usesMax: 0 }
  assert.deepEqual(commandFrom.makeJoinLink(make, meta, asker), { type: 'MakeJoinLink', meta, ...link })
})

test('no command has a secret as it is', () => {
  const withSecret = Object.entries(packets).flatMap(([name, packet]) => ('secret' in packet && packet.secret !== null ? [name] : []))
  assert.deepEqual(withSecret.sort(), ['joinByLink', 'makeJoinLink'])
  for (const name of ['joinByLink', 'makeJoinLink'] as const) {
    const said = requestCodecs[name].decode(wire.JoinByLinkRequest.encode({}).finish())
    said[packets[name].secret] = token
    assert.doesNotMatch(JSON.stringify(commandFrom[name](said as never, meta, asker)), new RegExp(token))
  }
})

test('what may be guessed, or is of other letters, is no secret', () => {
  for (const bad of ['', 'a'.repeat(21), 'a'.repeat(65), `${'a'.repeat(22)}|`, 7, undefined])
    assert.equal(faultOfSecret('joinByLink', { token: bad }), 'token')
  for (const good of [token, 'Z9_-'.repeat(16)]) assert.equal(faultOfSecret('joinByLink', { token: good }), null)
  assert.equal(faultOfSecret('banUser', {}), null)
})
