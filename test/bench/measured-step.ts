// One window of load, what it was served with and what the machine spent on it.
import { type Burners, startBurners } from '../load/burners.ts'
import type { Cluster } from '../load/cluster.ts'
import type { Arguments } from './arguments.ts'
import type { Generator } from './generator.ts'
import { connectedGenerator, endsOf, gatewayAddresses, type Installation, pidsByName } from './installation.ts'
import type { Step, StepResult } from './paired-load.ts'
import { readUsage, type Spent, spentBetween } from './process-usage.ts'
import { type VacuumWatch, watchVacuum } from './vacuum-watch.ts'

export interface MeasuredStep {
  readonly result: StepResult
  readonly spent: Spent
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
  { cluster, people }: Installation,
  args: Arguments,
  progress: (line: string) => void,
  work: (measure: MeasureStep) => Promise<T>,
): Promise<T> {
  const generator = await connectedGenerator(endsOf(people, gatewayAddresses(cluster), args.transport), progress)
  const burners = args.burn === undefined ? null : startBurners(args.burn)
  const vacuum = watchVacuum(cluster.servers.postgresUrl)
  try {
    return await work(measureOn({ cluster, generator, burners, vacuum }))
  } finally {
    generator.close()
    burners?.close()
    await vacuum.close()
  }
}

interface UnderLoad {
  readonly cluster: Cluster
  readonly generator: Generator
  /** At work in the measured time alone: before it everything is to run as it does for days. */
  readonly burners: Burners | null
  readonly vacuum: VacuumWatch
}

function measureOn({ cluster, generator, burners, vacuum }: UnderLoad): MeasureStep {
  let refusedBefore = 0
  return async (step) => {
    const pids = () => pidsByName(cluster, generator, burners)
    const readings = { measuring: readUsage(pids()), measured: readUsage(pids()) }
    const times = { measuring: 0, measured: 0 }
    let vacuumSeconds = 0
    const result = await generator.run(step, (phase) => {
      times[phase] = Number(process.hrtime.bigint()) / 1e6
      readings[phase] = readUsage(pids())
      if (phase === 'measuring') {
        burners?.burn()
        vacuum.begin()
      } else {
        burners?.rest()
        vacuumSeconds = vacuum.end()
      }
    })
    const refusedNow = Object.values(result.verdict.refused).reduce((a, b) => a + b, 0)
    const refused = refusedNow - refusedBefore
    refusedBefore = refusedNow
    const spent = spentBetween(readings.measuring, readings.measured)
    return { result, spent, vacuumSeconds, refused, from: times.measuring, to: times.measured }
  }
}
