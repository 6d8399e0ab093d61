// The faults themselves, on a cluster: each breaks one thing, mends what is to be mended, and answers what shows that it
// was really broken. A killed process stays down; a killed server comes back after two seconds.
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import { Redis } from 'ioredis'
import type { Cluster } from '../load/cluster.ts'
import { prepareBait } from './bait.ts'
import type { Cut } from './cut-log.ts'
import { counter, gaugesOf, type PartitionedRole, partitionedRolesOf, partitionsOf, type RoleHandle } from './gauges.ts'
import type { OutageMark } from './outage-marks.ts'
import type { TownSize } from './town.ts'

export type Evidence = {
  readonly injected: boolean
  /** What it took of the log. */
  readonly cut?: Cut
  /** Where the usual one cannot be kept. */
  readonly outageMark?: OutageMark
} & Record<string, unknown>

export interface Fault {
  /** Environment of whoever has the processor in this run, when it is not the usual one. */
  readonly processorEnv?: Readonly<Record<string, string>>
  /** Sends per second, however many are asked for: each of its messages is more work. */
  readonly rateMax?: number
  /** Of the cluster that it needs; one where it does not say. */
  readonly brokers?: 3
  /** Of a group of roles, where it is not two processes. */
  readonly processes?: Readonly<Record<string, number>>
  /** Who takes part, where it is not the usual town. */
  readonly town?: TownSize
  readonly users?: number
  /** Seconds of load at least, where it takes longer than others. */
  readonly seconds?: number
  /** `run` says whose people take part. */
  inject(cluster: Cluster, run: { readonly appId: string }): Promise<Evidence>
  /** Puts back, once the run is over, what its end needed as the fault had left it. */
  mend?(cluster: Cluster): Promise<void>
}

type ServerName = Parameters<Cluster['server']>[0]

const downMs = 2_000
const pauseMs = 3_000
const takeoverMsMax = 12_000
const wakeMsMax = 8_000
const probeMs = 500

/** Kills the first process of a group of roles. The others must take its partitions in each of its roles, and its connections. */
export function killProcess(name: string): Fault {
  return {
    async inject(cluster) {
      const [victim, ...others] = cluster.named(name)
      if (!victim || others.length === 0) return { injected: false, why: `there are not two of ${name}` }
      const held = await heldBy(victim)
      const killedAt = performance.now()
      victim.kill('SIGKILL')
      await victim.ended
      const evidence = { killedPid: victim.pid, endedBy: victim.process.signalCode, held }
      const injected = victim.process.signalCode === 'SIGKILL' && Object.values(held).every((count) => count > 0)
      const shared = partitionedRolesOf(victim)
      if (shared.length === 0) return { injected, ...evidence }
      const tookMs = await takenOver(cluster, others, shared, killedAt)
      return { injected: injected && tookMs !== null, ...evidence, takenOverAfterMs: tookMs }
    },
  }
}

/** Connections of a gateway, and partitions by role. */
export async function heldBy(child: RoleHandle): Promise<Readonly<Record<string, number>>> {
  const partitions = await Promise.all(partitionedRolesOf(child).map(async (role) => [role, await partitionsOf(child, role)] as const))
  const held = new Map<string, number>(partitions)
  if (child.roles.includes('gateway')) held.set('connections', counter(await gaugesOf(child), 'skein_gateway_authenticated'))
  return Object.fromEntries(held)
}

/** Milliseconds until these processes work on all partitions in each of these roles; null when they do not in time. */
export async function takenOver(
  cluster: Cluster,
  children: readonly RoleHandle[],
  roles: readonly PartitionedRole[],
  since: number,
): Promise<number | null> {
  const allOf = async (role: PartitionedRole) => {
    const partitions = await Promise.all(children.map((child) => partitionsOf(child, role)))
    return partitions.reduce((a, b) => a + b, 0) >= cluster.config.partitionCount
  }
  const all = async () => (await Promise.all(roles.map(allOf))).every(Boolean)
  // The cut may be taken for whole while the group has not noticed: what is asked for is that all is with the others.
  try {
    await eventually(all, { timeoutMs: takeoverMsMax, intervalMs: 100 })
    return Math.round(performance.now() - since)
  } catch {
    return null
  }
}

export function killServer(name: ServerName): Fault {
  return {
    async inject(cluster) {
      const server = cluster.server(name)
      const before = server.pid
      await server.kill('SIGKILL')
      const gone = !(await server.alive())
      await delay(downMs)
      const startedAt = performance.now()
      await server.start()
      const injected = gone && before !== undefined && server.pid !== before
      return { injected, killedPid: before, newPid: server.pid, startMs: Math.round(performance.now() - startedAt) }
    },
  }
}

export const pauseRedis: Fault = {
  async inject(cluster) {
    const server = cluster.server('redis')
    await server.pause()
    const silent = await Promise.race([server.answers().then((answers) => !answers), delay(probeMs, true)])
    await delay(pauseMs - probeMs)
    await server.resume()
    return { injected: silent, pausedPid: server.pid, silentWhilePaused: silent, answersAfter: await server.answers() }
  },
}

export const flushRedis: Fault = {
  async inject(cluster) {
    const redis = new Redis(cluster.servers.redisUrl)
    try {
      const before = await redis.dbsize()
      await redis.flushall()
      const after = await redis.dbsize()
      await delay(5_000)
      return {
        injected: before > 100 && after < before / 2,
        keysBefore: before,
        keysAfterFlush: after,
        keysFiveSecondsLater: await redis.dbsize(),
      }
    } finally {
      redis.disconnect()
    }
  },
}

/** Freezes a process with a processor past its session, lets another take over, wakes it: it must not write, by itself or by the broker. */
export function zombie(selfFence: boolean): Fault {
  return {
    processorEnv: selfFence ? {} : { SKEIN_SELF_FENCE: 'off' },
    async inject(cluster) {
      const [victim, ...others] = cluster.of('processor')
      if (!victim || others.length === 0) return { injected: false, why: 'there are not two processors' }
      const bait = await prepareBait(cluster)
      const held = await heldBy(victim)
      const before = await gaugesOf(victim)
      await bait.lay()
      const stoppedAt = performance.now()
      victim.kill('SIGSTOP')
      const tookMs = await takenOver(cluster, others, partitionedRolesOf(victim), stoppedAt)
      victim.kill('SIGCONT')
      await bait.close()
      const grew = async (name: string) => counter(await gaugesOf(victim), name) - counter(before, name)
      const wanted = selfFence ? 'skein_processor_fenced' : 'skein_processor_refused_by_broker'
      const woke = await eventually(async () => (await grew(wanted)) > 0, { timeoutMs: wakeMsMax, intervalMs: 200 }).catch(() => false)
      const refusedByBroker = await grew('skein_processor_refused_by_broker')
      return {
        injected: held.processor! > 0 && tookMs !== null && (selfFence || woke),
        frozenPid: victim.pid,
        held,
        takenOverAfterMs: tookMs,
        fenced: await grew('skein_processor_fenced'),
        selfFenced: await grew('skein_processor_self_fenced'),
        refusedByBroker,
      }
    },
  }
}
