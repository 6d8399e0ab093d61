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
  announce(open, 'slow', { perSecond: 20 })
  announce(open, 'next')
  await eventually(() => clients.some((client) => heardBy(client).length === 1))
  const under = await announcementsOf(open)
  assert.ok(under[0]!.told < 6 && under[1]!.told === 0, JSON.stringify(under))
  for (const client of clients) {
    await eventually(() => heardBy(client).length === 2)
    assert.deepEqual(heardBy(client), ['slow', 'next'])
  }
  assert.ok(performance.now() - beganAt >= 250, 'six at twenty a second take five pauses')
})

test('of more than a node keeps, everybody is told to resync', async (t) => {
  const { open, clients } = await openWith(t, 1, { announcementsMax: 1, resyncSpreadMs: 0, sweepMs: 20 })
  announce(open, 'one')
  announce(open, 'two')
  await eventually(() => clients[0]!.of('resync').length === 1)
  assert.deepEqual(heardBy(clients[0]!), ['one'])
})
