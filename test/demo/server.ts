// Where the demo plays: the server that `make start` has written down, when it answers; else one of its own on free ports
// with its data in a temporary directory, ended and deleted afterwards.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const healthTimeoutMs = 2_000
const startTimeoutMs = 60_000

export interface Server {
  readonly api: string
  readonly own: boolean
  stop(): Promise<void>
}

/** As `make start` has it: the same variable says where both keep their data, and here whose server is looked for. */
const dataDirHere = (env: NodeJS.ProcessEnv) => resolve(root, env.SKEIN_DATA_DIR || '.skein/data')

export async function findServer(dataDir = dataDirHere(process.env)): Promise<Server> {
  return (await running(dataDir)) ?? (await start())
}

async function running(dataDir: string): Promise<Server | null> {
  try {
    const { api } = JSON.parse(readFileSync(join(dataDir, 'endpoints.json'), 'utf8')) as { api: string }
    const { ok } = await fetch(`${api}/healthz`, { signal: AbortSignal.timeout(healthTimeoutMs) })
    return ok ? { api, own: false, stop: async () => {} } : null
  } catch {
    return null
  }
}

async function start(): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'skein-demo-'))
  const ports = { SKEIN_API_PORT: '0', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' }
  const child = spawn(process.execPath, ['packages/server/src/main.ts', 'start', '--json'], {
    cwd: root,
    env: { PATH: '/usr/bin:/bin', SKEIN_DATA_DIR: join(dir, 'data'), ...ports },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(dir, { recursive: true, force: true })
  }
  // Who ends the demo ends its server, too, while it is still starting as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(1)))
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs)
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended.then(() => null)])
  clearTimeout(timer)
  if (line === null) {
    await stop()
    throw new Error('the server did not start')
  }
  return { api: (JSON.parse(String(line[0])) as { api: string }).api, own: true, stop }
}
