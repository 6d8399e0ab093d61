// What each process of `make run` is given. Two of a role cannot listen on one port, and all must agree on everything else.
import assert from 'node:assert/strict'
import test from 'node:test'
import { readConfig } from './config.ts'
import { slotOf } from './supervisor.ts'

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
