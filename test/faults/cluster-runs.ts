// Runs scenarios on one cluster, one after another: between them what was killed is started again, and every group of roles that share
// a process must be as many processes as the fault asks for, two most often, that share all partitions.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type Layout, type RoleGroup, roleGroups } from '@skein/server'
import { eventually } from '@skein/testing'
import { peakBytes } from '../bench/process-usage.ts'
import { clockFlags } from '../load/clock-step.ts'
import type { Cluster, RoleChild } from '../load/cluster.ts'
import { startCluster } from '../load/cluster.ts'
import { openClusterInstallation, usualAway } from './cluster-installation.ts'
import type { Fault } from './faults.ts'
import { partitionedRoles, partitionsOf } from './gauges.ts'
import type { Journal } from './journal.ts'
import { runFault } from './run.ts'

export interface LoadOptions {
  readonly seed: number
  /** Undefined: as many as the fault allows. */
  readonly rate: number | undefined
  readonly seconds: number
  /** What another tenant of the machine takes of every core; undefined where there is none. */
  readonly burn: number | undefined
  /** How many people who are never there make groups large, where not as many as usual. */
  readonly crowd?: number | undefined
  readonly progress: (line: string) => void
}

const processesPerGroup = 2
const usualUsers = 120
const usualTown = { pairs: 150, blocking: 10, groups: 60, changing: 20, large: 1, growing: 1 }
export const usualRate = 500
const readyMsMax = 60_000
/** As a deployment has them, but for their memory. */
const threeBrokers = { kafkaNodes: 3, kafka: { heapMaxMb: 320 }, env: { SKEIN_TOPIC_PROFILE: 'cluster' } } as const

export interface ClusterRuns {
  readonly brokers: 1 | 3
  run(scenario: string, fault: Fault, options: LoadOptions): Promise<Journal>
  close(): Promise<void>
}

export interface ClusterRunsOptions {
  readonly brokers: 1 | 3
  readonly layout: Layout
  readonly progress: (line: string) => void
  /** Logs of the role processes are copied there at the end. */
  readonly keepLogs?: string | undefined
}

export async function openClusterRuns({ brokers, layout, progress, keepLogs }: ClusterRunsOptions): Promise<ClusterRuns> {
  // A broker that starts sooner: its own start is part of an outage, and says nothing of what is proved here.
  const cluster = await startCluster({
    layout,
    progress,
    quickStart: true,
    nodeFlags: clockFlags,
    ...(brokers === 3 ? threeBrokers : {}),
    env: {
      ...(brokers === 3 ? threeBrokers.env : {}),
      // Wrong where two hot processes run, which must cost nothing but time.
      ...(layout === 'hot' ? { SKEIN_SOLE_PRODUCER: 'on' } : {}),
    },
  })
  progress(`logs are in ${cluster.dir}/logs`)
  let processorEnv: Readonly<Record<string, string>> = {}
  let runs = 0

  async function replaceProcessors(env: Readonly<Record<string, string>>): Promise<void> {
    if (JSON.stringify(env) === JSON.stringify(processorEnv)) return
    processorEnv = env
    await end(cluster.of('processor'))
  }

  async function make(group: RoleGroup, count: number): Promise<void> {
    const env = group.roles.includes('processor') ? processorEnv : {}
    await end(cluster.named(group.name).slice(count))
    while (cluster.named(group.name).length < count) await cluster.start(group, env)
  }

  return {
    brokers,
    async run(scenario, fault, options) {
      await replaceProcessors(fault.processorEnv ?? {})
      await Promise.all(roleGroups[layout].map((group) => make(group, fault.processes?.[group.name] ?? processesPerGroup)))
      await eventually(() => shared(cluster), {
        timeoutMs: readyMsMax,
        intervalMs: 200,
        what: 'every partition is worked on, by all that have the role',
      })
      const appId = `fault-${runs++}`
      const { town = usualTown, users = usualUsers } = fault
      const away = options.crowd ?? usualAway
      options.progress(`registering ${users + away} people`)
      const installation = await openClusterInstallation(cluster, { appId, users, away })
      try {
        const seconds = Math.max(options.seconds, fault.seconds ?? 0)
        const rate = Math.min(options.rate ?? usualRate, fault.rateMax ?? Number.POSITIVE_INFINITY)
        const inject = async () => ({ layout, ...(await fault.inject(cluster, { appId })) })
        const aftermath = async () => ({ injected: true, memoryPeakMb: memoryPeaks(cluster) })
        return await runFault(installation, { ...options, seconds, rate, scenario, town, fault: inject, aftermath })
      } finally {
        await installation.close()
        await fault.mend?.(cluster)
      }
    },
    async close() {
      if (keepLogs) cpSync(join(cluster.dir, 'logs'), keepLogs, { recursive: true })
      await cluster.close()
    },
  }
}

/** Of each process that runs, by its group. */
const memoryPeaks = ({ children }: Cluster): Record<string, number[]> => {
  const peak = ({ pid }: RoleChild) => Math.round(peakBytes(pid) / 2 ** 20)
  const groups = Map.groupBy(children, ({ name }) => name)
  return Object.fromEntries([...groups].map(([name, members]) => [name, members.map(peak)]))
}

async function end(children: readonly RoleChild[]): Promise<void> {
  const ending = [...children]
  for (const child of ending) child.kill('SIGTERM')
  await Promise.all(ending.map((child) => child.ended))
}

/** All processes with a role have partitions, and together all of them. */
async function shared(cluster: Cluster): Promise<boolean> {
  for (const role of partitionedRoles) {
    const partitions = await Promise.all(cluster.of(role).map((child) => partitionsOf(child, role)))
    if (partitions.some((count) => count === 0) || partitions.reduce((a, b) => a + b, 0) !== cluster.config.partitionCount) return false
  }
  return true
}
