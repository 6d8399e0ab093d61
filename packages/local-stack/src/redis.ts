// One Redis of our own with a generated password, on 127.0.0.1. By default it keeps nothing on disk: what Redis holds can be rebuilt.

import { rm } from 'node:fs/promises'
import { Redis } from 'ioredis'
import { installServers } from './install.ts'
import { type LocalStackLog, silent } from './log.ts'
import { serversHome } from './paths.ts'
import { type ServerHandle, ServerProcess } from './server-process.ts'
import { claimServerState, writePrivateFile } from './server-state.ts'
import { findProgram } from './system-packages.ts'

const readyTimeoutMs = 20_000
const stopTimeoutMs = 10_000
const commandTimeoutMs = 2_000

export interface RedisOptions {
  readonly dir: string
  readonly port?: number | undefined
  readonly preferredPort?: number | undefined
  /** Keeps its keys across restarts (append-only file, a second at most lost). */
  readonly appendOnly?: boolean | undefined
  readonly supervised?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export interface RedisHandle extends ServerHandle {
  /** `redis://:password@127.0.0.1:port` */
  readonly url: string
  readonly password: string
}

export async function startRedis(options: RedisOptions): Promise<RedisHandle> {
  const handle = await prepareRedis(options)
  await handle.start()
  return handle
}

export async function prepareRedis(options: RedisOptions): Promise<RedisHandle> {
  await installServers({ home: options.home ?? serversHome, only: ['redis'], log: options.log ?? silent })
  const state = await claimServerState(options.dir, { port: options.port, preferredPort: options.preferredPort, password: true })
  const config = `${options.dir}/redis.conf`
  await writePrivateFile(config, configText(options.dir, state.port, state.password!, options.appendOnly ?? false))
  if (!options.appendOnly) await rm(`${options.dir}/dump.rdb`, { force: true })
  const control = new ServerProcess({
    name: 'redis',
    dir: options.dir,
    state,
    command: (await findProgram('redis-server')) ?? 'redis-server',
    args: [config],
    marker: config,
    stopSignal: 'SIGTERM',
    stopTimeoutMs,
    readyTimeoutMs,
    probe: () => ping(state.port, state.password!),
    supervised: options.supervised ?? true,
  })
  return Object.assign(control, { url: `redis://:${state.password}@127.0.0.1:${state.port}`, password: state.password! })
}

// The process title stays the command line: it is how a later `down` knows that the process is still this server.
function configText(dir: string, port: number, password: string, appendOnly: boolean): string {
  return `bind 127.0.0.1
port ${port}
requirepass ${password}
dir ${dir}
daemonize no
set-proc-title no
save ""
appendonly ${appendOnly ? 'yes' : 'no'}
appendfsync everysec
`
}

async function ping(port: number, password: string): Promise<void> {
  const client = new Redis({
    host: '127.0.0.1',
    port,
    password,
    lazyConnect: true,
    connectTimeout: commandTimeoutMs,
    commandTimeout: commandTimeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
  } finally {
    client.disconnect()
  }
}
