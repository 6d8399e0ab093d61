// What one node does where others cannot be asked or told: those who follow here hear all the same, nothing grows, and others are told again. And how
// it looks whether those who follow still may, where that takes long or fails.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type ErrorCode, wire } from '@skein/contracts'
import type { LinkDelivery } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { defaultLimits } from '../limits.ts'
import { signalPush } from './live-room.ts'
import { type LiveRoomLimits, LiveRooms } from './live-rooms.ts'

const room = { appId: 'app', conversationId: 'g:stage' }
const bodyOf = (text: string) => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(text) })
const textsIn = (push: Uint8Array) =>
  wire.Push.decode(push).notices.map((bytes) => {
    const { ended, body } = wire.Notice.decode(bytes).roomSignal!
    return ended || Buffer.from(body!.bytes!).toString()
  })

/** A node beside another, of which presence says what a test wants. */
function nodeOf(t: TestContext, limits: Partial<LiveRoomLimits> = {}) {
  const node = {
    said: [] as number[],
    sayFails: false,
    /** How many follow elsewhere; waits, or fails, as a test wants. */
    ask: async () => new Map([['there', 1]]) as ReadonlyMap<string, number>,
    ended: async function* (): AsyncGenerator<ReadonlyMap<{ id: string }, ErrorCode>> {
      yield new Map()
    },
    heard: [] as string[],
    given: [] as LinkDelivery[],
  }
  const rooms = new LiveRooms<{ id: string }>({
    presence: {
      gatewayHere: () => 'here',
      followersOf: () => node.ask(),
      async sayFollowers(_room, followers) {
        if (node.sayFails) throw new Error('down')
        node.said.push(followers)
      },
    },
    link: { deliver: (_node, delivery) => void node.given.push(delivery) },
    limits: { ...defaultLimits, followersSayMs: 5, signalsAskMs: 20, ...limits },
    logger: silentLogger,
    push: (_follower, bytes) => node.heard.push(...textsIn(bytes)) > 0,
    ended: () => node.ended(),
  })
  t.after(() => rooms.close())
  const say = (text: string) =>
    rooms.say(room, { push: signalPush(room, { senderId: 'alice', sentAtMs: 1, body: bodyOf(text) }), except: '' })
  const given = () => node.given.flatMap(({ push }) => textsIn(push))
  return { node, rooms, say, given }
}

test('who follows here hears what is said while it is not known who follows elsewhere, and what is lost is counted', async (t) => {
  const { node, rooms, say, given } = nodeOf(t)
  const { ask } = node
  assert.equal(await rooms.follow({ id: 'one' }, room), 2)
  for (const failing of [() => Promise.reject(new Error('down')), () => new Promise<never>(() => {})]) {
    node.ask = failing
    const before = rooms.unpublished
    say('lost')
    await eventually(() => rooms.unpublished === before + 1)
  }
  node.ask = ask
  say('known')
  await eventually(() => given().length === 1)
  assert.deepEqual([node.heard, given()], [['lost', 'lost', 'known'], ['known']])
})

test('what is said while a question is under way goes with the next one, together; beyond a limit the oldest are lost', async (t) => {
  const size = signalPush(room, { senderId: 'alice', sentAtMs: 1, body: bodyOf('0') }).length
  const { node, say, given, rooms } = nodeOf(t, { signalsHeldBytesMax: 3 * size, signalsAskMs: 5_000 })
  const { promise, resolve } = Promise.withResolvers<void>()
  const { ask } = node
  let questions = 0
  node.ask = async () => {
    questions += 1
    await promise
    return ask()
  }
  say('0')
  await eventually(() => questions === 1)
  for (const text of ['1', '2', '3', '4', '5']) say(text)
  await eventually(() => rooms.unpublished === 2)
  resolve()
  await eventually(() => given().length === 4)
  assert.deepEqual([given(), questions], [['0', '3', '4', '5'], 2])
  assert.deepEqual(
    node.given.map(({ room: said }) => said!.signals),
    [1, 3],
  )
})

test('how many follow is said before the first is answered, when it changes, and again where it may have been lost', async (t) => {
  const { node, rooms } = nodeOf(t)
  const [one, two] = [{ id: 'one' }, { id: 'two' }]
  await rooms.follow(one, room)
  assert.deepEqual(node.said, [1])
  await rooms.follow(two, room)
  await eventually(() => node.said.at(-1) === 2)
  node.said.length = 0
  rooms.sayAgain()
  await eventually(() => node.said.length === 1)
  assert.deepEqual(node.said, [2])
  rooms.went(one)
  rooms.unfollow(two, room)
  await eventually(() => node.said.at(-1) === 0)
  node.sayFails = true
  await rooms.follow(one, room)
  node.sayFails = false
  await eventually(() => node.said.at(-1) === 1)
})

// A check that took longer than the time between two ran beside the next ones, each with a list of all who follow; and nobody was told before all of it
// had been read, or where the last part could not be.
test('whether followers still may is asked once at a time, and each part of the answer is told at once, also before one that fails', async (t) => {
  const { node, rooms, say } = nodeOf(t, { roomCheckMs: 0 })
  const [one, two, three] = [{ id: 'one' }, { id: 'two' }, { id: 'three' }]
  for (const follower of [one, two, three]) await rooms.follow(follower, room)
  let checks = 0
  const failing = Promise.withResolvers<never>()
  node.ended = async function* () {
    checks += 1
    yield new Map([[one, 'CONVERSATION_NOT_FOUND']])
    if (checks === 1) await failing.promise
    yield new Map([[two, 'CONVERSATION_NOT_FOUND']])
  }
  const told = (count: number) => () => node.heard.filter((text) => text === 'CONVERSATION_NOT_FOUND').length === count
  say('a')
  await eventually(told(1))
  for (const text of ['b', 'c']) {
    say(text)
    await eventually(() => node.heard.at(-1) === text)
  }
  assert.equal(checks, 1)
  failing.reject(new Error('down'))
  await new Promise(setImmediate)
  say('d')
  await eventually(told(2))
  assert.equal(checks, 2)
  say('e')
  await eventually(() => node.heard.at(-1) === 'e')
  assert.equal(node.heard.filter((text) => text === 'e').length, 1, 'one of three follows still')
})
