// Delivery in the process of a gateway, over in-process presence and link and a log in memory: who is connected there is known without asking,
// and is shown what happens while others are still being looked up, or cannot be.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { DeliveryLimits } from '@skein/delivery'
import { openDeliveryWorld, saidBy, until } from './delivery-world.ts'
import { historyOf, tellStory } from './events.ts'
import { createMemoryLog, type MemoryLog } from './memory-log.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

type World = Awaited<ReturnType<typeof openDeliveryWorld>>

const world = (options: { log?: MemoryLog; limits?: Partial<DeliveryLimits> } = {}) => openDeliveryWorld(stops, { ...options, here: 'n1' })

/** Alice is connected here, Bob elsewhere. */
async function bothOnline(w: World): Promise<void> {
  await w.online('a1', 'alice', 'n1')
  await w.online('b2', 'bob', 'n2')
}

/** What a connection was shown, in the order of arrival. */
const shownTo = (w: World, connection: string): string[] =>
  w.records.filter(({ connectionIds }) => connectionIds.includes(connection)).flatMap(({ push }) => saidBy(push))

const placesOf = (count: number): string[] => Array.from({ length: count }, (_v, i) => `d:alice:bob/${i + 1}`)

test('who is connected here is shown it though presence cannot be asked, and once; the position waits for those elsewhere', async () => {
  const w = await world()
  const story = tellStory()
  await bothOnline(w)
  w.setPresenceDown(true)
  w.log.append(...Array.from({ length: 3 }, () => story.message('d:alice:bob')))
  void w.serve()
  await until('what is shown here', () => shownTo(w, 'a1').length === 3)
  await until('attempts', () => w.delivery.counters.lookupFailures > 3)
  w.log.append(story.message('d:alice:bob'))
  await until('what is shown here', () => shownTo(w, 'a1').length === 4)
  assert.deepEqual([w.position(), shownTo(w, 'b2')], [0, []])
  w.setPresenceDown(false)
  await w.settled()
  assert.deepEqual([shownTo(w, 'a1'), shownTo(w, 'b2')], [placesOf(4), placesOf(4)])
})

test('a session that is closed ends here though presence cannot be asked', async () => {
  const w = await world()
  const sessionId = '00000000-0000-4000-8000-000000000001'
  await w.online('a1', 'alice', 'n1', { sessionId })
  await w.online('a2', 'alice', 'n2', { sessionId })
  w.setPresenceDown(true)
  w.log.append(tellStory().sessionClosed('alice', sessionId, { deviceId: '' }))
  void w.serve()
  await until('attempts', () => w.delivery.counters.lookupFailures > 3)
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT'])
  w.setPresenceDown(false)
  await w.settled()
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT', 'a2 LOGGED_OUT'])
})

// A look-up for each event, one after the other, would take as many round trips as there are events.
test('what is read while others are looked up goes with the next look-up, all of it', async () => {
  const w = await world({ log: createMemoryLog(1) })
  const story = tellStory()
  await bothOnline(w)
  const { promise, resolve } = Promise.withResolvers<void>()
  w.setLookUp(() => promise)
  w.log.append(...Array.from({ length: 50 }, () => story.message('d:alice:bob')))
  void w.serve()
  await until('what is shown here', () => shownTo(w, 'a1').length === 50)
  assert.deepEqual([w.position(), shownTo(w, 'b2')], [0, []])
  resolve()
  await w.settled()
  assert.deepEqual(shownTo(w, 'b2'), placesOf(50))
  assert.equal(w.delivery.counters.lookups, 2)
})

for (const limits of [{ elsewhereBytesMax: 3_000 }, { recipientsMax: 10 }])
  test(`what waits for a look-up is bounded: reading stops at its limit (${Object.keys(limits)[0]})`, async () => {
    const w = await world({ log: createMemoryLog(1), limits })
    const story = tellStory()
    await bothOnline(w)
    w.setPresenceDown(true)
    w.log.append(...Array.from({ length: 30 }, () => story.message('d:alice:bob')))
    void w.serve()
    await until('attempts', () => w.delivery.counters.lookupFailures > 5)
    const read = w.delivery.counters.events
    assert.ok(read > 0 && read < 10, `${read} read`)
    w.setPresenceDown(false)
    await w.settled()
    assert.deepEqual([shownTo(w, 'a1'), shownTo(w, 'b2')], [placesOf(30), placesOf(30)])
  })

