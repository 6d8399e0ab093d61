// Delivery over in-process presence and link and a log in memory: who is shown what, how often, and what happens when a
// store it needs is behind or down.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { wire } from '@skein/contracts'
import { createDelivery, type DeliveryLimits } from '@skein/delivery'
import { type ConnectionInfo, createInProcessNodeLinkHub, InProcessPresenceHub, type LinkDelivery } from '@skein/node-link'
import { itemOf } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import { added, claimed, created, left, message, metaOf, readMarked, removed, sessionClosed } from './events.ts'
import { createMemoryLog, type MemoryLog, membershipOver } from './memory-log.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function until(what: string, condition: () => boolean, timeoutMs = 2_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

interface Shown {
  readonly connectionId: string
  readonly item: string
}

async function world(options: { log?: MemoryLog; limits?: Partial<DeliveryLimits> } = {}) {
  const log = options.log ?? createMemoryLog()
  const hub = createInProcessNodeLinkHub()
  const presence = new InProcessPresenceHub()
  const membership = membershipOver(log)
  const records: (LinkDelivery & { readonly node: string })[] = []
  const kicks: string[] = []
  const store = presence.presence()
  for (const node of ['n1', 'n2']) {
    const link = hub.link(node)
    stops.push(() => link.close())
    await link.listen({
      reply: () => {},
      delivery: (d) => void records.push({ ...d, node }),
      kick: (k) => void kicks.push(`${k.connectionId} ${k.code}`),
      lost: (reason) => assert.fail(reason),
    })
  }
  const online = (connectionId: string, userId: string, node: string, fields: Partial<ConnectionInfo> = {}) =>
    store.add({
      connectionId,
      node,
      appId: 'app',
      userId,
      deviceId: connectionId,
      sessionId: '',
      platform: '',
      connectedAtMs: 0,
      ...fields,
    })
  const link = hub.link('delivery')
  stops.push(() => link.close())
  let presenceDown = false
  const delivery = createDelivery({
    log: log as never,
    presence: {
      connectionsOf: async (appId, userIds) => {
        if (presenceDown) throw new Error('presence is down')
        return store.connectionsOf(appId, userIds)
      },
    },
    link,
    membership,
    itemOf,
    logger: silentLogger,
    limits: { retryDelayMsMin: 1, retryDelayMsMax: 5, ...options.limits },
  })
  const abort = new AbortController()
  let served: Promise<void> = Promise.resolve()
  stops.push(async () => {
    abort.abort()
    await served.catch(() => {})
  })
  /** Who was shown what, sorted: `connection conversation/seq` or `connection read user/ordinal`. */
  const shown = (): string[] => {
    const list: Shown[] = records.flatMap(({ push, connectionIds }) => {
      const { items, readMarks } = wire.Push.decode(push)
      const said = [...items.map((i) => `${i.conversationId}/${i.seq}`), ...readMarks.map((m) => `read ${m.userId}/${m.ordinal}`)]
      return connectionIds.flatMap((connectionId) => said.map((item) => ({ connectionId, item })))
    })
    return list.map((s) => `${s.connectionId} ${s.item}`).sort()
  }
  return {
    log,
    hub,
    membership,
    delivery,
    records,
    kicks,
    shown,
    online,
    abort,
    setPresenceDown: (down: boolean) => {
      presenceDown = down
    },
    serve(from = 0) {
      served = delivery.serve(0, from, abort.signal)
      served.catch(() => {})
      return served
    },
    /** Everything in the log is handed over and has arrived. */
    async settled() {
      await until('the end of the log', () => delivery.position(0) === log.events.length)
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    },
  }
}

test('a direct message goes to both users, but not to the connection that sent it', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1')
  await w.online('a2', 'alice', 'n2')
  await w.online('b1', 'bob', 'n2')
  await w.online('c1', 'carol', 'n2')
  w.log.append(
    claimed({ claim: -1 }),
    message('d:alice:bob', 1, { connectionId: 'a1' }),
    message('d:alice:alice', 1, { connectionId: 'a1' }),
  )
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['a2 d:alice:alice/1', 'a2 d:alice:bob/1', 'b1 d:alice:bob/1'])
})

test('a node gets one record for an event, however many connections it holds', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  await w.online('b2', 'bob', 'n1')
  await w.online('c1', 'carol', 'n1')
  await w.online('d1', 'dave', 'n2')
  w.log.append(created('g:x'), added('g:x', 2, 'bob', 'carol', 'dave'), message('g:x', 3))
  void w.serve()
  await w.settled()
  const third = w.records.filter((r) => r.seq === 3)
  assert.deepEqual(third.map((r) => [r.node, r.conversationId, [...r.connectionIds].sort()]).sort(), [
    ['n1', 'g:x', ['b1', 'b2', 'c1']],
    ['n2', 'g:x', ['d1']],
  ])
})

