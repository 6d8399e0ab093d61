// A mutation run: which tests come by which mutant is found out once, then every mutant is given to those tests, cheapest first, until one
// fails. Processes are kept for as long as they are as good as new; what acts while files are loaded is given a process for itself.
import { basename } from 'node:path'
import type { Mutant } from './mutants.ts'
import type { MutatedFile } from './mutated-files.ts'
import type { Told, UnitReport } from './mutation-process.ts'
import type { Outcome, Outcomes } from './outcomes.ts'
import { OutOfTimeError, type StartedProcess, startProcess } from './started-process.ts'

export class MutationError extends Error {}

export interface RunProgress {
  readonly done: number
  readonly total: number
  /** How many were looked at in this run; the others were known. */
  readonly looked: number
}

export interface RunOptions {
  readonly root: string
  readonly mutated: readonly MutatedFile[]
  readonly tests: readonly string[]
  readonly leftOut: string
  readonly processes: number
  readonly outcomes: Outcomes
  /** By performance.now(): nothing is begun later, and what was begun is given up. */
  readonly until: number
  readonly onProgress: (progress: RunProgress) => void
}

export interface JudgedMutant {
  readonly file: MutatedFile
  readonly mutant: Mutant
  /** Null for what was not looked at in time. */
  readonly outcome: Outcome | null
}

/** Beyond what its tests take without a mutant: the machine may be busy, and a loop that comes by its mutant is ended by counting. */
const patienceMs = 60_000
const patienceTimes = 20
const hitsMin = 10_000
const hitsTimes = 100

interface Wanted {
  readonly id: number
  readonly file: MutatedFile
  readonly mutant: Mutant
}

interface Baseline {
  readonly units: readonly UnitReport[]
  /** Mutants that act while files are loaded, or once and for all. */
  readonly once: ReadonlySet<number>
  readonly reached: ReadonlySet<number>
  /** Units that come by a mutant, cheapest first. */
  readonly reaching: ReadonlyMap<number, readonly number[]>
  readonly hits: ReadonlyMap<number, number>
}

const told = <T extends Told['tell']>(answer: Told | null, kind: T): Extract<Told, { tell: T }> => {
  if (answer?.tell === kind) return answer as Extract<Told, { tell: T }>
  throw new MutationError(answer?.tell === 'not loaded' ? `the tests do not load: ${answer.why}` : 'a process died before any mutant acted')
}

/** All of a file that remembers something for good: what it does later depends on what it did before. */
function rememberedIds(onlyOnce: readonly number[], mutated: readonly MutatedFile[]): number[] {
  const ids = mutated.map(({ firstId, mutants }) => mutants.map((_, i) => firstId + i))
  return ids.filter((ofFile) => onlyOnce.some((id) => ofFile.includes(id))).flat()
}

async function takeBaseline(child: StartedProcess, mutated: readonly MutatedFile[]): Promise<Baseline> {
  const loaded = told(await child.loaded, 'loaded')
  const { units, failed, onlyOnce } = told(await child.ask({ ask: 'baseline' }, 10 * patienceMs), 'baseline')
  if (failed !== null) throw new MutationError(`fails without any mutant: ${failed}`)
  const reaching = new Map<number, number[]>()
  const hits = new Map<number, number>()
  for (const unit of cheapestFirst(units))
    for (const [id, count] of units[unit]!.hits) {
      reaching.set(id, [...(reaching.get(id) ?? []), unit])
      hits.set(id, (hits.get(id) ?? 0) + count)
    }
  const reached = new Set([...loaded.hits, ...onlyOnce, ...reaching.keys()])
  return { units, once: new Set([...loaded.hits, ...rememberedIds(onlyOnce, mutated)]), reached, reaching, hits }
}

const cheapestFirst = (units: readonly UnitReport[]): number[] => [...units.keys()].sort((a, b) => units[a]!.tookMs - units[b]!.tookMs)

export async function runMutants(options: RunOptions): Promise<readonly JudgedMutant[]> {
  const { mutated, outcomes } = options
  const all = mutated.flatMap((file) => file.mutants.map((mutant, i): Wanted => ({ id: file.firstId + i, file, mutant })))
  const judged = new Map<Wanted, Outcome>()
  for (const wanted of all) {
    const known = outcomes.of(wanted.file, wanted.mutant)
    if (known) judged.set(wanted, known)
  }
  const open = all.filter((wanted) => !judged.has(wanted))
  const known = judged.size
  const judge = (wanted: Wanted, outcome: Outcome) => {
    judged.set(wanted, outcome)
    outcomes.add(wanted.file, wanted.mutant, outcome)
    options.onProgress({ done: judged.size, total: all.length, looked: judged.size - known })
  }
  if (open.length > 0 && performance.now() < options.until) await inTime(() => lookAt(open, options, judge))
  return all.map((wanted) => ({ file: wanted.file, mutant: wanted.mutant, outcome: judged.get(wanted) ?? null }))
}