test('however long look-ups take, and whichever of them fail, everybody is shown everything in order, and once', async () => {
  const w = await world({ log: createMemoryLog(3), limits: { recipientsMax: 20 } })
  const story = tellStory()
  await bothOnline(w)
  let lookUps = 0
  /** The position was behind what was not handed over yet: a crash would have skipped it. */
  let ahead = 0
  w.setLookUp(async () => {
    lookUps += 1
    if ((w.position() ?? 0) > shownTo(w, 'b2').length) ahead += 1
    const fails = lookUps % 3 === 0
    await new Promise((resolve) => setTimeout(resolve, lookUps % 4))
    if (fails) throw new Error('not now')
  })
  void w.serve()
  for (let i = 0; i < 100; i++) {
    w.log.append(story.message('d:alice:bob'), story.message('d:alice:bob'))
    if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await w.settled()
  assert.deepEqual([shownTo(w, 'a1'), shownTo(w, 'b2')], [placesOf(200), placesOf(200)])
  assert.ok(w.delivery.counters.lookupFailures > 0)
  assert.equal(ahead, 0)
})

test('events that wait for the members of their group are shown here as soon as these are known, in order', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  await w.online('c2', 'carol', 'n2')
  w.log.append(...historyOf(story))
  const { length: from } = w.log.events
  w.membership.checkpoint = 0
  w.setPresenceDown(true)
  w.log.append(story.added('g:x', ['carol']), story.message('g:x'), story.message('g:x'))
  void w.serve(from)
  await until('reads', () => w.membership.reads > 3)
  assert.deepEqual(w.shown(), [])
  w.membership.checkpoint = from
  await until('what is shown here', () => shownTo(w, 'b1').length === 3)
  const seqs = [1, 2, 3].map((n) => `g:x/${from + n}`)
  assert.deepEqual([shownTo(w, 'b1'), shownTo(w, 'c2'), w.position()], [seqs, [], from])
  w.setPresenceDown(false)
  await w.settled()
  assert.deepEqual([shownTo(w, 'b1'), shownTo(w, 'c2')], [seqs, seqs])
})

test('who stops serving while others are looked up leaves the position where it was, and is shown again what waited', async () => {
  const w = await world()
  const story = tellStory()
  await bothOnline(w)
  const { promise, resolve } = Promise.withResolvers<void>()
  w.setLookUp(() => promise)
  w.log.append(story.message('d:alice:bob'), story.message('d:alice:bob'))
  const served = w.serve()
  await until('what is shown here', () => shownTo(w, 'a1').length === 2)
  w.abort.abort()
  await served
  assert.deepEqual([w.position(), shownTo(w, 'b2')], [0, []])
  resolve()
  await new Promise((done) => setTimeout(done, 5))
  assert.deepEqual([w.position(), shownTo(w, 'b2')], [0, []])
  const again = new AbortController()
  stops.unshift(async () => again.abort())
  w.serve(0, again.signal).catch(() => {})
  await w.settled()
  assert.deepEqual([shownTo(w, 'a1'), shownTo(w, 'b2')], [[...placesOf(2), ...placesOf(2)], placesOf(2)])
})

// Whoever begins again where reading had failed would hand over what the reader before it is still handing over, in between.
test('reading that fails ends when what was read before is handed over', async () => {
  const log = failingOnce()
  const w = await world({ log })
  const story = tellStory()
  await bothOnline(w)
  w.setLookUp(() => new Promise((resolve) => setTimeout(resolve, 20)))
  log.append(story.message('d:alice:bob'), story.message('d:alice:bob'))
  await assert.rejects(w.serve(), { message: 'the log does not answer' })
  assert.equal(w.position(), 2)
  await new Promise(setImmediate)
  assert.deepEqual(shownTo(w, 'b2'), placesOf(2))
})

// One fault of the log while Redis was away, and who is connected here was shown nothing either until Redis was back; nor was the alarm told.
test('where presence cannot be asked it ends all the same, and who is connected here is shown what comes then', {
  timeout: 60_000,
}, async () => {
  const log = failingOnce()
  const w = await world({ log, limits: { settleMsMax: 50 } })
  const story = tellStory()
  await bothOnline(w)
  w.setPresenceDown(true)
  log.append(story.message('d:alice:bob'), story.message('d:alice:bob'))
  await assert.rejects(w.serve(), { message: 'the log does not answer' })
  assert.equal(w.position(), 0)
  log.append(story.message('d:alice:bob'))
  void w.serve()
  await until('what is shown here', () => shownTo(w, 'a1').length === 5)
  w.setPresenceDown(false)
  await w.settled()
  assert.deepEqual([shownTo(w, 'a1'), shownTo(w, 'b2')], [[...placesOf(2), ...placesOf(3)], placesOf(3)])
})

/** A log that fails when its first batch, of two, has been read. */
function failingOnce(): MemoryLog {
  const log = createMemoryLog(2)
  const { tail } = log
  log.tail = async function* (...args) {
    for await (const batch of tail(...args)) {
      yield batch
      log.tail = tail
      throw new Error('the log does not answer')
    }
  }
  return log
}
