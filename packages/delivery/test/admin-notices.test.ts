// What only the owner and admins of a group are told, besides whoever it is about: who they are when they are told, and how long is waited to know it.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { DeliveryLimits } from '@skein/delivery'
import { openDeliveryWorld, until } from './delivery-world.ts'
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
const begun = (story: Story) => [
  story.created(group, ['bob', 'carol']),
  story.happens({ type: 'ChangeGroup', conversationId: group, settings: [{ name: 'joinBy', value: 'request' }] }),
  roleOf(story, 'bob', 'admin'),
]
const roleOf = (story: Story, userId: string, role: string) =>
  story.happens({ type: 'ChangeMemberRole', conversationId: group, userId, role })
const asks = (story: Story, userId = 'dave', connectionId = '') =>
  story.happens({ type: 'RequestToJoin', conversationId: group, text: 'hi', answers: [] }, { actorId: userId, connectionId })
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
  const w = await world({ adminsPatienceMs: 50 })
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
