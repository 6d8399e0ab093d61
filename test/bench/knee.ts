// The knee: the highest rate at which nearly all is served in time. Doubles until a rate is not served, then halves the
// interval between the best and the worst; each rate on the same people and connections, after what was before has settled.
import type { Arguments } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { startInstallation } from './installation.ts'
import { type MeasuredStep, underLoad } from './measured-step.ts'
import type { StepResult } from './paired-load.ts'
import { type BenchResult, resultOf, setupOf } from './report.ts'

const firstRate = 1000
const highestRate = 64_000
/** Bisection ends when the interval is below this share of the served rate. */
const precision = 0.1
const stepWarmupMs = 4_000
const stepMs = 12_000
const graceMs = 1_000
const settleMs = 20_000
const servedShare = 0.999
const p99MaxMs = 250

interface Tried extends MeasuredStep {
  readonly why: string
}

export async function benchKnee(args: Arguments, progress: (line: string) => void): Promise<BenchResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    const { cluster } = installation
    progress('warming up the broker')
    await warmUpBroker(cluster)
    return await underLoad(installation, args, progress, async (measure) => {
      const attempt = async (rate: number, warmupMs = stepWarmupMs): Promise<Tried> => {
        const step = await measure({ rate, warmupMs, durationMs: stepMs, graceMs, settleMs })
        const tried = { ...step, why: whyNot(step.result, step.refused) }
        progress(describe(tried))
        return tried
      }
      return { ...kneeOf(await search(attempt, args.warmupMs), progress), ...setupOf(args) }
    })
  } finally {
    await installation.close()
  }
}

async function search(
  attempt: (rate: number, warmupMs?: number) => Promise<Tried>,
  warmupMs: number,
): Promise<{ best: Tried; tried: Tried[] }> {
  const tried: Tried[] = []
  // A rate is not served when it fails twice: a moment's noise, or what the last overload left behind, must not decide.
  const serve = async (rate: number, warmup?: number) => {
    const first = await attempt(rate, warmup)
    tried.push(first)
    if (first.why === '') return first
    const second = await attempt(rate)
    tried.push(second)
    return second
  }
  let best = await serve(firstRate, Math.max(warmupMs, stepWarmupMs))
  let low = best.why === '' ? firstRate : 0
  let high = low === 0 ? firstRate : highestRate * 2
  const take = (outcome: Tried) => {
    if (outcome.why === '') {
      best = outcome
      low = outcome.result.rate
    } else high = outcome.result.rate
  }
  while (low > 0 && low * 2 < high) take(await serve(low * 2))
  while (high - low > Math.max(100, precision * low)) take(await serve(Math.round((low + high) / 2 / 50) * 50))
  return { best, tried }
}

function whyNot(result: StepResult, refused: number): string {
  const { sent, acked, delivered, ackMs, deliverMs } = result
  const reasons = [
    acked < servedShare * sent ? `${((acked / sent) * 100).toFixed(1)}% acked` : '',
    delivered < servedShare * sent ? `${((delivered / sent) * 100).toFixed(1)}% delivered` : '',
    Math.max(deliverMs.p99, ackMs.p99) > p99MaxMs ? `p99 ${Math.max(deliverMs.p99, ackMs.p99).toFixed(0)} ms` : '',
    refused > 0 ? `${refused} refused` : '',
  ]
  return reasons.filter(Boolean).join(', ')
}

function describe({ result, why, spent }: Tried): string {
  const { rate, deliverMs, lateMs } = result
  const timing = `delivered p50 ${deliverMs.p50.toFixed(1)} p99 ${deliverMs.p99.toFixed(1)} ms, generator late p99 ${lateMs.p99.toFixed(1)} ms`
  return `${String(rate).padStart(6)}/s  ${why === '' ? 'served' : `NOT served: ${why}`}  (${timing}${spent.disturbed ? ', DISTURBED' : ''})`
}

/** Of overloaded rates only what may never happen counts: a withheld push is resynced there, as the protocol says. */
function kneeOf({ best, tried }: { best: Tried; tried: readonly Tried[] }, progress: (line: string) => void): BenchResult {
  const last = tried.at(-1)!.result.verdict
  for (const example of last.examples) progress(example)
  const { duplicated, misordered, leaked } = last
  const result = resultOf('knee', best)
  return {
    ...{ ...result, rate: best.why === '' ? result.rate : 0, duplicated, misordered, leaked },
    steps: tried.map(({ result: step, why }) => ({
      rate: step.rate,
      served: why === '',
      why,
      deliverMs: step.deliverMs,
      ackMs: step.ackMs,
    })),
  }
}
