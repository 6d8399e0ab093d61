// The `skein` command as people and scripts use it, against a deployment that speaks the real protocol.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import { chatAtTerminal, deployment, personAt, skein, until } from './chat-process.ts'

test('help everywhere; mistakes are one line and exit code 1, a server that is not there another', async (t) => {
  for (const args of [['--help'], ['chat', '--help']]) {
    const run = skein(t, args)
    await run.ended
    assert.equal(run.out.code, 0)
    assert.match(run.out.text, /Usage: skein/)
  }
  const unreachable = skein(t, ['chat', '--api', 'http://127.0.0.1:1', '--user', 'alice', '--password', 'x', '--register'])
  await unreachable.ended
  assert.equal(unreachable.out.code, 2)
  assert.match(unreachable.out.errors, /^API_UNREACHABLE: .*is Skein running there\?.*\n$/)
  const noAddress = skein(t, ['chat', '--api', '127.0.0.1:8080', '--user', 'alice', '--password', 'x'])
  await noAddress.ended
  assert.equal(noAddress.out.code, 1)
  assert.match(noAddress.out.errors, /--api <url>.* is invalid. an address such as http:/)
})

// npm keeps every command line in a log that all may read, and `npx skein` elsewhere runs whatever package has that name.
test('no example has a password on a command line, or lets a registry choose what runs', async (t) => {
  const root = new URL('../../../', import.meta.url)
  const pages = (await readdir(new URL('docs/', root), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  for (const page of ['README.md', 'CONTRIBUTING.md', 'packages/client/README.md', 'packages/server/src/start.ts', ...pages]) {
    const text = await readFile(new URL(page, root), 'utf8')
    assert.doesNotMatch(text, /--password[ =]|npx skein|-d '[^']*"password"/, page)
  }
  const run = skein(t, ['chat', '--help'])
  await run.ended
  assert.match(
    run.out.text,
    /SKEIN_PASSWORD[\s\S]*\/group role <user> <owner\|admin\|member>[\s\S]*Exit codes:\n {2}0 [\s\S]*\n {2}1 [\s\S]*\n {2}2 /,
  )
})

test('an older Node is told in one line what to do', async (t) => {
  const older = "data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })"
  const run = skein(t, ['chat', '--help'], ['--import', older])
  await run.ended
  assert.equal(run.out.code, 1)
  assert.match(run.out.errors, /^skein needs Node 24\.14 or newer, this is 20\.19\.0: [^\n]+\n$/)
  assert.equal(run.out.text, '')
})

test('two scripts talk in JSON lines, one over each transport', async (t) => {
  const api = await deployment(t)
  const common = ['chat', '--api', api, '--password', 'secret', '--register', '--json']
  const bob = skein(t, [...common, '--user', 'bob', '--transport', 'tcp'])
  await until(() => bob.out.text.includes('connected'), 'bob is connected')
  const alice = skein(t, [...common, '--user', 'alice', '--to', 'bob', '--transport', 'ws'])
  alice.type('hello bob')
  await until(() => bob.lines().some((line) => line.text === 'hello bob'), 'bob hears')
  for (const line of [
    '/to alice',
    'hello alice',
    '/unread',
    '/read',
    '/group create team alice',
    'all here?',
    '/members',
    '/history',
    '/online',
    '/nonsense',
  ])
    bob.type(line)
  await until(() => bob.lines().some((line) => line.kind === 'refused'), 'bob is through')
  await until(() => alice.lines().some((line) => line.text === 'all here?'), 'alice is in the group')
  alice.child.stdin.end()
  bob.type('/quit')
  await Promise.all([alice.ended, bob.ended])
  assert.deepEqual([alice.out.code, bob.out.code], [0, 1], alice.out.errors + bob.out.errors)
  const said = (run: typeof alice, kind: string) => run.lines().filter((line) => line.kind === kind)
  assert.deepEqual(
    said(alice, 'message').map((line) => [line.text, line.own]),
    [
      ['hello bob', true],
      ['hello alice', false],
      ['all here?', false],
    ],
  )
  assert.deepEqual(said(bob, 'members')[0]?.members, [
    { userId: 'bob', role: 'owner', nickname: '', mutedUntilMs: 0 },
    { userId: 'alice', role: 'member', nickname: '', mutedUntilMs: 0 },
  ])
  assert.deepEqual(said(bob, 'online')[0]!.users, ['alice'])
  assert.deepEqual(
    said(bob, 'refused').map((line) => line.code),
    ['MISTYPED'],
  )
})

// JSON lines carried to the terminal whatever others had written: U+009B begins a command to it, U+202E turns around what follows.
test('in JSON neither control characters nor marks of direction get through, and programs read what was written', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const args = ['chat', '--api', api, '--password', 'secret', '--register', '--json', '--user', 'alice', '--to', 'bob']
  const alice = skein(t, args)
  await until(() => alice.out.text.includes('"to"'), 'alice is there')
  const text = 'beep\u0007\u007f\u009b2J gnp\u202excod.exe \u{1f600}\u00e9'
  await bob.send('d:alice:bob', text)
  await until(() => alice.out.text.includes('beep'), 'the message')
  alice.child.stdin.end()
  await alice.ended
  assert.doesNotMatch(alice.out.text.replaceAll('\n', ''), /[\p{Cc}\u202e]/u)
  assert.ok(alice.out.text.includes('beep\\u0007\\u007f\\u009b2J gnp\\u202excod.exe \u{1f600}\u00e9'), alice.out.text)
  assert.equal(alice.lines().find(({ kind }) => kind === 'message')?.text, text)
})

test('at a terminal the prompt stays while messages arrive, and neither control characters nor marks of direction get through', async (t) => {
  const api = await deployment(t)
  const bob = await personAt(t, api, 'bob')
  const heard: (string | null)[] = []
  bob.on('message', (message) => heard.push(message.text))
  const { type, shown, done, surroundings } = chatAtTerminal(t, api, ['--user', 'alice', '--register', '--to', 'bob'])
  await until(() => shown().includes('talking to bob') && shown().endsWith('> '), 'the prompt')
  type('half a li')
  await until(() => shown().endsWith('half a li'), 'typed so far')
  await bob.send('d:alice:bob', 'beep\u0007\u001b[2J gnp\u202excod.exe')
  await until(() => shown().includes('bob: beep  [2J gnp xcod.exe'), 'the message')
  await until(() => shown().slice(shown().indexOf('beep')).includes('half a li'), 'what was typed is still there')
  type('ne\r')
  await until(() => heard.length === 2, 'the whole line is sent')
  assert.equal(heard[1], 'half a line')
  type('/quit\r')
  await done
  assert.equal(surroundings.exitCode, undefined)
})
