// Who belongs where, asked over the wire: what is asked wrongly is named, and outsiders learn nothing.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { openGateway } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

async function withGroup(t: Parameters<typeof openGateway>[0]) {
  const open = await openGateway(t)
  const [alice, carol] = [await open.login({ userId: 'alice' }), await open.login({ userId: 'carol' })]
  await open.login({ userId: 'bob' })
  const conversationId = 'g:one'
  const group = { conversationId, name: 'one', memberIds: ['bob'], clientRequestId: randomUUID() }
  assert.equal(await alice.codeOf('createGroup', wire.CreateGroupRequest.encode(group).finish()), '')
  return { alice, carol, conversationId }
}

const refusalOf = (answer: Awaited<ReturnType<WireClient['request']>>): string => {
  if (WireClient.codeOf(answer) === '') return ''
  const { code, detail } = wire.Error.decode(answer.body)
  return `${code} ${detail}`
}

test('members are asked for by role, and a role that there is not is named', async (t) => {
  const { alice, carol, conversationId } = await withGroup(t)
  const ask = (client: WireClient, role: string) =>
    client.request('members', wire.MembersRequest.encode({ conversationId, role, limit: 10 }).finish())
  const userIds = async (role: string) =>
    wire.MembersReply.decode((await ask(alice, role)).body)
      .members.map(({ userId }) => userId)
      .sort()
  assert.deepEqual([await userIds('owner'), await userIds('admin'), await userIds('')], [['alice'], [], ['alice', 'bob']])
  assert.equal(refusalOf(await ask(alice, 'king')), 'INVALID_ARGUMENT role')
  assert.equal(refusalOf(await ask(carol, 'owner')), `NOT_A_MEMBER ${conversationId}`)
})

test('as many users are asked about as may be added at a time', async (t) => {
  const { alice, carol, conversationId } = await withGroup(t)
  const ask = (client: WireClient, userIds: string[], id = conversationId) =>
    client.request('areMembers', wire.AreMembersRequest.encode({ conversationId: id, userIds }).finish())
  const { members } = wire.AreMembersReply.decode((await ask(alice, ['bob', 'carol'])).body)
  assert.deepEqual(
    members.map(({ userId, role }) => [userId, role]),
    [['bob', 'member']],
  )
  const many = Array.from({ length: 201 }, (_, i) => `user-${i}`)
  assert.equal(refusalOf(await ask(alice, many.slice(1))), '')
  assert.equal(refusalOf(await ask(alice, many)), 'TOO_LARGE membersPerCommandMax 200, asked 201')
  for (const wrong of [[], ['not a user']]) assert.equal(refusalOf(await ask(alice, wrong)), 'INVALID_ARGUMENT userIds')
  assert.equal(refusalOf(await ask(alice, ['bob'], 'x:one')), 'INVALID_ARGUMENT conversationId')
  assert.equal(refusalOf(await ask(carol, ['bob'])), `NOT_A_MEMBER ${conversationId}`)
})

test('one is told of the groups that one is in, behind one that is named', async (t) => {
  const { alice, carol, conversationId } = await withGroup(t)
  const ask = (client: WireClient, afterConversationId = '') =>
    client.request('myGroups', wire.MyGroupsRequest.encode({ afterConversationId }).finish())
  const ids = async (client: WireClient, after = '') =>
    wire.MyGroupsReply.decode((await ask(client, after)).body).groups.map((group) => group.conversationId)
  assert.deepEqual([await ids(alice), await ids(alice, conversationId), await ids(carol)], [[conversationId], [], []])
  for (const wrong of ['d:alice:bob', 'one']) assert.equal(refusalOf(await ask(alice, wrong)), 'INVALID_ARGUMENT afterConversationId')
})
