// `make run`: the processes of a layout on the stack of `make up`. One that dies is started again after a back-off; a signal stops all, a
// second one at once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@skein/local-stack'
import { createLogger, type Logger } from '@skein/telemetry'
import type { Config } from './config.ts'
import { settingsForChildren } from './config.ts'
import { deploy } from './deploy.ts'
import type { CountedGroup, RoleGroup } from './layout.ts'
import { spawnRole } from './role-child.ts'
import { type KeepOptions, type KeptProcess, keepProcesses, type Slot } from './role-keeper.ts'
import { withStack } from './stack-config.ts'
import { endpointsFile } from './start.ts'
import { writeSynced } from './synced-files.ts'

/** Between the ports of the first process that listens and those of the next. */
const portsApart = 10

export async function supervise(given: Config, groups: readonly CountedGroup[], options: { readonly json?: boolean }): Promise<void> {
  const config = given.servers ? given : await withStack(given)
  const logger = createLogger({ level: 'info' })
  const deployed = await deploy(config, config.servers!, logger)
  logger.info({ ...deployed }, 'deployed')
  const logDir = join(config.dataDir, 'logs')
  mkdirSync(logDir, { recursive: true })
  const slots = await slotsOf(groups, config)
  const spawn = ({ name, roles, index, env }: Slot) =>
    spawnRole({ roles, env, servers: config.servers, logFile: join(logDir, `${name}-${index}.log`) })
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
  spawn: Parameters<typeof keepProcesses>[1],
  logger: Logger,
  config: Pick<Config, 'dataDir'> & Pick<KeepOptions, 'backOffMinMs'>,
) {
  let isAnnounced = false
  // One that was started again has another port for operators.
  const onReady = () => {
    if (!isAnnounced) return
    try {
      writeEndpoints(keeper.processes, config)
    } catch (error) {
      logger.warn({ error }, `${endpointsFile} cannot be written, and tells of a process that has ended`)
    }
  }
  const keeper = keepProcesses(slots, spawn, logger, { onReady, backOffMinMs: config.backOffMinMs })
  const announced = keeper.started.then((started) => {
    isAnnounced = started
    return started ? writeEndpoints(keeper.processes, config) : null
  })
  return { keeper, announced }
}

function writeEndpoints(kept: readonly KeptProcess[], config: Pick<Config, 'dataDir'>) {
  const endpoints = {
    ready: true,
    pid: process.pid,
    api: kept.find(({ roles }) => roles.includes('api'))?.ready?.api,
    gateway: kept.flatMap(({ ready }) => ready?.gateway ?? []),
    processes: kept.map(({ name, roles, child, ready }) => ({ name, roles, pid: child?.pid, ops: ready?.ops })),
  }
  writeSynced(join(config.dataDir, endpointsFile), JSON.stringify(endpoints))
  return endpoints
}

/** Where one process alone has gateway, API and processor it alone appends commands, which is stated unless the settings say otherwise. */
export function settingsOf(groups: readonly CountedGroup[], settings = settingsForChildren()): Record<string, string> {
  const appending = groups.filter(({ roles }) => roles.includes('gateway') || roles.includes('api') || roles.includes('processor'))
  const alone = appending.reduce((sum, { count }) => sum + count, 0) === 1
  return { ...(alone ? { SKEIN_SOLE_PRODUCER: 'on' } : {}), ...settings }
}

/**
 * What each process is given: the settings, and over them what is its own. Ports are chosen here, so that one that is started again has them,
 * and one after the other: what was given to one is not listened on yet.
 */
export async function slotsOf(groups: readonly CountedGroup[], config: Config, settings = settingsOf(groups)): Promise<readonly Slot[]> {
  const given = new Set<number>()
  const portOf = async (first: number, index: number) => {
    let port = await freePort(first === 0 ? undefined : first + portsApart * index)
    while (given.has(port)) port = await freePort()
    given.add(port)
    return String(port)
  }
  const slotOf = async ({ name, roles }: RoleGroup, index: number): Promise<Slot> => {
    const env: Record<string, string> = {
      ...settings,
      SKEIN_TOKEN_SECRET: config.tokenSecret,
      SKEIN_CLUSTER: config.cluster,
      SKEIN_DATA_DIR: config.dataDir,
    }
    if (roles.includes('api')) env.SKEIN_API_PORT = await portOf(config.apiPort, index)
    if (roles.includes('gateway')) {
      env.SKEIN_WS_PORT = await portOf(config.wsPort, index)
      env.SKEIN_TCP_PORT = await portOf(config.tcpPort, index)
    }
    return { name, roles, index, env }
  }
  const slots: Slot[] = []
  for (const group of groups) for (let index = 0; index < group.count; index++) slots.push(await slotOf(group, index))
  return slots
}

function describe(
  endpoints: { api?: string | null; gateway: readonly string[]; processes: readonly { name: string; pid?: number; ops?: string }[] },
  logDir: string,
): string {
  const lines = endpoints.processes.map((p) => `  ${p.name.padEnd(10)} pid ${String(p.pid).padEnd(8)} ${p.ops}`)
  return `\nSkein is running on the stack.\n\n  HTTP API   ${endpoints.api}\n  clients    ${endpoints.gateway.join('   ')}\n  logs       ${logDir}\n\n${lines.join('\n')}\n`
}
