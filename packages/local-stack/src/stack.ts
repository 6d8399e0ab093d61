// Starts any set of the four servers side by side, each in its own directory under one, and stops them together. Only the registry waits
// for another server: it keeps its schemas in Kafka.

import { mkdir } from 'node:fs/promises'
import { recordClassArchives } from './class-archives.ts'
import { type InstallOptions, installServers, type ServerName, serverNames } from './install.ts'
import { type KafkaHandle, type KafkaOptions, startKafka } from './kafka.ts'
import { type LocalStackLog, silent } from './log.ts'
import { type PostgresHandle, type PostgresOptions, startPostgres } from './postgres.ts'
import { type RedisHandle, type RedisOptions, startRedis } from './redis.ts'
import { type RegistryHandle, type RegistryOptions, startRegistry } from './registry.ts'
import type { ServerHandle } from './server-process.ts'

export interface StackOptions {
  readonly dir: string
  /** Default: all four. The registry brings Kafka with it. */
  readonly only?: readonly ServerName[] | undefined
  /** Java servers compile less: for tests, never for a bench. */
  readonly quickStart?: boolean | undefined
  readonly kafka?: Partial<Omit<KafkaOptions, 'dir'>> | undefined
  readonly registry?: Partial<Omit<RegistryOptions, 'dir' | 'kafka'>> | undefined
  readonly postgres?: Partial<Omit<PostgresOptions, 'dir'>> | undefined
  readonly redis?: Partial<Omit<RedisOptions, 'dir'>> | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

/** Reading a server that was not asked for throws. */
export interface Stack {
  readonly dir: string
  readonly kafka: KafkaHandle
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

export async function startStack(options: StackOptions): Promise<Stack> {
  const { dir, home, log = silent, quickStart } = options
  const names = new Set(options.only ?? serverNames)
  if (names.has('registry')) names.add('kafka')
  await mkdir(dir, { recursive: true })
  await installServers({ home, log, only: [...names] } satisfies InstallOptions)
  if (names.has('registry')) await recordClassArchives({ home, log })
  const shared = { home, log }
  const started: ServerHandle[] = []
  const keep = <T extends ServerHandle>(handle: T): T => {
    started.push(handle)
    return handle
  }
  const kafka = names.has('kafka') ? startKafka({ ...shared, quickStart, dir: `${dir}/kafka`, ...options.kafka }).then(keep) : undefined
  const registry = names.has('registry')
    ? kafka!.then((broker) => startRegistry({ ...shared, dir: `${dir}/registry`, kafka: broker, ...options.registry })).then(keep)
    : undefined
  const postgres = names.has('postgres') ? startPostgres({ ...shared, dir: `${dir}/postgres`, ...options.postgres }).then(keep) : undefined
  const redis = names.has('redis') ? startRedis({ ...shared, dir: `${dir}/redis`, ...options.redis }).then(keep) : undefined

  const outcomes = await Promise.allSettled([kafka, registry, postgres, redis])
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
  if (failed.length > 0) {
    await stopAll(started)
    throw new AggregateError(
      failed.map((outcome) => outcome.reason),
      `the stack did not start: ${String(failed[0]?.reason)}`,
    )
  }
  const handles = { kafka: await kafka, registry: await registry, postgres: await postgres, redis: await redis }
  const servers = Object.values(handles).filter((handle) => handle !== undefined)
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
      return named('kafka', handles.kafka)
    },
    get registry() {
      return named('registry', handles.registry)
    },
    get postgres() {
      return named('postgres', handles.postgres)
    },
    get redis() {
      return named('redis', handles.redis)
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
