// What a run of part of the scenarios leaves out: over three seeds in a row, each once. And that a layout has the scenarios of its own
// processes, and no others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutNames, roleGroups } from '@skein/server'
import { chooseScenarios } from './scenario-choice.ts'
import { scenarioNames } from './scenarios.ts'

test('of three seeds in a row each scenario is left out by one', () => {
  for (const layout of layoutNames) {
    const left = [700, 701, 702].flatMap((seed) => {
      const { wanted } = chooseScenarios('part', seed, layout)
      return scenarioNames(layout).filter((name) => !wanted.includes(name))
    })
    assert.deepEqual(left.toSorted(), scenarioNames(layout).toSorted())
  }
})

test('scenarios are asked for by name, or all, and a name of none is told', () => {
  assert.deepEqual(chooseScenarios('all', 1, 'roles'), { wanted: scenarioNames('roles'), unknown: [] })
  assert.deepEqual(chooseScenarios('zombie,kill-broker,kill-all', 1, 'roles'), { wanted: ['kill-broker', 'zombie'], unknown: ['kill-all'] })
  assert.deepEqual(chooseScenarios('', 1, 'roles'), { wanted: [], unknown: [] })
})

test('each kind of process of a layout is killed in it, but an API alone, which nothing is taken over from', () => {
  assert.deepEqual(chooseScenarios('kill-hot,kill-processor', 1, 'hot'), { wanted: ['kill-hot'], unknown: ['kill-processor'] })
  assert.deepEqual(chooseScenarios('kill-hot,kill-processor', 1, 'roles'), { wanted: ['kill-processor'], unknown: ['kill-hot'] })
  for (const layout of layoutNames)
    for (const { name } of roleGroups[layout])
      assert.equal(scenarioNames(layout).includes(`kill-${name}`), name !== 'api', `${name} in ${layout}`)
})
