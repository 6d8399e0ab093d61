// Pushes and their acknowledgement, resyncs, replaced devices, and the hand-over from sync to live.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { encodeCursor } from '@skein/projections'
import { eventually } from '@skein/testing'
import { pause } from '@skein/timing'
import { type OpenGateway, openGateway, pushOf } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const push = pushOf('hello')

function deliver(open: OpenGateway, client: WireClient, times = 1): void {
  for (let i = 0; i < times; i++) {
    open.other.deliver(open.incarnation, { push, connectionIds: [client.connectionId] })
  }
}

test('pushes are numbered per connection and stop at the window until they are acknowledged', async (t) => {
  const open = await openGateway(t, { limits: { unackedPushesMax: 10 } })
  const client = await open.login()
  deliver(open, client, 15)
  await eventually(() => open.gateway.metrics().pushesWithheld === 5)
  await eventually(() => client.of('push').length === 10)
  assert.deepEqual(
    client.of('push').map(({ sequence }) => sequence),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  client.acknowledge(4)
  await client.request('heartbeat')
  assert.equal(client.of('resync').length, 0)
  client.acknowledge(10)
  await eventually(() => client.of('resync').length === 1)
  deliver(open, client)
  await eventually(() => client.of('push').at(-1)!.sequence === 11)
})

test('sequences of pushes wrap, and an acknowledgement of what was never pushed counts for nothing', async (t) => {
  const open = await openGateway(t, { limits: { unackedPushesMax: 30_000 } })
  const client = await open.login()
  for (let sent = 0; sent < 100_000; sent += 10_000) {
    deliver(open, client, 10_000)
    await eventually(() => client.received.length === 10_000 + 1 || client.of('push').length >= 10_000)
    const newest = client.of('push').at(-1)!.sequence
    assert.equal(newest, (sent + 10_000) & 0xffff)
    client.acknowledge((newest + 5) & 0xffff)
    client.acknowledge(newest)
    client.received.length = 0
    await client.request('heartbeat')
    client.received.length = 0
  }
  assert.equal(open.gateway.metrics().pushesWithheld, 0)
})

test('one that never acknowledges is told to resync, then cut off', async (t) => {
  const open = await openGateway(t, { limits: { ackTimeoutMs: 200 } })
  const client = await open.login()
  deliver(open, client)
  await eventually(() => client.of('resync').length === 1)
  assert.equal((await client.goodbye()).code, 'SLOW_READER')
  assert.equal(client.of('resync').length, 1)
})

test('one that acknowledges after the resync stays', async (t) => {
  const open = await openGateway(t, { limits: { ackTimeoutMs: 600 } })
  const client = await open.login()
  deliver(open, client)
  await eventually(() => client.of('resync').length === 1)
  client.acknowledge(1)
  deliver(open, client)
  await eventually(() => client.of('resync').length === 2)
  assert.equal(client.closed, false)
})

test('what the link may have lost makes every connection resync', async (t) => {
  const open = await openGateway(t)
  const clients = await Promise.all([open.login(), open.login({ userId: 'bob' })])
  const waiting = await open.connect()
  open.hub.interrupt(open.incarnation)()
  for (const client of clients) await eventually(() => client.of('resync').length === 1)
  open.presence.forget()
  for (const client of clients) await eventually(() => client.of('resync').length === 2)
  assert.equal(waiting.of('resync').length, 0)
})

test('a device that logs in again replaces its connection, here and on another node', async (t) => {
  const open = await openGateway(t)
  const second = await open.second()
  const first = await open.login({ userId: 'alice', deviceId: 'phone' })
  const here = await open.login({ userId: 'alice', deviceId: 'phone' })
  assert.equal((await first.goodbye()).code, 'REPLACED')
  const tablet = await open.login({ userId: 'alice', deviceId: 'tablet' })
  const there = await second.login({ userId: 'alice', deviceId: 'phone' })
  assert.equal((await here.goodbye()).code, 'REPLACED')
  const online = await open.presence.presence().connectionsOf('app', ['alice'])
  const ids = online.get('alice')!.map(({ connectionId }) => connectionId)
  assert.deepEqual(new Set(ids), new Set([tablet.connectionId, there.connectionId]))
  assert.equal(tablet.closed, false)
})

test('presence tells the sessions of a device apart', async (t) => {
  // A connection did not say whose session it was, so that the logout of an older session of its device ended it too.
  const open = await openGateway(t)
  const sessionId = open.backend.openSession()
  const client = await open.login({ userId: 'alice', deviceId: 'phone', sessionId })
  const online = async () => (await open.presence.presence().connectionsOf('app', ['alice'])).get('alice') ?? []
  assert.deepEqual(
    (await online()).map((connection) => [connection.deviceId, connection.sessionId]),
    [['phone', sessionId]],
  )
  client.destroy()
  await eventually(async () => (await online()).length === 0)
})

test('a kick closes with its code', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.other.kick(open.incarnation, { connectionId: client.connectionId, code: 'LOGGED_OUT' })
  assert.equal((await client.goodbye()).code, 'LOGGED_OUT')
})

