// What became of each test that was run on the present code, line by line in a file that every run adds to. A run on other code begins it
// anew.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface TestResult {
  /** Which code it was run on. */
  readonly state: string
  /** Where the test stands, from the root of the work tree. */
  readonly file: string
  /** Groups and tests around it, and its own title last. */
  readonly titles: readonly string[]
  readonly result: 'passed' | 'failed' | 'skipped'
}

export const resultsPath = (root: string): string => join(root, 'node_modules/.cache/skein/passed.jsonl')

export function readResults(path: string): TestResult[] {
  if (!existsSync(path)) return []
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  return whole.map((line) => JSON.parse(line))
}

/** Adds results of one state; those of another are dropped before the first. */
export function openResults(path: string, state: string): (result: Omit<TestResult, 'state'>) => void {
  mkdirSync(dirname(path), { recursive: true })
  const [first] = readResults(path)
  if (first?.state !== state) writeFileSync(path, '')
  return (result) => appendFileSync(path, `${JSON.stringify({ state, ...result })}\n`)
}
