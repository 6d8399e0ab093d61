// Whole mutation runs over a small project with planted faults of its tests: what a test holds is killed, what none holds survives, and a
// run that was ended goes on where it was.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { hashOf, readMutatedFiles } from './mutated-files.ts'
import { type JudgedMutant, MutationError, runMutants } from './mutation-run.ts'
import { type Outcomes, openOutcomes } from './outcomes.ts'
import { inOneLine } from './survivors.ts'

/** Numbers between 2 and 4 pass; its tests do not look at the upper border, nor at what is said of it. */
const source = `
const table = { low: [2, 'low'], high: [4, 'high'] } as const
let noted = 0
export function note(n: number): void {
  noted = n
}
export const isBetween = (n: number): boolean => n >= table.low[0] && n <= table.high[0]
export function sumTo(n: number): number {
  let sum = 0
  let i = n
  while (i > 0) {
    sum += i
    i -= 1
  }
  return sum
}
let depth = 0
export function passing(n: number): number {
  depth += n
  const deep = depth
  depth -= n
  return deep
}
export function unknown(): string {
  return 'nobody asks'
}
`
/** What is remembered for good: a file of its own, as each of its mutants takes a process of its own. */
const memory = `
const sums = new Map<number, number>()
let slow: number | undefined
export function remembered(n: number): number {
  const found = sums.get(n)
  if (found !== undefined) return found
  const sum = n + 1
  sums.set(n, sum)
  return sum
}
export function once(): number {
  slow ??= 20 * 2
  return slow
}
`
const tests = `
import assert from 'node:assert/strict'
import test, { describe, it } from 'node:test'
import { once, remembered } from '../src/memory.ts'
import { isBetween, note, passing, sumTo } from '../src/numbers.ts'
describe('numbers', () => {
  it('know what lies between', () => assert.deepEqual([0, 2, 3, 9].map(isBetween), [false, true, true, false]))
  it('are summed', () => assert.equal(sumTo(3), 6))
})
test('sums are remembered', () => assert.deepEqual([remembered(1), remembered(1)], [2, 2]))
test('once is enough', () => assert.equal(once(), 40))
test('passing', () => assert.equal(passing(2), 2))
test('on another day', () => assert.fail('left out'))
`

