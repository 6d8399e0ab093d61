// People set what a group is without knowing how it is written down, and are told what others set.
import assert from 'node:assert/strict'
import test from 'node:test'
import { deployment, skein, until } from './chat-process.ts'

test('an owner sets who may write and when a group ends, all are told, and it is dismissed', async (t) => {
  const api = await deployment(t)
  const common = ['chat', '--api', api, '--password', 'secret', '--register']
  const bob = skein(t, [...common, '--user', 'bob'])
  await until(() => bob.out.text.includes('connected'), 'bob is there')
  const alice = skein(t, [...common, '--user', 'alice'])
  const lines = [
    '/group create Team bob',
    '/group set name Friday cake',
    '/group set canwrite admins',
    '/group set slowMode 10s',
    '/group set ends 7d',
    '/group set questions Who are you? Why?',
    '/group set attribute.color red',
    '/group set canWrite king',
    '/group set crown gold',
    '/group set slowMode fast',
    '/group info',
  ]
  for (const line of lines) alice.type(line)
  await until(() => alice.out.text.includes('attribute.color red'), 'alice is told what is set')
  const { text } = alice.out
  for (const said of ['Friday cake, of alice, with 2 members', 'canWrite admins', 'slowModeMs 10000', 'questions Who are you?,Why?'])
    assert.ok(text.includes(said), said)
  assert.match(text, /ends 20\d\d-/)
  assert.match(text, /\/group: INVALID_ARGUMENT/)
  assert.match(text, /\/group: crown: one of name, avatar/)
  assert.match(text, /\/group: fast: say how long/)
  await until(() => bob.out.text.includes('* alice set canWrite to admins'), 'bob is told')
  for (const line of ['/to "Friday cake"', 'me?', '/group dismiss']) bob.type(line)
  await until(() => /not sent: me\?: FORBIDDEN/.test(bob.out.text), 'bob may not')
  alice.type('/group dismiss')
  await until(() => bob.out.text.includes('* alice dismissed the group'), 'bob is told of the end')
  bob.type('still here?')
  await until(() => /not sent: still here\?: GROUP_DISMISSED/.test(bob.out.text), 'nothing is said any more')
})
