// Starts one role process as a child, with its configuration in the environment, and knows when it is ready.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { RoleName, Servers } from './config.ts'
import type { Ready } from './role-process.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const readyTimeoutMs = 60_000

export interface RoleChildOptions {
  readonly roles: readonly RoleName[]
  /** SKEIN_ variables besides those of the servers and roles. */
  readonly env: Readonly<Record<string, string>>
  readonly servers: Servers | null
  /** File for the log lines of the process; appended to. */
  readonly logFile: string
  readonly nodeFlags?: readonly string[]
}

export interface SpawnedRole {
  readonly pid: number
  readonly roles: readonly RoleName[]
  readonly process: ChildProcess
  /** Rejects when the process ends or says nothing within a minute; its log file says why. */
  readonly ready: Promise<Ready>
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>
  kill(signal: NodeJS.Signals): void
}

export function spawnRole(options: RoleChildOptions): SpawnedRole {
  const { servers, roles } = options
  const endpoints: Record<string, string> = servers
    ? {
        SKEIN_KAFKA_BROKERS: servers.brokers.join(','),
        SKEIN_REGISTRY_URL: servers.registryUrl,
        SKEIN_POSTGRES_URL: servers.postgresUrl,
        SKEIN_REDIS_URL: servers.redisUrl,
      }
    : {}
  const log = openSync(options.logFile, 'a')
  const child = spawn(process.execPath, [...(options.nodeFlags ?? []), program, 'role'], {
    env: { PATH: '/usr/bin:/bin', ...endpoints, SKEIN_ROLES: roles.join(','), ...options.env },
    stdio: ['ignore', 'pipe', log],
  })
  closeSync(log)
  const ended = once(child, 'exit').then(() => {})
  const ready = readyLine(child, ended).catch((cause) => {
    // One that says something else is no role, and would run on unknown to anybody.
    child.kill('SIGKILL')
    throw new Error(`${roles.join(',')} did not become ready: see ${options.logFile}`, { cause })
  })
  return { pid: child.pid!, roles, process: child, ready, ended, kill: (signal) => void child.kill(signal) }
}

async function readyLine(child: ChildProcess, ended: Promise<void>): Promise<Ready> {
  const lines = createInterface({ input: child.stdout! })
  const timer = setTimeout(() => child.kill('SIGKILL'), readyTimeoutMs)
  try {
    const line = await Promise.race([once(lines, 'line').then(([text]) => text as string), ended])
    if (line === undefined) throw new Error('no line on standard output')
    return JSON.parse(line) as Ready
  } finally {
    clearTimeout(timer)
  }
}
