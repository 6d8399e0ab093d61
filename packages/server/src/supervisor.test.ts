// What each process of `make run` is given. Two of a role cannot listen on one port, and all must agree on everything else.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { readConfig } from './config.ts'
import { groupsToRun, roleGroups } from './layout.ts'
import type { Slot } from './role-keeper.ts'
import type { Ready } from './role-process.ts'
import { endpointsFile } from './start.ts'
import { keepAnnounced, settingsOf, slotsOf } from './supervisor.ts'

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

const twoOfEach = [...roleGroups.hot, ...roleGroups.roles].map((group) => ({ ...group, count: 2 }))

/** Of what it listens for. */
const ports = ({ roles, env }: Slot) => [
  ...(roles.includes('api') ? [env.SKEIN_API_PORT] : []),
  ...(roles.includes('gateway') ? [env.SKEIN_WS_PORT, env.SKEIN_TCP_PORT] : []),
]

test('each process gets the settings, the secret and directory of the stack, and ports that no other of its kind has', async () => {
  const slots = await slotsOf(twoOfEach, config, settings)
  for (const { env } of slots) {
    const { SKEIN_PARTITIONS, SKEIN_TOKEN_SECRET, SKEIN_DATA_DIR, SKEIN_CLUSTER } = env
    assert.deepEqual([SKEIN_PARTITIONS, SKEIN_TOKEN_SECRET, SKEIN_DATA_DIR, SKEIN_CLUSTER], ['8', secret, '.skein/stack', 'skein'])
  }
  for (const [name, count] of Object.entries({ hot: 6, gateway: 4, api: 2, processor: 0 })) {
    const own = slots.filter((slot) => slot.name === name).flatMap(ports)
    assert.deepEqual([own.length, new Set(own).size], [count, count], `${name}: ${own}`)
  }
})

test('the only process with gateway, API and processor is told that it alone appends commands, unless a setting says otherwise', () => {
  const told = (asked: Parameters<typeof groupsToRun>[0], given = {}) => settingsOf(groupsToRun(asked), given).SKEIN_SOLE_PRODUCER
  assert.equal(told({}), 'on')
  assert.equal(told({}, { SKEIN_SOLE_PRODUCER: 'off' }), 'off')
  assert.equal(told({ hot: '2' }), undefined)
  assert.equal(told({ layout: 'roles' }), undefined)
  const apart = [
    { name: 'edge', roles: ['gateway', 'api'], count: 1 },
    { name: 'processor', roles: ['processor'], count: 1 },
  ] as const
  assert.equal(settingsOf(apart, {}).SKEIN_SOLE_PRODUCER, undefined, 'timers are fired by processors')
})

// Any free port was taken at each start: whoever knew where a process had been did not find it again.
test('where any port will do one is chosen once, so that a process that is started again is where it was', async () => {
  const anywhere = { ...config, apiPort: 0, wsPort: 0, tcpPort: 0 }
  for (const slot of await slotsOf(groupsToRun({ hot: '2' }), anywhere, {}))
    for (const port of ports(slot)) assert.ok(Number(port) > 1_024, `${slot.index}: ${port}`)
})

// The second process was given the port that the first was to listen on, and was started again for ever.
test('ports that were asked for as far apart as processes are given to one each', async () => {
  const [first] = await slotsOf(groupsToRun({}), { ...config, apiPort: 0, wsPort: 0, tcpPort: 0 }, {})
  const apiPort = Number(ports(first!)[0])
  const slots = await slotsOf(groupsToRun({ hot: '3' }), { ...config, apiPort, wsPort: apiPort + 10, tcpPort: apiPort + 20 }, {})
  const given = slots.flatMap(ports)
  assert.equal(new Set(given).size, 9, given.join())
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
  const slots = [0, 1].map((index) => ({ name: 'api', roles: ['api' as const], index, env: {} }))
  const { keeper, announced } = keepAnnounced(slots, spawn, silentLogger, { dataDir, backOffMinMs: 1 })
  type Told = { readonly name: string; readonly roles: string[]; readonly pid: number; readonly ops: string }
  const told = (): Told[] => JSON.parse(readFileSync(join(dataDir, endpointsFile), 'utf8')).processes
  assert.deepEqual((await announced)?.processes, told())
  const pids = () => told().map(({ pid }) => pid)
  assert.deepEqual(pids(), [1, 2])
  ends[0]!()
  await eventually(() => pids()[0] === 3)
  assert.deepEqual(told()[0], { name: 'api', roles: ['api'], pid: 3, ops: 'http://127.0.0.1:3' })
  keeper.stop()
  await keeper.ended
})
