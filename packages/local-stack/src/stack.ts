// Starts any set of the four servers side by side, each in its own directory under one, and stops them together. Only the registry waits
// for another server: it keeps its schemas in Kafka.

import { mkdir } from 'node:fs/promises'
import { recordClassArchives } from './class-archives.ts'
import { installServers } from './install.ts'
import { type KafkaHandle, type KafkaOptions, prepareKafka } from './kafka.ts'
import { prepareKafkaCluster, startNodes } from './kafka-cluster.ts'
import { type LocalStackLog, silent } from './log.ts'
import { type PostgresHandle, type PostgresOptions, preparePostgres } from './postgres.ts'
import { prepareRedis, type RedisHandle, type RedisOptions } from './redis.ts'
import { prepareRegistry, type RegistryHandle, type RegistryOptions } from './registry.ts'
import { type ServerName, serverNames } from './server-name.ts'
import type { ServerHandle } from './server-process.ts'

export interface StackOptions {
  readonly dir: string
  /** Default: all four. The registry brings Kafka with it. */
  readonly only?: readonly ServerName[] | undefined
  /** Java servers compile less: for tests, never for a bench. */
  readonly quickStart?: boolean | undefined
  readonly kafka?: Partial<Omit<KafkaOptions, 'dir'>> | undefined
  /** Default: one. */
  readonly kafkaNodes?: 1 | 3 | undefined
  readonly registry?: Partial<Omit<RegistryOptions, 'dir' | 'kafka'>> | undefined
  readonly postgres?: Partial<Omit<PostgresOptions, 'dir'>> | undefined
  readonly redis?: Partial<Omit<RedisOptions, 'dir'>> | undefined
  /** False: the servers outlive the process that started them. */
  readonly supervised?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

/** Reading a server that was not asked for throws. */
export interface Stack {
  readonly dir: string
  /** The first of the nodes. */
  readonly kafka: KafkaHandle
  readonly kafkaNodes: readonly KafkaHandle[]
  readonly registry: RegistryHandle
  readonly postgres: PostgresHandle
  readonly redis: RedisHandle
  readonly servers: readonly ServerHandle[]
  /** Ends all servers; their data stays. */
  stop(): Promise<void>
  /** Ends all servers and deletes their data. */
  remove(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts what is down and waits until all of it answers. When one fails, those that it started are stopped. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const names = new Set(options.only ?? serverNames)
  if (names.has('registry')) await recordClassArchives({ home: options.home, log: options.log })
  const stack = await openStack(options)
  const before = await Promise.all(stack.servers.map(async (server) => ((await server.alive()) ? server : undefined)))
  const kafka = startNodes(stack.kafkaNodes)
  const outcomes = await Promise.allSettled([
    kafka,
    ...stack.servers
      .filter(({ name }) => name !== 'kafka')
      .map((server) => (server.name === 'registry' ? kafka.then(() => server.start()) : server.start())),
  ])
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
  if (failed.length === 0) return stack
  await stopAll(stack.servers.filter((server) => !before.includes(server)))
  throw new AggregateError(
    failed.map((outcome) => outcome.reason),
    `the stack did not start: ${String(failed[0]?.reason)}`,
  )
}

/** The handles of a stack that may be up, down, or in parts: makes files and finds running processes again, starts nothing. */
export async function openStack(options: StackOptions): Promise<Stack> {
  const { dir, home, log = silent, quickStart, supervised } = options
  const names = new Set(options.only ?? serverNames)
  if (names.has('registry')) names.add('kafka')
  await mkdir(dir, { recursive: true })
  await installServers({ home, log, only: [...names] })
  const shared = { home, log, supervised }
  const kafkaOptions = { ...shared, quickStart, dir: `${dir}/kafka`, ...options.kafka }
  const kafka = !names.has('kafka')
    ? Promise.resolve([])
    : options.kafkaNodes === 3
      ? prepareKafkaCluster(kafkaOptions)
      : prepareKafka(kafkaOptions).then((node) => [node])
  const [kafkaNodes, registry, postgres, redis] = await Promise.all([
    kafka,
    names.has('registry')
      ? kafka.then((nodes) => prepareRegistry({ ...shared, dir: `${dir}/registry`, kafka: nodes[0]!, ...options.registry }))
      : undefined,
    names.has('postgres') ? preparePostgres({ ...shared, dir: `${dir}/postgres`, ...options.postgres }) : undefined,
    names.has('redis') ? prepareRedis({ ...shared, dir: `${dir}/redis`, ...options.redis }) : undefined,
  ])
  return stackOf(dir, { kafkaNodes, registry, postgres, redis })
}

interface Handles {
  readonly kafkaNodes: readonly KafkaHandle[]
  readonly registry: RegistryHandle | undefined
  readonly postgres: PostgresHandle | undefined
  readonly redis: RedisHandle | undefined
}

function stackOf(dir: string, handles: Handles): Stack {
  const { kafkaNodes, registry, postgres, redis } = handles
  const servers = [...kafkaNodes, registry, postgres, redis].filter((handle) => handle !== undefined)
  const named = <T>(name: ServerName, handle: T | undefined): T => {
    if (handle === undefined) throw new Error(`this stack was started without ${name}`)
    return handle
  }
  const remove = async () => {
    await stopAll(servers)
    await Promise.all(servers.map((server) => server.remove()))
  }
  return {
    dir,
    servers,
    get kafka() {
      return named('kafka', kafkaNodes[0])
    },
    kafkaNodes,
    get registry() {
      return named('registry', registry)
    },
    get postgres() {
      return named('postgres', postgres)
    },
    get redis() {
      return named('redis', redis)
    },
    stop: () => stopAll(servers),
    remove,
    [Symbol.asyncDispose]: remove,
  }
}

/** The registry first: without Kafka it would spend its stop waiting. */
export async function stopAll(servers: readonly ServerHandle[]): Promise<void> {
  await Promise.all(servers.filter((server) => server.name !== 'kafka').map((server) => server.stop()))
  await Promise.all(servers.filter((server) => server.name === 'kafka').map((server) => server.stop()))
}
