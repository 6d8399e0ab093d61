// What is measured: servers and roles of its own and people who may log in, with the processes of each kind known by id.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRealBackbone } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import type { Cluster } from '../load/cluster.ts'
import { startCluster } from '../load/cluster.ts'
import type { Person } from '../load/people.ts'
import { makePeople } from '../load/people.ts'
import type { Arguments } from './arguments.ts'
import type { LoadTarget } from './load-target.ts'
import type { PidsByName } from './process-usage.ts'
import type { LoadEnd } from './send-lane.ts'

export const appId = 'bench'
export const partitions = 16
export const messageBytes = 200
/** Of what is no part of the product nor of its load. */
export const burnerName = 'burner'

export interface Installation {
  readonly cluster: Cluster
  readonly people: readonly Person[]
  /** Where profiles are written when the roles end. */
  readonly profileDir: string | null
  /** With so many devices each: of whoever has none nobody is answered. */
  makePeople(count: number, prefix: string, devices?: number): Promise<Person[]>
  close(): Promise<void>
}

export async function startInstallation(
  args: Arguments,
  options: { people: number; processes?: Readonly<Record<string, number>>; progress: (line: string) => void },
): Promise<Installation> {
  const profileDir = args.profile ? mkdtempSync(join(tmpdir(), 'skein-profile-')) : null
  const cluster = await startCluster({
    partitions,
    layout: args.layout,
    processes: { ...processesOf(args), ...options.processes },
    env: {
      SKEIN_LOG_LEVEL: 'warn',
      ...(args.layout === 'hot' && args.processes === 1 ? { SKEIN_SOLE_PRODUCER: 'on' } : {}),
      ...(args.library ? { SKEIN_WS_LIBRARY: args.library } : {}),
    },
    nodeFlags: profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [],
    progress: options.progress,
  })
  const make = async (count: number, prefix: string, devices = 1) => {
    const backbone = await openRealBackbone(cluster.config, cluster.servers, silentLogger)
    try {
      return await makePeople(backbone, { appId, count, prefix, devices })
    } finally {
      await backbone.close()
    }
  }
  try {
    options.progress(`registering ${options.people} people`)
    const people = await make(options.people, 'user')
    return { cluster, people, profileDir, makePeople: make, close: () => cluster.close() }
  } catch (error) {
    await cluster.close()
    throw error
  }
}

const processesOf = ({ gateways, processes }: Arguments): Readonly<Record<string, number>> => ({
  ...{ hot: processes, api: processes, processor: processes, projector: processes, delivery: processes },
  gateway: gateways,
})

/** Two ends of a pair on different gateways; by `mixed`, one end of each pair on either transport, and each gateway has as many of both. */
export function endsOf(
  people: readonly Pick<Person, 'appId' | 'userId' | 'token'>[],
  gateways: readonly (readonly string[])[],
  transport: 'ws' | 'tcp' | 'mixed',
): LoadEnd[] {
  return people.map(({ userId, token, appId: app }, i) => {
    const pair = i >> 1
    const addresses = gateways[(i + pair) % gateways.length]!
    const scheme = transport === 'mixed' ? ['ws', 'tcp'][(i + (pair >> 1)) % 2]! : transport
    const address = addresses.find((a) => a.startsWith(`${scheme}:`))
    if (!address) throw new Error(`gateway without ${scheme}: ${addresses.join(', ')}`)
    return { address, appId: app, userId, token }
  })
}

export const gatewayAddresses = (cluster: Cluster) => cluster.of('gateway').map((child) => child.ready.gateway)

/** Each process once, whatever roles it has. */
export function pidsByName({ children, stack }: Pick<Cluster, 'children' | 'stack'>): PidsByName {
  const pids: Record<string, number[]> = {}
  for (const { name, pid } of children) pids[name] = [...(pids[name] ?? []), pid]
  for (const server of stack.servers) if (server.pid !== undefined) pids[server.name] = [server.pid]
  return pids
}

/** All of its people, at all of its gateways. */
export const targetOf = ({ cluster, people }: Pick<Installation, 'cluster' | 'people'>, transport: Arguments['transport']): LoadTarget => ({
  ends: endsOf(people, gatewayAddresses(cluster), transport),
  pids: () => pidsByName(cluster),
  ops: () => cluster.children.map(({ ready }) => ready.ops),
  servers: cluster.servers,
})
