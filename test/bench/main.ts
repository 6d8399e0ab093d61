// The bench: measures the product on real servers of its own, or the load generator alone. Exit code 0 when it was served
// cleanly, 1 when anything was lost, duplicated, left out or out of order, 2 when it could not be measured.
import { ArgumentError, type Arguments, help, readArguments } from './arguments.ts'
import { benchEmbedded, printEmbedded } from './embedded.ts'
import { benchFanout, isFanoutClean, printFanout } from './fanout.ts'
import { benchIdle, printIdle } from './idle.ts'
import { benchKnee } from './knee.ts'
import { benchLargeGroup, isLargeGroupClean, printLargeGroup } from './large-group.ts'
import { benchLatency } from './latency.ts'
import { benchNull } from './null-bench.ts'
import { benchOverload, printOverload } from './overload.ts'
import { windowsMax } from './quiet-window.ts'
import type { BenchResult } from './report.ts'
import { isClean, printResult, writeJson } from './report.ts'
import { benchSweep, isSweptClean, sweepRates } from './sweep.ts'
import { printSweep } from './sweep-table.ts'

/** Beyond what the scenario itself takes: start, probes, ends. */
const overheadMs = 600_000
/** Of a window beyond the measured time: it is warmed up, and settles. */
const windowOverheadMs = 30_000
/** Some ten rates, those that are not served more than once; or a hundred thousand people, and fifteen windows. */
const longMs = 1_800_000

const startedAt = performance.now()
const progress = (line: string) => console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`)

async function main(args: Arguments): Promise<number> {
  if (args.help) {
    console.log(help)
    return 0
  }
  const windows = windowsMax * (args.sweep ? sweepRates.length : 1)
  const long = args.knee || args.overload || args.embedded || args.scenario !== undefined
  const budgetMs = overheadMs + args.warmupMs + windows * (args.durationMs + windowOverheadMs) + (long ? longMs : 0)
  setTimeout(() => {
    console.error(`gave up after ${budgetMs / 1000} s`)
    process.exit(2)
  }, budgetMs).unref()
  if (args.idle !== undefined) {
    const idle = await benchIdle({ ...args, idle: args.idle }, progress)
    printIdle(idle)
    writeJson(args.json, idle)
    return 0
  }
  if (args.sweep) {
    const swept = await benchSweep(args, progress)
    printSweep(swept)
    writeJson(args.json, swept)
    return isSweptClean(swept) ? 0 : 1
  }
  if (args.scenario) return benchGroups(args)
  const result = await bench(args)
  writeJson(args.json, result)
  return isClean(result) ? 0 : 1
}

async function benchGroups(args: Arguments): Promise<number> {
  if (args.scenario === 'large-group') {
    const sized = await benchLargeGroup(args, progress)
    printLargeGroup(sized)
    writeJson(args.json, sized)
    return isLargeGroupClean(sized) ? 0 : 1
  }
  const fanned = await benchFanout(args, progress)
  printFanout(fanned)
  writeJson(args.json, fanned)
  return isFanoutClean(fanned) ? 0 : 1
}

async function bench(args: Arguments): Promise<BenchResult> {
  if (args.overload) return printed(await benchOverload(args, progress), printOverload)
  if (args.embedded) return printed(await benchEmbedded(args, progress), printEmbedded)
  if (args.againstNull) return printed(await benchNull(args))
  return printed(await (args.knee ? benchKnee : benchLatency)(args, progress))
}

function printed<R extends BenchResult>(result: R, more: (result: R) => void = () => {}): R {
  printResult(result)
  more(result)
  return result
}

try {
  process.exit(await main(readArguments(process.argv.slice(2))))
} catch (error) {
  if (error instanceof ArgumentError) console.error(`${error.message}\n\n${help}`)
  else console.error(error)
  process.exit(2)
}
