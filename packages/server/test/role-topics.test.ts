// What an acknowledgement rests on is checked by every role before it does anything else. The check was one line of the start that nothing
// tested: without it each role began on topics that lose what they acknowledge.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { roleNames } from '../src/config.ts'
import { startTopiclessBroker } from './topicless-broker.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** Where a role that does not look waits for what is not there. */
const patienceMs = 30_000
const nowhere = '127.0.0.1:1'

test('each role looks at the topics first, and ends where they are not as they have to be', { timeout: 120_000 }, async (t) => {
  const broker = await startTopiclessBroker()
  const dir = mkdtempSync(join(tmpdir(), 'skein-role-topics-'))
  t.after(() => {
    broker.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const startOf = async (role: string) => {
    const env = {
      PATH: '/usr/bin:/bin',
      SKEIN_ROLES: role,
      SKEIN_DATA_DIR: dir,
      SKEIN_LOG_LEVEL: 'silent',
      SKEIN_KAFKA_BROKERS: `127.0.0.1:${broker.port}`,
      SKEIN_REGISTRY_URL: `http://${nowhere}`,
      SKEIN_POSTGRES_URL: `postgres://nobody@${nowhere}/nothing`,
      SKEIN_REDIS_URL: `redis://${nowhere}`,
      SKEIN_TOKEN_SECRET: 's'.repeat(32),
    }
    const child = spawn(process.execPath, [program, 'role'], { cwd: dir, env, stdio: ['ignore', 'ignore', 'pipe'] })
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    const [status] = await once(child, 'close')
    clearTimeout(late)
    return { role, status, said: said.trimEnd().split('\n').at(-1)!.split(':')[0] }
  }
  const ends = await Promise.all(roleNames.map(startOf))
  assert.deepEqual(
    ends,
    roleNames.map((role) => ({ role, status: 2, said: 'topics are missing' })),
  )
})
