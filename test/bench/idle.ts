// Idle connections: what they cost the whole installation in CPU; then what one costs a gateway in memory and what a login costs it in CPU, per
// transport. For these there is one more gateway process on each transport, alone with them; the memory is the slope over five numbers of
// connections, so that what the process holds anyway does not count, each read once it has stopped moving. Nothing is forced: no garbage
// collection on demand.
import { setTimeout as delay } from 'node:timers/promises'
import type { RoleChild } from '../load/cluster.ts'
import type { Person } from '../load/people.ts'
import type { Arguments } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { createIdleConnections } from './idle-connections.ts'
import { type IdleCpu, measureIdleCpu, printIdleCpu } from './idle-cpu.ts'
import type { Installation } from './installation.ts'
import { startInstallation, targetOf } from './installation.ts'
import { requireFiles } from './open-files.ts'
import { anonymousBytes, cpuOf } from './process-usage.ts'
import { setupOf } from './report.ts'
import type { LoadEnd } from './send-lane.ts'

const firstConnections = 1000
const points = 5
/** Source addresses, so that no limit per address and no lack of ports is measured. */
const sourceAddresses = 16
const samplePollMs = 500
/** Stable: the last samples differ by less than this share, or the time is over. */
const stableSamples = 16
const stableShare = 0.005
const stableTimeoutMs = 40_000

export const idleTransports = ['uWebSockets.js', 'ws', 'tcp'] as const
export type IdleTransport = (typeof idleTransports)[number]

export interface IdleFigures {
  readonly transport: IdleTransport
  /** RssAnon per connection, as the slope by least squares. */
  readonly bytesPerConnection: number
  readonly connectsPerCpuSecond: number
  readonly connectsPerSecond: number
  readonly rssBytes: Readonly<Record<number, number>>
  readonly stable: boolean
}

export interface IdleResult {
  readonly scenario: 'idle'
  readonly connections: number
  /** Of everything, with the first thousand connected. */
  readonly atRest: IdleCpu
  readonly transports: readonly IdleFigures[]
  /** Why a transport was not measured. */
  readonly unverified: Readonly<Record<string, string>>
}

export async function benchIdle(args: Arguments & { idle: number }, progress: (line: string) => void): Promise<IdleResult> {
  requireFiles(args.idle)
  const installation = await startInstallation(args, { people: args.idle, progress })
  const transports: IdleFigures[] = []
  const unverified: Record<string, string> = {}
  const wanted = idleTransports.filter((t) => args.library === undefined || t === args.library)
  try {
    progress('warming up the broker')
    await warmUpBroker(installation.cluster)
    const first = { cluster: installation.cluster, people: installation.people.slice(0, firstConnections) }
    const atRest = await measureIdleCpu(targetOf(first, args.transport), progress)
    for (const transport of wanted) {
      const gateway = await startGateway(installation, transport).catch((error: Error) => {
        unverified[transport] = error.message
        progress(`UNVERIFIED: ${transport}: ${error.message}`)
        return null
      })
      if (!gateway) continue
      transports.push(await measure(gateway, transport, installation.people, progress))
      gateway.kill('SIGTERM')
      await gateway.ended
    }
    return { scenario: 'idle', ...setupOf(args), connections: args.idle, atRest, transports, unverified }
  } finally {
    await installation.close()
  }
}

function startGateway({ cluster }: Installation, transport: IdleTransport): Promise<RoleChild> {
  return cluster.start('gateway', transport === 'tcp' ? {} : { SKEIN_WS_LIBRARY: transport })
}

