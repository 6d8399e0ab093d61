// Delivery over in-process presence and link and a log in memory: who is shown what, how often, and what happens when a
// store it needs is behind or down.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { DeliveryLimits } from '@skein/delivery'
import { openDeliveryWorld, saidBy, until } from './delivery-world.ts'
import { claimed, historyOf, tellStory } from './events.ts'
import { createMemoryLog, type MemoryLog } from './memory-log.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const world = (options: { log?: MemoryLog; limits?: Partial<DeliveryLimits> } = {}) => openDeliveryWorld(stops, options)

/** Ids of device sessions. */
const [s1, s2, s3] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]

test('a direct message goes to both users, but not to the connection that sent it', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('a1', 'alice', 'n1')
  await w.online('a2', 'alice', 'n2')
  await w.online('b1', 'bob', 'n2')
  await w.online('c1', 'carol', 'n2')
  w.log.append(claimed(-1), story.message('d:alice:bob', { connectionId: 'a1' }), story.message('d:alice:alice', { connectionId: 'a1' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['a2 d:alice:alice/1', 'a2 d:alice:bob/1', 'b1 d:alice:bob/1'])
})

test('a node gets one record for an event, however many connections it holds', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  await w.online('b2', 'bob', 'n1')
  await w.online('c1', 'carol', 'n1')
  await w.online('d1', 'dave', 'n2')
  w.log.append(story.created('g:x', ['bob']), story.added('g:x', ['carol', 'dave']), story.message('g:x'))
  void w.serve()
  await w.settled()
  const third = w.records.filter(({ push }) => saidBy(push)[0] === 'g:x/3')
  assert.deepEqual(third.map((r) => [r.node, [...r.connectionIds].sort()]).sort(), [
    ['n1', ['b1', 'b2', 'c1']],
    ['n2', ['d1']],
  ])
})

test('who joined behind a message is told that it was edited, and not what it says', async () => {
  const w = await world()
  const story = tellStory()
  for (const [connectionId, userId] of [
    ['b1', 'bob'],
    ['c1', 'carol'],
    ['d1', 'dave'],
  ] as const)
    await w.online(connectionId, userId, 'n1')
  const created = story.created('g:x', ['bob', 'dave'])
  const message = story.message('g:x')
  const about = { conversationId: 'g:x', seq: 2, messageId: message.meta.commandId }
  const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from('the newest') }
  w.log.append(created, message, story.removed('g:x', 'dave'), story.added('g:x', ['carol', 'dave']))
  w.log.append(story.happens({ type: 'EditMessage', ...about, body }))
  void w.serve()
  await w.settled()
  const edits = w.records.filter(({ push }) => saidBy(push)[0] === 'g:x/5')
  const told = edits.flatMap(({ push, connectionIds }) => connectionIds.map((id) => [id, Buffer.from(push).includes('the newest')]))
  assert.deepEqual(told.sort(), [
    ['b1', true],
    ['c1', false],
    ['d1', false],
  ])
})

test('who is shown a group from its start is told what an earlier message says now, and nothing of what happened before they came', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('c1', 'carol', 'n1')
  const set = { type: 'ChangeGroup', conversationId: 'g:x', settings: [{ name: 'historyFrom', value: 'start' }] } as const
  const begun = [story.created('g:x', ['bob', 'carol']), story.message('g:x'), story.removed('g:x', 'carol'), story.happens(set)]
  const about = { conversationId: 'g:x', seq: 2, messageId: begun[1]!.meta.commandId }
  const edited = (text: string) => {
    const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(text) }
    return story.happens({ type: 'EditMessage', ...about, body })
  }
  w.log.append(...begun, edited('newer'), story.added('g:x', ['carol']), edited('the newest'), story.removed('g:x', 'carol'))
  w.log.append(edited('behind'))
  void w.serve()
  await w.settled()
  assert.deepEqual(
    w.records.flatMap(({ push, connectionIds }) => (connectionIds.includes('c1') ? saidBy(push)[0] : [])),
    [1, 2, 3, 6, 7, 8].map((seq) => `g:x/${seq}`),
  )
  const told = w.records.find(({ push }) => saidBy(push)[0] === 'g:x/7')!
  assert.ok(told.connectionIds.includes('c1') && Buffer.from(told.push).includes('the newest'))
})

test('one who was removed sees the removal and nothing later; one who rejoins sees what comes then', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  await w.online('c1', 'carol', 'n1')
  void w.serve()
  w.log.append(story.created('g:x', ['bob']), story.added('g:x', ['carol']), story.message('g:x'))
  w.log.append(story.removed('g:x', 'bob'), story.message('g:x'))
  w.log.append(story.left('g:x', 'carol'), story.message('g:x'), story.added('g:x', ['bob']), story.message('g:x'))
  await w.settled()
  const seqsOf = (c: string) => w.shown().flatMap((s) => (s.startsWith(`${c} `) ? Number(s.split('/')[1]) : []))
  assert.deepEqual(seqsOf('b1'), [1, 2, 3, 4, 8, 9])
  assert.deepEqual(seqsOf('c1'), [2, 3, 4, 5, 6])
  assert.equal(w.membership.reads, 0, 'a group whose creation was seen is not read from the view')
})

