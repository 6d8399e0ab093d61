// Live rooms as an application follows them, hears them and speaks in them, over every reconnect.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Client, SkeinError } from '../src/index.ts'
import { deploymentOf, until } from './fake-deployment.ts'

const room = 'g:stage'

function heardBy(client: Client): string[] {
  const heard: string[] = []
  client.on('signal', ({ conversationId, senderId, text }) => heard.push(`${conversationId} ${senderId}: ${text}`))
  client.on('signalsMissed', ({ conversationId, count }) => heard.push(`${conversationId} missed ${count}`))
  client.on('roomEnded', ({ conversationId, code }) => heard.push(`${conversationId} ended ${code}`))
  return heard
}

test('an application follows a live room, is told what it is, hears others in their order, and leaves off', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const heard = heardBy(bob)
  await alice.followRoom(room)
  const { name, type, slowModeMs, canWrite, followers } = await bob.followRoom(room)
  assert.deepEqual(
    { name, type, slowModeMs, canWrite, followers },
    { name: 'Stage', type: 'room', slowModeMs: 1_000, canWrite: 'everyone', followers: 2 },
  )
  assert.deepEqual(bob.followedRooms(), [room])
  assert.ok((await alice.signal(room, 'one')).sentAtMs > 0)
  await Promise.all(['two', 'three'].map((text) => alice.signal(room, text)))
  await until(() => heard.length === 3, 'all three')
  assert.deepEqual(
    heard,
    ['one', 'two', 'three'].map((text) => `${room} alice: ${text}`),
  )
  await bob.unfollowRoom(room)
  await alice.signal(room, 'four')
  assert.deepEqual([heard.length, bob.followedRooms()], [3, []])
})

test('a device follows again by itself after each reconnect, and is told of a room that ended meanwhile', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const heard = heardBy(bob)
  for (const id of [room, 'g:other']) await bob.followRoom(id)
  const following = () => [...d.peers].some(({ userId, followed }) => userId === 'bob' && followed.size === 2)
  const cut = () => {
    for (const connection of [...d.peers]) if (connection.userId === 'bob') connection.cut()
  }
  for (const text of ['one', 'two']) {
    cut()
    await until(following, 'bob follows again')
    await alice.signal(room, text)
  }
  await until(() => heard.length === 2, 'both')
  d.store.closedRooms.set('g:other', 'GROUP_DISMISSED')
  cut()
  await until(() => heard.length === 3, 'the end')
  assert.deepEqual(heard, [`${room} alice: one`, `${room} alice: two`, 'g:other ended GROUP_DISMISSED'])
  assert.deepEqual(bob.followedRooms(), [room])
})

test('an application is told how many signals it missed, that a room ended, and nothing of a room that it left', async (t) => {
  const d = await deploymentOf(t)
  const bob = d.client('bob')
  await bob.connect()
  const heard = heardBy(bob)
  await bob.followRoom(room)
  const connection = [...d.peers].find(({ userId }) => userId === 'bob')!
  const tell = (fields: object, conversationId = room) => d.gateways[0]!.tellRoom(connection, { conversationId, ...fields })
  tell({ missed: 7 })
  tell({ senderId: 'alice', body: { contentType: 'text/plain', bytes: Buffer.from('hi') } }, 'g:other')
  tell({ ended: 'CONVERSATION_NOT_FOUND' })
  tell({ senderId: 'alice', body: { contentType: 'text/plain', bytes: Buffer.from('hi') } })
  await until(() => connection.unacked.length === 0 && heard.length === 2, 'what was told')
  assert.deepEqual([heard, bob.followedRooms()], [[`${room} missed 7`, `${room} ended CONVERSATION_NOT_FOUND`], []])
})

test('a signal is asked for once: without a connection, or with one that is lost, it is rejected', async (t) => {
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (name === 'signal' ? 'cutAfter' : 'serve') } })
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const heard = heardBy(bob)
  await bob.followRoom(room)
  await assert.rejects(alice.signal(room, 'once'), { code: 'CONNECTION_LOST' })
  await until(() => alice.state === 'online' && heard.length > 0, 'alice is back, and bob was told')
  assert.deepEqual(heard, [`${room} alice: once`])
  await alice.close()
  await assert.rejects(alice.signal(room, 'never'), (error) => error instanceof SkeinError)
  d.store.closedRooms.set(room, 'CONVERSATION_NOT_FOUND')
  await assert.rejects(bob.followRoom('g:stage'), { code: 'CONVERSATION_NOT_FOUND' })
})