function planted(t: TestContext, files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'skein-mutate-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  const code = { 'src/numbers.ts': source, 'src/memory.ts': memory, 'test/numbers.test.ts': tests }
  const all = { 'package.json': '{"type":"module"}', ...code, ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const forgetful: Outcomes = { of: () => null, add: () => {} }

interface Wish {
  readonly outcomes?: Outcomes
  readonly until?: number
  readonly leftOut?: string
  readonly paths?: readonly string[]
  readonly onLooked?: (looked: number) => void
}

const numbers = ['src/numbers.ts']

async function runOn(root: string, wish: Wish = {}) {
  const { outcomes = forgetful, until = Infinity, leftOut = 'on another day', paths = numbers, onLooked } = wish
  const mutated = readMutatedFiles(root, paths)
  return runMutants({
    ...{ root, mutated, outcomes, until, leftOut, processes: 2 },
    tests: ['test/numbers.test.ts'],
    onProgress: ({ looked }) => onLooked?.(looked),
  })
}

const ends = (judged: readonly JudgedMutant[]) =>
  new Map(judged.map(({ mutant, outcome }) => [`${inOneLine(mutant.code)} -> ${inOneLine(mutant.becomes)}`, outcome]))

test('what tests hold is killed by the one that does, what none holds survives, what none comes by is told apart', {
  timeout: 300_000,
}, async (t) => {
  const outcomes = ends(await runOn(planted(t), { paths: [...numbers, 'src/memory.ts'] }))
  const wanted = {
    'n >= table.low[0] -> (n) > (table.low[0])': 'killed',
    'n >= table.low[0] && n <= table.high[0] -> true': 'killed',
    // Acts while the file is loaded.
    "[2, 'low'] -> []": 'killed',
    'n <= table.high[0] -> (n) < (table.high[0])': 'survived',
    "'low' -> ''": 'survived',
    // A loop without end, whichever way it is made.
    'i -= 1 -> i += 1': 'endless',
    'i -= 1 -> ': 'endless',
    'i > 0 -> (i) >= (0)': 'survived',
    'sum += i -> sum -= i': 'killed',
    // What was remembered before tells nothing of these.
    'n + 1 -> (n) - (1)': 'killed',
    'found !== undefined -> false': 'survived',
    'found !== undefined -> true': 'killed',
    // Was done for good before any mutant acted.
    '20 * 2 -> (20) / (2)': 'killed',
    '2 -> 3': 'killed',
    // What the ones before left behind would fail the test of the last one.
    'depth += n -> depth -= n': 'killed',
    'depth -= n -> ': 'survived',
    'depth -= n -> depth += n': 'survived',
    "'nobody asks' -> ''": 'unreached',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((key) => [key, outcomes.get(key)?.ended])), wanted)
  assert.deepEqual(outcomes.get('sum += i -> sum -= i')?.by, { file: 'test/numbers.test.ts', name: 'numbers > are summed' })
  assert.ok([...outcomes.values()].every((outcome) => outcome !== null))
})

test('tests that fail, or do not load, without any mutant are no judges', { timeout: 300_000 }, async (t) => {
  await assert.rejects(
    runOn(planted(t), { leftOut: '' }),
    (error) => error instanceof MutationError && /on another day/.test(error.message),
  )
  const broken = planted(t, { 'test/numbers.test.ts': "import './none.ts'" })
  await assert.rejects(runOn(broken), (error) => error instanceof MutationError && /do not load.*none/.test(error.message))
})

// Whatever mutant it was given, it failed, and each of them was killed.
test('a test that passes once in a process and not again is a judge in new processes', { timeout: 300_000 }, async (t) => {
  const spent = `
let runs = 0
test('spent', () => {
  runs += 1
  note(1)
  assert.equal(isBetween(4), true)
  assert.equal(sumTo(3), 6)
  assert.equal(runs, 1)
})
`
  const outcomes = ends(await runOn(planted(t, { 'test/numbers.test.ts': tests + spent })))
  const by = { file: 'test/numbers.test.ts', name: 'spent' }
  assert.deepEqual(outcomes.get('n <= table.high[0] -> (n) < (table.high[0])'), { ended: 'killed', by })
  // The first of all, in the process of the baseline, and one after others.
  for (const survivor of ['{ noted = n } -> {}', 'i > 0 -> (i) >= (0)']) assert.equal(outcomes.get(survivor)?.ended, 'survived', survivor)
})

// In continuous integration a mutant whose test waited for ever was waited for behind the five minutes that there are.
test('what has not answered when the time of the run is over is left, not waited for', { timeout: 300_000 }, async (t) => {
  const patient = `
import test from 'node:test'
import { isBetween } from '../src/numbers.ts'
test('waits', () => new Promise((resolve) => (isBetween(3) ? resolve() : setInterval(() => {}, 1_000))))
`
  const from = performance.now()
  const judged = await runOn(planted(t, { 'test/numbers.test.ts': patient }), { until: from + 10_000 })
  assert.ok(performance.now() - from < 50_000, 'sooner than any mutant is given up')
  assert.equal(ends(judged).get('n >= table.low[0] && n <= table.high[0] -> false'), null)
})

test('a run that was ended goes on where it was, and another looks at nothing again but what may end otherwise', {
  timeout: 300_000,
}, async (t) => {
  const root = planted(t)
  const path = join(root, 'kept/results.jsonl')
  let code = { world: 'as it was', test: 'as it was' }
  const open = () => openOutcomes(path, { world: code.world, hashOfTest: () => hashOf(code.test), isFresh: false })
  const looked = async (wish: Wish = {}) => {
    let last = 0
    const judged = await runOn(root, { outcomes: open(), onLooked: (count) => (last = count), ...wish })
    return { last, judged }
  }
  assert.equal((await looked({ until: -1 })).judged.filter(({ outcome }) => outcome !== null).length, 0, 'there was no time')
  const ended = new AbortController()
  const broken = openOutcomes(path, { world: code.world, hashOfTest: () => hashOf(code.test), isFresh: false })
  let kept = 0
  const breaking: Outcomes = {
    of: broken.of,
    add(file, mutant, outcome) {
      if (ended.signal.aborted) throw new Error('ended')
      broken.add(file, mutant, outcome)
      kept += 1
      if (kept === 20) ended.abort()
    },
  }
  await assert.rejects(runOn(root, { outcomes: breaking }), /ended/)
  const { last, judged } = await looked()
  assert.equal(last, judged.length - kept)
  assert.equal((await looked()).last, 0, 'nothing has changed')
  const count = (...kinds: string[]) => judged.filter(({ outcome }) => kinds.includes(outcome!.ended)).length
  code = { world: 'another', test: 'as it was' }
  assert.equal((await looked()).last, count('survived', 'unreached'), 'the code around has changed')
  code = { world: 'another', test: 'another' }
  assert.equal((await looked()).last, count('killed', 'endless'), 'the tests have changed')
  writeFileSync(join(root, 'src/numbers.ts'), `${source}\nexport const more = () => true\n`)
  assert.equal((await looked()).last, judged.length + 1, 'the file has changed')
})
