// The backbone on Kafka, a schema registry, PostgreSQL and Redis.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { createSqlCredentialStore } from '@skein/api'
import { createRegistryDirectory, openKafkaLog } from '@skein/kafka-log'
import type { NodeLink, Presence } from '@skein/node-link'
import { createLocalFrames, createRedisNodeLink, createRedisPresence } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { createHotRedis, createPgDatabase, createRedisHotViews } from '@skein/view-store'
import { watchAppends } from './append-watch.ts'
import type { Backbone } from './backbone.ts'
import { clockPart, ownersOf, probe } from './backbone.ts'
import type { Config, Servers } from './config.ts'
import { nameOfRoles } from './layout.ts'
import { startProjectorRole } from './projector-role.ts'
import { topicNames } from './topics.ts'
import { type ViewStores, viewPortsOf } from './view-ports.ts'

const probeTimeoutMs = 2000
const startRetryMs = 500
const attemptsPerNotice = 20
/** Connections to PostgreSQL per process, by what its roles need, besides the one that stays. */
const databaseConnections = { gateway: 8, api: 6, processor: 6, projector: 4, delivery: 2 } as const

/** With the stores of the views at hand, for tools that write in them. */
export interface RealBackbone extends Backbone, ViewStores {}

/** `name` is what Kafka and PostgreSQL know the process by. */
export async function openRealBackbone(
  config: Config,
  servers: Servers,
  logger: Logger,
  name: string = `skein-${nameOfRoles(config.roles)}`,
): Promise<RealBackbone> {
  const redis = { url: servers.redisUrl }
  const log = await untilThere(logger, 'waiting for Kafka and the schema registry', () => openLog(config, servers, name, logger))
  const database = createPgDatabase({
    connectionString: servers.postgresUrl,
    applicationName: name,
    connectionsMax: config.roles.reduce((sum, role) => sum + databaseConnections[role], 1),
    // By its name rebuild-views knows who runs on the views, also who asks nothing of them for a while.
    staysConnected: true,
    logger,
  })
  const hotRedis = createHotRedis({ url: servers.redisUrl, logger })
  const hot = createRedisHotViews(hotRedis, {
    partitionOf: log.partitionOf,
    partitionCount: config.partitionCount,
    logger,
    keyPrefix: config.cluster,
    itemsPerConversation: config.hotItems,
    readWithinMs: config.hotReadMs,
  })
  const appends = watchAppends(log)
  const links: NodeLink[] = []
  const local = createLocalFrames()
  let presence: Presence | undefined
  const partitions = Array.from({ length: log.partitionCount }, (_, partition) => partition)
  return {
    config,
    logger,
    log,
    logCounters: () => log.counters,
    appendCommand: appends.appendCommand,
    database,
    hot,
    views: viewPortsOf({ database, hot }),
    startProjector: (metrics) => startProjectorRole({ config, logger, log, database, hot }, metrics),
    credentials: createSqlCredentialStore(database),
    owners: ownersOf(config, log),
    link() {
      const link = createRedisNodeLink({ redis, incarnation: randomUUID(), logger, prefix: config.cluster, local })
      links.push(link)
      return link
    },
    presence() {
      presence ??= createRedisPresence({ redis, logger, prefix: config.cluster })
      return presence
    },
    parts: () =>
      Promise.all([
        // Of a partition that nobody leads now its own owner says so.
        probe('log', probeTimeoutMs, () => log.bounds('events', partitions)),
        appends.part(),
        probe('postgres', probeTimeoutMs, () => database.query('SELECT 1', [])),
        probe('redis', probeTimeoutMs, () => askRedis(hotRedis, config)),
        clockPart(log.clock),
      ]),
    async close() {
      await Promise.all(links.map((link) => link.close()))
      await presence?.close()
      await log.close()
      await hot.close()
      hotRedis.disconnect()
      await database.close()
    },
  }
}

/** The log on Kafka, of whom Kafka knows as `name`. */
export function openLog(config: Config, servers: Servers, name: string, logger: Logger): ReturnType<typeof openKafkaLog> {
  return openKafkaLog({
    endpoint: { brokers: servers.brokers, clientId: name },
    clusterName: config.cluster,
    owner: `${hostname()}:${process.pid}`,
    topics: topicNames(config),
    partitionCount: config.partitionCount,
    schemas: createRegistryDirectory({ url: servers.registryUrl }),
    logger,
    selfFence: config.selfFence,
    soleProducer: config.soleProducer,
    limits: { sessionTimeoutMs: config.sessionTimeoutMs, heartbeatIntervalMs: config.heartbeatMs },
  })
}

/** A Redis that is full answers, and takes nothing: roles that live by what is written there ask it to write. */
export async function askRedis(
  redis: ReturnType<typeof createHotRedis>,
  { roles, cluster }: Pick<Config, 'roles' | 'cluster'>,
): Promise<void> {
  const writes = roles.some((role) => role === 'gateway' || role === 'delivery' || role === 'projector')
  await (writes ? redis.set(`${cluster}:ready`, '1', 'PX', probeTimeoutMs) : redis.ping())
}

/** At start servers may still be coming up: waits for them, and says so, for ever; a wrong configuration ends it at once. */
export async function untilThere<T>(logger: Logger, notice: string, open: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await open()
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'MISCONFIGURED' || code === 'CONFIG') throw error
      if (attempt % attemptsPerNotice === 0) logger.warn({ error }, notice)
      await delay(startRetryMs)
    }
  }
}
