// Scenarios are asked for by name, and a layout has those of its own processes, and no others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutNames, roleGroups } from '@skein/server'
import { chooseScenarios, neverLeftOut } from './scenario-choice.ts'
import { scenarioNames, scenarioSeconds } from './scenarios.ts'

test('scenarios are asked for by name, or all, and a name of none is told', () => {
  assert.deepEqual(chooseScenarios('all', 'roles'), { wanted: scenarioNames('roles'), unknown: [], left: [] })
  assert.deepEqual(chooseScenarios('zombie,kill-broker,kill-all', 'roles'), {
    ...{ wanted: ['kill-broker', 'zombie'], unknown: ['kill-all'], left: [] },
  })
  assert.deepEqual(chooseScenarios('', 'roles'), { wanted: [], unknown: [], left: [] })
})

test('each kind of process of a layout is killed in it, but an API alone, which nothing is taken over from', () => {
  const asked = 'kill-hot,kill-processor'
  assert.deepEqual(chooseScenarios(asked, 'hot'), { wanted: ['kill-hot'], unknown: ['kill-processor'], left: [] })
  assert.deepEqual(chooseScenarios(asked, 'roles'), { wanted: ['kill-processor'], unknown: ['kill-hot'], left: [] })
  for (const layout of layoutNames)
    for (const { name } of roleGroups[layout])
      assert.equal(scenarioNames(layout).includes(`kill-${name}`), name !== 'api', `${name} in ${layout}`)
})

const loadSeconds = 30
const withinSeconds = 720
const bySeed = (seed: number) => chooseScenarios('all', 'hot', { withinSeconds, loadSeconds, seed })
const secondsOf = (names: readonly string[]) => names.reduce((sum, name) => sum + scenarioSeconds('hot', name, loadSeconds), 0)

test('where there is not the time for all, some are never left out, and the others take turns by the seed', () => {
  const names = scenarioNames('hot')
  const choices = Array.from({ length: 40 }, (_, seed) => bySeed(seed))
  for (const { wanted, left } of choices) {
    assert.deepEqual(
      names.filter((name) => wanted.includes(name) !== left.includes(name)),
      names,
      'each is wanted or left out',
    )
    for (const name of neverLeftOut.hot) assert.ok(wanted.includes(name), name)
    assert.ok(secondsOf(wanted) <= withinSeconds, `${wanted} takes ${secondsOf(wanted)} s`)
    for (const name of left) assert.ok(secondsOf([...wanted, name]) > withinSeconds, `there was time for ${name}`)
  }
  assert.deepEqual([...new Set(choices.flatMap(({ wanted }) => wanted))].sort(), [...names].sort(), 'each has its turn')
  assert.ok(new Set(choices.map(({ wanted }) => wanted.join())).size > 10, 'runs differ')
  assert.deepEqual(bySeed(7), bySeed(7))
})

test('what is named alone is left out too when there is no time for it, but never those that are never left out', () => {
  const time = { withinSeconds: 1, loadSeconds, seed: 1 }
  assert.deepEqual(chooseScenarios('zombie,clock-back', 'hot', time), { wanted: ['zombie'], unknown: [], left: ['clock-back'] })
  assert.deepEqual(chooseScenarios('all', 'roles', time).wanted.length, neverLeftOut.roles.length)
})
