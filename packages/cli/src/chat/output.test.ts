// What people read of a refusal: servers speak of ids, people of names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Names } from './names.ts'
import { plainOutput } from './output.ts'
import type { Places } from './places.ts'

const bob = '01a22d6b5e527d549e3177cb3df3d45e'
const names = { user: async (userId) => (userId === bob ? 'bob' : userId) } as Names
const places = { label: async (conversationId) => (conversationId === 'g:known-1' ? 'cake' : conversationId) } as Places

test('a refusal names users and groups as people know them, and leaves alone what nobody knows', async () => {
  const lines: string[] = []
  const output = plainOutput((line) => lines.push(line), names, places)
  const unknown = bob.replaceAll('0', 'f')
  output.notice('refused', `/mute: NOT_A_MEMBER: user ${bob}`)
  output.notice('refused', 'not sent: hello: NOT_A_MEMBER: g:known-1')
  output.notice('refused', `NOT_REACHABLE: user ${unknown}; g:other`)
  output.notice('group', `team is g:known-1 of ${bob}`)
  await output.settled()
  assert.deepEqual(lines, [
    '- /mute: NOT_A_MEMBER: user bob',
    '- not sent: hello: NOT_A_MEMBER: cake',
    `- NOT_REACHABLE: user ${unknown}; g:other`,
    `- team is g:known-1 of ${bob}`,
  ])
})
