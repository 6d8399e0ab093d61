// A process of a mutation run: it loads the tests once, with every mutated file full of switches, and runs for each mutant the units that
// it is told, until one fails. One argument says what to load, in JSON. Where a mutant acts from the first line on, it is for that one alone.
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { endGroups, type Unit, unitsWhile } from './kept-tests.ts'
import { readMutatedFiles } from './mutated-files.ts'
import { EndlessMutantError, installSwitchboard } from './switchboard.ts'
import { withSwitches } from './switches.ts'

export interface ProcessSetup {
  readonly root: string
  readonly mutated: readonly string[]
  readonly tests: readonly string[]
  /** Tests with this in their title, or in that of their group, are left out; empty for none. */
  readonly leftOut: string
  /** Acts while the files are loaded. */
  readonly active: number | null
}

export interface UnitReport {
  readonly file: string
  readonly name: string
  readonly tookMs: number
  /** Mutants that it comes by, and how often. */
  readonly hits: readonly (readonly [id: number, count: number])[]
}

export type Asked =
  | { readonly ask: 'end' }
  | { readonly ask: 'baseline' }
  | { readonly ask: 'mutant'; readonly id: number; readonly units: readonly number[]; readonly hitsMax: number }

export type Told =
  | { readonly tell: 'loaded'; readonly hits: readonly number[] }
  | { readonly tell: 'not loaded'; readonly why: string }
  | {
      readonly tell: 'baseline'
      readonly units: readonly UnitReport[]
      readonly failed: string | null
      readonly onlyOnce: readonly number[]
    }
  | {
      readonly tell: 'mutant'
      readonly id: number
      readonly ended: 'killed' | 'endless' | 'survived'
      /** The unit that failed. */
      readonly by: number | null
      /** Whether that unit passes again without the mutant. */
      readonly isClean: boolean
    }

/** Of a mutant that has the process for itself: more than all tests together come by any place. */
const aloneHitsMax = 100_000_000

const setup = JSON.parse(process.argv[2]!) as ProcessSetup
const switchboard = installSwitchboard()
switchboard.activate(setup.active, aloneHitsMax)
// That a property does not hold is enough: nobody reads the shortest example.
fc.configureGlobal({ endOnFailure: true })

const mutated = new Map(
  readMutatedFiles(setup.root, setup.mutated).map((file) => [pathToFileURL(join(setup.root, file.path)).href, file] as const),
)
/** What a test file gets for node:test, with the export by default that this repository's own files have not. */
const runnerUrl = 'skein-mutate:node-test'
const keptTests = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'kept-tests.ts')).href)
const runnerSource = `export * from ${keptTests}; export { test as default } from ${keptTests}`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' ? { url: runnerUrl, format: 'module', shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    if (url === runnerUrl) return { format: 'module', source: runnerSource, shortCircuit: true }
    const file = mutated.get(url)
    if (file === undefined) return next(url, context)
    return { format: 'module-typescript', source: withSwitches(file.text, file.mutants, file.firstId), shortCircuit: true }
  },
})

const tell = (told: Told) => process.send!(told)
const units: Unit[] = []

async function load(): Promise<void> {
  for (const path of setup.tests) {
    const url = pathToFileURL(join(setup.root, path)).href
    const made = await unitsWhile(path, () => import(url))
    units.push(...made.filter(({ name }) => setup.leftOut === '' || !name.includes(setup.leftOut)))
  }
}

async function passes(unit: Unit): Promise<true | 'fails' | 'endless'> {
  try {
    await unit.run()
    return true
  } catch (error) {
    return error instanceof EndlessMutantError ? 'endless' : 'fails'
  }
}

/** Twice: what is come by at the first time alone is kept by somebody for good, as if it had been loaded. */
async function baseline(): Promise<void> {
  const reports: UnitReport[] = []
  const firstly = new Set<number>()
  const always = new Set<number>()
  let failed: string | null = null
  for (const unit of units) {
    let passed: Awaited<ReturnType<typeof passes>> = true
    const run = async () => {
      passed = await passes(unit)
    }
    for (const id of (await switchboard.watch(run)).keys()) firstly.add(id)
    if (passed !== true) failed ??= `${unit.file}: ${unit.name}`
    const from = performance.now()
    const hits = await switchboard.watch(run)
    for (const id of hits.keys()) always.add(id)
    reports.push({ file: unit.file, name: unit.name, tookMs: performance.now() - from, hits: [...hits] })
  }
  tell({ tell: 'baseline', units: reports, failed, onlyOnce: [...firstly].filter((id) => !always.has(id)) })
}

async function runMutant({ id, units: wanted, hitsMax }: Extract<Asked, { ask: 'mutant' }>): Promise<void> {
  for (const by of wanted) {
    if (setup.active === null) switchboard.activate(id, hitsMax)
    const passed = await passes(units[by]!)
    if (setup.active === null) switchboard.activate(null)
    if (passed === true) continue
    const isClean = setup.active === null && (await passes(units[by]!)) === true
    return void tell({ tell: 'mutant', id, ended: passed === 'endless' ? 'endless' : 'killed', by, isClean })
  }
  tell({ tell: 'mutant', id, ended: 'survived', by: null, isClean: true })
}

/** Nobody waits for longer for what tests prepared to be cleared. */
const endTimeoutMs = 10_000

async function end(): Promise<void> {
  setTimeout(() => process.exit(), endTimeoutMs).unref()
  await endGroups().catch(() => {})
  process.exit()
}

const answers = { baseline, mutant: runMutant, end } as const
process.on('message', (asked: Asked) => void answers[asked.ask](asked as never))
process.on('disconnect', () => void end())

try {
  const hits = await switchboard.watch(load)
  tell({ tell: 'loaded', hits: [...hits.keys()] })
} catch (error) {
  tell({ tell: 'not loaded', why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
