// What an operator does where the runbook says "end all roles" and "start them": the same processes on the same ports.
import type { Cluster, RoleChild } from '../load/cluster.ts'
import type { RoleGroup } from '../load/layout.ts'

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
