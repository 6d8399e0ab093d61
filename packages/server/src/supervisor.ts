// `make run`: the roles as separate processes on the stack of `make up`, two of each. One that dies is started again
// after a back-off; a signal stops all, a second one at once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@skein/local-stack'
import { createLogger, type Logger } from '@skein/telemetry'
import type { Config, RoleName } from './config.ts'
import { roleNames, settingsForChildren } from './config.ts'
import { deploy } from './deploy.ts'
import { spawnRole } from './role-child.ts'
import { type KeepOptions, type KeptRole, keepRoles, type Slot } from './role-keeper.ts'
import { withStack } from './stack-config.ts'
import { endpointsFile } from './start.ts'
import { writeSynced } from './synced-files.ts'

const processesPerRole = 2

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
  const spawn = ({ role, index, env }: Slot) =>
    spawnRole({ roles: [role], env, servers: config.servers, logFile: join(logDir, `${role}-${index}.log`) })
  const { keeper, announced } = keepAnnounced(slots, spawn, logger, config)
  process.on('SIGTERM', keeper.stop)
  process.on('SIGINT', keeper.stop)
  const endpoints = await announced
  if (endpoints) console.log(options.json ? JSON.stringify(endpoints) : describe(endpoints, logDir))
  await keeper.ended
}

/** Says in the file of endpoints where they are once all are ready, which resolves, to null when told to stop before. */
export function keepAnnounced(
  slots: readonly Slot[],
  spawn: Parameters<typeof keepRoles>[1],
  logger: Logger,
  config: Pick<Config, 'dataDir'> & Pick<KeepOptions, 'backOffMinMs'>,
) {
  let isAnnounced = false
  // One that was started again has another port for operators.
  const onReady = () => {
    if (!isAnnounced) return
    try {
      writeEndpoints(keeper.roles, config)
    } catch (error) {
      logger.warn({ error }, `${endpointsFile} cannot be written, and tells of a process that has ended`)
    }
  }
  const keeper = keepRoles(slots, spawn, logger, { onReady, backOffMinMs: config.backOffMinMs })
  const announced = keeper.started.then((started) => {
    isAnnounced = started
    return started ? writeEndpoints(keeper.roles, config) : null
  })
  return { keeper, announced }
}

function writeEndpoints(roles: readonly KeptRole[], config: Pick<Config, 'dataDir'>) {
  const endpoints = {
    ready: true,
    pid: process.pid,
    api: roles.find((r) => r.role === 'api')?.ready?.api,
    gateway: roles.flatMap((r) => r.ready?.gateway ?? []),
    processes: roles.map((r) => ({ role: r.role, pid: r.child?.pid, ops: r.ready?.ops })),
  }
  writeSynced(join(config.dataDir, endpointsFile), JSON.stringify(endpoints))
  return endpoints
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
  return { role, index, env }
}

function describe(
  endpoints: { api?: string | null; gateway: readonly string[]; processes: readonly { role: string; pid?: number; ops?: string }[] },
  logDir: string,
): string {
  const lines = endpoints.processes.map((p) => `  ${p.role.padEnd(10)} pid ${String(p.pid).padEnd(8)} ${p.ops}`)
  return `\nSkein is running on the stack.\n\n  HTTP API   ${endpoints.api}\n  clients    ${endpoints.gateway.join('   ')}\n  logs       ${logDir}\n\n${lines.join('\n')}\n`
}
