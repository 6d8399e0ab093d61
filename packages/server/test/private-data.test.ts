// Messages and password hashes could be read, and under a loose umask written, by every user of the machine when the data directory was
// there before the first start, as one that somebody had made with mkdir.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const ports = { SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0', SKEIN_PARTITIONS: '2' }

test('whatever the umask and the directory are, nobody else can read or write what a server keeps, and what they could is said', async (t) => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'skein-private-')), 'data')
  t.after(() => rmSync(join(dataDir, '..'), { recursive: true }))
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o777)
  const secret = join(dataDir, 'token-secret')
  writeFileSync(secret, 's'.repeat(43))
  chmodSync(secret, 0o644)
  const theirs = join(dataDir, 'somebody-elses')
  writeFileSync(theirs, '')
  chmodSync(theirs, 0o644)

  const server = spawn('/bin/sh', ['-c', 'umask 0; exec "$0" "$@"', process.execPath, program, 'start', '--json'], {
    env: { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: dataDir, ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(server, 'close')
  const [line] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended.then(() => [said])])
  assert.match(String(line), /^\{"ready":true/)
  server.kill('SIGTERM')
  await ended

  // What is inside of a directory that is closed cannot be reached.
  const open = readdirSync(dataDir).filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0)
  assert.deepEqual(open, ['somebody-elses'])
  assert.ok(readdirSync(dataDir).length > 6)
  assert.equal(statSync(dataDir).mode & 0o022, 0)
  assert.match(said, new RegExp(`"files":\\["${secret}"\\].*others could read or write these: now their owner alone`))
  assert.match(said, /others could put files into the data directory: now its owner alone/)
})
