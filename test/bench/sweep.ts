// What each of some rates is served with, one after the other on the same servers, people and connections, each beside the two-hop floor of
// the same rate. It ends with the first rate of which too little is served: what came behind would measure the queue that it left.
import type { Arguments } from './arguments.ts'
import { probeFloor, warmUpBroker } from './floor.ts'
import { startInstallation, targetOf } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import { type MeasureStep, underLoad } from './measured-step.ts'
import type { Step } from './paired-load.ts'
import { quietWindow } from './quiet-window.ts'
import { isClean, resultOf, setupOf } from './report.ts'
import { headLine, type SweepResult, type SweptRate, sweptLine } from './sweep-table.ts'

export const sweepRates = [500, 1_000, 1_500, 2_000, 2_500, 3_000] as const
const servedShare = 0.9
/** Before all of them; each of them has little to get used to. */
const firstRate = 1_000
const stepWarmupMs = 5_000
const floorMs = 10_000
const graceMs = 5_000
const settleMs = 15_000

export async function benchSweep(args: Arguments, progress: (line: string) => void): Promise<SweepResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    const { cluster } = installation
    progress('warming up the broker')
    await warmUpBroker(cluster)
    return await underLoad(targetOf(installation, args.transport), args, progress, async (measure) => {
      progress(`${firstRate}/s for ${args.warmupMs / 1000} s, to warm up`)
      const floor = (rate: number) => probeFloor(cluster, { rate, durationMs: floorMs })
      await measure(stepOf(firstRate, args.warmupMs, 1_000))
      progress(headLine)
      const rates = await sweep((rate) => sweptRate(rate, { measure, floor, durationMs: args.durationMs, progress }))
      return { scenario: 'sweep', ...setupOf(args), rates }
    })
  } finally {
    await installation.close()
  }
}

/** One rate after the other, until too little of one is acknowledged. */
export async function sweep<R extends { readonly sent: number; readonly acked: number }>(at: (rate: number) => Promise<R>): Promise<R[]> {
  const rates: R[] = []
  for (const rate of sweepRates) {
    const result = await at(rate)
    rates.push(result)
    if (result.acked < servedShare * result.sent) break
  }
  return rates
}

const stepOf = (rate: number, warmupMs: number, durationMs: number): Step => ({ rate, warmupMs, durationMs, graceMs, settleMs })

interface Sweeping {
  readonly measure: MeasureStep
  readonly floor: (rate: number) => Promise<Percentiles>
  readonly durationMs: number
  readonly progress: (line: string) => void
}

async function sweptRate(rate: number, { measure, floor, durationMs, progress }: Sweeping): Promise<SweptRate> {
  const floorNow = await floor(rate)
  const step = await quietWindow(measure, stepOf(rate, stepWarmupMs, durationMs), progress)
  const swept = {
    ...resultOf('sweep', step),
    floorMs: floorNow,
    refusedHere: step.refused,
    settled: step.result.settled,
  }
  progress(sweptLine(swept))
  for (const example of step.result.verdict.examples) progress(example)
  return swept
}

/**
 * What may never happen counts at every rate. What is not shown live counts up to the first rate that was too much: there a push may be
 * withheld, and its device is told to sync.
 */
export function isSweptClean({ rates }: SweepResult): boolean {
  const last = rates.at(-1)!
  const beyond = rates.findIndex(({ settled, refusedHere }) => !settled || refusedHere > 0)
  const { lost, gaps } = (beyond < 0 ? last : rates[beyond - 1]) ?? { lost: 0, gaps: 0 }
  return isClean({ ...last, lost, gaps })
}