/** Seqs of `historyOf` by the connection that is shown them. */
const seen = { b1: [1, 2, 3, 5, 6, 7, 8], c1: [1, 2, 3, 4, 5, 6, 7], d1: [5, 6, 7, 8] }
const seenBehind = (seq: number): string[] =>
  Object.entries(seen).flatMap(([c, seqs]) => seqs.filter((s) => s > seq).map((s) => `${c} g:x/${s}`))

test('wherever delivery begins and wherever the view stands, everybody sees what is theirs and no more', async () => {
  const events = historyOf(tellStory())
  for (let from = 0; from < events.length; from++) {
    for (let checkpoint = from; checkpoint <= events.length; checkpoint++) {
      for (const batchMax of [1, 2, 100]) {
        const log = createMemoryLog(batchMax)
        log.append(...events)
        const w = await world({ log })
        for (const user of ['bob', 'carol', 'dave']) await w.online(`${user[0]}1`, user, 'n1')
        w.membership.checkpoint = checkpoint
        void w.serve(from)
        await w.settled()
        assert.deepEqual(w.shown(), seenBehind(from).sort(), `from ${from}, view at ${checkpoint}, batches of ${batchMax}`)
        for (const stop of stops.splice(0)) await stop()
      }
    }
  }
})

test('a group read while its members change is right, whichever comes first', async () => {
  // The view answers as of an earlier place while later changes of the group are already in delivery's hands, in batches
  // before the one that needs the group and in that batch itself.
  const log = createMemoryLog(2)
  const w = await world({ log, limits: { staysMax: 1 } })
  const story = tellStory()
  for (const user of ['bob', 'carol', 'dave']) await w.online(`${user[0]}1`, user, 'n1')
  const others = Array.from({ length: 20 }, (_v, i) => [
    story.created(`g:${i}`, [], { actorId: 'zoe' }),
    story.message(`g:${i}`, { actorId: 'zoe' }),
  ])
  const events = historyOf(story)
  log.append(...events.slice(0, 3), ...others.slice(0, 10).flat(), ...events.slice(3, 7), ...others.slice(10).flat(), events[7]!)
  w.membership.checkpoint = 1
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), seenBehind(0).sort())
  assert.ok(w.membership.reads > 0, 'the group was forgotten and read again')
})

test('a read mark goes to the other devices of the reader, in a direct conversation to the peer too, and takes no place', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('a1', 'alice', 'n1')
  await w.online('a2', 'alice', 'n1')
  await w.online('b1', 'bob', 'n1')
  story.created('g:x', ['alice'], { actorId: 'bob' })
  for (const id of ['d:alice:bob', 'g:x', 'g:x']) story.message(id, { actorId: 'bob' })
  const mine = { connectionId: 'a1' }
  w.log.append(story.readMarked('d:alice:bob', 'alice', 1, mine), story.readMarked('g:x', 'alice', 2, mine))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['a2 read alice/1', 'a2 read alice/2', 'b1 read alice/1'])
})

