// What is written for messages: records of the log by topic, rows of the views, and commands of Redis. Counted over a window of its own, whose end
// is waited for, as PostgreSQL tells what it has written seconds later.
import { setTimeout as delay } from 'node:timers/promises'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { createPgDatabase } from '@skein/view-store'
import { Redis } from 'ioredis'
import type { Cluster } from '../load/cluster.ts'
import { redisCommands } from './request-counts.ts'

/** In which an idle backend of PostgreSQL tells what it has written. */
const toldAfterMs = 12_000

export interface Written {
  readonly commands: number
  readonly events: number
  /** Inserted, updated or deleted, in any table but those that say how far the views are, which are written once for many messages or none. */
  readonly rows: number
  /** Of all processes, reading and writing, those within scripts too. */
  readonly redisCommands: number
}

/** Counts what is written from its call until it has come to rest behind `work`. */
export async function writtenBy<T>(cluster: Pick<Cluster, 'config' | 'servers'>, work: () => Promise<T>): Promise<Written & { result: T }> {
  const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger, 'skein-bench-written')
  const redis = new Redis(cluster.servers.redisUrl)
  const connection = { connectionString: cluster.servers.postgresUrl, connectionsMax: 1, applicationName: 'bench', logger: silentLogger }
  const database = createPgDatabase(connection)
  const { log } = backbone
  const partitions = Array.from({ length: log.partitionCount }, (_, partition) => partition)
  const ends = async (topic: 'commands' | 'events') => new Map([...(await log.bounds(topic, partitions))].map(([p, { end }]) => [p, end]))
  const rows = async () => {
    const text = `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint AS written FROM pg_stat_user_tables
      WHERE relname NOT IN ('checkpoints', 'claims')`
    return Number((await database.query<{ written: unknown }>(text)).rows[0]!.written)
  }
  const asked = async () => Object.values(redisCommands(await redis.info('commandstats'))).reduce((a, b) => a + b, 0)
  try {
    await delay(toldAfterMs)
    const before = { rows: await rows(), asked: await asked(), commands: await ends('commands'), events: await ends('events') }
    const result = await work()
    const redisCommandsNow = await asked()
    await delay(toldAfterMs)
    return {
      commands: await recordsSince('commands', before.commands),
      events: await recordsSince('events', before.events),
      rows: (await rows()) - before.rows,
      redisCommands: redisCommandsNow - before.asked,
      result,
    }
  } finally {
    redis.disconnect()
    await database.close()
    await backbone.close()
  }

  /** Read, as offsets also count what the broker writes for itself. */
  async function recordsSince(topic: 'commands' | 'events', since: ReadonlyMap<number, number>): Promise<number> {
    let count = 0
    for (const [partition, end] of await ends(topic)) {
      const from = since.get(partition)!
      const batches = topic === 'commands' ? log.read('commands', partition, from, end) : log.read('events', partition, from, end)
      for await (const batch of batches)
        for (const { value } of batch) if (!('undecodable' in value) && messageTypes.has(value.type)) count += 1
    }
    return count
  }
}

/** Others, such as claims, are written whether somebody writes or not. */
const messageTypes = new Set(['SendMessage', 'MessageSent'])
