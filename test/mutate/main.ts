// The mutation run: `make mutate`. Exit code 0 when enough mutants were killed, 1 when not, 2 when it could not be run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ArgumentError, type Arguments, help, readArguments, scoreMin } from './arguments.ts'
import { hashOf, type MutatedFile, readMutatedFiles } from './mutated-files.ts'
import { asText, type MutationReport, reportOf } from './mutation-report.ts'
import { type JudgedMutant, MutationError, runMutants } from './mutation-run.ts'
import { openOutcomes } from './outcomes.ts'
import { createProgressLine } from './progress-line.ts'
import { isAsRecorded, readRecordedRun, writeRecordedRun } from './recorded-run.ts'
import { readReasons } from './survivors.ts'
import { codeAround, type Target, targetsOf } from './targets.ts'

const root = join(import.meta.dirname, '../..')
const reasonsPath = join(import.meta.dirname, 'survivors.json')
const recordedPath = join(import.meta.dirname, 'recorded.json')
const outcomesPath = join(root, '.skein/mutate/results.jsonl')

const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

function wantedOf(target: Target, { target: only, files, changed }: Arguments): readonly MutatedFile[] {
  if (only !== null && only !== target.name) return []
  const recorded = readRecordedRun(recordedPath)
  if (changed && !target.mutated.some((path) => path in recorded)) {
    console.log(`${target.name}: no run of it was recorded, and nothing of it is looked at`)
    return []
  }
  const paths = target.mutated.filter((path) => path.includes(files) && (!changed || !isAsRecorded({ path, text: textOf(path) }, recorded)))
  return readMutatedFiles(root, paths)
}

async function runTarget(
  target: Target,
  mutated: readonly MutatedFile[],
  args: Arguments,
  until: number,
): Promise<readonly JudgedMutant[]> {
  const world = hashOf(...codeAround(root, target).flatMap((path) => [path, textOf(path)]))
  const hashOfTest = (path: string) => (existsSync(join(root, path)) ? hashOf(textOf(path)) : null)
  const outcomes = openOutcomes(outcomesPath, { world, hashOfTest, isFresh: args.fresh })
  const { tests, leftOut, name } = target
  const onProgress = createProgressLine(name, (line) => console.log(line))
  return runMutants({ root, mutated, tests, leftOut, processes: args.processes, outcomes, until, onProgress })
}

function verdict({ whole }: MutationReport, { changed }: Arguments): number {
  const score = changed ? whole.scoreOfUnexplained : whole.score
  const said =
    score === null ? 'no mutant was looked at' : `${score}% of the mutants that a test comes by were killed, ${scoreMin}% are asked`
  const leaving = changed && whole.explained > 0 ? `; ${whole.explained} that survive for a reason are left out of that` : ''
  const left = whole.left > 0 ? `; ${whole.left} were not looked at in time` : ''
  console.log(`${said}${leaving}${left}`)
  return score === null || score >= scoreMin ? 0 : 1
}

async function run(args: Arguments): Promise<number> {
  const until = performance.now() + args.timeMs
  const judged: JudgedMutant[] = []
  const targets = targetsOf(root)
  for (const target of targets) {
    const mutated = wantedOf(target, args)
    if (mutated.length > 0) judged.push(...(await runTarget(target, mutated, args, until)))
  }
  if (judged.length === 0) {
    console.log(args.changed ? 'every file of which a run was recorded is as it found it' : 'no such file is mutated')
    return args.changed ? 0 : 2
  }
  const report = reportOf(judged, readReasons(reasonsPath))
  console.log(asText(report))
  if (args.json !== undefined) writeFileSync(args.json, `${JSON.stringify(report, null, 2)}\n`)
  if (args.record) {
    const there = new Set(targets.flatMap(({ mutated }) => mutated))
    writeRecordedRun(recordedPath, [...new Set(judged.map(({ file }) => file))], report, there)
  }
  return verdict(report, args)
}

try {
  const args = readArguments(process.argv.slice(2))
  if (args.help) console.log(help)
  else process.exitCode = await run(args)
} catch (error) {
  if (!(error instanceof ArgumentError || error instanceof MutationError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
