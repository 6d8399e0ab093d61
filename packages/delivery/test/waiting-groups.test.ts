// Delivery of events whose groups are not known yet, over in-process presence and link and a log in memory: who waits for them, and who does not.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { afterEach, test } from 'node:test'
import type { DeliveryLimits } from '@skein/delivery'
import { openDeliveryWorld, saidBy, until } from './delivery-world.ts'
import { historyOf, tellStory } from './events.ts'
import { createMemoryLog, type MemoryLog } from './memory-log.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const world = (options: { log?: MemoryLog; limits?: Partial<DeliveryLimits> } = {}) => openDeliveryWorld(stops, options)

test('a view that is behind is waited for: nobody is skipped, nobody guessed', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  await w.online('d1', 'dave', 'n1')
  w.log.append(...historyOf(tellStory()))
  w.membership.checkpoint = 2
  void w.serve(5)
  await until('some reads', () => w.membership.reads > 3)
  assert.deepEqual([w.position(), w.shown()], [5, []])
  w.membership.checkpoint = 5
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 g:x/6', 'b1 g:x/7', 'b1 g:x/8', 'd1 g:x/6', 'd1 g:x/7', 'd1 g:x/8'])
  assert.ok(w.delivery.counters.groupReadsBehind > 3)
})

// The direct messages of a partition waited with a group whose members could not be read: for as long as its view was behind, or for ever.
test('a group whose members cannot be read yet holds nobody else, and its events come in order once they can', async () => {
  const w = await world()
  const story = tellStory()
  for (const user of ['alice', 'bob', 'dave']) await w.online(`${user[0]}1`, user, 'n1')
  w.log.append(...historyOf(story))
  w.membership.checkpoint = 2
  w.log.append(story.message('d:alice:bob'), story.message('g:x'))
  void w.serve(5)
  await until('the direct message', () => w.shown().some((s) => s.includes('d:alice:bob')))
  assert.deepEqual([w.position(), w.shown()], [5, ['a1 d:alice:bob/1', 'b1 d:alice:bob/1']])
  // Behind events that wait, those of the same group wait too.
  w.log.append(story.message('g:x'), story.message('d:alice:bob'))
  await until('the next direct message', () => w.shown().includes('b1 d:alice:bob/2'))
  assert.equal(w.position(), 5, 'a crash repeats what waits')
  w.membership.checkpoint = 6
  await w.settled()
  const placesOf = (connection: string) =>
    w.records
      .flatMap(({ push, connectionIds }) => (connectionIds.includes(connection) ? saidBy(push) : []))
      .filter((s) => s.startsWith('g:'))
  assert.deepEqual(placesOf('d1'), ['g:x/6', 'g:x/7', 'g:x/8', 'g:x/9', 'g:x/10'])
  assert.deepEqual(placesOf('b1'), ['g:x/6', 'g:x/7', 'g:x/8', 'g:x/9', 'g:x/10'])
})

test('what waits for the members of groups is bounded: above the limit reading stops until they are known', async () => {
  const w = await world({ log: createMemoryLog(1), limits: { heldBytesMax: 2_000 } })
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  w.log.append(...historyOf(story))
  const { length: from } = w.log.events
  w.membership.checkpoint = 0
  w.log.append(...Array.from({ length: 10 }, () => story.message('g:x')), story.message('d:alice:bob'))
  void w.serve(from)
  await until('reads', () => w.membership.reads > 5)
  assert.ok(w.delivery.counters.events < 10, `${w.delivery.counters.events} read`)
  assert.deepEqual(w.shown(), [])
  w.membership.checkpoint = from
  await w.settled()
  assert.equal(w.shown().length, 11)
})

// Each wait for a group left a listener with the signal that ends the partition, for as long as it was served.
test('waiting for the members of groups leaves nothing behind', async (t) => {
  const w = await world({ log: createMemoryLog(1), limits: { heldBytesMax: 0 } })
  const story = tellStory()
  const groups = Array.from({ length: 100 }, (_, i) => `g:${i}`)
  for (const group of groups) w.log.append(story.created(group, ['bob']))
  for (const group of groups) w.log.append(story.message(group))
  const listens = t.mock.method(EventTarget.prototype, 'addEventListener')
  void w.serve(groups.length)
  await w.settled()
  assert.equal(w.delivery.counters.groupReads, groups.length)
  const signals = new Set(
    listens.mock.calls.map((call) => call.this).filter((target): target is AbortSignal => target instanceof AbortSignal),
  )
  assert.ok(signals.size > 0)
  for (const signal of signals) assert.ok(getEventListeners(signal, 'abort').length < 5)
})
