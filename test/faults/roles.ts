// What an operator does where the runbook says "end all roles" and "start them", or has one restarted: the same processes on the same ports.
import { setTimeout as delay } from 'node:timers/promises'
import type { RoleGroup } from '@skein/server'
import { eventually } from '@skein/testing'
import type { Cluster, RoleChild } from '../load/cluster.ts'
import { partitionedRolesOf, partitionsOf } from './gauges.ts'

const servesMsMax = 20_000

interface Place {
  readonly group: RoleGroup
  readonly env: Readonly<Record<string, string>>
}

const portOf = (address: string | null | undefined): string => (address ? new URL(address).port : '0')

function placeOf({ name, roles, ready }: RoleChild): Place {
  const gateway = (scheme: string) => portOf(ready.gateway.find((address) => address.startsWith(`${scheme}:`)))
  const env = { SKEIN_API_PORT: portOf(ready.api), SKEIN_WS_PORT: gateway('ws'), SKEIN_TCP_PORT: gateway('tcp') }
  return { group: { name, roles }, env }
}

/** Answers what starts them again. */
export async function endRoles(cluster: Cluster): Promise<() => Promise<void>> {
  const ending = [...cluster.children]
  const places = ending.map(placeOf)
  for (const child of ending) child.kill('SIGTERM')
  await Promise.all(ending.map((child) => child.ended))
  return async () => {
    await Promise.all(places.map(({ group, env }) => cluster.start(group, env)))
  }
}

export interface Restart {
  readonly signal: NodeJS.Signals
  readonly pid: number
  /** Null where a signal ended it. */
  readonly exitCode: number | null
  readonly endedAfterMs: number
  /** From its end to the one in its place, as that says. */
  readonly startMs: number
  /** Until that serves partitions in each of its roles. */
  readonly servesAfterMs: number
}

/** One process is ended so and started again, as soon as it has ended or `meanwhileMs` later. Rejects where what comes serves nothing. */
export async function restart(cluster: Cluster, child: RoleChild, signal: NodeJS.Signals, meanwhileMs = 0): Promise<Restart> {
  const { group, env } = placeOf(child)
  const from = performance.now()
  const sinceMs = () => Math.round(performance.now() - from)
  child.kill(signal)
  await child.ended
  const endedAfterMs = sinceMs()
  await delay(meanwhileMs)
  const next = await cluster.start(group, env)
  const startMs = sinceMs() - endedAfterMs
  const serves = async () =>
    (await Promise.all(partitionedRolesOf(next).map((role) => partitionsOf(next, role)))).every((count) => count > 0)
  await eventually(serves, { timeoutMs: servesMsMax, intervalMs: 100, what: 'who was started again serves partitions' })
  return { signal, pid: child.pid, exitCode: child.process.exitCode, endedAfterMs, startMs, servesAfterMs: sinceMs() }
}
