// People find their way without ids. Whoever was added to a group saw its name, and had no way to answer in it; an owner could never leave.
import assert from 'node:assert/strict'
import test from 'node:test'
import { deployment, personAt, skein, until } from './chat-process.ts'

test('whoever is added to a group answers in it by its name, and its owner hands over and leaves', async (t) => {
  const api = await deployment(t)
  const common = ['chat', '--api', api, '--password', 'secret', '--register']
  const bob = skein(t, [...common, '--user', 'bob'])
  await until(() => bob.out.text.includes('connected'), 'bob is there')
  const alice = skein(t, [...common, '--user', 'alice'])
  for (const line of ['/group create "Friday cake" bob', 'who brings it?']) alice.type(line)
  await until(() => bob.out.text.includes('[Friday cake] alice: who brings it?'), 'bob is in')
  for (const line of ['I do', '/TO friday cake', 'I do', '/list', '//me bakes']) bob.type(line)
  await until(() => alice.out.text.includes('[Friday cake] bob: /me bakes'), 'alice hears')
  assert.match(bob.out.text, /not sent: I do: nobody is chosen yet: .*; \/to #1 answers what came last/)
  assert.match(bob.out.text, /#1 Friday cake \(group of 2, you are member\).*, here/)
  for (const line of ['/leave', '/owner bob', '/leave', '/quit']) alice.type(line)
  await alice.ended
  assert.match(alice.out.text, /OWNER_CANNOT_LEAVE.*hand the group over first: \/owner <user>/)
  assert.match(alice.out.text, /- bob is owner\n[\s\S]*- you have left Friday cake\n/)
  assert.equal(alice.out.code, 1)
  bob.type('/members')
  await until(() => bob.out.text.includes('bob (owner)'), 'bob has it')
})

test('what may be a user or a group is asked back, and each is reached by the way that is told', async (t) => {
  const api = await deployment(t)
  await personAt(t, api, 'cake')
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice'])
  const typed = [
    '/group create cake cake',
    '/to cake',
    '/to @cake',
    '/to #1',
    '/to nobody',
    '/to #7',
    '/group add nobody',
    '/history abc',
    '/to g:nope',
  ]
  for (const line of typed) alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  const { text } = alice.out
  assert.match(text, /\/to: "cake" may be one of several: the group with 2 members is #1, the user is @cake/)
  assert.equal(text.match(/talking to cake/g)?.length, 2)
  assert.match(text, /\/to: USER_NOT_FOUND: there is no user "nobody", and no group of yours of that name/)
  assert.match(text, /\/to: there is no #7; \/list shows your conversations/)
  assert.match(text, /\/group: USER_NOT_FOUND: there is no user "nobody"/)
  assert.match(text, /\/history: abc: a count from 1 to 1000/)
  assert.match(text, /\/to: NOT_A_MEMBER/)
})
