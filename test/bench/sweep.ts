// What each of some rates is served with, one after the other on the same servers, people and connections, each beside the two-hop floor of
// the same rate. It ends with the first rate of which too little is served: what came behind would measure the queue that it left.
import type { Arguments } from './arguments.ts'
import { probeFloor, warmUpBroker } from './floor.ts'
import { startInstallation } from './installation.ts'
import type { Percentiles } from './latencies.ts'
import { type MeasureStep, underLoad } from './measured-step.ts'
import type { Step } from './paired-load.ts'
import { quietWindow } from './quiet-window.ts'
import { type BenchResult, cpuMsPerMessage, isClean, resultOf, setupOf } from './report.ts'

export const sweepRates = [500, 1_000, 1_500, 2_000, 2_500, 3_000] as const
const servedShare = 0.9
/** Before all of them; each of them has little to get used to. */
const firstRate = 1_000
const stepWarmupMs = 5_000
const floorMs = 10_000
const graceMs = 5_000
const settleMs = 15_000

/** A rate and what it was served with. */
export interface SweptRate extends BenchResult {
  /** In its windows alone. */
  readonly refusedHere: number
  readonly settled: boolean
}

export interface SweepResult {
  readonly scenario: 'sweep'
  readonly rates: readonly SweptRate[]
  readonly [more: string]: unknown
}

export async function benchSweep(args: Arguments, progress: (line: string) => void): Promise<SweepResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    const { cluster } = installation
    progress('warming up the broker')
    await warmUpBroker(cluster)
    return await underLoad(installation, args, progress, async (measure) => {
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
  progress(line(swept))
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

const heads = ['rate/s', 'acked %', 'p50 ms', 'p99 ms', 'floor p50', 'x floor', 'CPU ms/msg', 'refused', 'vacuum s', 'others %']
const widths = heads.map((head) => Math.max(9, head.length + 2))
const headLine = heads.map((head, i) => head.padStart(widths[i]!)).join('')

function line(swept: SweptRate): string {
  const { rate, sent, acked, deliverMs, floorMs: floorHere, refusedHere, vacuumSeconds, othersShare, disturbed } = swept
  const cells = [
    String(rate),
    ((acked / sent) * 100).toFixed(1),
    deliverMs.p50.toFixed(1),
    deliverMs.p99.toFixed(1),
    floorHere!.p50.toFixed(1),
    (deliverMs.p50 / floorHere!.p50).toFixed(1),
    cpuMsPerMessage(swept).toFixed(2),
    String(refusedHere),
    String(vacuumSeconds),
    (othersShare * 100).toFixed(0),
  ]
  return `${cells.map((cell, i) => cell.padStart(widths[i]!)).join('')}${disturbed ? '  DISTURBED' : ''}`
}

export function printSweep(result: SweepResult): void {
  const { rates } = result
  const { lost, duplicated, gaps, misordered, leaked } = rates.at(-1)!
  console.log(`\nsweep, layout ${result.layout}; delivered, from the intended time of sending`)
  console.log(headLine)
  for (const swept of rates) console.log(line(swept))
  const names = Object.keys(rates[0]!.cpuSeconds)
  console.log(`\nCPU ms per message${names.map((name) => name.padStart(Math.max(9, name.length + 2))).join('')}`)
  for (const { rate, acked, cpuSeconds } of rates) {
    const each = names.map((name) => ((cpuSeconds[name]! * 1000) / acked).toFixed(3).padStart(Math.max(9, name.length + 2)))
    console.log(`${String(rate).padStart(14)}/s  ${each.join('')}`)
  }
  console.log(`\nover all of it: ${JSON.stringify({ lost, duplicated, gaps, misordered, leaked })}`)
}
