// Groups of more users than one request takes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { deploymentOf, until } from './fake-deployment.ts'

// More than 200 users in one list were refused with TOO_LARGE, and every application had to know that number.
test('a group is made with, and takes in, more members than one request names', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  await alice.connect()
  const users = Array.from({ length: 701 }, (_, i) => d.store.register(`user-${i}`, 'secret'))
  const { conversationId, seq } = await alice.createGroup({ name: 'many', memberIds: users.slice(0, 450) })
  assert.equal(seq, 3)
  const change = await alice.addMembers(conversationId, users.slice(450))
  assert.deepEqual(change, { conversationId, seq: 5 })
  assert.equal((await alice.members(conversationId)).members.length, 702)
  await until(() => alice.session(conversationId)?.memberCount === 702, 'all counted')
})
