// Scenarios are asked for by name, and a layout has those of its own processes, and no others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutNames, roleGroups } from '@skein/server'
import { chooseScenarios } from './scenario-choice.ts'
import { scenarioNames } from './scenarios.ts'

test('scenarios are asked for by name, or all, and a name of none is told', () => {
  assert.deepEqual(chooseScenarios('all', 'roles'), { wanted: scenarioNames('roles'), unknown: [] })
  assert.deepEqual(chooseScenarios('zombie,kill-broker,kill-all', 'roles'), { wanted: ['kill-broker', 'zombie'], unknown: ['kill-all'] })
  assert.deepEqual(chooseScenarios('', 'roles'), { wanted: [], unknown: [] })
})

test('each kind of process of a layout is killed in it, but an API alone, which nothing is taken over from', () => {
  assert.deepEqual(chooseScenarios('kill-hot,kill-processor', 'hot'), { wanted: ['kill-hot'], unknown: ['kill-processor'] })
  assert.deepEqual(chooseScenarios('kill-hot,kill-processor', 'roles'), { wanted: ['kill-processor'], unknown: ['kill-hot'] })
  for (const layout of layoutNames)
    for (const { name } of roleGroups[layout])
      assert.equal(scenarioNames(layout).includes(`kill-${name}`), name !== 'api', `${name} in ${layout}`)
})
