// Whether each row of docs/features.md is proven: its test was run on this code, and passed wherever it was run.
import { type FeatureRow, namedTest } from './feature-table.ts'
import type { TestResult } from './test-results.ts'

/** Of several runs of one test the last counts; a test that several files run has passed when it passed in some and failed in none. */
function whatBecameOf(name: string, results: readonly TestResult[]): 'passed' | 'failed' | 'skipped' | 'not run' {
  const { path, title } = namedTest(name)
  const runs = results.filter(({ file, titles }) => file === path && titles.at(-1) === title)
  const last = new Map(runs.map(({ titles, result }) => [titles.join('\0'), result]))
  const ends = [...last.values()]
  if (ends.length === 0) return 'not run'
  if (ends.includes('failed')) return 'failed'
  return ends.includes('passed') ? 'passed' : 'skipped'
}

/** One line for each row that is not proven. `state` is the code as it is now. */
export function unprovenRows(rows: readonly FeatureRow[], results: readonly TestResult[], state: string | null): string[] {
  if (state === null) return ['there is no commit here: nothing says on which code tests were run']
  const ofThisCode = results.filter((result) => result.state === state)
  if (ofThisCode.length === 0)
    return [`no test was run on ${state}${results.length > 0 ? `; the last ones were on ${results[0]!.state}` : ''}`]
  return rows.flatMap(({ capability, names }) =>
    (names.test ?? []).flatMap((name) => {
      const became = whatBecameOf(name, ofThisCode)
      return became === 'passed' ? [] : [`${capability}: ${became}: ${name}`]
    }),
  )
}
