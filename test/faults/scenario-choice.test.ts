// What a run of part of the scenarios leaves out: over three seeds in a row, each once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseScenarios } from './scenario-choice.ts'
import { scenarioNames } from './scenarios.ts'

test('of three seeds in a row each scenario is left out by one', () => {
  const left = [700, 701, 702].flatMap((seed) => {
    const { wanted } = chooseScenarios('part', seed)
    return scenarioNames.filter((name) => !wanted.includes(name))
  })
  assert.deepEqual(left.toSorted(), scenarioNames.toSorted())
})

test('scenarios are asked for by name, or all, and a name of none is told', () => {
  assert.deepEqual(chooseScenarios('all', 1), { wanted: scenarioNames, unknown: [] })
  assert.deepEqual(chooseScenarios('zombie,kill-broker,kill-all', 1), { wanted: ['kill-broker', 'zombie'], unknown: ['kill-all'] })
  assert.deepEqual(chooseScenarios('', 1), { wanted: [], unknown: [] })
})
