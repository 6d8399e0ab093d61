// What people read of a refusal: servers speak of ids, people of names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Names } from './names.ts'
import { plainOutput } from './output.ts'
import type { Places } from './places.ts'

const bob = '01a22d6b5e527d549e3177cb3df3d45e'
const asked: string[] = []
const names = {
  async some(userIds) {
    asked.push(...userIds)
    return new Map<string, string>(userIds.includes(bob) ? [[bob, 'bob']] : [])
  },
} as Pick<Names, 'some'> as Names
const called = new Map([
  ['g:known-1', 'cake'],
  ['g:team', 'a$&b'],
  ['g:odd', 'x$`'],
])
const places = { label: async (conversationId) => called.get(conversationId) ?? conversationId } as Places

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

// Story: who was invited to two groups of one name read that name where the ids to choose by should have stood; a group named with a dollar
// sign printed parts of the line; and a longer id that began with a known one lost its beginning.
test('an id to choose by stays, and a name stands as it is for whole ids alone', async () => {
  const lines: string[] = []
  const output = plainOutput((line) => lines.push(line), names, places)
  output.notice('refused', '/join: you are invited to several groups called "cake": g:known-1, g:b', { code: 'MISTYPED' })
  output.notice('refused', 'NOT_A_MEMBER: g:team and g:team-2, g:odd', { code: 'NOT_A_MEMBER' })
  const user = 'NOT_A_MEMBER: user'
  output.notice('refused', `${user} ${bob}-2, ${user} x.${bob}, ${user} ${bob}`)
  output.notice('refused', `g:${bob}, g:known-1/token, g:${bob}/token, d:${bob}:${bob}`)
  asked.length = 0
  await output.settled()
  assert.deepEqual(lines, [
    '- /join: you are invited to several groups called "cake": g:known-1, g:b',
    '- NOT_A_MEMBER: a$&b and g:team-2, x$`',
    `- ${user} ${bob}-2, ${user} x.${bob}, ${user} bob`,
    `- g:${bob}, g:known-1/token, g:${bob}/token, d:bob:bob`,
  ])
  assert.deepEqual(asked, [bob, bob], 'once for a line, and for nothing that only looks so')
})