test('one who was removed sees the removal and nothing later; one who rejoins sees what comes then', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  await w.online('c1', 'carol', 'n1')
  void w.serve()
  w.log.append(created('g:x'), added('g:x', 2, 'bob', 'carol'), message('g:x', 3), removed('g:x', 4, 'bob'), message('g:x', 5))
  w.log.append(left('g:x', 6, 'carol'), message('g:x', 7), added('g:x', 8, 'bob'), message('g:x', 9))
  await w.settled()
  const seqsOf = (c: string) => w.shown().flatMap((s) => (s.startsWith(`${c} `) ? Number(s.split('/')[1]) : []))
  assert.deepEqual(seqsOf('b1'), [1, 2, 3, 4, 8, 9])
  assert.deepEqual(seqsOf('c1'), [1, 2, 3, 4, 5, 6])
  assert.equal(w.membership.reads, 0, 'a group whose creation was seen is not read from the view')
})

const history = () => [
  created('g:x'),
  added('g:x', 2, 'bob', 'carol'),
  message('g:x', 3),
  removed('g:x', 4, 'bob'),
  message('g:x', 5),
  added('g:x', 6, 'bob', 'dave'),
  message('g:x', 7),
  left('g:x', 8, 'carol'),
  message('g:x', 9),
]

test('wherever delivery begins and wherever the view stands, everybody sees what is theirs and no more', async () => {
  const events = history()
  const seen = { b1: [1, 2, 3, 4, 6, 7, 8, 9], c1: [1, 2, 3, 4, 5, 6, 7, 8], d1: [6, 7, 8, 9] }
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
        // A creation that its members follow in another batch is theirs in history alone.
        const first = batchMax === 1 ? Math.max(from, 1) : from
        const expected = Object.entries(seen).flatMap(([c, seqs]) => seqs.filter((s) => s > first).map((s) => `${c} g:x/${s}`))
        assert.deepEqual(w.shown(), expected.sort(), `from ${from}, view at ${checkpoint}, batches of ${batchMax}`)
        for (const stop of stops.splice(0)) await stop()
      }
    }
  }
})

test('a view that is behind is waited for: nobody is skipped, nobody guessed', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  await w.online('d1', 'dave', 'n1')
  w.log.append(...history())
  w.membership.checkpoint = 3
  void w.serve(6)
  await until('some reads', () => w.membership.reads > 3)
  assert.deepEqual([w.delivery.position(0), w.shown()], [6, []])
  w.membership.checkpoint = 6
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 g:x/7', 'b1 g:x/8', 'b1 g:x/9', 'd1 g:x/7', 'd1 g:x/8', 'd1 g:x/9'])
  assert.ok(w.delivery.counters.groupReadsBehind > 3)
})

test('a group read while its members change is right, whichever comes first', async () => {
  // The view answers as of an earlier place while later changes of the group are already in delivery's hands, in batches
  // before the one that needs the group and in that batch itself.
  const log = createMemoryLog(2)
  const w = await world({ log, limits: { staysMax: 1 } })
  for (const user of ['bob', 'carol', 'dave']) await w.online(`${user[0]}1`, user, 'n1')
  const others = Array.from({ length: 20 }, (_v, i) => [created(`g:${i}`, 'zoe'), message(`g:${i}`, 2)])
  log.append(...history().slice(0, 4), ...others.slice(0, 10).flat(), ...history().slice(4, 8), ...others.slice(10).flat(), history()[8]!)
  w.membership.checkpoint = 1
  void w.serve()
  await w.settled()
  assert.deepEqual(
    w.shown(),
    ['b1', 'c1', 'd1']
      .flatMap((c) => ({ b1: [1, 2, 3, 4, 6, 7, 8, 9], c1: [1, 2, 3, 4, 5, 6, 7, 8], d1: [6, 7, 8, 9] })[c]!.map((s) => `${c} g:x/${s}`))
      .sort(),
  )
  assert.ok(w.membership.reads > 0, 'the group was forgotten and read again')
})

