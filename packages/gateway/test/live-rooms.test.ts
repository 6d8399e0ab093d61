// Live rooms over the wire: who follows, from whatever node, hears what is said by those who may, in its order, and nobody else does.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { flags, wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import type { GatewayLimits } from '../src/index.ts'
import { type OpenGateway, openGateway } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const room = 'g:stage'

/** Nothing is remembered of rooms and speakers, so that what was changed holds at once. */
const forgetful: Partial<GatewayLimits> = { speakerKeepMs: 0 }

type Settings = Readonly<Record<string, string>>

async function createGroup(owner: WireClient, conversationId: string, settings: Settings, memberIds: readonly string[] = []) {
  const list = Object.entries(settings).map(([name, value]) => ({ name, value }))
  const group = { conversationId, name: 'Stage', memberIds: [...memberIds], settings: list, clientRequestId: randomUUID() }
  assert.equal(await owner.codeOf('createGroup', wire.CreateGroupRequest.encode(group).finish()), '')
}

/** Alice, a room of hers, and a second gateway. */
async function stageOf(t: TestContext, limits: Partial<GatewayLimits> = {}, settings: Settings = {}) {
  const here = await openGateway(t, { limits })
  const there = await here.second()
  for (const userId of ['bob', 'carol']) here.backend.know('app', userId)
  const alice = await here.login({ userId: 'alice' })
  await createGroup(alice, room, { type: 'room', ...settings }, ['bob'])
  return { here, there, alice }
}

const follow = (client: WireClient, conversationId = room) =>
  client.request('followRoom', wire.FollowRoomRequest.encode({ conversationId }).finish())

async function followers(client: WireClient, conversationId = room): Promise<number> {
  const answer = await follow(client, conversationId)
  assert.equal(WireClient.codeOf(answer), '')
  return wire.FollowRoomReply.decode(answer.body).followers
}

const signalOf = (text: string, conversationId = room) =>
  wire.SignalRequest.encode({ conversationId, body: { contentType: 'text/plain', bytes: Buffer.from(text) } }).finish()

const say = (client: WireClient, text: string, conversationId = room) => client.codeOf('signal', signalOf(text, conversationId))

type Signal = NonNullable<ReturnType<typeof wire.Notice.decode>['roomSignal']>

/** By its bytes: all who follow at a node are sent the same, which are decoded once for all of them. */
const decoded = new Map<string, readonly Signal[]>()

function signalsIn(push: Uint8Array): readonly Signal[] {
  const bytes = Buffer.from(push.buffer, push.byteOffset, push.byteLength).toString('latin1')
  const known = decoded.get(bytes)
  if (known !== undefined) return known
  const signals = wire.Push.decode(push).notices.flatMap((notice) => (wire.Notice.decode(notice).roomSignal as Signal | null) ?? [])
  decoded.set(bytes, signals)
  return signals
}

const noticesOf = (client: WireClient): readonly Signal[] => client.of('push').flatMap(({ body }) => signalsIn(body))

const said = ({ senderId, body }: Signal) => `${senderId}: ${Buffer.from(body!.bytes!).toString()}`

/** What was heard, by its sender and text. */
const heard = (client: WireClient): string[] => noticesOf(client).flatMap((notice) => (notice.body ? [said(notice)] : []))

const hears = (client: WireClient, ...texts: readonly string[]) =>
  eventually(() => heard(client).length >= texts.length, { what: texts.join() }).then(() => assert.deepEqual(heard(client), texts))

/** Whatever was on its way to this client has come. */
const settled = (client: WireClient) => client.request('heartbeat', wire.Heartbeat.encode({}).finish())

test('who follows hears what is said, on every node, member or not; who does not hears nothing', async (t) => {
  const { here, there, alice } = await stageOf(t)
  const [bob, carol, dave] = [
    await there.login({ userId: 'bob' }),
    await there.login({ userId: 'carol' }),
    await there.login({ userId: 'dave' }),
  ]
  const phone = await here.login({ userId: 'alice' })
  assert.deepEqual([await followers(carol), await followers(dave)], [1, 2])
  // What others have is what they said last.
  await eventually(async () => (await followers(phone)) === 3, { what: 'three' })
  assert.equal(await say(alice, 'hello'), '')
  assert.equal(await say(bob, 'I do not listen'), '')
  assert.equal(await say(dave, 'I do'), '')
  const all = ['alice: hello', 'bob: I do not listen']
  await hears(carol, ...all, 'dave: I do')
  await hears(phone, ...all, 'dave: I do')
  await hears(dave, ...all)
  for (const silent of [alice, bob]) {
    await settled(silent)
    assert.deepEqual(heard(silent), [])
  }
  // Nothing is stored of it.
  assert.deepEqual(here.backend.texts('app', room), [])
})

