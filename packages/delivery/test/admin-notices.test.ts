// What only the owner and admins of a group are told, besides whoever it is about: who they are when they are told, and how long is waited to know it.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { DeliveryLimits } from '@skein/delivery'
import { openDeliveryWorld, saidBy, until } from './delivery-world.ts'
import { type Story, tellStory } from './events.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const group = 'g:x'
const people = { alice: 'n1', bob: 'n2', carol: 'n1', dave: 'n2' } as const

async function world(limits: Partial<DeliveryLimits> = {}) {
  const w = await openDeliveryWorld(stops, { limits })
  for (const [userId, node] of Object.entries(people)) await w.online(`${userId[0]}1`, userId, node)
  const toldOf = (what: string) => () => w.shown().filter((line) => line.endsWith(what))
  return { ...w, toldOf }
}

/** Alice is owner, bob an admin, carol a member; dave asks. */
const begun = (story: Story, conversationId = group) => [
  story.created(conversationId, ['bob', 'carol']),
  story.happens({ type: 'ChangeGroup', conversationId, settings: [{ name: 'joinBy', value: 'request' }] }),
  roleOf(story, 'bob', 'admin', conversationId),
]
const roleOf = (story: Story, userId: string, role: string, conversationId = group) =>
  story.happens({ type: 'ChangeMemberRole', conversationId, userId, role })
const asks = (story: Story, { userId = 'dave', text = 'hi', conversationId = group } = {}) =>
  story.happens({ type: 'RequestToJoin', conversationId, text, answers: [] }, { actorId: userId, connectionId: '' })
const refuses = (story: Story, actorId: string) =>
  story.happens(
    { type: 'AnswerJoinRequest', conversationId: group, userId: 'dave', accept: false },
    { actorId, connectionId: `${actorId[0]}1` },
  )

for (const largeAboveMembers of [200, 2]) {
  test(`who asks to join is told to owner and admins, and to no other member, of a group that is large above ${largeAboveMembers}`, async () => {
    const w = await world({ largeAboveMembers, smallBelowMembers: largeAboveMembers })
    const story = tellStory()
    w.log.append(...begun(story), asks(story), refuses(story, 'bob'))
    void w.serve()
    await w.settled()
    assert.deepEqual(w.toldOf('asks dave')(), ['a1 asks dave', 'b1 asks dave', 'd1 asks dave'])
    assert.deepEqual(w.toldOf('answered dave')(), ['a1 answered dave', 'd1 answered dave'], 'not where it was answered')
  })
}

test('who is none any more when the view knows is not told; who became it meanwhile is', async () => {
  const w = await world()
  const story = tellStory()
  w.log.append(...begun(story))
  w.membership.checkpoint = 3
  void w.serve()
  w.log.append(asks(story), roleOf(story, 'bob', 'member'), roleOf(story, 'carol', 'admin'))
  await until('a view that is behind', () => w.delivery.counters.groupReadsBehind > 2)
  assert.deepEqual(w.toldOf('asks dave')(), ['d1 asks dave'], 'their own devices wait for nobody')
  assert.equal(w.position(), 3, 'a crash repeats what waits')
  w.membership.checkpoint = 6
  await w.settled()
  assert.deepEqual(w.toldOf('asks dave')(), ['a1 asks dave', 'c1 asks dave', 'd1 asks dave'])
})

test('what waits holds nothing else, is told in its order, and is given up where the view stands still', async () => {
  const w = await world({ adminsPatienceMs: 1_000 })
  const story = tellStory()
  w.log.append(...begun(story))
  w.membership.checkpoint = 4
  void w.serve()
  w.log.append(asks(story), refuses(story, 'alice'), story.message(group))
  await until('the message', () => w.toldOf('g:x/4')().length === 3)
  await until('the first', () => w.toldOf('asks dave')().length === 3)
  await w.settled()
  assert.deepEqual(w.toldOf('answered dave')(), ['d1 answered dave'], 'nobody is guessed')
})

// Each notice of a group was waited for anew once the one before it had been given up: twenty of them held the position, and what a crash repeats, back
// for twenty times as long, and more than there was room for stopped the partition.
test('all that waits for a view that stands still is given up as soon as each has waited, however many they are', async () => {
  const patienceMs = 1_000
  const w = await world({ adminsPatienceMs: patienceMs })
  const story = tellStory()
  w.log.append(...begun(story))
  w.membership.checkpoint = 3
  void w.serve()
  for (let i = 0; i < 20; i++) w.log.append(asks(story, { text: `${i}` }))
  const beganAtMs = performance.now()
  await w.settled()
  const tookMs = performance.now() - beganAtMs
  assert.ok(tookMs > patienceMs / 2 && tookMs < patienceMs * 10, `${tookMs} ms`)
  assert.equal(w.toldOf('asks dave')().length, 20, 'whoever asks, at once')
})

