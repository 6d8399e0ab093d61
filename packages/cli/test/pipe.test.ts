// Lines from a pipe. A command ran before the texts in front of it were stored; a session that was ended from outside swallowed the rest of
// the input and ended with 0; a server that was not there was waited for without end.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createClient } from '@skein/client'
import { deployment, misbehaving, personAt, skein, until } from './chat-process.ts'

test('a command waits for the texts before it, however long that takes', async (t) => {
  const { api, tell } = await misbehaving(t)
  await personAt(t, api, 'bob')
  await tell('refuseAWhile')
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob'])
  for (const line of ['one', 'two', '/history']) alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  assert.match(alice.out.text, /1\. \d\d:\d\d alice: one\s+2\. \d\d:\d\d alice: two/)
  assert.equal(alice.out.code, 0)
})

test('a session that another login ended ends the script, with a code of its own', async (t) => {
  const api = await deployment(t)
  await personAt(t, api, 'bob')
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob'])
  await until(() => alice.out.text.includes('talking to bob'), 'alice is there')
  const other = createClient({ apiUrl: api, appId: 'demo', credentials: { userName: 'alice', password: 'secret' }, deviceId: 'cli' })
  t.after(() => other.close())
  await other.connect()
  await alice.ended
  assert.equal(alice.out.code, 2)
  assert.match(alice.out.text, /stopped: REPLACED/)
})

test('a server that is not there, or answers no more, is told of and waited for as long as patience lasts', async (t) => {
  const absent = skein(t, ['chat', '--api', 'http://127.0.0.1:1', '--password', 'x', '--user', 'alice', '--patience', '1'])
  absent.type('hello?')
  await absent.ended
  assert.equal(absent.out.code, 2)
  assert.match(absent.out.errors, /^API_UNREACHABLE: http:\/\/127\.0\.0\.1:1 for 1 s: is Skein running there\?.*\n$/)
  const { api, tell } = await misbehaving(t)
  await personAt(t, api, 'bob')
  const args = ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob', '--patience', '3', '--json']
  const cut = skein(t, args)
  await until(() => cut.out.text.includes('"to"'), 'alice is there')
  await tell('silent')
  for (const line of ['one', 'two']) cut.type(line)
  cut.child.stdin.end()
  await cut.ended
  assert.equal(cut.out.code, 2)
  assert.deepEqual(cut.lines().at(-1), { kind: 'unsent', unsent: 2, texts: ['one', 'two'] })
})

// In a script's output each attempt at a server that was away had a line, for as long as it was away.
test('an outage has one line, for people and for programs', async (t) => {
  for (const form of [[], ['--json']]) {
    const args = ['chat', '--api', 'http://127.0.0.1:1', '--password', 'x', '--user', 'alice', '--patience', '2', ...form]
    const absent = skein(t, args)
    await absent.ended
    assert.deepEqual(absent.out.text.match(/waiting/g), ['waiting'], absent.out.text)
  }
})

// `skein --help | head -3` ended with a stack trace, and so did a chat whose output nobody read any more.
test('whoever stops reading what is printed stops nothing that was typed', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const heard: (string | null)[] = []
  bob.on('message', ({ text }) => heard.push(text))
  const alice = skein(t, ['chat', '--api', api, '--password', 'secret', '--register', '--user', 'alice', '--to', 'bob'])
  await until(() => alice.out.text.includes('talking to bob'), 'alice is there')
  alice.child.stdout.destroy()
  for (const line of ['one', '/history', 'two']) alice.type(line)
  alice.child.stdin.end()
  await alice.ended
  await until(() => heard.length === 2, 'bob hears both')
  assert.deepEqual([heard, alice.out.code, alice.out.errors], [['one', 'two'], 0, ''])
})

test('who is not let in is told so once', async (t) => {
  const api = await deployment(t)
  await personAt(t, api, 'bob')
  const bob = skein(t, ['chat', '--api', api, '--password', 'not that', '--user', 'bob'])
  await bob.ended
  assert.deepEqual([bob.out.code, bob.out.text], [1, ''])
  assert.match(bob.out.errors, /^CREDENTIALS_INVALID: .*\n$/)
})