test('5,000 who follow at two nodes hear all that two say, each in their order, and nobody else hears anything', async (t) => {
  const { here, there, alice } = await stageOf(t, { ackTimeoutMs: 600_000 })
  const nodes = [here, there]
  const stranger = await here.login({ appId: 'other', userId: 'alice' })
  await createGroup(stranger, room, { type: 'room' })
  const open = async (node: OpenGateway, count: number, fields: (n: number) => { userId: string; appId?: string }, follows: boolean) => {
    const opened: WireClient[] = []
    while (opened.length < count) {
      const some = Array.from({ length: Math.min(100, count - opened.length) }, (_, i) => node.login(fields(opened.length + i)))
      const logged = await Promise.all(some)
      if (follows)
        for (const answer of await Promise.all(logged.map((client) => follow(client)))) assert.equal(WireClient.codeOf(answer), '')
      opened.push(...logged)
    }
    return opened
  }
  const crowd = (await Promise.all(nodes.map((node, at) => open(node, 2_500, (n) => ({ userId: `fan-${at}-${n}` }), true)))).flat()
  const others = (await Promise.all(nodes.map((node, at) => open(node, 25, (n) => ({ userId: `other-${at}-${n}` }), false)))).flat()
  const abroad = (
    await Promise.all(nodes.map((node, at) => open(node, 25, (n) => ({ appId: 'other', userId: `far-${at}-${n}` }), true)))
  ).flat()
  await eventually(async () => (await followers(crowd[0]!)) === 5_000, { what: 'all are counted', timeoutMs: 120_000 })
  const zoe = await there.login({ userId: 'zoe' })
  const texts = Array.from({ length: 20 }, (_, n) => String(n))
  // Without waiting for answers: what one says stays in its order.
  for (const sender of [alice, zoe]) for (const text of texts) sender.send('signal', signalOf(text))
  for (const sender of [alice, zoe])
    await eventually(() => sender.of('signal').length === texts.length, { what: 'answers', timeoutMs: 120_000 })
  const expected = { alice: texts.map((text) => `alice: ${text}`), zoe: texts.map((text) => `zoe: ${text}`) }
  for (const fan of crowd) {
    const all = await eventually(() => (heard(fan).length >= 40 ? heard(fan) : null), { what: 'all that was said', timeoutMs: 120_000 })
    for (const who of ['alice', 'zoe'] as const)
      assert.deepEqual(
        all.filter((text) => text.startsWith(who)),
        expected[who],
      )
    assert.equal(all.length, 40)
  }
  for (const silent of [...others, ...abroad, stranger, zoe]) {
    await settled(silent)
    assert.deepEqual(heard(silent), [])
  }
  // Written together: far fewer pushes than signals.
  assert.ok(crowd.every((fan) => fan.of('push').length <= 40))
})

test('a node is given a signal once, and only where somebody there follows', async (t) => {
  const { here, there, alice } = await stageOf(t, { followersSayMs: 20 })
  const third = await here.second()
  const frames: string[] = []
  here.hub.loseFrames((node, { deliveries }) => {
    for (const { room: said } of deliveries) if (said) frames.push(node)
    return false
  })
  const fans = [await there.login({ userId: 'bob' }), await there.login({ userId: 'carol' })]
  for (const fan of fans) await follow(fan)
  // Nobody has to ask about those who are here.
  await follow(await here.login({ userId: 'dave' }))
  assert.equal(await say(alice, 'one'), '')
  for (const fan of fans) await hears(fan, 'alice: one')
  assert.deepEqual(frames, [there.incarnation])
  // With the last who follows a node goes as well, and comes with the first.
  for (const fan of fans) fan.destroy()
  const dave = await third.login({ userId: 'eve' })
  await eventually(async () => (await followers(dave)) === 2)
  frames.length = 0
  assert.equal(await say(alice, 'two'), '')
  await hears(dave, 'alice: two')
  assert.deepEqual(frames, [third.incarnation])
})

test('what there is not, is no live room, or is of another app is all the same', async (t) => {
  const { here, alice } = await stageOf(t, forgetful)
  await createGroup(alice, 'g:team', {})
  const stranger = await here.login({ appId: 'other', userId: 'alice' })
  const answers = new Set<string>()
  for (const [client, id] of [
    [alice, 'g:none'],
    [alice, 'g:team'],
    [stranger, room],
  ] as const) {
    const [followed, spoken] = [await follow(client, id), await client.request('signal', signalOf('x', id))]
    for (const { body, flags: bits } of [followed, spoken]) {
      assert.ok(bits & flags.error)
      const { code, detail } = wire.Error.decode(body)
      answers.add(`${code} ${detail}`)
    }
  }
  assert.deepEqual([...answers], ['CONVERSATION_NOT_FOUND no live room'])
  for (const id of ['d:alice:bob', 'x', '']) {
    assert.equal(WireClient.codeOf(await follow(alice, id)), 'INVALID_ARGUMENT')
    assert.equal(await say(alice, 'x', id), 'INVALID_ARGUMENT')
  }
})

