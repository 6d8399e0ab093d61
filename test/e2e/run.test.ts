// `make run` as people run it, on real servers: one process in which all is that a message passes, and a projector. What these roles tell
// each other stays in the process, and what dies is started again where it was.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, type TestContext, test } from 'node:test'
import { type Cluster, startCluster } from '../load/cluster.ts'
import { addressesOf, program } from './installation.ts'
import { assertDense, between, type Device, openWorld, type Person, sees, type World } from './people.ts'

interface Endpoints {
  readonly api: string
  readonly gateway: readonly string[]
  readonly processes: readonly { readonly name: string; readonly roles: readonly string[]; readonly pid: number; readonly ops: string }[]
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<unknown[]>
  /** As it said itself, once all were ready. */
  readonly said: Endpoints
}

async function run({ servers, tokenSecret, config, dir }: Cluster): Promise<Running> {
  const env = {
    PATH: '/usr/bin:/bin',
    SKEIN_KAFKA_BROKERS: servers.brokers.join(','),
    SKEIN_REGISTRY_URL: servers.registryUrl,
    SKEIN_POSTGRES_URL: servers.postgresUrl,
    SKEIN_REDIS_URL: servers.redisUrl,
    SKEIN_TOKEN_SECRET: tokenSecret,
    SKEIN_DATA_DIR: config.dataDir,
    ...{ SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' },
  }
  const log = openSync(join(dir, 'logs', 'run.log'), 'a')
  const child = spawn(process.execPath, [program, 'run', '--json'], { env, stdio: ['ignore', 'pipe', log] })
  closeSync(log)
  const ended = once(child, 'exit')
  const line = await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), ended.then(() => null)])
  if (line === null) throw new Error(`it did not start:\n${readFileSync(join(dir, 'logs', 'run.log'), 'utf8')}`)
  return { child, ended, said: JSON.parse(String(line[0])) as Endpoints }
}

const isGone = (pid: number): boolean => {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

describe('make run', () => {
  let cluster: Cluster
  let running: Running | undefined

  before(async () => {
    cluster = await startCluster({ quickStart: true, layout: 'hot', processes: { hot: 0, projector: 0 } })
    running = await run(cluster)
  })
  after(async () => {
    running?.child.kill('SIGTERM')
    await running?.ended
    await cluster?.close()
  })

  /** As the file of endpoints has them now. */
  const endpoints = (): Endpoints => JSON.parse(readFileSync(join(cluster.config.dataDir, 'endpoints.json'), 'utf8'))
  const processOf = (name: string) => endpoints().processes.find((one) => one.name === name)!

  async function twoWhoTalk(t: TestContext): Promise<{ world: World; ben: Person; direct: string; speaker: Device; listener: Device }> {
    const { api, gateway } = endpoints()
    const gateways = () => [addressesOf(gateway)]
    const rest = {
      tokenSecret: cluster.tokenSecret,
      operatorKey: '',
      lines: () => new Map(),
      written: async () => new Map(),
      close: async () => {},
    }
    const world = openWorld(t, { apis: [api], gateways, ...rest })
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [speaker, listener] = [await world.device(ann, { node: 0 }), await world.device(ben, { node: 0 })]
    return { world, ben, direct: between(ann, ben), speaker, listener }
  }

  test('one process has all that a message passes, another the views; both are told by name, and where they are', () => {
    const { processes, api, gateway } = running!.said
    assert.deepEqual(
      processes.map(({ name, roles }) => [name, roles]),
      [
        ['hot', ['gateway', 'api', 'processor', 'delivery']],
        ['projector', ['projector']],
      ],
    )
    assert.deepEqual(endpoints(), running!.said)
    assert.ok(api.startsWith('http://') && gateway.length === 2, `${api} ${gateway}`)
  })

  // Replies and pushes went over Redis, which was asked who is online as well: while it was away nobody was answered, nor shown anything.
  test('while Redis is away, people of one process talk on, and are shown all of it live', async (t) => {
    const { world, ben, direct, speaker, listener } = await twoWhoTalk(t)
    const watched = await world.connection(await world.login(ben, 'watch'))
    await speaker.client.send(direct, 'before')
    await listener.hears('before')
    await sees('the bare connection is pushed to', () => watched.pushes.length > 0)
    const before = watched.pushes.length

    const redis = cluster.server('redis')
    await redis.kill()
    const said = Array.from({ length: 20 }, (_v, i) => `meanwhile ${i}`)
    for (const text of said) {
      await speaker.client.send(direct, text)
      await listener.hears(text)
    }
    await sees('all was pushed', () => watched.pushes.length === before + said.length)
    await redis.start()

    await speaker.client.send(direct, 'after')
    await listener.hears('after')
    assert.deepEqual(listener.texts(direct), ['before', ...said, 'after'])
    assertDense(listener, direct)
  })

  test('what dies is started again where it was, and what was sent meanwhile is stored, shown and read', async (t) => {
    const { world, ben, direct, speaker, listener } = await twoWhoTalk(t)
    const { api, gateway } = endpoints()
    const said: string[] = []
    for (const name of ['hot', 'projector']) {
      const { pid } = processOf(name)
      process.kill(pid, 'SIGKILL')
      said.push(`without ${name}`)
      const sent = speaker.client.send(direct, said.at(-1)!)
      await sees(`${name} is there again`, () => processOf(name).pid !== pid)
      await sent
      await listener.hears(said.at(-1)!)
    }
    const now = endpoints()
    assert.deepEqual([now.api, now.gateway], [api, gateway])
    const fresh = await world.device(ben, { deviceId: 'laptop', node: 0 })
    await sees('the views have it', () => fresh.client.lastSeq(direct) === said.length)
    assert.deepEqual(listener.texts(direct), said)
  })

  test('told to end, it ends with all its processes', async () => {
    const { child, ended } = running!
    const pids = endpoints().processes.map(({ pid }) => pid)
    assert.deepEqual(pids.map(isGone), [false, false])
    child.kill('SIGTERM')
    const [code] = await ended
    assert.deepEqual([code, ...pids.map(isGone)], [0, true, true])
  })
})
