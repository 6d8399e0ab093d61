// The keys of a terminal, pressed at a real one, under a shell. A person typed a line and left at once by Ctrl-D: the program broke off with
// a stack trace, and the line was lost. After Ctrl-Z neither the shell nor the chat answered.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createClient } from '@skein/client'
import { deployment, misbehaving, personAt, shell, until } from './chat-process.ts'

const ctrl = { c: '\x03', d: '\x04', z: '\x1a' } as const

test('a line that was typed just before Ctrl-D or Ctrl-C is stored, and the chat ends well', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const heard: (string | null)[] = []
  bob.on('message', ({ text }) => heard.push(text))
  for (const [line, key, number] of [
    ['first', ctrl.d, 1],
    ['second', ctrl.c, 2],
    ['/history\rthird', ctrl.d, 3],
    ['/unread\rfourth', ctrl.c, 4],
  ] as const) {
    const at = shell(t)
    at.chat(['--api', api, '--user', 'alice', '--register', '--to', 'bob'])
    await at.shows(/talking to bob[\s\S]*bob> /)
    at.type(`${line}\r${key}`)
    await at.shows(/code=\d/)
    assert.match(at.shown(), /code=0/)
    assert.doesNotMatch(at.shown(), /Error|at .*\.ts:/)
    await until(() => heard.length === number, `${line} is stored`)
  }
  assert.deepEqual(heard, ['first', 'second', 'third', 'fourth'])
})

test('Ctrl-C gives up what is half typed, and what is said next is said', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const heard: (string | null)[] = []
  bob.on('message', ({ text }) => heard.push(text))
  const at = shell(t)
  at.chat(['--api', api, '--user', 'alice', '--register', '--to', 'bob'])
  await at.shows(/talking to bob[\s\S]*bob> /)
  at.type(`never mind${ctrl.c}`)
  await at.shows('never mind ^C')
  at.type('said\r/unread\r')
  await until(() => heard.length === 1, 'the line')
  assert.deepEqual(heard, ['said'])
  await at.shows(/unread[\s\S]*- [\s\S]*bob> /)
  assert.equal(at.shown().match(/said/g)?.length, 1, 'a message stands once on the screen')
})

// bash gives a job that goes on the keys that it had, and takes them back when it stops; smaller shells do neither.
for (const kind of ['bash', 'sh'] as const)
  test(`Ctrl-Z gives the terminal back to the shell, also by way of another program, and fg goes on with what was half typed (${kind})`, async (t) => {
    const api = await deployment(t)
    const bob = await personAt(t, api, 'bob')
    const heard: (string | null)[] = []
    bob.on('message', ({ text }) => heard.push(text))
    const at = shell(t, kind)
    at.chat(['--api', api, '--user', 'alice', '--register', '--to', 'bob'])
    await at.shows(/talking to bob[\s\S]*bob> /)
    at.type('half a')
    await at.shows('half a')
    at.type(ctrl.z)
    await at.shows('Stopped')
    at.type('echo $((6*7))\r')
    await at.shows(/\n\r?42\r\n/)
    at.type('fg\r')
    await at.shows(/fg[\s\S]*bob> half a/)
    at.type(' line\r')
    await until(() => heard.length === 1, 'the line')
    assert.deepEqual(heard, ['half a line'])
    // Keys come one by one again: by lines, this one would end the program.
    at.type(`never mind${ctrl.c}`)
    await at.shows('never mind ^C')
    at.type(ctrl.d)
    await at.shows('code=0')
  })

test('what is typed after another login took the device is refused line by line, and the code says so', async (t) => {
  const api = await deployment(t)
  await personAt(t, api, 'bob')
  const at = shell(t)
  at.chat(['--api', api, '--user', 'alice', '--register', '--to', 'bob'])
  await at.shows(/talking to bob[\s\S]*bob> /)
  const credentials = { userName: 'alice', password: 'secret' }
  const other = createClient({ apiUrl: api, appId: 'demo', credentials, deviceId: 'cli' })
  t.after(() => other.close())
  await other.connect()
  await at.shows(/stopped: REPLACED/)
  at.type('swallowed?\r')
  await at.shows(/not sent: swallowed\?: STOPPED: this chat was ended: REPLACED/)
  await other.close()
  at.type('/connect\r')
  await at.shows('- connected')
  at.type('heard again\r/history\r')
  await at.shows(/1\. \d\d:\d\d alice: heard again/)
  assert.doesNotMatch(at.shown(), /alice: swallowed/)
  at.type('/quit\r')
  await at.shows('code=0')
})

test('who leaves while the server answers nothing is told what is not stored, and is not kept', async (t) => {
  const { api, tell } = await misbehaving(t)
  await personAt(t, api, 'bob')
  const at = shell(t)
  at.chat(['--api', api, '--user', 'alice', '--register', '--to', 'bob', '--patience', '2'])
  await at.shows(/talking to bob[\s\S]*bob> /)
  await tell('silent')
  at.type('into the void\r')
  await at.shows('not sent yet: into the void')
  at.type('/quit\r')
  await at.shows(/1 message is not stored yet; waiting/)
  await at.shows(/1 message is not stored:\s+into the void/)
  await at.shows('code=2')
})

// It said what was not stored, and then waited without end for a server that was stopped to close its side.
test('who leaves while the whole server stands still is let go', async (t) => {
  const { api, freeze } = await misbehaving(t)
  await personAt(t, api, 'bob')
  const shells = ['ws', 'tcp'].map((transport) => {
    const at = shell(t)
    at.chat(['--api', api, '--user', `by-${transport}`, '--register', '--to', 'bob', '--patience', '3', '--transport', transport])
    return at
  })
  for (const at of shells) await at.shows(/talking to bob[\s\S]*bob> /)
  freeze()
  for (const at of shells) {
    at.type('into the void\r/quit\r')
    await at.shows('code=2')
  }
})

test('a server that is not there is told once, and Ctrl-C leaves', async (t) => {
  const at = shell(t)
  at.chat(['--api', 'http://127.0.0.1:1', '--user', 'alice'])
  await at.shows('is Skein running there?')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  assert.equal(at.shown().match(/API_UNREACHABLE/g)?.length, 1)
  at.type(ctrl.c)
  await at.shows('code=2')
})
