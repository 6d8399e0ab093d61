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

test('the waits that the page names are those of the SDK', () => {
  const [, maxS, baseMs, growth] = /`min\((\d+) s, (\d+) ms \* ([\d.]+)\^n\)`/.exec(page)!.map(Number)
  const { reconnectBackOff, resendBackOff } = clientDefaults
  assert.deepEqual({ baseMs, maxMs: maxS! * 1000 }, reconnectBackOff)
  assert.equal(
    backOffMs(reconnectBackOff, 2, () => 0),
    (baseMs! * growth! ** 2) / 2,
  )
  assert.match(page, new RegExp(`jittered back-off from ${resendBackOff.baseMs} ms to ${resendBackOff.maxMs / 1000} s`))
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
  const who = ['--api', d.api.url, '--user', 'ann', '--password', 'secret', '--to', 'bob', '--timeout', '10']
  const talk = promisify(execFile)('python3', [python, ...who, '--expect', 'seen', '--expect', 'missed'], { timeout: 30_000 })
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
  const who = ['--api', d.api.url, '--user', 'ann', '--password', 'secret', '--register', '--to', 'bob', '--timeout', '10']
  const { stdout } = await promisify(execFile)('python3', [python, ...who, ...talk], { timeout: 30_000 })
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
