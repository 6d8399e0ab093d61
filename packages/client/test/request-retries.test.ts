// Requests with an intent that are asked again: what the server is told of the attempts before.
import assert from 'node:assert/strict'
import test from 'node:test'
import { flags } from '@skein/contracts'
import { deploymentOf } from './fake-deployment.ts'

test('a request is flagged once an attempt may have been done, not for one that was refused unsubmitted', async (t) => {
  const seen: number[] = []
  const faults = ['overload', 'refuse', 'overload', 'cutAfter'] as const
  const d = await deploymentOf(t, {
    faults: {
      onRequest: (name, _connection, packet) =>
        name === 'createGroup' ? (faults[seen.push(packet.flags & flags.retry) - 1] ?? 'serve') : 'serve',
    },
  })
  const alice = d.client('alice')
  d.client('bob')
  await alice.connect()
  await alice.createGroup({ name: 'One', memberIds: ['bob'] })
  assert.deepEqual(seen, [0, 0, flags.retry, flags.retry, flags.retry])
})
