// The stack that stays when the command that started it has ended: `make up`, `make status`, `make down`. It is one stack per work tree,
// in Docker when a daemon answers at the first `up`, else as processes of this machine. `up` starts only what is down.

import { mkdir, rm } from 'node:fs/promises'
import { composeDown, composeLogs, composeStatus, composeUp, dockerAnswers } from './compose.ts'
import { installServers } from './install.ts'
import { installLock } from './install-lock.ts'
import { type LocalStackLog, silent } from './log.ts'
import { stackDir } from './paths.ts'
import { describeProcess } from './process-table.ts'
import { runProgram } from './run-program.ts'
import type { ServerHandle } from './server-process.ts'
import type { ServerStatus } from './server-status.ts'
import { openStack, type Stack, startStack, stopAll } from './stack.ts'
import { closeStackDirectory, nativeEndpoints, readStackFile, type StackEndpoints, writeStackFile } from './stack-file.ts'

export interface LastingStackOptions {
  readonly dir?: string | undefined
  /** Only for the first `up`; later ones keep to what is there. */
  readonly kind?: StackEndpoints['kind'] | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export async function stackUp(options: LastingStackOptions = {}): Promise<StackEndpoints> {
  const dir = options.dir ?? stackDir
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await using _lock = await installLock(`${dir}.lock`)
  const opened = closeStackDirectory(dir)
  if (opened.length > 0) options.log?.info({ files: opened }, 'others could read these: now their owner alone')
  const known = await readStackFile(dir)
  const kind = known?.kind ?? options.kind ?? ((await dockerAnswers()) ? 'docker' : 'native')
  const endpoints = kind === 'docker' ? await composeUp(dir, known) : await nativeUp(dir, options)
  await writeStackFile(dir, endpoints)
  return endpoints
}

/** Empty when there is no stack. `silent` is a process that is there but does not answer. */
export async function stackStatus(options: LastingStackOptions = {}): Promise<ServerStatus[]> {
  const dir = options.dir ?? stackDir
  const known = await readStackFile(dir)
  if (known === undefined) return []
  if (known.kind === 'docker') return composeStatus(dir, known)
  const stack = await attachStack(options)
  return Promise.all(stack.servers.map(nativeStatus))
}

/** Ends the servers; with `volumes` their data, ports and secrets go too. */
export async function stackDown(options: LastingStackOptions & { volumes?: boolean | undefined } = {}): Promise<void> {
  const dir = options.dir ?? stackDir
  const known = await readStackFile(dir)
  if (known === undefined) return
  await using _lock = await installLock(`${dir}.lock`)
  if (known.kind === 'docker') {
    await composeDown(dir, options.volumes ?? false)
  } else {
    const stack = await attachStack(options)
    await stopAll(stack.servers)
    if (options.volumes) await stack.remove()
  }
  if (options.volumes) await rm(dir, { recursive: true, force: true })
}

/** The last lines that each server wrote. */
export async function stackLogs(options: LastingStackOptions & { only?: string | undefined; lines: number }): Promise<string> {
  const dir = options.dir ?? stackDir
  const known = await readStackFile(dir)
  if (known === undefined) return ''
  if (known.kind === 'docker') return composeLogs(dir, options.only, options.lines)
  const stack = await attachStack(options)
  const files = stack.servers.filter((server) => options.only === undefined || server.name === options.only).map((server) => server.logFile)
  return files.length === 0 ? '' : runProgram('tail', ['-n', String(options.lines), ...files])
}

/** Handles of a native stack that `up` started, to stop, kill or freeze its servers from another process. */
export async function attachStack(options: LastingStackOptions = {}): Promise<Stack> {
  const dir = options.dir ?? stackDir
  const known = await readStackFile(dir)
  if (known === undefined) throw new Error(`no stack in ${dir}: start one with \`make up\``)
  if (known.kind !== 'native') throw new Error(`the stack in ${dir} runs in Docker: its servers are not processes of this user`)
  return openStack(nativeOptions(dir, options))
}

async function nativeUp(dir: string, options: LastingStackOptions): Promise<StackEndpoints> {
  await installServers({ home: options.home, log: options.log ?? silent, tools: true })
  return nativeEndpoints(await startStack(nativeOptions(dir, options)))
}

function nativeOptions(dir: string, options: LastingStackOptions) {
  return {
    dir,
    home: options.home,
    log: options.log,
    supervised: false,
    kafka: { preferredPort: 9092 },
    // Not 8081, its usual one: the ports from 8080 on are those of Skein itself.
    registry: { preferredPort: 8085 },
    postgres: { preferredPort: 5432 },
    redis: { preferredPort: 6379, appendOnly: true },
  } as const
}

async function nativeStatus(server: ServerHandle): Promise<ServerStatus> {
  const { name, port, pid } = server
  if (pid === undefined || !(await server.alive())) return { name, port, state: 'down' }
  const rssBytes = (await describeProcess(pid))?.rssBytes
  const state = await server.answers()
  return { name, port, pid, rssBytes, state: state ? 'up' : 'silent' }
}
