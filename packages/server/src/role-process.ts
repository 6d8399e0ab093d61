// One process of the product: opens the backbone its configuration asks for, starts its roles in order, says on standard
// output in one line where they are reached, and stops them in reverse order on SIGTERM or SIGINT.
import { flushCompileCache } from 'node:module'
import type { Logger, Metrics } from '@skein/telemetry'
import { createLogger, createMetrics } from '@skein/telemetry'
import { startApiRole } from './api-role.ts'
import { registerApps } from './app-registration.ts'
import { type Backbone, measureBackbone, type Role } from './backbone.ts'
import type { Config, RoleName } from './config.ts'
import { describeConfig } from './config.ts'
import { closeDataDirectory } from './data-directory.ts'
import { startDeliveryRole } from './delivery-role.ts'
import { openEmbeddedBackbone } from './embedded-backbone.ts'
import { startGatewayRole } from './gateway-role.ts'
import { boundHeapGrowth } from './heap.ts'
import { serveOps } from './ops-server.ts'
import { startProcessorRole } from './processor-role.ts'
import { openRealBackbone, untilThere } from './real-backbone.ts'
import { checkTlsFiles } from './tls-files.ts'
import { checkTokenSecret } from './token-secret.ts'
import { checkTopics } from './topics.ts'

type StartRole = (backbone: Backbone, metrics: Metrics) => Promise<Role>

/** What writes starts before what reads, and the fronts last. */
const startOrder: readonly (readonly [RoleName, StartRole])[] = [
  ['projector', (backbone, metrics) => backbone.startProjector(metrics)],
  ['processor', startProcessorRole],
  ['delivery', startDeliveryRole],
  ['gateway', startGatewayRole],
  ['api', startApiRole],
]

/** Roles that are still stopping after so long are given up. */
const stopTimeoutMs = 25_000

export interface Ready {
  readonly ready: true
  readonly pid: number
  readonly roles: readonly RoleName[]
  /** http://host:port of the API role. */
  readonly api: string | null
  /** ws:// and tcp:// addresses of the gateway role. */
  readonly gateway: readonly string[]
  /** http://host:port of /healthz, /readyz and /metrics of this process. */
  readonly ops: string
}

export interface RoleProcess {
  readonly ready: Ready
  readonly logger: Logger
  stop(): Promise<void>
}

export async function startRoles(config: Config): Promise<RoleProcess> {
  boundHeapGrowth(config.roles)
  const logger = createLogger({ level: config.logLevel, fields: { pid: process.pid } })
  const metrics = createMetrics({ roles: config.roles.join(',') })
  logger.info({ config: describeConfig(config) }, 'starting')
  closeDataDirectory(config.dataDir, logger)
  if (config.tls && config.roles.includes('gateway')) checkTlsFiles(config.tls)
  const { servers } = config
  if (servers) await untilThere(logger, 'waiting for Kafka', () => checkTopics(config, servers, logger))
  const real = servers ? await openRealBackbone(config, servers, logger) : null
  const backbone = real ?? (await openEmbeddedBackbone(config, logger))
  measureBackbone(backbone, metrics)
  const roles: Role[] = []
  const stop = async () => {
    for (const role of roles.splice(0).reverse()) {
      const from = performance.now()
      await role.stop().catch((error) => logger.error({ role: role.name, error }, 'a role did not stop cleanly'))
      logger.info({ role: role.name, tookMs: Math.round(performance.now() - from) }, 'a role has stopped')
    }
    await backbone.close()
  }
  try {
    // An embedded installation is this one process.
    if (real && (config.roles.includes('gateway') || config.roles.includes('api')))
      await untilThere(logger, 'waiting for PostgreSQL', () => checkTokenSecret(real.database, config.tokenSecret))
    for (const [name, start] of startOrder) if (config.roles.includes(name)) roles.push(await start(backbone, metrics))
    // Nobody deploys an embedded installation but its start.
    if (!config.servers) await registerApps(config.appsNamed, backbone.log)
    const ops = await serveOps(config, {
      metrics: () => metrics.text(),
      parts: async () => [...(await backbone.parts()), ...roles.flatMap((role) => role.part?.() ?? [])],
    })
    const addressesOf = (name: RoleName) => roles.find((r) => r.name === name)?.addresses ?? []
    const ready: Ready = {
      ready: true,
      pid: process.pid,
      roles: config.roles,
      api: addressesOf('api')[0] ?? null,
      gateway: addressesOf('gateway'),
      ops: ops.address,
    }
    return {
      ready,
      logger,
      async stop() {
        ops.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Runs until told to stop by a signal; the exit code says whether it ended cleanly. */
export async function runUntilSignal(start: () => Promise<RoleProcess>, announce: (ready: Ready) => void): Promise<void> {
  const running = await start()
  announce(running.ready)
  // Not left to the exit, which a crash does not reach.
  flushCompileCache()
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    running.logger.info({ signal }, 'stopping')
    setTimeout(() => {
      running.logger.error({ stopTimeoutMs }, 'roles did not stop in time')
      process.exit(1)
    }, stopTimeoutMs).unref()
    running.stop().then(
      () => process.exit(0),
      (error) => {
        running.logger.error({ error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
