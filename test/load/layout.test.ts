// Layouts differ in which roles share a process, and in nothing else: a role that one of them lacked would be proved and measured without it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleNames } from '@skein/server'
import { layoutNames, roleGroups } from './layout.ts'

test('in each layout every role is in one process, and every process has a name of its own', () => {
  for (const layout of layoutNames) {
    const groups = roleGroups[layout]
    assert.deepEqual(groups.flatMap(({ roles }) => roles).toSorted(), roleNames.toSorted(), layout)
    assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length, layout)
  }
})
