// `make fault`: breaks things under load and counts what was lost, repeated, hidden or reordered. Exit 1 unless nothing was.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { defaultLayout, type Layout, layoutNames } from '@skein/server'
import { shareOf } from '../load/burners.ts'
import type { ClusterRuns, LoadOptions } from './cluster-runs.ts'
import { openClusterRuns } from './cluster-runs.ts'
import { embeddedFaults } from './embedded-faults.ts'
import { runEmbedded } from './embedded-run.ts'
import type { Journal } from './journal.ts'
import { usualOutageMsMax } from './outage-marks.ts'
import { combined, table } from './report.ts'
import { chooseScenarios, neverLeftOut, type ScenarioChoice } from './scenario-choice.ts'
import { scenarioFaults, scenarioNames } from './scenarios.ts'
import { scenariosAgain } from './second-run.ts'
import type { Verdict } from './verdict.ts'
import { failures, judge } from './verdict.ts'

const listed = layoutNames.map((layout) => `  ${layout.padEnd(6)} ${scenarioNames(layout).join(', ')}`).join('\n')

const help = `Usage: make fault SCENARIO=name [LAYOUT=hot|roles] [BURN=share] [SECONDS=n] [SEED=n] [JSON=file]
       node test/faults/main.ts --scenario name [options]

Scenarios, by the layout of the processes:
${listed}
Several are named with commas between; all runs every one, and with --within as many as there is time for.

  --layout L       hot: gateway, API, processor and delivery in one process, the projector in another, two of each (restart-hot: one of
                   the former); roles: two processes of each role (${defaultLayout})
  --json FILE      results as JSON: one object, of several scenarios a list of them
  --seconds N      load for so long, the fault in the middle (40; at least 60 where two are restarted one after the other, 80 where three are)
  --within S       leave out what does not fit in so many seconds, but never ${neverLeftOut[defaultLayout].join(', ')}
                   (roles: kill-processor for the first); which of the others are left out is chosen by --seed, and told
  --burn SHARE     beside it a process for each core takes this share of it, 1 as a compiler would, from the first send until all has settled
  --crowd N        so many people who are never there come into the largest group, and leave, again and again (200; up to 100,000, with those who
                   are there); of members the load lasts until all of them were in and are out again
  --rate N         sends per second (500; never more than 100 where all are sent everything once more, and on three brokers)
  --seed N         choices of the load (random)
  --journal FILE   keep everything each run saw in FILE.scenario, to be judged again
  --logs DIR       keep the logs of the role processes
  --judge FILE     judge such a journal, and run nothing
  --list           print the scenarios asked for, one a line, and run nothing
  --again FILE     print those of them that by the results in FILE are worth a second run, as nothing was wrong but the outages of few, and run
                   nothing
  -h, --help       this text

Exit code 1 unless every count is 0, everything sent and every revoke, edit and deletion was acked, no outage was longer than outageMsMax (10 s,
beside burners 15 s, or the scenario's own where that is larger, which its evidence explains), and the fault was really injected. Of a log that
was cut, what was acked before and cut off is lost, must be all that is lacking, and every device must be told.
`

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    layout: { type: 'string', default: defaultLayout },
    json: { type: 'string' },
    seconds: { type: 'string', default: '40' },
    within: { type: 'string' },
    burn: { type: 'string' },
    crowd: { type: 'string' },
    rate: { type: 'string' },
    seed: { type: 'string' },
    journal: { type: 'string' },
    logs: { type: 'string' },
    judge: { type: 'string' },
    list: { type: 'boolean', default: false },
    again: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

/** Every comparison of views rebuilds what all runs before it left in the log: after so many, a new cluster is quicker. */
const runsPerCluster = 6

const startedAt = performance.now()
const clock = () => `${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(7)} s`

interface Runs {
  readonly layout: Layout
  on(brokers: 1 | 3): Promise<ClusterRuns>
}

async function runScenario(scenario: string, runs: Runs, options: LoadOptions): Promise<Verdict> {
  const journals: Journal[] = []
  if (scenario in embeddedFaults) journals.push(await runEmbedded(scenario, options))
  for (const fault of scenarioFaults[runs.layout][scenario] ?? [])
    journals.push(await (await runs.on(fault.brokers ?? 1)).run(scenario, fault, options))
  if (values.journal)
    for (const [i, journal] of journals.entries())
      writeFileSync(`${values.journal}.${scenario}${i > 0 ? `.${i}` : ''}`, JSON.stringify(journal))
  return combined(journals.map(judge))
}

