// What the program says to people who mistype, or whose port is taken: one line that says what is wrong and exit code 2, where there
// was a stack trace or the help alone.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'skein-program-'))
const help = 'Usage: node packages/server/src/main.ts <command> [options]'
after(() => rmSync(dir, { recursive: true, force: true }))

function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: dir, ...settings }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: dir, env, encoding: 'utf8', timeout: 60_000 })
  return { status, stdout: stdout.split('\n'), stderr: stderr.split('\n') }
}

test('help is what was asked for, or else an error', () => {
  const asked = run(['--help'])
  assert.deepEqual([asked.status, asked.stdout[0], asked.stderr], [0, help, ['']])
  const nothing = run([])
  assert.deepEqual([nothing.status, nothing.stdout, nothing.stderr[0]], [2, [''], help])
})

test('a command or an option that there is not is named before the help', () => {
  const command = run(['strat'])
  assert.deepEqual([command.status, command.stderr[0], command.stderr[2]], [2, 'there is no command strat', help])
  const option = run(['start', '--jsno'])
  assert.deepEqual([option.status, option.stderr[2]], [2, help])
  assert.match(option.stderr[0]!, /'--jsno'/)
})

test('how many processes to run, and of which layout, is asked of run alone, and refused where it is none', () => {
  for (const [args, why] of [
    [['start', '--hot', '2'], '--layout and --hot are options of run'],
    [['run', '--hot', 'many'], '1 to 64 hot processes can be run, not many'],
    [['run', '--layout', 'cold'], 'there is no layout cold: it is hot or roles'],
  ] as const)
    assert.deepEqual(run(args), { status: 2, stdout: [''], stderr: [why, ''] })
})

test('a variable that is wrong is all that is said', () => {
  const { status, stdout, stderr } = run(['role'], { SKEIN_PARTITIONS: 'many' })
  assert.deepEqual([status, stdout], [2, ['']])
  assert.match(stderr.join('\n'), /^SKEIN_PARTITIONS: .*\n$/)
})

// A data directory that was a file ended in a stack trace, and one below /proc in a loop without end.
test('a data directory that there cannot be is named, with what to set', () => {
  const file = join(dir, 'file')
  writeFileSync(file, '')
  for (const [dataDir, why] of [
    [file, `${file} cannot be made a directory, as it is a file`],
    [join(file, 'below'), `${file} cannot be made a directory, as it is a file`],
    ['/proc/nope', '/proc/nope cannot be made a directory, as ENOENT'],
  ] as const) {
    const { status, stdout, stderr } = run(['start', '--json'], { SKEIN_DATA_DIR: dataDir })
    assert.deepEqual([status, stdout, stderr], [2, [''], [`${why}: SKEIN_DATA_DIR names where data is kept, choose another place`, '']])
  }
})

test('what a number is instead is said, and a variable that is mistyped is named with the one that is meant', () => {
  const { status, stderr } = run(['role'], { SKEIN_API_PORT: 'abc', SKEIN_APIPORT: '1' })
  assert.deepEqual(
    [status, stderr],
    [
      2,
      [
        'SKEIN_APIPORT is no variable of Skein and does nothing: is SKEIN_API_PORT meant?',
        "SKEIN_API_PORT: a number is wanted, and it is 'abc'",
        '',
      ],
    ],
  )
})

// A first start said nothing for up to half a minute.
test('a start says what it is doing before it does it, and what the first one makes', async (t) => {
  const dataDir = join(dir, 'first')
  const env = { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: dataDir, SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' }
  for (const doing of ['making a log and views in', 'opening the log and the views in']) {
    const server = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    t.after(() => server.kill('SIGKILL'))
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const ended = once(server, 'close')
    await Promise.race([once(server.stdout, 'data'), ended])
    assert.match(said, new RegExp(`^loading Skein\n${doing} ${dataDir}`))
    server.kill('SIGTERM')
    await ended
  }
})

test('a certificate or key that is not there, or is none, is named with its variable', () => {
  const [absent, none] = [join(dir, 'absent.pem'), join(dir, 'none.pem')]
  writeFileSync(none, 'no certificate')
  const start = (cert: string, key: string) =>
    run(['role'], { SKEIN_ROLES: 'gateway', SKEIN_LOG_LEVEL: 'silent', SKEIN_TLS_CERT: cert, SKEIN_TLS_KEY: key })
  const one = start(absent, none)
  assert.deepEqual([one.status, one.stdout, one.stderr], [2, [''], [`SKEIN_TLS_CERT: ${absent} cannot be read (ENOENT)`, '']])
  assert.deepEqual(start(none, absent).stderr, [`SKEIN_TLS_KEY: ${absent} cannot be read (ENOENT)`, ''])
  const { status, stderr } = start(none, none)
  assert.equal(status, 2)
  assert.match(stderr.join('\n'), /^SKEIN_TLS_CERT .* and SKEIN_TLS_KEY .* are no certificate and key: .*\n$/)
})

test('deploy without servers says which variables it needs', () => {
  const { status, stderr } = run(['deploy'])
  assert.deepEqual([status, stderr], [2, ['deploy is for the real stack: set SKEIN_KAFKA_BROKERS and the like', '']])
})

test('a port that is taken is named, with how to choose another', async (t) => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  t.after(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const { status, stdout, stderr } = run(['role'], { SKEIN_ROLES: 'delivery', SKEIN_OPS_PORT: String(port), SKEIN_LOG_LEVEL: 'silent' })
  assert.deepEqual([status, stdout], [2, ['']])
  assert.match(stderr.join('\n'), new RegExp(`^listen EADDRINUSE.*:${port}\nchoose another port with SKEIN_API_PORT, .*\n$`))
})
