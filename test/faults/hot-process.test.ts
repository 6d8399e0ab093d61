// A scenario that breaks nothing passes, and so does one that breaks something else than its name says. So those of a hot process are played
// to processes that are none: these take over, are told and serve again as the product does, only after what really has to happen to them.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { readConfig, roleGroups } from '@skein/server'
import type { Cluster, RoleChild } from '../load/cluster.ts'
import type { Fault } from './faults.ts'
import { scenarioFaults } from './scenarios.ts'

const config = readConfig({})
/** The lease of a node in Redis, and how old a list of those that have one may be. */
const goneAfterMs = 5_000 + 1_000
const servesAfterMs = 150
const hot = roleGroups.hot.find(({ name }) => name === 'hot')!

/** What is otherwise than it should be. */
interface Conduct {
  readonly processes?: number
  readonly exitCode?: number
  /** SIGKILL ends it as it would end by itself. */
  readonly endsItself?: boolean
  readonly nobodyTakesOver?: boolean
  readonly isNotTold?: boolean
}

interface Scene {
  readonly conduct: Conduct
  readonly metrics: string
  readonly tell: (event: string) => void
}

/** Stands for a hot process. */
class Actor {
  readonly child: RoleChild
  serves = false
  stoppedAt: number | null = null
  told = 0
  readonly #scene: Scene
  readonly #pid: number
  readonly #process: { exitCode: number | null; signalCode: NodeJS.Signals | null } = { exitCode: null, signalCode: null }
  readonly #ended = Promise.withResolvers<void>()

