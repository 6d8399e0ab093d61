// The main scenario: one rate for some time, and the two-hop floor at the same rate before and after it.
import type { Arguments } from './arguments.ts'
import { probeFloor, warmUpBroker } from './floor.ts'
import { pidsByName, startInstallation, targetOf } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import { underLoad } from './measured-step.ts'
import { readUsage, spentBetween } from './process-usage.ts'
import { summariseProfiles } from './profile.ts'
import { quietWindow } from './quiet-window.ts'
import { type BenchResult, resultOf, setupOf } from './report.ts'
import { readStages } from './stages.ts'

const floorMs = 10_000
const graceMs = 5_000
const settleMs = 10_000
/** What others took back is to be recovered from under load. */
const afterBurnMs = 15_000

export async function benchLatency(args: Arguments, progress: (line: string) => void): Promise<BenchResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    const { cluster } = installation
    const { rate, warmupMs, durationMs } = args
    progress('warming up the broker')
    await warmUpBroker(cluster)
    progress(`two-hop floor at ${rate}/s, before`)
    const idle = readUsage(pidsByName(cluster))
    const before = await probeFloor(cluster, { rate, durationMs: floorMs })
    const spentIdle = spentBetween(idle, readUsage(pidsByName(cluster)))
    const measured = await underLoad(targetOf(installation, args.transport), args, progress, (measure) => {
      progress(`${rate}/s: ${warmupMs / 1000} s to warm up, then ${durationMs / 1000} s measured`)
      const afterMs = args.burn === undefined ? 0 : afterBurnMs
      return quietWindow(measure, { rate, warmupMs, durationMs, graceMs, settleMs, afterMs }, progress)
    })
    const { result, from, to } = measured
    const epoch = Date.now() - Number(process.hrtime.bigint()) / 1e6
    const { commandMs, eventMs } = await readStages(cluster, epoch + from, epoch + to)
    progress(`delivered p50 ${result.deliverMs.p50} p99 ${result.deliverMs.p99} ms; two-hop floor at ${rate}/s, after`)
    const after = await probeFloor(cluster, { rate, durationMs: floorMs })
    // Of the servers the floor probe itself is the load.
    const roles = new Set(cluster.children.map(({ name }) => name))
    const idleCpuSeconds = Object.fromEntries(Object.entries(spentIdle.cpuSeconds).filter(([name]) => roles.has(name)))
    const profile = installation.profileDir ? await summariseProfiles(cluster, installation.profileDir, measured) : {}
    for (const example of result.verdict.examples) progress(example)
    return {
      ...{ ...resultOf('latency', measured), commandMs, eventMs },
      ...{ floorMs: lower(before, after), floorBeforeMs: before, floorAfterMs: after, idleCpuSeconds, ...profile, ...setupOf(args) },
    }
  } finally {
    await installation.close()
  }
}

/** A floor is a lower bound: noise of the machine only ever raises it. */
const lower = (a: Percentiles, b: Percentiles): Percentiles => (a.p50 <= b.p50 ? a : b)
