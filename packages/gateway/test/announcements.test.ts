// What is for everybody of an app: each connection that was there is told it once, little by little, in order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import { type OpenGateway, openGateway, pushOf } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

const announce = (open: OpenGateway, id: string, { text = id, perSecond = 0, exceptConnection = '', appId = 'app' } = {}) =>
  open.other.deliver(open.incarnation, { push: pushOf(text), connectionIds: [], everybody: { appId, id, perSecond, exceptConnection } })
const heardBy = (client: WireClient) =>
  client.of('push').flatMap(({ body }) => wire.Push.decode(body).items.map((item) => decodedText(item as unknown as Uint8Array)))
const decodedText = (item: Uint8Array) => Buffer.from(wire.ConversationItem.decode(item).messageSent!.body!.bytes!).toString()

async function openWith(t: Parameters<typeof openGateway>[0], count: number, limits = {}) {
  const open = await openGateway(t, { limits })
  const clients: WireClient[] = []
  for (let i = 0; i < count; i++) clients.push(await open.login({ userId: `user${i}` }))
  return { open, clients }
}
const announcementsOf = async (open: OpenGateway) =>
  (await open.presence.presence().liveNodes()).flatMap(({ announcements = [] }) => announcements)

test('everybody who is there is told it, but for whom it is a reply; twice is once, and another app hears nothing', async (t) => {
  const { open, clients } = await openWith(t, 3)
  announce(open, 'one', { exceptConnection: clients[0]!.connectionId })
  announce(open, 'one', { exceptConnection: clients[0]!.connectionId })
  announce(open, 'theirs', { appId: 'another' })
  announce(open, 'two')
  for (const [at, client] of clients.entries()) {
    const expected = at === 0 ? ['two'] : ['one', 'two']
    await eventually(() => heardBy(client).length === expected.length)
    assert.deepEqual(heardBy(client), expected)
  }
  const said = await announcementsOf(open)
  assert.deepEqual(
    said.map(({ id, told, of }) => [id, told, of]),
    [
      ['one', 2, 2],
      ['theirs', 0, 0],
      ['two', 3, 3],
    ],
  )
})

test('no more are told in a second than it asks for, and what follows waits for it', async (t) => {
  const { open, clients } = await openWith(t, 6)
  const beganAt = performance.now()
  announce(open, 'slow', { perSecond: 5 })
  announce(open, 'next')
  await eventually(() => clients.some((client) => heardBy(client).length === 1))
  const under = await announcementsOf(open)
  assert.ok(under[0]!.told < 6 && under[1]!.told === 0, JSON.stringify(under))
  for (const client of clients) {
    await eventually(() => heardBy(client).length === 2)
    assert.deepEqual(heardBy(client), ['slow', 'next'])
  }
  assert.ok(performance.now() - beganAt >= 1_000, 'six at five a second take five pauses')
})

// One at least was told with each look at it, twenty times a second, however few were asked for.
test('so few as three in a second are told, and another app waits for none of it', async (t) => {
  const { open, clients } = await openWith(t, 3)
  const theirs = await open.login({ userId: 'zoe', appId: 'another' })
  const beganAt = performance.now()
  announce(open, 'slow', { perSecond: 3 })
  announce(open, 'theirs', { appId: 'another' })
  await eventually(() => heardBy(theirs).length === 1)
  assert.ok((await announcementsOf(open))[0]!.told < 3)
  await eventually(() => clients.every((client) => heardBy(client).length === 1))
  assert.ok(performance.now() - beganAt >= 600, 'three at three a second take two thirds of it')
})

test('who goes meanwhile is passed over, and who comes meanwhile is not told: they sync', async (t) => {
  const { open, clients } = await openWith(t, 3)
  announce(open, 'slow', { perSecond: 10 })
  await eventually(() => heardBy(clients[0]!).length === 1)
  clients[1]!.destroy()
  const late = await open.login({ userId: 'late' })
  await eventually(() => heardBy(clients[2]!).length === 1)
  await eventually(async () => (await announcementsOf(open))[0]!.told === 3)
  assert.deepEqual([heardBy(late), (await announcementsOf(open))[0]!.of], [[], 3])
})

test('what is done is forgotten for what is new, the oldest first; of more than a node tells at once, everybody of the app is told to resync', async (t) => {
  const { open, clients } = await openWith(t, 2, { announcementsMax: 2, resyncSpreadMs: 0, sweepMs: 20 })
  const [client] = clients as [WireClient]
  for (const id of ['one', 'two', 'three']) {
    announce(open, id)
    await eventually(async () => (await announcementsOf(open)).at(-1)?.id === id)
    await eventually(async () => (await announcementsOf(open)).at(-1)!.told === 2)
  }
  assert.deepEqual(
    (await announcementsOf(open)).map(({ id }) => id),
    ['two', 'three'],
  )
  announce(open, 'three')
  const theirs = await open.login({ userId: 'zoe', appId: 'another' })
  for (const id of ['slow', 'behind it', 'too much']) announce(open, id, { perSecond: 2 })
  await eventually(() => client.of('resync').length === 1)
  assert.deepEqual([theirs.of('resync'), heardBy(client).filter((text) => text === 'three')], [[], ['three']])
  assert.ok(!heardBy(client).includes('too much'))
})