  constructor(scene: Scene, pid: number, env: Readonly<Record<string, string>>) {
    this.#scene = scene
    this.#pid = pid
    const address = (name: string) => `//127.0.0.1:${env[name] ?? `${pid}000`}`
    const gateway = [`ws:${address('SKEIN_WS_PORT')}`, `tcp:${address('SKEIN_TCP_PORT')}`]
    const ready = { pid, roles: hot.roles, api: `http:${address('SKEIN_API_PORT')}`, gateway, ops: `${scene.metrics}/${pid}` }
    const kill = (signal: NodeJS.Signals) => this.#heed(signal)
    this.child = { ...hot, pid, ready, kill, process: this.#process, ended: this.#ended.promise } as unknown as RoleChild
    scene.tell(`${pid} started on ${new URL(gateway[0]!).port}`)
    setTimeout(() => {
      this.serves = true
      scene.tell(`${pid} serves`)
    }, servesAfterMs)
  }

  #heed(signal: NodeJS.Signals): void {
    this.#scene.tell(`${signal} to ${this.#pid}`)
    if (signal === 'SIGSTOP') this.stoppedAt = performance.now()
    else if (signal === 'SIGCONT') {
      if (performance.now() - this.stoppedAt! > goneAfterMs && !this.#scene.conduct.isNotTold) this.told++
      this.stoppedAt = null
    } else setTimeout(() => this.#end(signal), servesAfterMs / 2)
  }

  #end(signal: NodeJS.Signals): void {
    const { conduct, tell } = this.#scene
    if (signal === 'SIGKILL' && !conduct.endsItself) this.#process.signalCode = signal
    else this.#process.exitCode = conduct.exitCode ?? 0
    this.serves = false
    tell(`${this.#pid} ended`)
    this.#ended.resolve()
  }
}

/** One server for /metrics of all; null keeps who asks waiting. Answers its address. */
async function openMetrics(t: TestContext, metricsOf: (pid: number) => string | null): Promise<string> {
  const server = createServer(({ url }, response) => {
    const metrics = metricsOf(Number(url!.split('/')[1]))
    if (metrics !== null) response.end(metrics)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.closeAllConnections())
  t.after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Two hot processes, and the tale of what is done to them. */
async function openStage(t: TestContext, conduct: Conduct) {
  const tale: string[] = []
  const actors: Actor[] = []
  const children: RoleChild[] = []
  const metrics = await openMetrics(t, (pid) => metricsOf(actors[pid - 1]!))
  const scene = { conduct, metrics, tell: (event: string) => void tale.push(event) }

  function metricsOf(actor: Actor): string | null {
    if (actor.stoppedAt !== null) return null
    const share = actor.serves ? Math.ceil(config.partitionCount / actors.filter(isHeard).length) : 0
    const numbers = { processor_active: share, delivery_partitions: share, gateway_authenticated: 80 }
    const told = { gateway_resyncs: actor.told, processor_fenced: actor.told }
    return Object.entries({ ...numbers, ...told })
      .map(([name, value]) => `skein_${name}{roles="hot"} ${value}\n`)
      .join('')
  }

  const isHeard = ({ serves, stoppedAt }: Actor) =>
    serves && (stoppedAt === null || conduct.nobodyTakesOver || performance.now() - stoppedAt < config.sessionTimeoutMs)

  async function start(_: unknown, env: Readonly<Record<string, string>> = {}): Promise<RoleChild> {
    const { child } = actors[actors.push(new Actor(scene, actors.length + 1, env)) - 1]!
    children.push(child)
    void child.ended.then(() => children.splice(children.indexOf(child), 1))
    return child
  }

  for (let i = 0; i < (conduct.processes ?? 2); i++) await start(hot)
  await delay(2 * servesAfterMs)
  tale.length = 0
  const named = (name: string) => children.filter((child) => child.name === name)
  return { cluster: { config, children, named, start } as unknown as Cluster, tale }
}

async function play(t: TestContext, fault: Fault, conduct: Conduct = {}) {
  const { cluster, tale } = await openStage(t, { ...(fault.processes?.hot === 1 ? { processes: 1 } : {}), ...conduct })
  const from = performance.now()
  const { injected, outageMark } = await fault.inject(cluster, { appId: 'app' })
  return { injected, outageMark, tale, tookMs: performance.now() - from }
}

const restarted = (signal: NodeJS.Signals, pid: number, next: number) => [
  `${signal} to ${pid}`,
  `${pid} ended`,
  `${next} started on ${pid}000`,
  `${next} serves`,
]

describe('what is said to be done to a hot process is done, or the run fails', { concurrency: true }, () => {
  const [pauseHot] = scenarioFaults.hot['pause-hot']!
  const [rollHot] = scenarioFaults.hot['roll-hot']!
  const [killed, ended] = scenarioFaults.hot['restart-hot']!

  test('one stands still until others have all of it, in the group and in Redis, and is told so', async (t) => {
    const { injected, outageMark, tale } = await play(t, pauseHot!)
    assert.deepEqual([injected, tale], [true, ['SIGSTOP to 1', 'SIGCONT to 1']])
    assert.equal(outageMark?.ms, 13_500)
  })

  test('it is no pause where nobody takes over, or the one that stood still learns nothing, or there is no other', async (t) => {
    const conducts: readonly Conduct[] = [{ nobodyTakesOver: true }, { isNotTold: true }, { processes: 1 }]
    const played = await Promise.all(conducts.map((conduct) => play(t, pauseHot!, conduct)))
    assert.deepEqual(
      played.map(({ injected }) => injected),
      [false, false, false],
    )
  })

  test('two are restarted, the second once the one in place of the first serves', async (t) => {
    const { injected, tale } = await play(t, rollHot!)
    assert.deepEqual([injected, tale], [true, [...restarted('SIGTERM', 1, 3), ...restarted('SIGTERM', 2, 4)]])
  })

  test('it is no rolling restart where one is not ended in its own way, or there is no second', async (t) => {
    const played = await Promise.all([play(t, rollHot!, { exitCode: 1 }), play(t, rollHot!, { processes: 1 })])
    assert.deepEqual(
      played.map(({ injected }) => injected),
      [false, false],
    )
  })

  test('the only one is killed and started again by who keeps it, and ended and started at once', async (t) => {
    const [kill, end] = await Promise.all([play(t, killed!), play(t, ended!)])
    assert.deepEqual([kill.injected, kill.tale], [true, restarted('SIGKILL', 1, 2)])
    assert.deepEqual([end.injected, end.tale], [true, restarted('SIGTERM', 1, 2)])
    assert.ok(kill.tookMs > 500, `whoever keeps it had it in ${kill.tookMs} ms`)
    assert.deepEqual([kill.outageMark?.ms, end.outageMark?.ms], [15_000, 15_000])
  })

  test('it is no restart of the only one where another goes on, or it ended otherwise', async (t) => {
    const played = await Promise.all([
      play(t, killed!, { processes: 2 }),
      play(t, ended!, { processes: 2 }),
      play(t, killed!, { endsItself: true }),
      play(t, ended!, { exitCode: 1 }),
    ])
    assert.deepEqual(
      played.map(({ injected, tale }) => [injected, tale[0]]),
      [
        [false, undefined],
        [false, undefined],
        [false, 'SIGKILL to 1'],
        [false, 'SIGTERM to 1'],
      ],
    )
  })
})
