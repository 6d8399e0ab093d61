// docs/protocol.md must be enough to write a client from: it names every field with its number, every command and every
// error, its examples are the real bytes, and a client written from it alone, in Python, chats.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import { promisify } from 'node:util'
import { encodePacket, errorCatalogue, flags, packets, wire } from '@skein/contracts'
import { backOffMs } from '../src/back-off.ts'
import { clientDefaults } from '../src/options.ts'
import { startFakeDeployment, until } from './fake-deployment.ts'

const file = (path: string) => new URL(`../../../${path}`, import.meta.url)
const page = await readFile(file('docs/protocol.md'), 'utf8')
const python = file('test/e2e/python/skein_client.py').pathname
const runPython = (args: readonly string[]) =>
  promisify(execFile)('python3', args, { timeout: 60_000, env: { ...process.env, SKEIN_PASSWORD: 'secret', PYTHONDONTWRITEBYTECODE: '1' } })

/** [message, field, number] of every field; enum values under the message they are in. */
function fieldsOf(proto: string): [string, string, string][] {
  const open: string[] = []
  return proto.split('\n').flatMap((line): [string, string, string][] => {
    const [, kind, name, closed] = line.match(/^\s*(message|enum|oneof) (\w+) \{(\})?$/) ?? []
    if (kind && !closed) open.push(kind === 'message' ? name! : open.at(-1)!)
    if (/^\s*\}$/.test(line)) open.pop()
    const [, field, number] = line.match(/ (\w+) = (\d+);$/) ?? []
    return field && open.length > 0 ? [[open.at(-1)!, field, number!]] : []
  })
}

test('every field of every message is on the page, under its number', async () => {
  const protos = (await readdir(file('schemas/wire'))).filter((name) => name.endsWith('.proto'))
  const texts = await Promise.all(protos.map((name) => readFile(file(`schemas/wire/${name}`), 'utf8')))
  const fields = texts.flatMap(fieldsOf)
  assert.ok(fields.length > 100)
  for (const [message, field, number] of fields) {
    const section = page.slice(page.indexOf(`**${message}**`)).split(/\n\*\*|\n###? /)[0]!
    if (field.startsWith('ACTION_')) assert.ok(page.includes(`\`${field}\` | ${number} |`), `${message}.${field}`)
    else assert.ok(section.includes(`| ${number} | \`${field}\` |`), `${message}.${field} = ${number}`)
  }
})

test('every command and every error is on the page', () => {
  for (const { service, command } of Object.values(packets))
    assert.match(page, new RegExp(`^\\| ${service}( \\w+)? \\| ${command} \\|`, 'm'))
  for (const { code, retriable, closeCode } of Object.values(errorCatalogue)) {
    assert.ok(page.includes(`| \`${code}\` | ${retriable ? 'yes' : 'no'} | ${closeCode ?? ''} |`), code)
  }
})

test('the refusals of which the page says that nothing was begun are those of the catalogue', () => {
  const [, codes] = /Only a refusal\s+with ([^:]*), on a connection/.exec(page)!
  const unsubmitted = Object.values(errorCatalogue).filter((entry) => entry.unsubmitted)
  assert.deepEqual(
    codes!.match(/[A-Z_]+/g),
    unsubmitted.map(({ code }) => code),
  )
})

// Two messages were said to be of message/delete and message/hide, which are no packets: their reader looked for the commands in vain.
test('what the schemas and the page call a packet is one', async () => {
  const schema = JSON.parse(await readFile(file('schemas/wire/packets.json'), 'utf8')) as { packets: { service: string; name: string }[] }
  const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const names = new Set(schema.packets.map(({ service, name }) => `${service}/${kebab(name)}`))
  const protos = (await readdir(file('schemas/wire'))).filter((name) => name.endsWith('.proto'))
  const texts = await Promise.all(protos.map((name) => readFile(file(`schemas/wire/${name}`), 'utf8')))
  const said = [...texts, page].flatMap((text) =>
    [...text.matchAll(/^(?:\/\/ )?(\w+\/[a-z-]+)(?=, (?:client|server|answer|both))/gm)].map(([, name]) => name!),
  )
  assert.ok(said.length > 40)
  assert.deepEqual(
    said.filter((name) => !names.has(name)),
    [],
  )
})

test('the waits that the page names are those of the SDK', () => {
  const [, maxS, baseMs, growth] = /`min\((\d+) s, (\d+) ms \* ([\d.]+)\^n\)`/.exec(page)!.map(Number)
  const { reconnectBackOff, resendBackOff, stableMs, answerTimeoutMs, callTimeoutMs, syncIntervalMs } = clientDefaults
  assert.deepEqual({ baseMs, maxMs: maxS! * 1000 }, reconnectBackOff)
  assert.equal(
    backOffMs(reconnectBackOff, 2, () => 0),
    (baseMs! * growth! ** 2) / 2,
  )
  assert.match(page, new RegExp(`jittered back-off from ${resendBackOff.baseMs} ms to ${resendBackOff.maxMs / 1000} s`))
  assert.match(page, new RegExp(`once a connection has been logged in\\s+for ${stableMs / 1000} s`))
  assert.match(page, new RegExp(`No answer after ${answerTimeoutMs / 1000} s on a connection that lives`))
  assert.match(page, new RegExp(`\\(the SDK: after ${callTimeoutMs / 1000} s\\)`))
  assert.match(page, new RegExp(`\\(the SDK: ${syncIntervalMs / 60_000} minutes at most`))
})

test('the examples on the page are the real bytes', () => {
  const bytesOf = (heading: string) => {
    const block = page.slice(page.indexOf(heading)).split('```')[1]!
    return [...block.matchAll(/^ *((?:[0-9a-f]{2} {1,2})*[0-9a-f]{2})(?= |$)/gm)].flatMap(([, hex]) => hex!.trim().split(/ +/)).join('')
  }
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const login = wire.LoginRequest.encode({ token: 'tok', appId: 'demo', clientName: 'mini' }).finish()
  assert.equal(bytesOf('Login by a client'), hex(encodePacket('login', 1, 0, login)))
  const send = wire.SendRequest.encode({
    conversationId: 'd:a:b',
    clientMessageId: '2c1f0d3e-5b7a-4c60-9d3e-0123456789ab',
    body: { contentType: 'text/plain', bytes: Buffer.from('hi') },
  }).finish()
  assert.equal(bytesOf('The text `hi`'), hex(encodePacket('send', 7, flags.retry, send)))
})

test('the Python client connects while the views are behind, and shows what it missed once they are not', async (t) => {
  const d = await startFakeDeployment()
  t.after(() => d.stop())
  const bob = d.client('bob')
  d.store.register('ann', 'secret')
  await bob.connect()
  await bob.send('d:ann:bob', 'seen')
  await bob.send('d:ann:bob', 'missed')
  Object.assign(d.store, { viewLag: 1, syncRetryMs: 50 })
  const who = ['--api', d.api.url, '--user', 'ann', '--to', 'bob', '--timeout', '30']
  const talk = runPython([python, ...who, '--expect', 'seen', '--expect', 'missed'])
  await until(() => d.store.syncs.filter(({ actor }) => actor === 'ann').length >= 2, 'a second sync')
  d.store.viewLag = 0
  assert.match((await talk).stdout, /"seen".*"missed"/s)
})

test('the Python client chats, through lost connections and pushes in any order', async (t) => {
  let sends = 0
  let pushes = 0
  const d = await startFakeDeployment({
    faults: {
      onRequest: (name) => (name === 'send' && sends++ === 0 ? 'cutAfter' : 'serve'),
      onPush: () => (['delay', 'twice', 'lose'] as const)[pushes++ % 3]!,
    },
  })
  t.after(() => d.stop())
  const bob = d.client('bob')
  const heard: string[] = []
  bob.on('message', (message) => {
    if (message.actorId === 'bob') return
    heard.push(message.text!)
    if (message.text === 'hello')
      for (const text of ['one', 'two', 'three', 'four', 'five']) bob.send(message.conversationId, text).catch(() => {})
  })
  await bob.connect()
  const talk = [
    '--send',
    'first',
    '--send',
    'hello',
    '--expect',
    'one',
    '--expect',
    'two',
    '--expect',
    'three',
    '--expect',
    'four',
    '--expect',
    'five',
  ]
  const who = ['--api', d.api.url, '--user', 'ann', '--register', '--to', 'bob', '--timeout', '30']
  const { stdout } = await runPython([python, ...who, ...talk])
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; received?: string })
  assert.deepEqual(
    lines.flatMap((line) => line.received ?? []),
    ['one', 'two', 'three', 'four', 'five'],
  )
  assert.deepEqual(
    lines.map((line) => line.seq),
    [1, 2, 3, 4, 5, 6, 7],
  )
  await until(() => heard.length === 2, 'bob heard both')
  assert.deepEqual(heard, ['first', 'hello'])
  assert.equal(d.store.itemsOf('d:ann:bob').length, 7)
})

