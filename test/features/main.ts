// Refuses a capability of docs/features.md whose test did not run on this code and pass: `make features`, behind `make test`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFeatureTable } from './feature-table.ts'
import { readResults, resultsPath } from './test-results.ts'
import { testedState } from './tested-state.ts'
import { unprovenRows } from './verdict.ts'

const root = join(import.meta.dirname, '../..')
const { rows } = readFeatureTable(readFileSync(join(root, 'docs/features.md'), 'utf8'))
const state = testedState(root)
const unproven = unprovenRows(rows, readResults(resultsPath(root)), state)
for (const line of unproven) console.error(line)
if (unproven.length > 0) {
  console.error(`${unproven.length} of docs/features.md are not proven: run make test, or the test that is named, by make`)
  process.exitCode = 1
} else console.log(`${rows.length} capabilities, the test of each passed on ${state}`)
