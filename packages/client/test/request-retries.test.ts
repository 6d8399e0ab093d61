// Requests with an intent that are asked again: what the server is told of the attempts before.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { flags, requestCodecs } from '@skein/contracts'
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

// It was taken for new where the processor did not remember it, as after a restart of its own.
test('a request under an id that the application brings is flagged from its first sending; one under an id made here is not', async (t) => {
  const seen: string[] = []
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name, _connection, packet) {
        seen.push(`${name} ${packet.flags & flags.retry}`)
        return 'serve'
      },
    },
  })
  const alice = d.client('alice')
  d.client('bob')
  await alice.connect()
  for (const flag of [0, flags.retry]) {
    const own = () => (flag === 0 ? {} : { requestId: randomUUID() })
    seen.length = 0
    const { conversationId } = await alice.createGroup({ name: 'One', memberIds: [], ...own() })
    await alice.addMembers(conversationId, ['bob'], own())
    await alice.inviteToGroup(conversationId, ['bob'], own())
    for (const asked of [alice.broadcast('x', own()), alice.broadcastOnline('x', own())]) await assert.rejects(asked, { code: 'FORBIDDEN' })
    const names = ['createGroup', 'addMembers', 'inviteToGroup', 'broadcast', 'broadcastOnline']
    assert.deepEqual(new Set(seen.filter((one) => names.includes(one.split(' ')[0]!))), new Set(names.map((name) => `${name} ${flag}`)))
  }
})

// What is about the user of the device named nobody, or a pair of one, where it was asked before the first login, and was refused.
test('what is asked while the first connection is made is asked as the user who logs in', async (t) => {
  const asked: object[] = []
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name, _connection, { body }) {
        if (name === 'blockUser' || name === 'setNickname') asked.push({ ...requestCodecs[name].decode(body), clientRequestId: '' })
        return 'serve'
      },
    },
  })
  d.store.register('bob', 'secret')
  const alice = d.client('alice')
  // What is refused was asked as well.
  const answers = Promise.allSettled([alice.blockUser('bob'), alice.setNickname('g:friends', 'Al')])
  await alice.connect()
  await answers
  const expected = [
    { conversationId: 'd:alice:bob', clientRequestId: '' },
    { conversationId: 'g:friends', userId: 'alice', nickname: 'Al', clientRequestId: '' },
  ]
  // Each of the two waits a while of its own for the connection.
  assert.deepEqual(new Set(asked), new Set(expected))
})