async function main(): Promise<number> {
  if (values.help) {
    console.log(help)
    return 0
  }
  if (values.judge) return tell([judge(JSON.parse(readFileSync(values.judge, 'utf8')) as Journal)], false)
  const layout = layoutNames.find((name) => name === values.layout)
  if (!layout) {
    console.error(`there is no layout ${values.layout}\n\n${help}`)
    return 2
  }
  const burn = values.burn === undefined ? undefined : shareOf(values.burn)
  if (burn === null) {
    console.error(`--burn must be more than 0 and at most 1\n\n${help}`)
    return 2
  }
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  const asked = values.scenario ?? ''
  const choice = chosen(asked, layout, seed)
  if (typeof choice === 'string') {
    console.error(`${choice}\n\n${help}`)
    return 2
  }
  const { wanted, left } = choice
  if (left.length > 0) console.error(`left out by seed ${seed}, as there is time for ${values.within} s: ${left.join(', ')}`)
  if (values.list) return print(wanted)
  if (values.again) return print(scenariosAgain(JSON.parse(readFileSync(values.again, 'utf8')) as Verdict[], wanted))
  let opened: ClusterRuns | null = null
  const close = async () => {
    const closing = opened
    opened = null
    await closing?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().finally(() => process.exit(130)))
  let runsHere = 0
  const progressOf = (scenario: string) => (line: string) => console.error(`${clock()}  ${scenario.padEnd(14)}  ${line}`)
  const verdicts: Verdict[] = []
  try {
    for (const scenario of wanted) {
      const progress = progressOf(scenario)
      const rate = values.rate === undefined ? undefined : Number(values.rate)
      const crowd = values.crowd === undefined ? undefined : Number(values.crowd)
      const options = { seed, rate, seconds: Number(values.seconds), burn, crowd, progress }
      if (scenario in embeddedFaults || runsHere >= runsPerCluster) {
        await close()
        runsHere = 0
      }
      const on = async (brokers: 1 | 3) => {
        if (opened?.brokers !== brokers) {
          await close()
          runsHere = 0
        }
        opened ??= await openClusterRuns({ brokers, layout, progress, keepLogs: values.logs })
        runsHere++
        return opened
      }
      const verdict = await runScenario(scenario, { layout, on }, options).catch((error) => unfinished(scenario, seed, error))
      verdicts.push(verdict)
      progress(failures(verdict).length === 0 ? 'passed' : `FAILED: ${failures(verdict).join(', ')}`)
      if (failures(verdict).length > 0) console.error(JSON.stringify(verdict.evidence, null, 2))
    }
  } finally {
    await close()
  }
  return tell(verdicts, asked === 'all' || wanted.length > 1)
}

/** A text where what was asked for cannot be. */
function chosen(asked: string, layout: Layout, seed: number): ScenarioChoice | string {
  const withinSeconds = values.within === undefined ? Number.POSITIVE_INFINITY : Number(values.within)
  if (!(withinSeconds > 0)) return '--within must be more than 0'
  const choice = chooseScenarios(asked, layout, { withinSeconds, loadSeconds: Number(values.seconds), seed })
  if (choice.unknown.length > 0) return `there is no scenario ${choice.unknown.join(', ')} in layout ${layout}`
  return asked === '' ? 'name a scenario' : choice.wanted.length === 0 ? `nothing fits in ${withinSeconds} s` : choice
}

/** A run that broke off shows nothing, and fails. */
function unfinished(scenario: string, seed: number, error: unknown): Verdict {
  const counted = { missing: 0, duplicated: 0, gaps: 0, misordered: 0, neverShownLive: 0, leaked: 0, unreadWrong: 0, viewsDiffer: 0 }
  const none = { sent: 0, acked: 0, controls: 0, controlsAcked: 0, ...counted, lost: 0, longestOutageMs: 0, outageMsMax: usualOutageMsMax }
  const evidence = { injected: false, error: String(error), cause: String((error as Error).cause ?? '') }
  return { scenario, seed, ...none, evidence }
}

function print(names: readonly string[]): number {
  for (const name of names) console.log(name)
  return 0
}

function tell(verdicts: readonly Verdict[], list: boolean): number {
  if (values.json) writeFileSync(values.json, `${JSON.stringify(list ? verdicts : verdicts[0], null, 2)}\n`)
  console.log(table(verdicts))
  return verdicts.every((verdict) => failures(verdict).length === 0) ? 0 : 1
}

process.exit(await main())