const change = (client: WireClient, name: string, value: string) =>
  client.codeOf(
    'changeGroup',
    wire.ChangeGroupRequest.encode({ conversationId: room, settings: [{ name, value }], clientRequestId: randomUUID() }).finish(),
  )

test('who may speak is whom the room lets: by its settings, and by what they are in it', async (t) => {
  const { here, alice } = await stageOf(t, forgetful)
  const [bob, carol] = [await here.login({ userId: 'bob' }), await here.login({ userId: 'carol' })]
  const codes = async () => [await say(alice, 'x'), await say(bob, 'x'), await say(carol, 'x')]
  assert.deepEqual(await codes(), ['', '', ''])
  for (const [name, value] of [
    ['canWrite', 'admins'],
    ['mutedAll', 'true'],
  ] as const) {
    assert.equal(await change(alice, name, value), '')
    assert.deepEqual(await codes(), ['', 'FORBIDDEN', 'FORBIDDEN'])
    assert.equal(await change(alice, name, name === 'canWrite' ? 'everyone' : 'false'), '')
  }
  const mute = wire.MuteMemberRequest.encode({ conversationId: room, userId: 'bob', durationMs: 60_000, clientRequestId: randomUUID() })
  assert.equal(await alice.codeOf('muteMember', mute.finish()), '')
  assert.deepEqual(await codes(), ['', 'MUTED', ''])
  // A mute is not escaped by leaving.
  const leave = wire.LeaveGroupRequest.encode({ conversationId: room, clientRequestId: randomUUID() })
  assert.equal(await bob.codeOf('leaveGroup', leave.finish()), '')
  assert.deepEqual(await codes(), ['', 'MUTED', ''])
  assert.equal(await change(alice, 'slowModeMs', '60000'), '')
  assert.deepEqual(await codes(), ['', 'MUTED', 'SLOW_MODE'])
  const dave = await here.login({ userId: 'dave' })
  assert.deepEqual([await say(dave, 'x'), await say(dave, 'y')], ['', 'SLOW_MODE'])
})

test('what a connection says stays in its order where the views have to be asked first, and is refused where they do not answer', async (t) => {
  const { here, there, alice } = await stageOf(t, { speakerKeepMs: 60_000 })
  const bob = await there.login({ userId: 'bob' })
  await follow(bob)
  const { roomReads } = here.backend
  const texts = Array.from({ length: 10 }, (_, n) => `${n}`)
  const sequences = texts.map((text) => alice.send('signal', signalOf(text)))
  await hears(bob, ...texts.map((text) => `alice: ${text}`))
  for (const sequence of sequences) assert.equal(WireClient.codeOf(await alice.answer('signal', sequence)), '')
  assert.equal(here.backend.roomReads - roomReads, 1)
  here.backend.viewsDown = true
  assert.equal(await say(alice, 'still known'), '')
  const carol = await here.login({ userId: 'carol' }).catch(() => null)
  assert.equal(carol, null)
  assert.equal(WireClient.codeOf(await follow(alice)), 'UNAVAILABLE')
})

test('who takes in too slowly misses signals, is told how many, and owes no sync', async (t) => {
  const { here, there, alice } = await stageOf(t, { unackedPushesMax: 4 })
  const [fast, slow] = [await there.login({ userId: 'bob' }), await there.login({ userId: 'carol' })]
  for (const fan of [fast, slow]) await follow(fan)
  const texts = ['0', '1', '2', '3', '4']
  for (const [n, text] of texts.entries()) {
    assert.equal(await say(alice, text), '')
    await hears(fast, ...texts.slice(0, n + 1).map((each) => `alice: ${each}`))
    fast.acknowledge(fast.of('push').at(-1)!.sequence)
    await settled(fast)
  }
  await hears(slow, 'alice: 0', 'alice: 1')
  slow.acknowledge(slow.of('push').at(-1)!.sequence)
  await settled(slow)
  assert.equal(await say(alice, '5'), '')
  await hears(slow, 'alice: 0', 'alice: 1', 'alice: 5')
  assert.deepEqual(
    noticesOf(slow).map(({ missed, body }) => missed || said({ senderId: '', body } as never)),
    [': 0', ': 1', 3, ': 5'],
  )
  assert.deepEqual([slow.of('resync').length, fast.of('resync').length], [0, 0])
  assert.equal(there.gateway.metrics().signalsWithheld, 3)
  assert.equal(here.gateway.metrics().signalsUnpublished, 0)
})