// The page told its reader to begin behind what had been pushed of a conversation before a sync told of it, which lost that, and to take a
// conversation that was behind the pushes for one of another log, which showed it twice.
test('the Python client loses no push that came before its sync, shows none twice, and begins anew where the log is another', async () => {
  const script = `
import sys
sys.path.insert(0, sys.argv[1])
from skein_client import Client, SYNC, encode, read_item
ID = "d:a:b"
item = lambda seq: encode((1, ID), (2, seq), (3, seq), (4, "b"), (10, encode((1, "m%d" % seq))))
session = lambda last: encode((1, ID), (2, "direct"), (5, last), (10, 1))
class Server:
    replies = []
    def request(self, command, body):
        return self.replies.pop(0) if command == SYNC else {1: [item(2)], 3: [9]}
def push(*seqs):
    for seq in seqs: client.offer(read_item(item(seq)))
client = Client("http://x", "demo", "a", "p")
client.connection, client.user_id = Server(), "a"
def sync(last, inline, **more):
    client.connection.replies.append({1: [b"c"], 4: [session(last)], 5: [item(s) for s in inline], **{int(k[1:]): [v] for k, v in more.items()}})
    client.sync()
    client.fill_holes()
    seqs = [i["seq"] for i in client.shown]
    del client.shown[:]
    print(seqs)
push(3, 4)
sync(5, [5])          # told of with its newest item alone: what was pushed before it is shown all the same
push(6, 7)
sync(6, [6])          # the answer was overtaken by the pushes
sync(2, [1, 2], f2=1, f9=1)
client = Client("http://x", "demo", "a", "p")
client.connection, client.user_id = Server(), "a"
# A part of the views stands still: what lets it in is not where it begins, as a stay before may lie in that part.
client.offer(read_item(encode((1, ID), (2, 7), (12, encode((1, encode((1, "a"))))))))
client.connection.replies.append({1: [b"c"], 10: [1]})
client.sync()
client.fill_holes()
sync(7, [1, 2, 7])
`
  const { stdout } = await runPython(['-c', script, new URL('.', `file://${python}`).pathname])
  assert.deepEqual(stdout.trim().split('\n'), ['[3, 4, 5]', '[6, 7]', '[1, 2]', '[1, 2, 7]'])
})
