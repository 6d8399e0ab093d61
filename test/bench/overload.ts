// What an installation does that is offered a fifth more than it can serve: its knee first, then 120% of that, on the same people and
// connections. What counts is how much it goes on serving (goodput: answers a second, whenever their message was due) and how long an answer
// takes from when it was last asked for; latency from the intended time grows without end here, as load does not wait.
import type { Arguments } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { startInstallation, targetOf } from './installation.ts'
import { findKnee, neverOf, stepsOf } from './knee.ts'
import { underLoad } from './measured-step.ts'
import { quietWindow } from './quiet-window.ts'
import { type BenchResult, resultOf, setupOf } from './report.ts'

export const overloadShare = 1.2
/** The queues are there by then. */
const overloadWarmupMs = 5_000
const graceMs = 5_000
/** What waits by the end of it is a few seconds' worth. */
const settleMs = 60_000

export interface OverloadResult extends BenchResult {
  readonly kneeRate: number
  /** Answers a second. */
  readonly goodput: number
  /** Of the knee. */
  readonly goodputShare: number
  /** In its windows alone. */
  readonly refusedHere: number
}

/** Throws when no rate is served: then there is nothing to offer more than. */
export async function benchOverload(args: Arguments, progress: (line: string) => void): Promise<OverloadResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    progress('warming up the broker')
    await warmUpBroker(installation.cluster)
    return await underLoad(targetOf(installation, args.transport), args, progress, async (measure) => {
      const { best, tried } = await findKnee(measure, args.warmupMs, progress)
      if (best.why !== '') throw new Error(`${best.result.rate}/s is not served: ${best.why}`)
      const kneeRate = best.result.rate
      const rate = Math.round(kneeRate * overloadShare)
      progress(`${rate}/s, ${overloadShare * 100}% of ${kneeRate}/s, for ${args.durationMs / 1000} s`)
      const step = { rate, warmupMs: overloadWarmupMs, durationMs: args.durationMs, graceMs, settleMs }
      const over = await quietWindow(measure, step, progress)
      for (const example of over.result.verdict.examples) progress(example)
      const { lost, gaps } = best.result.verdict
      const result = { ...resultOf('overload', over), lost, gaps, ...neverOf(over), refusedHere: over.refused }
      return { ...result, ...goodputOf(result, kneeRate), steps: stepsOf(tried), ...setupOf(args) }
    })
  } finally {
    await installation.close()
  }
}

export function goodputOf({ answered, seconds }: Pick<BenchResult, 'answered' | 'seconds'>, kneeRate: number) {
  const goodput = answered / seconds
  return { kneeRate, goodput, goodputShare: goodput / kneeRate }
}

export function printOverload({ kneeRate, goodput, goodputShare, rate, replyMs, refusedHere, lateForMs }: OverloadResult): void {
  console.log(
    `\n  the knee is ${kneeRate}/s; offered ${rate}/s, answered ${goodput.toFixed(0)}/s: ${(goodputShare * 100).toFixed(1)}% of the knee`,
  )
  console.log(
    `  a reply took p50 ${replyMs.p50.toFixed(0)} p99 ${replyMs.p99.toFixed(0)} ms from its last write; ${refusedHere} were refused`,
  )
  console.log(`  behind it what waited was answered within ${(lateForMs / 1000).toFixed(1)} s`)
}