test('who leaves off, or goes, hears no more; nobody follows more rooms than a connection may', async (t) => {
  const { here, alice } = await stageOf(t, { followedRoomsMax: 1 })
  await createGroup(alice, 'g:other', { type: 'room' })
  const bob = await here.login({ userId: 'bob' })
  const unfollow = wire.UnfollowRoomRequest.encode({ conversationId: room }).finish()
  await follow(bob)
  assert.equal(WireClient.codeOf(await follow(bob, 'g:other')), 'TOO_LARGE')
  assert.equal(await followers(bob), 1)
  assert.equal(await bob.codeOf('unfollowRoom', unfollow), '')
  assert.equal(WireClient.codeOf(await follow(bob, 'g:other')), '')
  assert.equal(await say(alice, 'gone'), '')
  await settled(bob)
  assert.deepEqual(heard(bob), [])
  // Also where the request to follow is still being looked at.
  const carol = await here.login({ userId: 'carol' })
  const sequence = carol.send('followRoom', wire.FollowRoomRequest.encode({ conversationId: room }).finish())
  assert.equal(await carol.codeOf('unfollowRoom', unfollow), '')
  await carol.answer('followRoom', sequence)
  assert.equal(await say(alice, 'gone too'), '')
  await settled(carol)
  assert.deepEqual(heard(carol), [])
})

test('those who follow a room that was dismissed are told so once something is said, and then nobody says or follows', async (t) => {
  const { here, there, alice } = await stageOf(t, { speakerKeepMs: 60_000, roomCheckMs: 0 })
  const bob = await there.login({ userId: 'bob' })
  await follow(bob)
  assert.equal(await say(alice, 'before'), '')
  const dismiss = wire.DismissGroupRequest.encode({ conversationId: room, clientRequestId: randomUUID() })
  assert.equal(await alice.codeOf('dismissGroup', dismiss.finish()), '')
  // Known here as it was a moment ago.
  assert.equal(await say(alice, 'after'), '')
  await eventually(() => noticesOf(bob).some(({ ended }) => ended === 'GROUP_DISMISSED'))
  assert.deepEqual(heard(bob), ['alice: before', 'alice: after'])
  assert.equal(WireClient.codeOf(await follow(bob)), 'GROUP_DISMISSED')
  assert.equal(await say(await here.login({ userId: 'carol' }), 'x'), 'GROUP_DISMISSED')
})

test('who is banned follows no more once something is said, and to them there is no room', async (t) => {
  const { there, alice } = await stageOf(t, { speakerKeepMs: 0, roomCheckMs: 0 })
  const [bob, carol] = [await there.login({ userId: 'bob' }), await there.login({ userId: 'carol' })]
  for (const fan of [bob, carol]) await follow(fan)
  for (const userId of ['bob', 'carol']) {
    const ban = wire.BanUserRequest.encode({ conversationId: room, userId, banned: true, clientRequestId: randomUUID() })
    assert.equal(await alice.codeOf('banUser', ban.finish()), '')
    const fan = userId === 'bob' ? bob : carol
    assert.equal(await say(alice, `to ${userId}`), '')
    await eventually(() => noticesOf(fan).some(({ ended }) => ended === 'CONVERSATION_NOT_FOUND'), { what: userId })
    for (const answer of [await follow(fan), await fan.request('signal', signalOf('x'))])
      assert.deepEqual([WireClient.codeOf(answer), wire.Error.decode(answer.body).detail], ['CONVERSATION_NOT_FOUND', 'no live room'])
  }
  assert.equal(await say(alice, 'without them'), '')
  await settled(carol)
  assert.deepEqual(heard(bob), ['alice: to bob'])
})

test('signals have a rate, of a user and of a room', async (t) => {
  const { here, alice } = await stageOf(t, { signalsPerSecond: 0.001, signalBurst: 3, roomSignalsPerSecond: 0.001, roomSignalBurst: 4 })
  const bob = await here.login({ userId: 'bob' })
  const refusal = async (client: WireClient) => {
    const answer = await client.request('signal', signalOf('x'))
    return WireClient.codeOf(answer) === '' ? '' : wire.Error.decode(answer.body).detail
  }
  const codes = []
  for (let i = 0; i < 4; i += 1) codes.push(await refusal(alice))
  for (let i = 0; i < 2; i += 1) codes.push(await refusal(bob))
  assert.deepEqual(codes, ['', '', '', 'signalsPerSecond', '', 'roomSignalsPerSecond'])
})
