// The stack in Docker Compose. Ports and passwords are generated once into `compose.env`, readable by its owner only, which
// `infra/compose.yaml` takes them from.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { freePort } from './free-port.ts'
import { infraDir } from './paths.ts'
import { runProgram } from './run-program.ts'
import { writePrivateFile } from './server-state.ts'
import type { ServerStatus } from './server-status.ts'
import type { StackEndpoints } from './stack-file.ts'

const upTimeoutMs = 600_000
const dockerTimeoutMs = 10_000

export async function dockerAnswers(): Promise<boolean> {
  try {
    await runProgram('docker', ['info'], { timeoutMs: dockerTimeoutMs })
    await runProgram('docker', ['compose', 'version'], { timeoutMs: dockerTimeoutMs })
    return true
  } catch {
    return false
  }
}

export async function composeUp(dir: string, known: StackEndpoints | undefined): Promise<StackEndpoints> {
  const settings = existsSync(envFile(dir)) ? await readSettings(dir) : await makeSettings(dir, known)
  await compose(dir, ['up', '--detach', '--wait'])
  const port = (name: string) => Number(settings[`SKEIN_${name}_PORT`])
  return {
    kind: 'docker',
    kafka: { bootstrap: `127.0.0.1:${port('KAFKA')}`, port: port('KAFKA') },
    registry: { url: `http://127.0.0.1:${port('REGISTRY')}/apis/ccompat/v7`, port: port('REGISTRY') },
    postgres: {
      connectionString: `postgres://skein:${settings.SKEIN_POSTGRES_PASSWORD}@127.0.0.1:${port('POSTGRES')}/skein`,
      port: port('POSTGRES'),
    },
    redis: { url: `redis://:${settings.SKEIN_REDIS_PASSWORD}@127.0.0.1:${port('REDIS')}`, port: port('REDIS') },
  }
}

export async function composeStatus(dir: string, endpoints: StackEndpoints): Promise<ServerStatus[]> {
  const lines = (await compose(dir, ['ps', '--all', '--format', '{{.Service}} {{.State}} {{.Health}}'])).split('\n')
  return (['kafka', 'registry', 'postgres', 'redis'] as const).map((name) => {
    const [, state, health] = lines.find((line) => line.startsWith(`${name} `))?.split(' ') ?? []
    const up = state === 'running' && health === 'healthy'
    return { name, port: endpoints[name].port, state: up ? 'up' : state === 'running' ? 'silent' : 'down' }
  })
}

export async function composeDown(dir: string, volumes: boolean): Promise<void> {
  await compose(dir, ['down', ...(volumes ? ['--volumes'] : [])])
}

export function composeLogs(dir: string, only: string | undefined, lines: number): Promise<string> {
  return compose(dir, ['logs', '--no-color', '--tail', String(lines), ...(only === undefined ? [] : [only])])
}

function compose(dir: string, args: string[]): Promise<string> {
  return runProgram('docker', ['compose', '--file', `${infraDir}/compose.yaml`, '--env-file', envFile(dir), ...args], {
    timeoutMs: upTimeoutMs,
  })
}

function envFile(dir: string): string {
  return `${dir}/compose.env`
}

async function makeSettings(dir: string, known: StackEndpoints | undefined): Promise<Record<string, string>> {
  const secret = () => randomBytes(18).toString('base64url')
  const settings = {
    SKEIN_COMPOSE_PROJECT: `skein-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}`,
    SKEIN_KAFKA_PORT: String(known?.kafka.port ?? (await freePort(9092))),
    SKEIN_REGISTRY_PORT: String(known?.registry.port ?? (await freePort(8085))),
    SKEIN_POSTGRES_PORT: String(known?.postgres.port ?? (await freePort(5432))),
    SKEIN_REDIS_PORT: String(known?.redis.port ?? (await freePort(6379))),
    SKEIN_POSTGRES_PASSWORD: secret(),
    SKEIN_REDIS_PASSWORD: secret(),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  await writePrivateFile(envFile(dir), lines.join(''))
  return settings
}

async function readSettings(dir: string): Promise<Record<string, string>> {
  const lines = (await readFile(envFile(dir), 'utf8')).split('\n').filter((line) => line.includes('='))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}