async function lookAt(open: readonly Wanted[], options: RunOptions, judge: (wanted: Wanted, outcome: Outcome) => void): Promise<void> {
  const { root, tests, leftOut } = options
  const mutated = options.mutated.map(({ path }) => path)
  const start = (active: number | null) => startProcess({ root, mutated, tests, leftOut, active }, options.until)
  const first = start(null)
  try {
    const baseline = await takeBaseline(first, options.mutated)
    const isReached = ({ id }: Wanted) => baseline.reached.has(id)
    for (const wanted of open) if (!isReached(wanted)) judge(wanted, { ended: 'unreached', by: null })
    const reached = open.filter(isReached)
    const repeated = reached.filter(({ id }) => !baseline.once.has(id))
    const once = reached.filter(({ id }) => baseline.once.has(id))
    const lane = { start, baseline, judge, until: options.until }
    const judgeAll = async (given: StartedProcess | null) => {
      await judgeInTurn(repeated, given, lane)
      await judgeAlone(once, lane)
    }
    await Promise.all(Array.from({ length: options.processes }, (_, i) => inTime(() => judgeAll(i === 0 ? first : null))))
  } finally {
    first.end()
  }
}

/** What is not done when the run's time is over is left. */
async function inTime(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof OutOfTimeError)) throw error
  }
}

interface Lane {
  readonly start: (active: number | null) => StartedProcess
  readonly baseline: Baseline
  readonly judge: (wanted: Wanted, outcome: Outcome) => void
  readonly until: number
}

const timeoutOf = (units: readonly number[], baseline: Baseline) =>
  patienceMs + patienceTimes * units.reduce((sum, unit) => sum + baseline.units[unit]!.tookMs, 0)

function outcomeOf(answer: Told | null, { units }: Baseline): Outcome {
  if (answer === null) return { ended: 'killed', by: null }
  const { ended, by } = told(answer, 'mutant')
  const unit = by === null ? null : units[by]!
  return { ended, by: unit && { file: unit.file, name: unit.name } }
}

interface Asking {
  readonly outcome: Outcome
  /** Whether its process is as good as before. */
  readonly isClean: boolean
}

async function ask(child: StartedProcess, { id }: Wanted, baseline: Baseline): Promise<Asking> {
  const units = baseline.reaching.get(id)!
  const hitsMax = Math.max(hitsMin, hitsTimes * baseline.hits.get(id)!)
  const answer = await child.ask({ ask: 'mutant', id, units, hitsMax }, timeoutOf(units, baseline))
  return { outcome: outcomeOf(answer, baseline), isClean: answer?.tell === 'mutant' && answer.isClean }
}

/** Takes from the list, which others take from as well. */
async function judgeInTurn(list: Wanted[], given: StartedProcess | null, lane: Lane): Promise<void> {
  let child = given
  /** Whether tests have run in it: the ones of the baseline, or for a mutant. */
  let isUsed = given !== null
  const askIn = async (wanted: Wanted): Promise<Asking> => {
    if (child === null) {
      child = lane.start(null)
      isUsed = false
      told(await child.loaded, 'loaded')
    }
    const asked = await ask(child, wanted, lane.baseline)
    const wasUsed = isUsed
    isUsed = true
    if (asked.isClean) return asked
    child.end()
    child = null
    // What failed may have failed by what another one left behind.
    return wasUsed ? askIn(wanted) : asked
  }
  try {
    while (performance.now() < lane.until) {
      const wanted = list.shift()
      if (wanted === undefined) return
      lane.judge(wanted, (await askIn(wanted)).outcome)
    }
  } finally {
    child?.end()
  }
}

/** Tests that are called like the file first: they are the likeliest to fail. */
function unitsFor({ id, file }: Wanted, { units, reaching }: Baseline): number[] {
  const own = basename(file.path).replace(/\.ts$/, '.test.ts')
  const likely = new Set(reaching.get(id) ?? [])
  const rank = (unit: number) => (basename(units[unit]!.file) === own ? 0 : likely.has(unit) ? 1 : 2)
  return cheapestFirst(units).sort((a, b) => rank(a) - rank(b))
}

async function judgeAlone(list: Wanted[], lane: Lane): Promise<void> {
  while (performance.now() < lane.until) {
    const wanted = list.shift()
    if (wanted === undefined) return
    const child = lane.start(wanted.id)
    try {
      const loaded = await child.loaded
      if (loaded?.tell !== 'loaded') {
        lane.judge(wanted, { ended: 'killed', by: null })
        continue
      }
      const units = unitsFor(wanted, lane.baseline)
      const answer = await child.ask({ ask: 'mutant', id: wanted.id, units, hitsMax: 0 }, timeoutOf(units, lane.baseline))
      lane.judge(wanted, outcomeOf(answer, lane.baseline))
    } finally {
      child.end()
    }
  }
}
