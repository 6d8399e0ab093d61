// What a group is set to, as an application says it and is told it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { deploymentOf, until } from './fake-deployment.ts'

test('an application sets numbers, lists and truths, and is told them again, with what was never set', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const endsAt = Date.now() + 3_600_000
  const settings = { type: 'channel', slowModeMs: 5_000, questions: ['Who?', 'Why?'], attributes: { color: 'red', size: '3' } } as const
  const { conversationId } = await alice.createGroup({ name: 'News', memberIds: ['bob'], settings })
  await alice.changeGroup(conversationId, { mutedAll: true, endsAt, questions: [], attributes: { color: '' } })
  const { ownerId: _, creatorId: __, ...info } = await alice.groupInfo(conversationId)
  assert.deepEqual(info, {
    ...{ name: 'News', type: 'channel', avatar: '', description: '', joinBy: 'invitation', questions: [], canAdd: 'admins' },
    ...{
      canWrite: 'everyone',
      canMentionAll: 'admins',
      canChangeProfile: 'admins',
      membersMax: 0,
      historyFrom: 'join',
      slowModeMs: 5_000,
      mutedAll: true,
    },
    ...{ endsAt, attributes: { size: '3' }, memberCount: 2, dismissedAtMs: 0 },
  })
})

// A view that was behind said the old name of a group that had another for all who were shown it.
test('a group has its new name at once, also where the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const { conversationId } = await alice.createGroup({ name: 'Team', memberIds: ['bob'] })
  await until(() => bob.session(conversationId)?.name === 'Team', 'bob is in')
  d.store.viewLag = 1
  await alice.changeGroup(conversationId, { name: 'Crew' })
  await until(() => bob.session(conversationId)?.name === 'Crew', 'bob is told')
  const again = d.client('bob', { deviceId: 'tablet' })
  await again.connect()
  d.store.viewLag = 0
  assert.equal(bob.session(conversationId)?.name, 'Crew')
  await alice.dismissGroup(conversationId)
  await assert.rejects(bob.send(conversationId, 'hello?'), { code: 'GROUP_DISMISSED' })
})
