// An installation that went over from one process per role to processes with several, or back, had its positions of delivery in the group
// that nobody joined any more: what came meanwhile would have been delivered to nobody, or everything of the time before once more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupPosition } from '@skein/event-sourcing'
import { createMemoryBroker } from '@skein/testing'
import { deliveryPositions } from './delivery-positions.ts'

const partition = 1
const groups = { joined: 'skein.processor', other: 'skein.delivery' }

/** What is found in the groups, where the members of each had come to these places. */
async function found({ here, there }: { readonly here?: GroupPosition; readonly there?: GroupPosition }) {
  const log = (await createMemoryBroker({ partitionCount: 2 })).open()
  const listener = { assigned: () => {}, revoked: async () => {}, lost: () => {} }
  for (const [group, topic, position] of [
    [groups.joined, 'commands', here],
    [groups.other, 'events', there],
  ] as const) {
    const membership = await log.join(group, topic, listener)
    // How far commands are done is no place of a deliverer.
    membership.commit('commands', partition, { nextOffset: 10_000, record: '' })
    membership.commit('events', 0, { nextOffset: 20_000, record: '' })
    if (position !== undefined) membership.commit('events', partition, position)
    await membership.leave()
  }
  const places = await deliveryPositions(log, groups, partition)
  await log.close()
  return places
}

const [at7, at9] = [
  { nextOffset: 7, record: 'a claim' },
  { nextOffset: 9, record: 'another claim' },
]

test('places of both groups count, of events alone, and of this partition', async () => {
  assert.deepEqual(await found({}), [])
  assert.deepEqual(await found({ here: at7 }), [at7])
  assert.deepEqual(await found({ there: at7 }), [at7])
  assert.deepEqual(await found({ here: at7, there: at9 }), [at7, at9])
  assert.deepEqual(await found({ here: at9, there: at7 }), [at9, at7])
})

// A place that operators set has no name, and is believed wherever the log has it. Left behind in the group that nobody joins, of a log that
// was made anew since, it would have been passed for a place of the new one as soon as that had grown as long.
test('a place without a name counts in the other group only where this one has none', async () => {
  const unnamed = { nextOffset: 9, record: '' }
  assert.deepEqual(await found({ here: at7, there: unnamed }), [at7])
  assert.deepEqual(await found({ there: unnamed }), [unnamed])
  assert.deepEqual(await found({ here: unnamed, there: at7 }), [unnamed, at7])
})
