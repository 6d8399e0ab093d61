// What delivery hands over of a message to a large group: a record for each gateway, which names nobody and is as long for few members as for many.
// Whom a gateway tells is the matter of `gateway/test/large-groups.test.ts`.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { openDeliveryWorld } from './delivery-world.ts'
import { tellStory } from './events.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const group = 'g:x'
const gateways = ['n1', 'n2'] as const

/** What is handed over of one message to so many, all of whom are connected, half of them to each gateway. */
async function handedOver(members: number, largeAboveMembers: number) {
  const w = await openDeliveryWorld(stops, { limits: { largeAboveMembers, smallBelowMembers: largeAboveMembers } })
  const people = Array.from({ length: members }, (_, i) => `user-${i}`)
  const [owner = '', ...others] = people
  for (const [i, userId] of people.entries()) await w.online(`of ${userId}`, userId, gateways[i % 2]!)
  const story = tellStory(people)
  const by = { actorId: owner, connectionId: `of ${owner}` }
  const [created, message] = [story.created(group, others, by), story.message(group, by)]
  w.log.append(created)
  void w.serve()
  await w.settled()
  const before = w.records.length
  w.log.append(message)
  await w.settled()
  return w.records.slice(before).sort((a, b) => (a.node < b.node ? -1 : 1))
}

test('a message to a large group is one record for each gateway, which names nobody, whatever its size', async () => {
  const seen = []
  for (const members of [3, 200]) {
    const records = await handedOver(members, 2)
    assert.deepEqual(
      records.map(({ node, connectionIds, everybody }) => [node, connectionIds, everybody]),
      gateways.map((node) => [node, [], undefined]),
    )
    for (const { group: announced } of records) {
      assert.deepEqual([announced?.conversationId, announced?.seq, announced?.exceptConnection], [group, 2, 'of user-0'])
      assert.deepEqual(announced?.steps, [])
    }
    seen.push(records.map(({ push, group: announced }) => [push.length, JSON.stringify(announced).length]))
  }
  assert.deepEqual(seen[0], seen[1], 'as long for few as for many')
})

test('of a small group those are named who are connected, but for whoever has the reply', async () => {
  const records = await handedOver(5, 200)
  assert.deepEqual(
    records.map(({ node, connectionIds, group: announced }) => [node, connectionIds.toSorted(), announced]),
    [
      ['n1', ['of user-2', 'of user-4'], undefined],
      ['n2', ['of user-1', 'of user-3'], undefined],
    ],
  )
})
