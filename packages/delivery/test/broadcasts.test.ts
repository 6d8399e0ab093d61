// What is for everybody of an app, over in-process presence and link and a log in memory: each gateway is told it once, and nobody is looked up.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { wire } from '@skein/contracts'
import { openDeliveryWorld, saidBy, until } from './delivery-world.ts'
import { type Story, tellStory } from './events.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

type World = Awaited<ReturnType<typeof openDeliveryWorld>>

const id = 'b:app'
const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from('to all') }
const operator = { actorId: '' }
const broadcast = (story: Story, perSecond = 0, chosen: Parameters<Story['happens']>[1] = operator) =>
  story.happens({ type: 'BroadcastMessage', conversationId: id, body, attachments: [], perSecond }, chosen)
const notify = (story: Story, perSecond = 0, chosen: Parameters<Story['happens']>[1] = operator) =>
  story.happens({ type: 'NotifyOnline', conversationId: id, body, perSecond }, chosen)
const allowed = (story: Story, userId: string) =>
  story.happens({ type: 'ChangeBroadcastRight', conversationId: id, userId, allowed: true }, operator)

/** What each gateway was told for everybody, in order. */
const toldTo = (w: World, node: string) => w.records.filter((record) => record.node === node && record.everybody !== undefined)
const idsOf = (events: readonly SkeinEvent[]) => events.map(({ meta }) => meta.commandId)

test('each gateway is told it once, with its rate, whoever is connected there; nobody else is', async () => {
  const w = await openDeliveryWorld(stops)
  const story = tellStory()
  await w.online('a1', 'alice', 'n1')
  const [stored, passing] = [broadcast(story, 7), notify(story, 9)]
  w.log.append(stored, passing)
  void w.serve()
  await w.settled()
  for (const node of ['n1', 'n2']) {
    const [first, second, ...more] = toldTo(w, node)
    assert.deepEqual(more, [])
    assert.deepEqual(first!.everybody, { appId: 'app', id: stored.meta.commandId, perSecond: 7, exceptConnection: '' })
    assert.deepEqual(second!.everybody, { appId: 'app', id: passing.meta.commandId, perSecond: 9, exceptConnection: '' })
    assert.deepEqual([first!.connectionIds, saidBy(first!.push)], [[], ['b:app/1']])
    const { items, notices } = wire.Push.decode(second!.push)
    assert.deepEqual([items.length, Buffer.from(wire.Notice.decode(notices[0]!).onlineNotified!.body!.bytes!).toString()], [0, 'to all'])
  }
  assert.equal(w.records.length, 4, 'an API has nobody to tell')
  assert.equal(w.membership.reads, 0)
})

test('what is done to a broadcast follows it, as fast as may be; a marker is told to its reader alone, and a right to nobody', async () => {
  const w = await openDeliveryWorld(stops)
  const story = tellStory()
  await w.online('a1', 'alice', 'n1')
  await w.online('a2', 'alice', 'n2')
  await w.online('b1', 'bob', 'n1')
  const right = allowed(story, 'alice')
  const stored = broadcast(story, 7)
  const about = { conversationId: id, seq: 1, messageId: stored.meta.commandId }
  const edited = story.happens({ type: 'EditMessage', ...about, body })
  const revoked = story.happens({ type: 'RevokeMessage', ...about })
  const marked = story.happens({ type: 'MarkRead', conversationId: id, ordinal: 1 }, { connectionId: 'a1' })
  w.log.append(right, stored, edited, revoked, marked)
  void w.serve()
  await w.settled()
  for (const node of ['n1', 'n2']) {
    assert.deepEqual(
      toldTo(w, node).map(({ everybody, push }) => [everybody!.id, everybody!.perSecond, ...saidBy(push)]),
      [
        [stored.meta.commandId, 7, 'b:app/1'],
        [edited.meta.commandId, 0, 'b:app/2'],
        [revoked.meta.commandId, 0, 'b:app/3'],
      ],
    )
  }
  assert.deepEqual(w.shown(), ['a2 read alice/1'])
})

test('a connection that asked has its message by the reply, and a notice like everybody', async () => {
  const w = await openDeliveryWorld(stops)
  const story = tellStory()
  const mine = { actorId: 'alice', connectionId: 'a1' }
  w.log.append(allowed(story, 'alice'), broadcast(story, 0, mine), notify(story, 0, mine))
  void w.serve()
  await w.settled()
  assert.deepEqual(
    toldTo(w, 'n1').map(({ everybody }) => everybody!.exceptConnection),
    ['a1', ''],
  )
})

test('the gateway of this process is told though presence cannot be asked, once; the position waits for the others', async () => {
  const w = await openDeliveryWorld(stops, { here: 'n1' })
  const story = tellStory()
  const events = Array.from({ length: 3 }, () => broadcast(story))
  w.setPresenceDown(true)
  w.log.append(...events)
  void w.serve()
  await until('what is told here', () => toldTo(w, 'n1').length === 3)
  await until('attempts', () => w.delivery.counters.lookupFailures > 3)
  assert.deepEqual([w.position(), toldTo(w, 'n2')], [0, []])
  w.setPresenceDown(false)
  await w.settled()
  for (const node of ['n1', 'n2']) {
    assert.deepEqual(
      toldTo(w, node).map(({ everybody }) => everybody!.id),
      idsOf(events),
    )
  }
})

test('a gateway of a release that does not know what that is has its connections sync, once for each, and is told nothing; others are told', async () => {
  const w = await openDeliveryWorld(stops, { unknowing: 'n2' })
  const story = tellStory()
  await w.online('a1', 'alice', 'n2')
  const events = [broadcast(story, 7), notify(story), broadcast(story)]
  w.log.append(...events)
  void w.serve()
  await w.settled()
  assert.deepEqual(w.lost, ['n2', 'n2', 'n2'])
  assert.deepEqual(
    w.records.map(({ node, everybody }) => [node, everybody?.id]),
    idsOf(events).map((commandId) => ['n1', commandId]),
  )
})

test('the gateway of this process knows what it is told, whatever presence says of others', async () => {
  const w = await openDeliveryWorld(stops, { here: 'n1', unknowing: 'n2' })
  w.log.append(broadcast(tellStory()))
  void w.serve()
  await w.settled()
  assert.deepEqual([toldTo(w, 'n1').length, w.records.length, w.lost], [1, 1, ['n2']])
})

test('delivery that begins again tells it again under the same id, by which gateways know it', async () => {
  const w = await openDeliveryWorld(stops)
  const stored = broadcast(tellStory())
  w.log.append(stored)
  const served = w.serve()
  await w.settled()
  w.abort.abort()
  await served
  const again = new AbortController()
  stops.unshift(async () => again.abort())
  w.serve(0, again.signal).catch(() => {})
  await until('it is told again', () => toldTo(w, 'n2').length === 2)
  assert.deepEqual(
    toldTo(w, 'n2').map(({ everybody }) => everybody!.id),
    idsOf([stored, stored]),
  )
})
