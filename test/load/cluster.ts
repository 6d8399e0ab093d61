// A whole installation for tests, benches and faults: real servers of its own on free ports, the deploy step, and role
// processes of the product, each a child that can be killed, frozen and started again.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerHandle, Stack, StackOptions } from '@skein/local-stack'
import { startStack } from '@skein/local-stack'
import type { Config, Layout, Ready, RoleGroup, RoleName, Servers, SpawnedRole } from '@skein/server'
import { deploy, readConfig, roleGroups, spawnRole } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { ownPorts } from './own-ports.ts'

export interface ClusterOptions {
  /** Each role in processes of its own by default. */
  readonly layout?: Layout
  /** How many processes of a group of the layout, by its name; two of each by default. */
  readonly processes?: Readonly<Record<string, number>>
  /** SKEIN_ variables for every process. */
  readonly env?: Readonly<Record<string, string>>
  readonly partitions?: number
  /** Java servers that start faster and run slower: for tests and faults, never for a bench. */
  readonly quickStart?: boolean
  readonly kafka?: StackOptions['kafka']
  readonly kafkaNodes?: StackOptions['kafkaNodes']
  readonly nodeFlags?: readonly string[]
  /** Called with what is being done, for people who wait. */
  readonly progress?: (line: string) => void
}

/** A role process that is ready, of the group whose name and roles it has. */
export interface RoleChild extends Omit<SpawnedRole, 'ready'>, RoleGroup {
  readonly ready: Ready
}

export interface Cluster {
  readonly dir: string
  readonly stack: Stack
  readonly servers: Servers
  readonly tokenSecret: string
  /** Configuration as a role process has it. */
  readonly config: Config
  /** Live role processes, in order of start. */
  readonly children: RoleChild[]
  /** Those that have the role, whichever others they have. */
  of(role: RoleName): RoleChild[]
  /** Those of a group of roles. */
  named(name: string): RoleChild[]
  start(group: RoleName | RoleGroup, env?: Readonly<Record<string, string>>): Promise<RoleChild>
  server(name: 'kafka' | 'registry' | 'postgres' | 'redis'): ServerHandle
  /** Ends processes and servers and deletes their data. */
  close(): Promise<void>
}

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const progress = options.progress ?? (() => {})
  const dir = mkdtempSync(join(tmpdir(), 'skein-cluster-'))
  mkdirSync(join(dir, 'logs'))
  progress('starting Kafka, schema registry, PostgreSQL and Redis')
  const { quickStart, kafka, kafkaNodes } = options
  const stack = await startStack({ dir: join(dir, 'servers'), quickStart, kafka, kafkaNodes })
  const cluster = clusterOn(stack, dir, options)
  try {
    progress('creating topics, registering schemas, migrating tables')
    await deploy(cluster.config, cluster.servers, silentLogger)
    progress('starting the roles')
    const groups = roleGroups[options.layout ?? 'roles']
    const wanted = groups.flatMap((group) => Array.from({ length: options.processes?.[group.name] ?? 2 }, () => group))
    // All of them, also when one fails: what is still starting could not be ended.
    const starts = await Promise.allSettled(wanted.map((group) => cluster.start(group)))
    const failed = starts.find((start) => start.status === 'rejected')
    if (failed) throw failed.reason
    return cluster
  } catch (error) {
    await cluster.close()
    throw error
  }
}

function clusterOn(stack: Stack, dir: string, options: ClusterOptions): Cluster {
  const servers: Servers = {
    brokers: stack.kafka.brokers,
    registryUrl: stack.registry.url,
    postgresUrl: stack.postgres.connectionString,
    redisUrl: stack.redis.url,
  }
  const tokenSecret = randomBytes(32).toString('base64url')
  const env = environment(dir, tokenSecret, options)
  const children: RoleChild[] = []
  let started = 0
  return {
    dir,
    stack,
    servers,
    tokenSecret,
    config: readConfig({ ...env, ...addresses(servers) }),
    children,
    of: (role) => children.filter((child) => child.roles.includes(role)),
    named: (name) => children.filter((child) => child.name === name),
    async start(group, extra = {}) {
      const { name, roles } = typeof group === 'string' ? { name: group, roles: [group] } : group
      const spawned = spawnRole({
        roles,
        env: { ...env, ...(await ownPorts()), ...extra },
        servers,
        logFile: join(dir, 'logs', `${name}-${started++}.log`),
        nodeFlags: options.nodeFlags ?? [],
      })
      const child = { ...spawned, name, ready: await spawned.ready }
      children.push(child)
      void child.ended.then(() => children.splice(children.indexOf(child), 1))
      return child
    },
    server: (name) => stack[name],
    async close() {
      const ending = [...children]
      for (const child of ending) child.kill('SIGKILL')
      await Promise.all(ending.map((child) => child.ended))
      // Asked to stop, each of several would wait for the others.
      if (stack.kafkaNodes.length > 1) await Promise.all(stack.kafkaNodes.map((node) => node.kill()))
      await stack.remove()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const environment = (dir: string, tokenSecret: string, options: ClusterOptions): Record<string, string> => ({
  SKEIN_TOKEN_SECRET: tokenSecret,
  SKEIN_DATA_DIR: join(dir, 'data'),
  SKEIN_PARTITIONS: String(options.partitions ?? 16),
  SKEIN_LOG_LEVEL: 'info',
  SKEIN_REGISTRATIONS_BURST: '100000',
  ...options.env,
})

const addresses = (servers: Servers): Record<string, string> => ({
  SKEIN_KAFKA_BROKERS: servers.brokers.join(','),
  SKEIN_REGISTRY_URL: servers.registryUrl,
  SKEIN_POSTGRES_URL: servers.postgresUrl,
  SKEIN_REDIS_URL: servers.redisUrl,
})
