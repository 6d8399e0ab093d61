// One window of load, what it was served with, what the machine spent on it and what was asked of the servers.
import { type Burners, startBurners } from '../load/burners.ts'
import type { Arguments } from './arguments.ts'
import { connectedGenerator, type Generator } from './generator.ts'
import { burnerName, messageBytes } from './installation.ts'
import type { LoadTarget } from './load-target.ts'
import type { Step, StepResult } from './paired-load.ts'
import { readUsage, type Spent, spentBetween } from './process-usage.ts'
import { countRequests, type RequestCounter, type RequestCounts, requestsBetween } from './request-counts.ts'
import { type VacuumWatch, watchVacuum } from './vacuum-watch.ts'

export interface MeasuredStep {
  readonly result: StepResult
  readonly spent: Spent
  /** Empty where who counts did not answer. */
  readonly requests: RequestCounts
  readonly vacuumSeconds: number
  /** In this window, its warm-up included. */
  readonly refused: number
  /** process.hrtime at both ends of the measured time, milliseconds. */
  readonly from: number
  readonly to: number
}

export type MeasureStep = (step: Step) => Promise<MeasuredStep>

/** `work` measures windows of one load, on the same people and connections. */
export async function underLoad<T>(
  target: LoadTarget,
  { burn }: Pick<Arguments, 'burn'>,
  progress: (line: string) => void,
  work: (measure: MeasureStep) => Promise<T>,
): Promise<T> {
  progress(`connecting ${target.ends.length} people`)
  const generator = await connectedGenerator(target.ends, messageBytes)
  const burners = burn === undefined ? null : startBurners(burn)
  const vacuum = target.servers && watchVacuum(target.servers.postgresUrl)
  const counter = countRequests(target)
  try {
    return await work(measureOn({ target, generator, burners, vacuum, counter }))
  } finally {
    generator.close()
    burners?.close()
    await Promise.all([vacuum?.close(), counter.close()])
  }
}

interface UnderLoad {
  readonly target: LoadTarget
  readonly generator: Generator
  /** At work in the measured time alone: before it everything is to run as it does for days. */
  readonly burners: Burners | null
  readonly vacuum: VacuumWatch | null
  readonly counter: RequestCounter
}

function measureOn({ target, generator, burners, vacuum, counter }: UnderLoad): MeasureStep {
  let refusedBefore = 0
  const pids = () => ({ ...target.pids(), generator: [generator.pid], ...(burners ? { [burnerName]: burners.pids } : {}) })
  return async (step) => {
    const readings = { measuring: readUsage(pids()), measured: readUsage(pids()) }
    const counts: Record<string, Promise<RequestCounts | null>> = {}
    const times = { measuring: 0, measured: 0 }
    let vacuumSeconds = 0
    const result = await generator.run(step, (phase) => {
      times[phase] = Number(process.hrtime.bigint()) / 1e6
      readings[phase] = readUsage(pids())
      counts[phase] = counter.read()
      if (phase === 'measuring') {
        burners?.burn()
        vacuum?.begin()
      } else {
        burners?.rest()
        vacuumSeconds = vacuum?.end() ?? 0
      }
    })
    const requests = requestsBetween((await counts.measuring) ?? null, (await counts.measured) ?? null)
    const refusedNow = Object.values(result.verdict.refused).reduce((a, b) => a + b, 0)
    const refused = refusedNow - refusedBefore
    refusedBefore = refusedNow
    const spent = spentBetween(readings.measuring, readings.measured)
    return { result, spent, requests, vacuumSeconds, refused, from: times.measuring, to: times.measured }
  }
}
