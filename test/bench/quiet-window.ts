// A window of load that others on the machine left alone. Where they used it meanwhile a window says little: it is measured again, and of
// those that were all disturbed the least disturbed stands, and says so.
import type { MeasuredStep, MeasureStep } from './measured-step.ts'
import type { Step } from './paired-load.ts'
import type { Spent } from './process-usage.ts'

export const windowsMax = 5
/** Everything has run before, and what was left over has settled. */
const againWarmupMs = 5_000

export const quietWindow = (measure: MeasureStep, step: Step, progress: (line: string) => void): Promise<MeasuredStep> =>
  leastDisturbed((first) => measure(first ? step : { ...step, warmupMs: Math.min(step.warmupMs, againWarmupMs) }), progress)

/** Of whatever windows: the first that is quiet, or else the least disturbed. */
export async function leastDisturbed<T extends { readonly spent: Pick<Spent, 'disturbed' | 'othersShare'> }>(
  measure: (first: boolean) => Promise<T>,
  progress: (line: string) => void,
): Promise<T> {
  let best = await measure(true)
  for (let window = 2; best.spent.disturbed && window <= windowsMax; window++) {
    progress(`others used ${Math.round(best.spent.othersShare * 100)}% of the machine: window ${window} of ${windowsMax}`)
    const next = await measure(false)
    if (next.spent.othersShare < best.spent.othersShare) best = next
  }
  return best
}
