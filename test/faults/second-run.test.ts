// A whole run of continuous integration failed by one outage of 10.1 s, and another by nine of twenty scenarios, each of which might have
// passed the second time: a slow scenario is run once more, a slow product is not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleJournal } from './example-journal.ts'
import { scenariosAgain } from './second-run.ts'
import { judge, type Verdict } from './verdict.ts'

const passed = { ...judge(exampleJournal()), evidence: { injected: true } }
const names = Array.from({ length: 19 }, (_, i) => `scenario-${i}`)

/** What a run of all told, some of it otherwise. */
const run = (otherwise: Readonly<Record<string, Partial<Verdict>>>, of = names): Verdict[] =>
  of.map((scenario) => ({ ...passed, scenario, ...otherwise[scenario] }))

const slow = { longestOutageMs: 10_001, outageMsMax: 10_000 }

test('what failed by the length of an outage alone is run again, up to a quarter of all', () => {
  assert.deepEqual(scenariosAgain(run({}), names), [])
  assert.deepEqual(scenariosAgain(run({ 'scenario-3': slow, 'scenario-7': slow }), names), ['scenario-3', 'scenario-7'])
  const first = (n: number) => Object.fromEntries(names.slice(0, n).map((name) => [name, slow]))
  assert.deepEqual(scenariosAgain(run(first(4)), names), names.slice(0, 4))
  assert.deepEqual(scenariosAgain(run(first(5)), names), [])
  assert.deepEqual(scenariosAgain(run({ 'scenario-0': slow }, ['scenario-0']), ['scenario-0']), ['scenario-0'])
})

test('nothing is run again where anything else was wrong, or one has not run at all', () => {
  assert.deepEqual(scenariosAgain(run({ 'scenario-3': slow, 'scenario-7': { missing: 1 } }), names), [])
  assert.deepEqual(scenariosAgain(run({ 'scenario-3': { ...slow, duplicated: 1 } }), names), [])
  assert.deepEqual(scenariosAgain(run({ 'scenario-3': { ...slow, evidence: { injected: false } } }), names), [])
  assert.deepEqual(scenariosAgain(run({ 'scenario-3': slow }).slice(0, -1), names), [])
})