test('more bytes than may wait for the view hold nothing: the oldest are given up', async () => {
  const text = 'x'.repeat(400)
  // As much as two of them, read one after the other.
  const w = await world({ adminsPatienceMs: 600_000, adminsHeldBytesMax: 3_000, heldBytesMax: 1_000, recipientsMax: 1 })
  const story = tellStory()
  w.log.append(...begun(story))
  w.membership.checkpoint = 3
  void w.serve()
  for (const userId of ['dave', 'zoe', 'a', 'b']) w.log.append(asks(story, { userId, text }))
  w.log.append(story.message(group))
  await until('the message', () => w.shown().includes('c1 g:x/4'))
  w.membership.checkpoint = 8
  await w.settled()
  assert.deepEqual(
    w.shown().filter((line) => line.startsWith('a1 asks')),
    ['a1 asks a', 'a1 asks b'],
  )
})

// The other devices of an admin were told that somebody was let in, and then that they ask: a request that nobody could clear.
test('the other devices of whoever answered are told of it behind what was asked, whether it is read together or the view is behind', async () => {
  for (const checkpoint of [3, Number.POSITIVE_INFINITY]) {
    const w = await world()
    const story = tellStory()
    await w.online('b2', 'bob', 'n1')
    w.log.append(...begun(story))
    w.membership.checkpoint = checkpoint
    w.log.append(asks(story), refuses(story, 'bob'))
    void w.serve()
    await until('who asked', () => w.toldOf('answered dave')().includes('d1 answered dave'))
    w.membership.checkpoint = Number.POSITIVE_INFINITY
    await w.settled()
    const toldTo = (connection: string) =>
      w.records.flatMap(({ push, connectionIds }) => (connectionIds.includes(connection) ? saidBy(push) : []))
    assert.deepEqual(toldTo('b2').slice(-2), ['asks dave', 'answered dave'])
    assert.deepEqual(toldTo('b1').slice(-1), ['asks dave'], 'not where it was answered')
  }
})

test('whoever answered learns of it also where what waits is given up', async () => {
  const w = await world({ adminsPatienceMs: 100 })
  const story = tellStory()
  await w.online('b2', 'bob', 'n1')
  w.log.append(...begun(story))
  w.membership.checkpoint = 3
  w.log.append(asks(story), refuses(story, 'bob'))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.toldOf('dave')(), ['b2 answered dave', 'd1 answered dave', 'd1 asks dave'])
})

// Each group with something that waits asked by itself how far the view is: thousands of reads a second while it stood still.
test('how far the view has come is asked once for all groups, and then few of them are read at the same time', async () => {
  const w = await world({ adminsReadsMax: 2 })
  const story = tellStory()
  const groups = Array.from({ length: 20 }, (_, i) => `g:${i}`)
  for (const id of groups) w.log.append(...begun(story, id))
  const { length: end } = w.log.events
  w.membership.checkpoint = end
  const asked = new Set<string>()
  let [reading, most] = [0, 0]
  const { admins } = w.membership
  w.membership.admins = async (partition, of, limit) => {
    asked.add(of.conversationId)
    reading += 1
    most = Math.max(most, reading)
    await new Promise((resolve) => setImmediate(resolve))
    reading -= 1
    return admins.call(w.membership, partition, of, limit)
  }
  void w.serve(end)
  for (const id of groups) w.log.append(asks(story, { conversationId: id }))
  await until('a view that is behind', () => w.delivery.counters.groupReadsBehind > 5)
  assert.deepEqual([...asked], ['g:0'])
  w.membership.checkpoint = Number.POSITIVE_INFINITY
  await w.settled()
  assert.deepEqual([asked.size, most], [20, 2])
  assert.equal(w.toldOf('a1 asks dave')().length, 20)
})

