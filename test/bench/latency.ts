// The main scenario: one rate for some time, and the two-hop floor at the same rate before and after it.
import { roleNames } from '@skein/server'
import type { Arguments } from './arguments.ts'
import { probeFloor, warmUpBroker } from './floor.ts'
import { connectedGenerator, endsOf, gatewayAddresses, type Installation, pidsByRole, startInstallation } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import type { StepResult } from './paired-load.ts'
import type { Usage } from './process-usage.ts'
import { readUsage, usageBetween } from './process-usage.ts'
import { summariseProfiles } from './profile.ts'
import type { BenchResult } from './report.ts'
import { faultsOf } from './report.ts'
import { readStages } from './stages.ts'

const floorMs = 10_000
const graceMs = 5_000
const settleMs = 10_000

export interface Measured {
  readonly result: StepResult
  readonly usage: Usage
  /** process.hrtime at both ends of the measured time, milliseconds. */
  readonly from: number
  readonly to: number
}

export async function benchLatency(args: Arguments, progress: (line: string) => void): Promise<BenchResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    const { cluster } = installation
    progress('warming up the broker')
    await warmUpBroker(cluster)
    progress(`two-hop floor at ${args.rate}/s, before`)
    const idle = readUsage(pidsByRole(cluster))
    const before = await probeFloor(cluster, { rate: args.rate, durationMs: floorMs })
    const idleCpuSeconds = rolesOnly(usageBetween(idle, readUsage(pidsByRole(cluster))).cpuSeconds)
    const ends = endsOf(installation.people, gatewayAddresses(cluster), args.transport)
    const { result, usage, from, to } = await measure(installation, ends, args, progress)
    const epoch = Date.now() - Number(process.hrtime.bigint()) / 1e6
    const { commandMs, eventMs } = await readStages(cluster, epoch + from, epoch + to)
    progress(`delivered p50 ${result.deliverMs.p50} p99 ${result.deliverMs.p99} ms; two-hop floor at ${args.rate}/s, after`)
    const after = await probeFloor(cluster, { rate: args.rate, durationMs: floorMs })
    if (installation.profileDir) await summariseProfiles(cluster, installation.profileDir, { from, to })
    const { rate, seconds, sent, acked, delivered, ackMs, deliverMs, lateMs, verdict } = result
    for (const example of verdict.examples) progress(example)
    return {
      ...{ scenario: 'latency', rate, seconds, sent, acked, delivered, ...faultsOf(verdict) },
      ...{
        commandMs,
        eventMs,
        ackMs,
        deliverMs,
        lateMs,
        floorMs: lower(before, after),
        floorBeforeMs: before,
        floorAfterMs: after,
        ...usage,
      },
      ...{ idleCpuSeconds, connections: ends.length, gateways: args.gateways, processes: args.processes, transport: args.transport },
    }
  } finally {
    await installation.close()
  }
}

async function measure(
  installation: Installation,
  ends: ReturnType<typeof endsOf>,
  args: Arguments,
  progress: (line: string) => void,
): Promise<Measured> {
  const { cluster } = installation
  const generator = await connectedGenerator(ends, progress)
  try {
    const pids = () => pidsByRole(cluster, generator)
    const readings = { measuring: readUsage(pids()), measured: readUsage(pids()) }
    const times = { measuring: 0, measured: 0 }
    progress(`${args.rate}/s: ${args.warmupMs / 1000} s to warm up, then ${args.durationMs / 1000} s measured`)
    const { rate, warmupMs, durationMs } = args
    const result = await generator.run({ rate, warmupMs, durationMs, graceMs, settleMs }, (phase) => {
      times[phase] = Number(process.hrtime.bigint()) / 1e6
      readings[phase] = readUsage(pids())
      progress(phase === 'measuring' ? 'measuring' : 'waiting for what is on the way')
    })
    return { result, usage: usageBetween(readings.measuring, readings.measured), from: times.measuring, to: times.measured }
  } finally {
    generator.close()
  }
}

/** Of the servers the floor probe itself is the load. */
const rolesOnly = (cpuSeconds: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(cpuSeconds).filter(([role]) => roleNames.some((name) => name === role)))

/** A floor is a lower bound: noise of the machine only ever raises it. */
const lower = (a: Percentiles, b: Percentiles): Percentiles => (a.p50 <= b.p50 ? a : b)
