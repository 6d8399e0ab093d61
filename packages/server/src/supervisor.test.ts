// What each process of `make run` is given. Two of a role cannot listen on one port, and all must agree on everything else.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { readConfig } from './config.ts'
import type { Ready } from './role-process.ts'
import { endpointsFile } from './start.ts'
import { keepAnnounced, slotOf } from './supervisor.ts'

const secret = 'x'.repeat(32)
const settings = {
  SKEIN_TOKEN_SECRET: 'y'.repeat(32),
  SKEIN_DATA_DIR: '.skein/data',
  SKEIN_PARTITIONS: '8',
  SKEIN_API_PORT: '18080',
  SKEIN_WS_PORT: '18081',
  SKEIN_TCP_PORT: '18082',
}
// As completed with the stack: its directory, and the secret kept there.
const config = { ...readConfig(settings), dataDir: '.skein/stack', tokenSecret: secret }

test('each process gets the settings, the secret and directory of the stack, and ports that no other of its role has', async () => {
  const slots = []
  for (const role of ['api', 'gateway', 'processor'] as const)
    for (const index of [0, 1]) slots.push(await slotOf(role, index, config, settings))
  for (const { env } of slots) {
    const { SKEIN_PARTITIONS, SKEIN_TOKEN_SECRET, SKEIN_DATA_DIR, SKEIN_CLUSTER } = env
    assert.deepEqual([SKEIN_PARTITIONS, SKEIN_TOKEN_SECRET, SKEIN_DATA_DIR, SKEIN_CLUSTER], ['8', secret, '.skein/stack', 'skein'])
  }
  const ports = slots.flatMap(({ role, env }) =>
    role === 'api' ? [env.SKEIN_API_PORT] : role === 'gateway' ? [env.SKEIN_WS_PORT, env.SKEIN_TCP_PORT] : [],
  )
  assert.equal(new Set(ports).size, 6, ports.join(', '))
})

test('where a process is after it was started again stands in the file of endpoints', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'skein-supervisor-'))
  t.after(() => rmSync(dataDir, { recursive: true }))
  const ends: (() => void)[] = []
  const spawn = () => {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const pid = ends.push(resolve)
    const ready: Ready = { ready: true, pid, roles: ['api'], api: 'http://127.0.0.1:1', gateway: [], ops: `http://127.0.0.1:${pid}` }
    return { pid, ready: Promise.resolve(ready), ended, kill: () => resolve() }
  }
  const slots = [0, 1].map((index) => ({ role: 'api' as const, index, env: {} }))
  const { keeper, announced } = keepAnnounced(slots, spawn, silentLogger, { dataDir, backOffMinMs: 1 })
  const told = (): { pid: number; ops: string }[] => JSON.parse(readFileSync(join(dataDir, endpointsFile), 'utf8')).processes
  assert.deepEqual((await announced)?.processes, told())
  const pids = () => told().map(({ pid }) => pid)
  assert.deepEqual(pids(), [1, 2])
  ends[0]!()
  await eventually(() => pids()[0] === 3)
  assert.equal(told()[0]!.ops, 'http://127.0.0.1:3')
  keeper.stop()
  await keeper.ended
})