// Groups were read in rounds, each as long as its slowest read: a notice of another group was given up behind one read that hung.
for (const [what, seen, adminsReadMs] of [
  ['the view is known to contain what waits', true, 600_000],
  ['it is not known how far the view has come', false, 100],
] as const) {
  test(`a group of which reading hangs holds no other, where ${what}`, async () => {
    const w = await world({ adminsReadsMax: 2, adminsReadMs, adminsPatienceMs: 600_000 })
    const story = tellStory()
    const groups = Array.from({ length: 6 }, (_, i) => `g:${i}`)
    for (const id of groups) w.log.append(...begun(story, id))
    const { length: end } = w.log.events
    const { admins } = w.membership
    const { promise: hung, resolve } = Promise.withResolvers<void>()
    stops.push(async () => resolve())
    let reads = 0
    w.membership.admins = async (partition, of, limit) => {
      if (of.conversationId === 'g:0') {
        reads += 1
        await hung
      }
      return admins.call(w.membership, partition, of, limit)
    }
    // The last group comes first where by it the view is seen to contain all of them.
    if (seen) w.log.append(asks(story, { userId: 'zoe', conversationId: groups.at(-1)! }))
    for (const id of groups) w.log.append(asks(story, { conversationId: id }))
    void w.serve(end)
    await until('the others', () => w.toldOf('a1 asks dave')().length === 5)
    assert.ok(reads > 0 && w.position()! < w.log.events.length, 'it waits still')
    resolve()
    await w.settled()
    assert.equal(w.toldOf('a1 asks dave')().length, 6)
  })
}

// Whoever blocks somebody was reached by them all the same: by what they say when they ask to be let into a group.
test('nobody is told who asks who blocks them, but that it ended; whoever asks, and others, are told as ever', async () => {
  const told = async (...blocks: { userId: string; askerId: string }[]) => {
    const w = await world()
    const story = tellStory()
    w.membership.blocks.push(...blocks)
    const withdraws = () => story.happens({ type: 'WithdrawJoinRequest', conversationId: group }, { actorId: 'dave', connectionId: '' })
    w.log.append(...begun(story), asks(story), asks(story, { userId: 'zoe' }), withdraws(), asks(story), refuses(story, 'bob'))
    void w.serve()
    await w.settled()
    return (connection: string) =>
      w.records.flatMap(({ push, connectionIds }) =>
        connectionIds.includes(connection) ? saidBy(push).filter((said) => / dave| zoe/.test(said)) : [],
      )
  }
  const [open, blocked] = [await told(), await told({ userId: 'alice', askerId: 'dave' }, { userId: 'carol', askerId: 'zoe' })]
  assert.deepEqual(open('a1'), ['asks dave', 'asks zoe', 'took back dave', 'asks dave', 'answered dave'])
  assert.deepEqual(blocked('a1'), ['asks zoe', 'took back dave', 'answered dave'])
  for (const connection of ['b1', 'c1', 'd1']) assert.deepEqual(blocked(connection), open(connection))
})

// A block stands in another partition, and may be known a moment later than what was asked behind it: that was never taken from the devices again.
test('what was told before a block was known ends for whoever blocks as for others', async () => {
  const w = await world()
  const story = tellStory()
  w.log.append(...begun(story), asks(story))
  void w.serve()
  await w.settled()
  w.membership.blocks.push({ userId: 'alice', askerId: 'dave' })
  w.log.append(refuses(story, 'bob'))
  await w.settled()
  assert.deepEqual(
    w.records.flatMap(({ push, connectionIds }) => (connectionIds.includes('a1') ? saidBy(push).filter((said) => / dave/.test(said)) : [])),
    ['asks dave', 'answered dave'],
  )
})

test('more notices of a group than one read asks about are told in their order, and who blocks is known of all', async () => {
  const w = await world()
  const story = tellStory()
  const askers = Array.from({ length: 450 }, (_, i) => `u${i}`)
  w.log.append(...begun(story))
  const { length: end } = w.log.events
  for (const userId of askers) w.log.append(asks(story, { userId }))
  w.membership.blocks.push({ userId: 'alice', askerId: 'u3' }, { userId: 'alice', askerId: 'u433' })
  void w.serve(end)
  await w.settled()
  const toldTo = (connection: string) =>
    w.records.flatMap(({ push, connectionIds }) => (connectionIds.includes(connection) ? saidBy(push) : []))
  assert.deepEqual(
    toldTo('a1'),
    askers.filter((userId) => userId !== 'u3' && userId !== 'u433').map((userId) => `asks ${userId}`),
  )
  assert.equal(toldTo('b1').length, askers.length)
})

test('no more are told than there is a limit, the owner first, and who answered always', async () => {
  const w = await world({ adminsToldMax: 1 })
  const story = tellStory()
  await w.online('b2', 'bob', 'n1')
  w.log.append(...begun(story), asks(story), refuses(story, 'bob'))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.toldOf('asks dave')(), ['a1 asks dave', 'd1 asks dave'])
  assert.deepEqual(w.toldOf('answered dave')(), ['a1 answered dave', 'b2 answered dave', 'd1 answered dave'])
})