const syncBody = wire.SyncRequest.encode({}).finish()

test('a sync waits until the views have what was in the log when it was asked', async (t) => {
  const open = await openGateway(t)
  const client = await open.login()
  open.backend.projected = 0
  open.backend.end = 3
  const sequence = client.send('sync', syncBody)
  await eventually(() => open.backend.endReads === 1)
  await client.request('heartbeat')
  assert.equal(client.of('sync').length, 0)
  // What is appended later need not be waited for.
  open.backend.end = 9
  open.backend.projected = 3
  const reply = wire.SyncReply.decode((await client.answer('sync', sequence)).body)
  assert.equal(reply.more, false)
  assert.equal(Buffer.from(reply.cursor).toString(), '3')
})

test('views that stay behind make it an answer that says when to come again, not at once', async (t) => {
  const open = await openGateway(t, { limits: { syncWaitMs: 100, syncRetryMs: 700 } })
  const client = await open.login()
  open.backend.projected = 0
  open.backend.end = 3
  const asked = async () => wire.SyncReply.decode((await client.request('sync', syncBody)).body)
  const behind = await asked()
  assert.deepEqual([behind.more, behind.retryAfterMs], [false, 700])
  open.backend.projected = 3
  const caughtUp = await asked()
  assert.deepEqual([caughtUp.more, caughtUp.retryAfterMs], [false, 0])
})

// Each sync of every user waited two seconds for a partition that had no leader, or was stopped with an alarm, and was told to come again, for
// as long as that lasted: no device took itself to have everything. When syncs said nothing of it, each device did.
test('a partition that stands still holds up no sync; whoever asked is told to resync once the views have passed it', async (t) => {
  for (const end of [Number.POSITIVE_INFINITY, 9]) {
    const open = await openGateway(t, { limits: { viewsStandMs: 0, sweepMs: 20, syncWaitMs: 60_000 } })
    const client = await open.login()
    const askedWith = async (cursor: Uint8Array) => {
      const answer = await client.request('sync', wire.SyncRequest.encode({ cursor }).finish())
      const { retryAfterMs, partStands } = wire.SyncReply.decode(answer.body)
      return { retryAfterMs, partStands }
    }
    open.backend.elsewhere = { end, reached: 4 }
    const startedAt = performance.now()
    for (const cursor of [new Uint8Array(0), Buffer.from('1')])
      assert.deepEqual(await askedWith(cursor), { retryAfterMs: 0, partStands: true })
    assert.ok(performance.now() - startedAt < 10_000)
    await pause(100)
    assert.equal(client.of('resync').length, 0)
    open.backend.elsewhere = { end: 9, reached: 9 }
    await eventually(() => client.of('resync').length === 1)
    assert.deepEqual(await askedWith(Buffer.from('1')), { retryAfterMs: 0, partStands: false })
    await pause(100)
    assert.equal(client.of('resync').length, 1)
  }
})

