// What the end-to-end suite runs on: a whole deployment in processes of its own, reached through its public faces alone.
// Two ways to start one: everything embedded in one process, or roles on real servers, two processes of each or of each group of them.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Layout, Ready } from '@skein/server'
import { startCluster } from '../load/cluster.ts'
import { ownPorts } from '../load/own-ports.ts'
import { readTopics } from './topics.ts'

export interface GatewayAddresses {
  readonly ws: string
  readonly tcp: string
}

export interface Installation {
  /** Addresses of the HTTP API, one per process. */
  readonly apis: readonly string[]
  /** Live connection nodes; two of them on the real stack, one embedded. */
  gateways(): readonly GatewayAddresses[]
  readonly tokenSecret: string
  readonly operatorKey: string
  /** What the processes have said, by file. */
  lines(): ReadonlyMap<string, Buffer>
  /** All that was ever written where no secret may be: the log by topic or file, and those lines. */
  written(): Promise<ReadonlyMap<string, Buffer>>
  close(): Promise<void>
}

export const program = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))
const startTimeoutMs = 180_000

/** Served by name, so that their policies can be changed; one test has the strict one to itself. */
export const namedApp = 'named'
export const strictApp = 'strict'
/** A group with more members is large: few are enough to show what is other there. */
export const largeAboveMembers = 20
/** All others are served as well. */
const servedApps = `${namedApp},${strictApp},*`

export const addressesOf = (addresses: readonly string[]): GatewayAddresses => {
  const of = (scheme: string) => addresses.find((address) => address.startsWith(`${scheme}:`)) ?? ''
  return { ws: of('ws'), tcp: of('tcp') }
}

export interface Embedded extends Installation {
  readonly dataDir: string
  readonly process: ChildProcess
  /** Ends the process as the signal does, and starts it on the same data and ports; `meanwhile` is done to the data. */
  restart(signal: NodeJS.Signals, meanwhile?: () => void): Promise<void>
}

/** `main.ts start` as people run it, on free ports and a data directory that is deleted at the end. */
export async function startEmbedded(settings: Readonly<Record<string, string>> = {}): Promise<Embedded> {
  const dir = mkdtempSync(join(tmpdir(), 'skein-embedded-'))
  const dataDir = join(dir, 'data')
  const logFile = join(dir, 'process.log')
  const env = {
    SKEIN_DATA_DIR: dataDir,
    ...(await ownPorts()),
    SKEIN_REGISTRATIONS_BURST: '100000',
    SKEIN_APPS: servedApps,
    SKEIN_LARGE_ABOVE_MEMBERS: String(largeAboveMembers),
    ...settings,
  }
  let serving = await serve(env, logFile)

  async function end(signal: NodeJS.Signals): Promise<void> {
    const { child } = serving
    const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
    child.kill(signal)
    await gone
  }

  return {
    dataDir,
    get process() {
      return serving.child
    },
    apis: [serving.ready.api!],
    gateways: () => [addressesOf(serving.ready.gateway)],
    tokenSecret: readFileSync(join(dataDir, 'token-secret'), 'utf8').trim(),
    get operatorKey() {
      return readFileSync(join(dataDir, 'operator-key'), 'utf8').trim()
    },
    lines: () => new Map([[logFile, readFileSync(logFile)]]),
    async written() {
      const log = readdirSync(dataDir).filter((name) => name.startsWith('log.sqlite'))
      return new Map([...log.map((name) => join(dataDir, name)), logFile].map((file) => [file, readFileSync(file)]))
    },
    async restart(signal, meanwhile) {
      await end(signal)
      meanwhile?.()
      serving = await serve(env, logFile)
    },
    async close() {
      await end('SIGKILL')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function serve(env: Record<string, string>, logFile: string): Promise<{ child: ChildProcess; ready: Ready }> {
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, [program, 'start', '--json'], {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', log],
  })
  closeSync(log)
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs)
  const ended = once(child, 'exit')
  const line = await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), ended.then(() => null)])
  clearTimeout(timer)
  if (line === null) throw new Error(`it did not start:\n${existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''}`)
  return { child, ready: JSON.parse(String(line[0])) as Ready }
}

export interface Real extends Installation {
  readonly cluster: Awaited<ReturnType<typeof startCluster>>
}

/** Two processes of each group of the layout, on Kafka, schema registry, PostgreSQL and Redis of its own. */
export async function startReal(layout: Layout): Promise<Real> {
  const env = { SKEIN_APPS: servedApps, SKEIN_LARGE_ABOVE_MEMBERS: String(largeAboveMembers) }
  const cluster = await startCluster({ layout, quickStart: true, env })
  const logs = join(cluster.dir, 'logs')
  const lines = () => new Map(readdirSync(logs).map((name) => [name, readFileSync(join(logs, name))] as const))
  return {
    cluster,
    apis: cluster.of('api').map((child) => child.ready.api!),
    gateways: () => cluster.of('gateway').map((child) => addressesOf(child.ready.gateway)),
    tokenSecret: cluster.tokenSecret,
    get operatorKey() {
      return readFileSync(join(cluster.config.dataDir, 'operator-key'), 'utf8').trim()
    },
    lines,
    async written() {
      return new Map([...(await readTopics(cluster.servers.brokers)), ...lines()])
    },
    close: () => cluster.close(),
  }
}