test('the end of a device session closes the connections of that session alone', async () => {
  // Sessions were told apart by device, so that logging out an old session ended the device's new one, for good.
  const w = await world()
  await w.online('a1', 'alice', 'n1', { deviceId: 'phone', sessionId: s1 })
  await w.online('a2', 'alice', 'n2', { deviceId: 'phone', sessionId: s2 })
  await w.online('a3', 'alice', 'n2', { deviceId: 'laptop', sessionId: s3 })
  w.log.append(tellStory().sessionClosed('alice', s1, { deviceId: 'phone' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT'])
})

test('a logout that is delivered again leaves the session its device has opened since', async () => {
  const w = await world()
  const story = tellStory()
  w.log.append(story.sessionClosed('alice', s1, { deviceId: 'phone' }), story.message('d:alice:bob'))
  await w.online('a2', 'alice', 'n1', { deviceId: 'phone', sessionId: s2 })
  void w.serve()
  await w.settled()
  assert.deepEqual([w.kicks, w.shown()], [[], ['a2 d:alice:bob/1']])
})

test('a session that was closed from elsewhere, by no device, ends too', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1', { deviceId: 'phone', sessionId: s1 })
  w.log.append(tellStory().sessionClosed('alice', s1, { deviceId: '' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT'])
})

test('apps do not see each other', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1', { appId: 'other' })
  w.log.append(tellStory().message('d:alice:bob'))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), [])
})

test('with presence, the view or the link down the position stays, and everything is delivered once they are back', async () => {
  const w = await world()
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  w.log.append(story.created('g:y', ['bob']), ...historyOf(story).slice(0, 3))
  w.setPresenceDown(true)
  void w.serve(1)
  await until('look-ups', () => w.delivery.counters.lookupFailures > 2)
  assert.equal(w.position(), 1)
  w.setPresenceDown(false)
  await w.settled()
  w.hub.setDown(true)
  const { lookups } = w.delivery.counters
  w.log.append(story.message('d:alice:bob'))
  await until('what the link is given', () => w.delivery.counters.lookups > lookups)
  assert.equal(w.position(), 4)
  w.hub.setDown(false)
  await w.settled()
  w.membership.down = true
  w.log.append(story.message('g:y'))
  await until('reads', () => w.delivery.counters.groupReadFailures > 2)
  assert.equal(w.position(), 5)
  w.membership.down = false
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 d:alice:bob/1', 'b1 g:x/1', 'b1 g:x/2', 'b1 g:x/3', 'b1 g:y/2'])
})

test('aborting ends serving even while a store is down, and the position says where to go on', async () => {
  const w = await world()
  w.log.append(tellStory().message('d:alice:bob'))
  w.setPresenceDown(true)
  const served = w.serve()
  await until('a look-up', () => w.delivery.counters.lookupFailures > 0)
  w.abort.abort()
  await served
  assert.equal(w.position(), 0)
})

// What was written by owners before the newest of a log that had been put back was pushed to nobody, and nobody was told.
test('of what is delivered to nobody every gateway is told, once presence and the link are there', async () => {
  const w = await world()
  const passedOver = () => w.delivery.passedOver(0, w.abort.signal)
  w.setPresenceDown(true)
  await assert.rejects(passedOver(), /presence is down/)
  w.setPresenceDown(false)
  w.hub.setDown(true)
  const told = passedOver()
  await new Promise(setImmediate)
  assert.deepEqual(w.lost, [])
  w.hub.setDown(false)
  await told
  await until('both gateways', () => w.lost.length === 2)
  assert.deepEqual(w.lost.sort(), ['n1', 'n2'])
  w.hub.setDown(true)
  const toNobody = assert.rejects(passedOver(), { name: 'AbortError' })
  w.abort.abort()
  await toNobody
  w.hub.setDown(false)
})

test('events that are no longer kept are delivered to nobody, and every gateway is told', async () => {
  const log = createMemoryLog(1_000, 2)
  const w = await world({ log })
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  log.append(...Array.from({ length: 3 }, () => story.message('d:alice:bob')))
  void w.serve(0)
  await w.settled()
  assert.deepEqual([w.shown(), w.lost.sort()], [['b1 d:alice:bob/3'], ['n1', 'n2']])
})

test('an event whose claim goes back stops the partition', async () => {
  const w = await world()
  const story = tellStory()
  const message = (claim: number) => story.message('d:a:b', { actorId: 'a', claim })
  w.log.append(claimed(-1), message(0), claimed(0), message(2))
  const served = w.serve()
  await w.settled()
  w.log.append(message(0))
  await assert.rejects(served, { code: 'CLAIM_WENT_BACK', partition: 0, offset: 4 })
  assert.deepEqual([w.position(), w.delivery.counters.stopped], [4, 1])
})

// Of a partition that nobody writes to, nothing would be known to whoever is next: it would begin with what comes then.
test('where it begins is told before anything comes, and nothing where the log does not answer', async () => {
  const w = await world()
  void w.serve(0)
  await until('where it begins', () => w.position() === 0)
  const silent = await world()
  silent.log.bounds = () => Promise.reject(new Error('not now'))
  await assert.rejects(silent.serve(50), { message: 'not now' })
  assert.equal(silent.position(), undefined)
})

test('a record that cannot be decoded is counted and passed over', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  w.log.append({ undecodable: true, bytes: new Uint8Array(3), cause: new Error('x') }, tellStory().message('d:alice:bob'))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 d:alice:bob/1'])
  assert.equal(w.delivery.counters.undecodable, 1)
})

test('events that are nobody`s go to nobody', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1')
  const { happens } = tellStory()
  w.log.append(claimed(-1), happens({ type: 'ClaimUserName', userName: 'alice', userId: 'alice' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), [])
})

test('a large batch goes in slices', async () => {
  const w = await world({ limits: { recipientsMax: 10 } })
  const story = tellStory()
  await w.online('b1', 'bob', 'n1')
  w.log.append(...Array.from({ length: 100 }, () => story.message('d:alice:bob')))
  void w.serve()
  await w.settled()
  assert.equal(w.shown().length, 100)
  assert.equal(w.delivery.counters.lookups, 20)
  assert.deepEqual(
    w.records.flatMap(({ push }) => saidBy(push)),
    Array.from({ length: 100 }, (_v, i) => `d:alice:bob/${i + 1}`),
  )
})
