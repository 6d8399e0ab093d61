// What a process of the product tells of itself at /metrics, and what is read from it here.
import type { RoleName } from '@skein/server'
import type { Cluster } from '../load/cluster.ts'

/** A running role process of a cluster. */
export type RoleHandle = ReturnType<Cluster['of']>[number]
export type Gauges = ReadonlyMap<string, number>

const answerMs = 3_000

/** By name, or by name{of} where there is a label. Rejects when the process does not answer. */
export async function readGauges(ops: string): Promise<Gauges> {
  const response = await fetch(`${ops}/metrics`, { signal: AbortSignal.timeout(answerMs) })
  const gauges = new Map<string, number>()
  for (const line of (await response.text()).split('\n')) {
    const match = /^(skein_\w+)(?:\{(.*)\})? (\S+)$/.exec(line)
    if (!match) continue
    const of = /(?:^|,)of="([^"]*)"/.exec(match[2] ?? '')?.[1]
    gauges.set(of === undefined ? match[1]! : `${match[1]}{${of}}`, Number(match[3]))
  }
  return gauges
}

export const gaugesOf = (child: RoleHandle): Promise<Gauges> => readGauges(child.ready.ops)

export const counter = (gauges: Gauges, name: string): number => gauges.get(name) ?? 0

/** Roles that share the partitions among their processes. */
export const partitionedRoles = ['processor', 'projector', 'delivery'] as const satisfies readonly RoleName[]
export type PartitionedRole = (typeof partitionedRoles)[number]

export const partitionedRolesOf = ({ roles }: RoleHandle): PartitionedRole[] => partitionedRoles.filter((role) => roles.includes(role))

/** Partitions a process works on in a role: decides for, projects, delivers. */
export async function partitionsOf(child: RoleHandle, role: PartitionedRole): Promise<number> {
  return counter(await gaugesOf(child), role === 'processor' ? 'skein_processor_active' : `skein_${role}_partitions`)
}
