// Ways into groups, as the devices of those concerned are told of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Client } from '../src/index.ts'
import { deploymentOf, until } from './fake-deployment.ts'

const place = 'g:cake'

test('the invited are told, accept, and are in; whoever invited them is told as well', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob, tablet] = [d.client('alice'), d.client('bob'), d.client('bob', { deviceId: 'tablet' })]
  for (const client of [alice, bob, tablet]) await client.connect()
  await alice.createGroup({ name: 'Cake', memberIds: [], groupId: 'cake' })
  const told: string[] = []
  bob.on('invitation', ({ groupName, invitedBy, greeting }) => told.push(`${groupName} ${invitedBy} ${greeting}`))
  for (const client of [alice, tablet])
    client.on('invitationAnswered', ({ userId, accepted }) => told.push(`${client.userId}: ${userId} ${accepted}`))
  const { changed, already, refused } = await alice.inviteToGroup(place, ['bob'], { greeting: 'come' })
  assert.deepEqual({ changed, already, refused }, { changed: ['bob'], already: [], refused: [] })
  await until(() => told.length === 1, 'bob is told')
  const { invitations } = await bob.invitations()
  assert.deepEqual([invitations.length, invitations[0]?.conversationId, invitations[0]?.greeting], [1, place, 'come'])
  assert.deepEqual(await bob.answerInvitation(place, true), { conversationId: place, seq: 2 })
  await until(() => told.length === 3, 'both are told')
  assert.deepEqual([told[0], ...told.slice(1).sort()], ['Cake alice come', 'alice: bob true', 'bob: bob true'])
  await isIn(bob)
  await until(() => alice.session(place)?.memberCount === 2, 'two are in')
  assert.deepEqual((await bob.invitations()).invitations, [])
})

test('whoever has a link joins by it, until it is revoked, and once banned not at all', async (t) => {
  const d = await deploymentOf(t)
  const [alice, tablet, bob] = [d.client('alice'), d.client('alice', { deviceId: 'tablet' }), d.client('bob')]
  for (const client of [alice, tablet, bob]) await client.connect()
  await alice.createGroup({ name: 'Cake', memberIds: [], groupId: 'cake' })
  const told: boolean[] = []
  tablet.on('joinLink', ({ revoked }) => told.push(revoked))
  const { link, linkId } = await alice.makeJoinLink(place, { usesMax: 5 })
  await bob.joinByLink(link)
  await isIn(bob)
  const { links } = await alice.joinLinks(place)
  assert.deepEqual(
    links.map(({ linkId: id, uses, usesMax }) => [id, uses, usesMax]),
    [[linkId, 1, 5]],
  )
  await alice.banUser(place, 'bob')
  await until(() => bob.session(place)?.role === '', 'bob is out')
  await assert.rejects(bob.joinByLink(link), { code: 'LINK_INVALID' })
  await alice.unbanUser(place, 'bob')
  await bob.joinByLink(link)
  await isIn(bob)
  await bob.leaveGroup(place)
  await alice.revokeJoinLink(place, linkId)
  await assert.rejects(bob.joinByLink(link), { code: 'LINK_INVALID' })
  await until(() => told.length === 2, 'the other device is told')
  assert.deepEqual(told, [false, true])
})

test('who asks waits until they are let in, and the owner is told; what is banned is listed', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  for (const client of [alice, bob]) await client.connect()
  await alice.createGroup({ name: 'Cake', memberIds: [], groupId: 'cake' })
  await assert.rejects(bob.requestToJoin(place), { code: 'NOT_JOINABLE' })
  await alice.changeGroup(place, { joinBy: 'request', questions: ['Why?'] })
  const told: string[] = []
  alice.on('joinRequest', ({ userId, text, answers }) => told.push(`${userId} ${text} ${answers}`))
  bob.on('joinRequestAnswered', ({ userId, accepted }) => told.push(`${userId} ${accepted}`))
  assert.deepEqual(await bob.requestToJoin(place, { text: 'hi', answers: ['cake'] }), { conversationId: place, seq: 0, waits: true })
  await until(() => told.length === 1, 'the owner is told')
  const { requests } = await alice.joinRequests(place)
  assert.deepEqual(
    requests.map(({ userId, text, answers }) => [userId, text, answers]),
    [['bob', 'hi', ['cake']]],
  )
  await alice.answerJoinRequest(place, 'bob', true)
  await until(() => told.length === 2, 'who asked is told')
  assert.deepEqual(told, ['bob hi cake', 'bob true'])
  await isIn(bob)
  await alice.banUser(place, 'bob')
  const { bans } = await alice.bans(place)
  assert.deepEqual(
    bans.map(({ userId, bannedBy }) => [userId, bannedBy]),
    [['bob', 'alice']],
  )
})

test('who becomes admin while they are there is told who waits to be let in', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob, dave] = [d.client('alice'), d.client('bob'), d.client('dave')]
  for (const client of [alice, bob]) await client.connect()
  await alice.createGroup({ name: 'Cake', memberIds: ['dave'], groupId: 'cake' })
  await alice.changeGroup(place, { joinBy: 'request' })
  // Behind the group: of one that they meet live they would sync anyway.
  await dave.connect()
  await bob.requestToJoin(place, { text: 'hi' })
  const told: string[] = []
  dave.on('joinRequest', ({ conversationId, userId, text }) => told.push(`${conversationId} ${userId} ${text}`))
  await alice.changeRole(place, 'dave', 'admin')
  await until(() => told.length > 0, 'the new admin is told')
  assert.deepEqual(told, ['g:cake bob hi'])
})

test('what is no link is refused by the client itself', async (t) => {
  const d = await deploymentOf(t)
  const bob = d.client('bob')
  await bob.connect()
  for (const link of ['', 'g:cake', 'cake/token', 'g:cake/'])
    await assert.rejects(async () => bob.joinByLink(link), { code: 'INVALID_ARGUMENT' })
})

/** And says something. */
async function isIn(client: Client): Promise<void> {
  await until(() => client.session(place)?.role === 'member', 'in')
  await client.send(place, 'here I am')
}
