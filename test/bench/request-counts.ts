// What is asked of the servers meanwhile: requests to the log by topic, and records that needed none, as the processes count them themselves;
// commands of Redis by name, those within its scripts too; transactions of PostgreSQL. Read at both ends of a window, which costs it nothing.
import { silentLogger } from '@skein/telemetry'
import { createPgDatabase } from '@skein/view-store'
import { Redis } from 'ioredis'
import { readGauges } from '../faults/gauges.ts'
import type { LoadTarget } from './load-target.ts'

/** By what is asked, in all so far. */
export type RequestCounts = Readonly<Record<string, number>>

export interface RequestCounter {
  /** Null where one of those who count does not answer. */
  read(): Promise<RequestCounts | null>
  close(): Promise<void>
}

export function countRequests({ ops, servers }: Pick<LoadTarget, 'ops' | 'servers'>): RequestCounter {
  const redis = servers && new Redis(servers.redisUrl, { maxRetriesPerRequest: 0 })
  redis?.on('error', () => {})
  const connection = servers && { connectionString: servers.postgresUrl, connectionsMax: 1, applicationName: 'bench', logger: silentLogger }
  const database = connection && createPgDatabase(connection)
  const ofProcesses = async () => Promise.all(ops().map(async (address) => logRequests(await readGauges(address))))
  const ofRedis = async () => (redis ? [redisCommands(await redis.info('commandstats'))] : [])
  const ofPostgres = async () => {
    if (!database) return []
    const { rows } = await database.query('SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()')
    return [{ 'PostgreSQL commits': Number((rows[0] as { xact_commit: unknown }).xact_commit) }]
  }
  return {
    async read() {
      try {
        return addUp((await Promise.all([ofProcesses(), ofRedis(), ofPostgres()])).flat())
      } catch {
        return null
      }
    },
    async close() {
      redis?.disconnect()
      await database?.close()
    },
  }
}

/** What came to it between two readings; nothing where one of them failed. */
export function requestsBetween(before: RequestCounts | null, after: RequestCounts | null): RequestCounts {
  if (!before || !after) return {}
  const added = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return Object.fromEntries(added.filter(([, count]) => count > 0))
}

/** From `skein_log_fetches{events}` and its like. */
export function logRequests(gauges: ReadonlyMap<string, number>): RequestCounts {
  const named = [...gauges].map(([name, count]) => [/^skein_log_(produces|fetches|looks|handed_over)\{(\w+)\}$/.exec(name), count] as const)
  return addUp(named.flatMap(([match, count]) => (match ? [{ [`${match[1]!.replace('_', ' ')}, ${match[2]}`]: count }] : [])))
}

/** From `cmdstat_evalsha:calls=1,usec=...`, a line for each command. */
export const redisCommands = (info: string): RequestCounts =>
  Object.fromEntries([...info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)].map(([, name, calls]) => [`Redis ${name}`, Number(calls)]))

function addUp(parts: readonly RequestCounts[]): RequestCounts {
  const sums: Record<string, number> = {}
  for (const part of parts) for (const [name, count] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + count
  return sums
}
