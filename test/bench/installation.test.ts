// What a bench counts as one. A process was counted once for each of its roles: with four roles in one, the machine seemed to have spent
// three times more than it has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleGroups } from '@skein/server'
import type { Cluster } from '../load/cluster.ts'
import { pidsByName } from './installation.ts'

test('a process is counted once, under the name of its kind, whatever roles it has', () => {
  const children = roleGroups.hot.flatMap((group, i) => [0, 1].map((n) => ({ ...group, pid: 10 * i + n })))
  const servers = [{ name: 'kafka', pid: 100 }, { name: 'redis' }]
  assert.deepEqual(pidsByName({ children, stack: { servers } } as unknown as Cluster), { hot: [0, 1], projector: [10, 11], kafka: [100] })
})