// A sync of several pages shows what was in the log at its first. One that broke off and was gone on with on the next connection passed for
// whole, and what had come between the two connections was shown by neither.
test('a sync that another connection began is asked for once more', async (t) => {
  const open = await openGateway(t)
  const places = new Map([[0, { epochHash: 1, claimHash: 1, nextOffset: 3 }]])
  const behind = (afterConversationId: string) => encodeCursor({ places, unfinished: { since: null, afterConversationId } })
  const whole = encodeCursor({ places, unfinished: null })
  const ask = async (client: WireClient, cursor: Uint8Array) => {
    const answer = await client.request('sync', wire.SyncRequest.encode({ cursor }).finish())
    const { more, retryAfterMs } = wire.SyncReply.decode(answer.body)
    return [more, retryAfterMs > 0]
  }
  open.backend.syncCursors.push(behind('d:alice:bob'), behind('g:x'), whole)
  const first = await open.login()
  assert.deepEqual(await ask(first, new Uint8Array(0)), [true, false])
  assert.deepEqual(await ask(first, behind('d:alice:bob')), [true, false])
  const second = await open.login()
  open.backend.syncCursors.unshift(behind('g:y'))
  assert.deepEqual(await ask(second, behind('g:x')), [true, false])
  assert.deepEqual(await ask(second, behind('g:y')), [false, true])
  assert.deepEqual(await ask(second, whole), [false, false])
  // The same connection goes on with what it began.
  open.backend.syncCursors.push(behind('g:x'), whole)
  assert.deepEqual(await ask(second, whole), [true, false])
  assert.deepEqual(await ask(second, behind('g:x')), [false, false])
})

test('concurrent syncs share one read of the ends', async (t) => {
  const open = await openGateway(t)
  const clients = await Promise.all(Array.from({ length: 20 }, (_, i) => open.login({ userId: `u${i}` })))
  open.backend.latencyMs = 20
  const answers = await Promise.all(clients.map((client) => client.codeOf('sync', syncBody)))
  assert.deepEqual(new Set(answers), new Set(['']))
  assert.ok(open.backend.endReads <= 5, `${open.backend.endReads} reads`)
})

test('reads of the views, their limits and their failures', async (t) => {
  const open = await openGateway(t, { limits: { pageItemsDefault: 2, pageItemsMax: 3 } })
  open.backend.itemBytesMax = 5_000
  const client = await open.login()
  const conversationId = 'd:alice:bob'
  for (let seq = 1; seq <= 5; seq++) open.backend.plant(conversationId, 'bob', Buffer.alloc(seq === 3 ? 4_000 : 600))
  const page = async (fields: object) => {
    const answer = await client.request('history', wire.HistoryRequest.encode({ conversationId, ...fields }).finish())
    const { items, more } = wire.HistoryReply.decode(answer.body)
    return [items.map((item) => wire.ConversationItem.decode(item).seq), more]
  }
  assert.deepEqual(await page({}), [[4, 5], true])
  // Cut by bytes at the far end of the page: 3 and 5 together are too heavy with 4.
  assert.deepEqual(await page({ limit: 100 }), [[4, 5], true])
  assert.deepEqual(await page({ afterSeq: 1, limit: 100 }), [[2, 3], true])
  assert.deepEqual(await page({ afterSeq: 3 }), [[4, 5], false])
  assert.equal(await client.codeOf('history', wire.HistoryRequest.encode({ conversationId: 'd:alice:zed' }).finish()), 'NOT_A_MEMBER')
  const group = { conversationId: 'g:x', name: 'X', memberIds: ['bob', 'carol'], clientRequestId: randomUUID() }
  assert.equal(await client.codeOf('createGroup', wire.CreateGroupRequest.encode(group).finish()), '')
  const members = await client.request('members', wire.MembersRequest.encode({ conversationId: 'g:x', limit: 2 }).finish())
  assert.equal(wire.MembersReply.decode(members.body).more, true)
  assert.equal(wire.UnreadReply.decode((await client.request('unread')).body).total, 5)
  assert.equal(await client.codeOf('findUser', wire.FindUserRequest.encode({ userName: 'nobody' }).finish()), 'USER_NOT_FOUND')
  const found = await client.request('findUser', wire.FindUserRequest.encode({ userId: 'bob' }).finish())
  assert.equal(wire.FindUserReply.decode(found.body).profile!.userName, 'bob')
  open.backend.viewsDown = true
  for (const name of ['unread', 'sync'] as const) assert.equal(await client.codeOf(name), 'UNAVAILABLE')
  assert.equal(WireClient.codeOf(await client.request('heartbeat')), '')
})
