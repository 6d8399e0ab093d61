// A process is known, and can be ended, before it has said that it is ready.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { spawnRole } from '../src/role-child.ts'
import { keepProcesses } from '../src/role-keeper.ts'

test('processes told to stop while they start are gone, and none comes after', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-child-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const pids: number[] = []
  const env = { SKEIN_DATA_DIR: dir, SKEIN_LOG_LEVEL: 'silent' }
  const keeper = keepProcesses(
    [{ name: 'delivery', roles: ['delivery'], index: 0, env }],
    ({ roles, env }) => {
      const child = spawnRole({ roles, env, servers: null, logFile: join(dir, 'log') })
      pids.push(child.pid)
      return child
    },
    silentLogger,
  )
  keeper.stop()
  await keeper.ended
  assert.equal(await keeper.started, false)
  assert.equal(pids.length, 1)
  assert.throws(() => process.kill(pids[0]!, 0), { code: 'ESRCH' })
})

test('a process that says something else than that it is ready is ended', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-child-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const said = join(dir, 'said.mjs')
  writeFileSync(
    said,
    "import { writeFileSync } from 'node:fs'\nwriteFileSync(process.env.PID_FILE, String(process.pid))\nconsole.log('[hello')\n",
  )
  const pidFile = join(dir, 'pid')
  const env = { SKEIN_DATA_DIR: dir, SKEIN_LOG_LEVEL: 'silent', PID_FILE: pidFile }
  const options = { roles: ['delivery'] as const, env, servers: null, logFile: join(dir, 'log'), nodeFlags: ['--import', said] }
  await assert.rejects(spawnRole(options).ready, /see .*log/)
  const pid = Number(readFileSync(pidFile, 'utf8'))
  const isGone = () => {
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
    return true
  }
  await eventually(isGone, { what: 'its end' })
})