async function measure(
  gateway: RoleChild,
  transport: IdleTransport,
  people: readonly Person[],
  progress: (line: string) => void,
): Promise<IdleFigures> {
  const scheme = transport === 'tcp' ? 'tcp:' : 'ws:'
  const address = gateway.ready.gateway.find((a) => a.startsWith(scheme))!
  const connections = createIdleConnections()
  try {
    const memory: { connections: number; bytes: number; stable: boolean }[] = []
    let seconds = 0
    let cpuSeconds = 0
    for (const wanted of stepsTo(people.length)) {
      const cpuBefore = cpuOf(gateway.pid)
      const startedAt = performance.now()
      await connections.open(endsAt(address, people, { from: connections.count, to: wanted }))
      // The first step warms the code up: it counts for neither time.
      if (memory.length > 0) {
        seconds += (performance.now() - startedAt) / 1000
        cpuSeconds += cpuOf(gateway.pid) - cpuBefore
      }
      memory.push({ connections: wanted, ...(await stableMemory(gateway.pid)) })
    }
    const lost = connections.lost()
    if (lost > 0) throw new Error(`${lost} of ${people.length} idle connections over ${transport} were closed by the gateway`)
    const added = people.length - firstConnections
    const figures: IdleFigures = {
      transport,
      bytesPerConnection: Math.round(slope(memory.map((point) => [point.connections, point.bytes]))),
      connectsPerCpuSecond: Math.round(added / cpuSeconds),
      connectsPerSecond: Math.round(added / seconds),
      rssBytes: Object.fromEntries(memory.map((point) => [point.connections, point.bytes])),
      stable: memory.every((point) => point.stable),
    }
    progress(describe(figures))
    return figures
  } finally {
    connections.close()
  }
}

const stepsTo = (last: number): number[] =>
  Array.from({ length: points }, (_, i) => Math.round(firstConnections + ((last - firstConnections) * i) / (points - 1)))

/** By least squares. */
function slope(of: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const x = mean(of.map((p) => p[0]))
  const y = mean(of.map((p) => p[1]))
  return mean(of.map((p) => (p[0] - x) * (p[1] - y))) / mean(of.map((p) => (p[0] - x) ** 2))
}

const endsAt = (address: string, people: readonly Person[], { from, to }: { readonly from: number; readonly to: number }): LoadEnd[] =>
  people.slice(from, to).map((person, i) => ({ ...person, address, localAddress: `127.0.0.${2 + ((from + i) % sourceAddresses)}` }))

/** Waits until the memory of a process no longer moves; after the time it is what it is, and said so. */
async function stableMemory(pid: number): Promise<{ bytes: number; stable: boolean }> {
  const samples: number[] = []
  for (const deadline = performance.now() + stableTimeoutMs; performance.now() < deadline; await delay(samplePollMs)) {
    samples.push(anonymousBytes(pid))
    const recent = samples.slice(-stableSamples)
    if (recent.length === stableSamples && Math.max(...recent) - Math.min(...recent) < stableShare * Math.max(...recent)) {
      return { bytes: samples.at(-1)!, stable: true }
    }
  }
  return { bytes: samples.at(-1)!, stable: false }
}

const describe = (f: IdleFigures) =>
  `${f.transport}: ${(f.bytesPerConnection / 1000).toFixed(1)} KB per connection, ${f.connectsPerCpuSecond} connects per CPU second` +
  (f.stable ? '' : ' (memory was still moving)')

export function printIdle(result: IdleResult): void {
  printIdleCpu(result.atRest)
  console.log(`\nidle: ${firstConnections} to ${result.connections} authenticated connections, RssAnon of the gateway process`)
  console.log(
    `  ${'transport'.padEnd(16)}${'KB each'.padStart(10)}${'connects/CPU s'.padStart(16)}${'connects/s'.padStart(12)}${'MB'.padStart(8)}`,
  )
  for (const f of result.transports) {
    const megabytes = (f.rssBytes[result.connections]! / 1e6).toFixed(0)
    const kilobytes = (f.bytesPerConnection / 1000).toFixed(1)
    console.log(
      `  ${f.transport.padEnd(16)}${kilobytes.padStart(10)}${String(f.connectsPerCpuSecond).padStart(16)}` +
        `${String(f.connectsPerSecond).padStart(12)}${megabytes.padStart(8)}${f.stable ? '' : '  still moving'}`,
    )
  }
  for (const [transport, why] of Object.entries(result.unverified)) console.log(`  UNVERIFIED ${transport}: ${why}`)
}
