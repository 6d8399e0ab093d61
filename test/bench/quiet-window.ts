// A window of load that others on the machine left alone. Where they used it meanwhile a window says little: it is measured again, and of
// those that were all disturbed the least disturbed stands, and says so.
import type { MeasuredStep, MeasureStep } from './measured-step.ts'
import type { Step } from './paired-load.ts'

export const windowsMax = 5
/** Everything has run before, and what was left over has settled. */
const againWarmupMs = 5_000

export async function quietWindow(measure: MeasureStep, step: Step, progress: (line: string) => void): Promise<MeasuredStep> {
  let best = await measure(step)
  for (let window = 2; best.spent.disturbed && window <= windowsMax; window++) {
    progress(`others used ${Math.round(best.spent.othersShare * 100)}% of the machine: window ${window} of ${windowsMax}`)
    const next = await measure({ ...step, warmupMs: Math.min(step.warmupMs, againWarmupMs) })
    if (next.spent.othersShare < best.spent.othersShare) best = next
  }
  return best
}