test('a read mark goes to the other devices of the reader, in a direct conversation to the peer too, and has no seq', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1')
  await w.online('a2', 'alice', 'n1')
  await w.online('b1', 'bob', 'n1')
  w.log.append(readMarked('d:alice:bob', 'alice', 7, { connectionId: 'a1' }), readMarked('g:x', 'alice', 9, { connectionId: 'a1' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['a2 read alice/7', 'a2 read alice/9', 'b1 read alice/7'])
  assert.ok(w.records.every((r) => r.seq === 0 && r.conversationId === ''))
})

test('the end of a device session closes the connections of that session alone', async () => {
  // Sessions were told apart by device, so that logging out an old session ended the device's new one, for good.
  const w = await world()
  await w.online('a1', 'alice', 'n1', { deviceId: 'phone', sessionId: 's1' })
  await w.online('a2', 'alice', 'n2', { deviceId: 'phone', sessionId: 's2' })
  await w.online('a3', 'alice', 'n2', { deviceId: 'laptop', sessionId: 's3' })
  w.log.append(sessionClosed('alice', 's1', { deviceId: 'phone' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT'])
})

test('a logout that is delivered again leaves the session its device has opened since', async () => {
  const w = await world()
  w.log.append(sessionClosed('alice', 's1', { deviceId: 'phone' }), message('d:alice:bob', 1))
  await w.online('a2', 'alice', 'n1', { deviceId: 'phone', sessionId: 's2' })
  void w.serve()
  await w.settled()
  assert.deepEqual([w.kicks, w.shown()], [[], ['a2 d:alice:bob/1']])
})

test('a session that was closed from elsewhere, by no device, ends too', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1', { deviceId: 'phone', sessionId: 's1' })
  w.log.append(sessionClosed('alice', 's1', { deviceId: '' }))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.kicks, ['a1 LOGGED_OUT'])
})

test('apps do not see each other', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1', { appId: 'other' })
  w.log.append(message('d:alice:bob', 1))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), [])
})

test('with presence, the view or the link down the position stays, and everything is delivered once they are back', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  w.log.append(...history().slice(0, 3))
  w.setPresenceDown(true)
  void w.serve()
  await until('look-ups', () => w.delivery.counters.lookupFailures > 2)
  assert.equal(w.delivery.position(0), 0)
  w.setPresenceDown(false)
  await w.settled()
  w.hub.setDown(true)
  w.log.append(message('d:alice:bob', 1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(w.delivery.position(0), 3)
  w.hub.setDown(false)
  await w.settled()
  w.membership.down = true
  w.log.append(message('g:y', 1))
  await until('reads', () => w.delivery.counters.groupReadFailures > 2)
  assert.equal(w.delivery.position(0), 4)
  w.membership.down = false
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 d:alice:bob/1', 'b1 g:x/1', 'b1 g:x/2', 'b1 g:x/3'])
})

test('aborting ends serving even while a store is down, and the position says where to go on', async () => {
  const w = await world()
  w.log.append(message('d:alice:bob', 1))
  w.setPresenceDown(true)
  const served = w.serve()
  await until('a look-up', () => w.delivery.counters.lookupFailures > 0)
  w.abort.abort()
  await served
  assert.equal(w.delivery.position(0), 0)
})

test('an event whose claim goes back stops the partition', async () => {
  const w = await world()
  w.log.append(claimed({ claim: -1 }), message('d:a:b', 1, { claim: 0 }), claimed({ claim: 0 }), message('d:a:b', 2, { claim: 2 }))
  const served = w.serve()
  await w.settled()
  w.log.append(message('d:a:b', 3, { claim: 0 }))
  await assert.rejects(served, { code: 'CLAIM_WENT_BACK', partition: 0, offset: 4 })
  assert.deepEqual([w.delivery.position(0), w.delivery.counters.stopped], [4, 1])
})

test('a record that cannot be decoded is counted and passed over', async () => {
  const w = await world()
  await w.online('b1', 'bob', 'n1')
  w.log.append({ undecodable: true, bytes: new Uint8Array(3), cause: new Error('x') }, message('d:alice:bob', 1))
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), ['b1 d:alice:bob/1'])
  assert.equal(w.delivery.counters.undecodable, 1)
})

test('events that are nobody`s go to nobody', async () => {
  const w = await world()
  await w.online('a1', 'alice', 'n1')
  w.log.append({ type: 'UserNameClaimed', meta: metaOf(), userName: 'alice', userId: 'alice' }, { type: 'CommandsDone', meta: metaOf() })
  void w.serve()
  await w.settled()
  assert.deepEqual(w.shown(), [])
})

test('a large batch goes in slices', async () => {
  const w = await world({ limits: { recipientsMax: 10 } })
  await w.online('b1', 'bob', 'n1')
  w.log.append(...Array.from({ length: 100 }, (_v, i) => message('d:alice:bob', i + 1)))
  void w.serve()
  await w.settled()
  assert.equal(w.shown().length, 100)
  assert.equal(w.delivery.counters.lookups, 20)
  assert.deepEqual(
    w.records.map((r) => r.seq),
    Array.from({ length: 100 }, (_v, i) => i + 1),
  )
})
