// `make run`: the roles as separate processes on the stack of `make up`, two of each. One that dies is started again
// after a back-off; a signal stops all.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@skein/local-stack'
import { createLogger } from '@skein/telemetry'
import type { Config, RoleName } from './config.ts'
import { roleNames, settingsForChildren } from './config.ts'
import { deploy } from './deploy.ts'
import type { RoleChild } from './role-child.ts'
import { startRoleChild } from './role-child.ts'
import { withStack } from './stack-config.ts'
import { endpointsFile } from './start.ts'

const processesPerRole = 2
const restartMinMs = 500
const restartMaxMs = 10_000
/** A process that lived this long starts its back-off anew. */
const steadyMs = 30_000

interface Slot {
  readonly role: RoleName
  readonly index: number
  readonly env: Record<string, string>
  child: RoleChild | null
}

export async function superviseRoles(given: Config, options: { readonly json?: boolean }): Promise<void> {
  const config = given.servers ? given : await withStack(given)
  const logger = createLogger({ level: 'info' })
  const deployed = await deploy(config, config.servers!, logger)
  logger.info({ ...deployed }, 'deployed')
  const logDir = join(config.dataDir, 'logs')
  mkdirSync(logDir, { recursive: true })
  const slots = await Promise.all(
    roleNames.flatMap((role) => Array.from({ length: processesPerRole }, (_, index) => slotOf(role, index, config))),
  )
  let stopping = false

  async function keep(slot: Slot, started: () => void): Promise<void> {
    let backOffMs = restartMinMs
    while (!stopping) {
      const startedAt = performance.now()
      try {
        slot.child = await startRoleChild({
          roles: [slot.role],
          env: slot.env,
          servers: config.servers,
          logFile: join(logDir, `${slot.role}-${slot.index}.log`),
        })
        started()
        await slot.child.ended
      } catch (error) {
        logger.error({ role: slot.role, index: slot.index, error }, 'a process did not start')
      }
      slot.child = null
      if (stopping) return
      if (performance.now() - startedAt > steadyMs) backOffMs = restartMinMs
      logger.warn({ role: slot.role, index: slot.index, backOffMs }, 'a process ended and is started again')
      await delay(backOffMs)
      backOffMs = Math.min(backOffMs * 2, restartMaxMs)
    }
  }

  const running = slots.map((slot) => {
    const first = Promise.withResolvers<void>()
    return { kept: keep(slot, first.resolve), first: first.promise }
  })
  const stop = () => {
    if (stopping) return
    stopping = true
    for (const slot of slots) slot.child?.kill('SIGTERM')
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  await Promise.all(running.map((r) => r.first))
  const endpoints = {
    ready: true,
    pid: process.pid,
    api: slots.find((s) => s.role === 'api')?.child?.ready.api,
    gateway: slots.flatMap((s) => s.child?.ready.gateway ?? []),
    processes: slots.map((s) => ({ role: s.role, pid: s.child?.pid, ops: s.child?.ready.ops })),
  }
  writeFileSync(join(config.dataDir, endpointsFile), JSON.stringify(endpoints))
  console.log(options.json ? JSON.stringify(endpoints) : describe(endpoints, logDir))
  await Promise.all(running.map((r) => r.kept))
}

/** What a process is given: the settings, and over them what is its own. */
export async function slotOf(role: RoleName, index: number, config: Config, settings = settingsForChildren()): Promise<Slot> {
  const env: Record<string, string> = {
    ...settings,
    SKEIN_TOKEN_SECRET: config.tokenSecret,
    SKEIN_CLUSTER: config.cluster,
    SKEIN_DATA_DIR: config.dataDir,
  }
  if (role === 'api') env.SKEIN_API_PORT = String(await freePort(config.apiPort + 10 * index))
  if (role === 'gateway') {
    env.SKEIN_WS_PORT = String(await freePort(config.wsPort + 10 * index))
    env.SKEIN_TCP_PORT = String(await freePort(config.tcpPort + 10 * index))
  }
  return { role, index, env, child: null }
}

function describe(
  endpoints: { api?: string | null; gateway: readonly string[]; processes: readonly { role: string; pid?: number; ops?: string }[] },
  logDir: string,
): string {
  const lines = endpoints.processes.map((p) => `  ${p.role.padEnd(10)} pid ${String(p.pid).padEnd(8)} ${p.ops}`)
  return `\nSkein is running on the stack.\n\n  HTTP API   ${endpoints.api}\n  clients    ${endpoints.gateway.join('   ')}\n  logs       ${logDir}\n\n${lines.join('\n')}\n`
}
