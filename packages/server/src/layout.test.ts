// Layouts differ in which roles share a process, and in nothing else: a role that one of them lacked would be run, proved and measured
// without it. And what `make run` is asked for that there is not is refused by name.
import assert from 'node:assert/strict'
import test from 'node:test'
import { hotRoles, roleNames } from './config.ts'
import { ConfigError } from './config-error.ts'
import { groupsToRun, layoutNames, nameOfRoles, roleGroups } from './layout.ts'

test('in each layout every role is in one process, and every process has a name of its own', () => {
  for (const layout of layoutNames) {
    const groups = roleGroups[layout]
    assert.deepEqual(groups.flatMap(({ roles }) => roles).toSorted(), roleNames.toSorted(), layout)
    assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length, layout)
    for (const { name, roles } of groups) assert.equal(nameOfRoles(roles), name)
  }
  assert.equal(nameOfRoles(hotRoles.toReversed()), 'hot')
  assert.equal(nameOfRoles(['processor', 'delivery']), 'processor-delivery')
})

test('one hot process and one projector are run, more of the former when asked for, or two of each role', () => {
  const counts = (asked: Parameters<typeof groupsToRun>[0]) => groupsToRun(asked).map(({ name, count }) => `${count} ${name}`)
  assert.deepEqual(counts({}), ['1 hot', '1 projector'])
  assert.deepEqual(counts({ hot: '2', layout: 'hot' }), ['2 hot', '1 projector'])
  assert.deepEqual(
    counts({ layout: 'roles' }),
    roleNames.map((role) => `2 ${role}`),
  )
})

test('a layout that there is not, and a number that is none, are refused by name', () => {
  const refused = (asked: Parameters<typeof groupsToRun>[0], why: RegExp) =>
    assert.throws(
      () => groupsToRun(asked),
      (error) => error instanceof ConfigError && why.test(error.message),
    )
  refused({ layout: 'cold' }, /no layout cold: it is hot or roles/)
  for (const hot of ['0', '1.5', 'two', '-1', '65']) refused({ hot }, new RegExp(`not ${hot}$`))
  refused({ layout: 'roles', hot: '2' }, /layout hot alone/)
})
