// The knee: the highest rate at which nearly all is served in time. Doubles until a rate is not served, then halves the
// interval between the best and the worst; each rate on the same people and connections, after what was before has settled.
import type { Arguments } from './arguments.ts'
import { warmUpBroker } from './floor.ts'
import { startInstallation, targetOf } from './installation.ts'
import { type MeasuredStep, type MeasureStep, underLoad } from './measured-step.ts'
import type { StepResult } from './paired-load.ts'
import { windowsMax } from './quiet-window.ts'
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

/** A rate, and why it is not served; empty where it is. */
export interface Tried extends MeasuredStep {
  readonly why: string
}

export interface Knee {
  /** The highest rate that was served; the lowest tried where none was. */
  readonly best: Tried
  readonly tried: readonly Tried[]
}

export async function benchKnee(args: Arguments, progress: (line: string) => void): Promise<BenchResult> {
  const installation = await startInstallation(args, { people: args.connections, progress })
  try {
    progress('warming up the broker')
    await warmUpBroker(installation.cluster)
    const knee = await underLoad(targetOf(installation, args.transport), args, progress, (measure) =>
      findKnee(measure, args.warmupMs, progress),
    )
    return { ...kneeResult(knee, progress), ...setupOf(args) }
  } finally {
    await installation.close()
  }
}

export async function findKnee(measure: MeasureStep, warmupMs: number, progress: (line: string) => void): Promise<Knee> {
  const attempt = async (rate: number, warmup: number): Promise<Tried> => {
    const step = await measure({ rate, warmupMs: warmup, durationMs: stepMs, graceMs, settleMs })
    const tried = { ...step, why: whyNot(step.result, step.refused) }
    progress(describe(tried))
    return tried
  }
  return search(attempt, warmupMs)
}

type Attempt = (rate: number, warmupMs: number) => Promise<Tried>

async function search(attempt: Attempt, warmupMs: number): Promise<Knee> {
  const tried: Tried[] = []
  const serve = (rate: number, warmup = stepWarmupMs) => served(attempt, rate, warmup, tried)
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

/**
 * A rate is not served when it fails twice: a moment's noise, or what the last overload left behind, must not decide. Nor must others: a
 * failure that they disturbed does not count, as long as there are windows left.
 */
export async function served(attempt: Attempt, rate: number, warmupMs: number, tried: Tried[]): Promise<Tried> {
  let failures = 0
  for (let window = 1; ; window++) {
    const last = await attempt(rate, window === 1 ? warmupMs : stepWarmupMs)
    tried.push(last)
    if (last.why !== '' && !last.spent.disturbed) failures += 1
    if (last.why === '' || failures === 2 || window === windowsMax) return last
  }
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

export function kneeResult({ best, tried }: Knee, progress: (line: string) => void): BenchResult {
  for (const example of tried.at(-1)!.result.verdict.examples) progress(example)
  const result = resultOf('knee', best)
  return { ...result, rate: best.why === '' ? result.rate : 0, ...neverOf(tried.at(-1)!), steps: stepsOf(tried) }
}

/** Of overloaded rates only what may never happen counts: a withheld push is resynced there, as the protocol says. */
export function neverOf({ result }: Pick<MeasuredStep, 'result'>): Pick<BenchResult, 'duplicated' | 'misordered' | 'leaked'> {
  const { duplicated, misordered, leaked } = result.verdict
  return { duplicated, misordered, leaked }
}

export const stepsOf = (tried: readonly Tried[]): object[] =>
  tried.map(({ result: { rate, deliverMs, ackMs }, why, spent: { disturbed } }) => ({
    rate,
    served: why === '',
    why,
    deliverMs,
    ackMs,
    disturbed,
  }))
