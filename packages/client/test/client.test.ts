// The client against gateways that work, and against each fault by itself.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { flags } from '@skein/contracts'
import { type Item, memoryStorage, SkeinError } from '../src/index.ts'
import { newUuid } from '../src/uuid.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

for (const transport of ['tcp', 'ws'] as const) {
  test(`two people talk over ${transport}`, async (t) => {
    const d = await deploymentOf(t)
    const alice = d.client('alice', { transport })
    const bob = d.client('bob', { transport })
    const [aliceSees, bobSees] = [textsOf(alice), textsOf(bob)]
    await Promise.all([alice.connect(), bob.connect()])
    const sent = await alice.send('d:alice:bob', 'hello')
    assert.deepEqual([sent.seq, sent.ordinal], [1, 1])
    await until(() => bobSees.length === 1, 'bob sees it')
    await bob.send('d:alice:bob', 'hi', { replyTo: 1 })
    await until(() => aliceSees.length === 2, 'alice sees the answer')
    assert.deepEqual(aliceSees, ['hello', 'hi'])
    assert.deepEqual(bobSees, ['hello', 'hi'])
    assert.equal((await alice.unread()).total, 1)
    assert.deepEqual(await alice.markRead('d:alice:bob'), { ordinal: 2 })
    assert.equal((await alice.unread()).total, 0)
    assert.deepEqual(
      (await bob.history('d:alice:bob', { afterSeq: 1 })).items.map((i) => i.seq),
      [2],
    )
    assert.deepEqual(await bob.onlineUsers(), [{ userId: 'alice' }])
    await until(() => [...d.peers].every((c) => c.unacked.length === 0), 'pushes acknowledged')
  })
}

test('half a surrogate pair is refused with its field, and not sent as something else', async (t) => {
  // UTF-8 has no place for one: U+FFFD was sent, stored and shown in its place.
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const message = await alice.send('d:alice:bob', 'whole')
  const half = 'cut \ud83d'
  const attachment = { url: 'https://x/y', name: half, contentType: 'image/png', size: 1 }
  for (const [field, ask] of [
    ['body', () => alice.send('d:alice:bob', half)],
    ['name', () => alice.send('d:alice:bob', 'see', { attachments: [attachment] })],
    ['body', () => alice.edit(message, half)],
    ['name', () => alice.createGroup({ name: half, memberIds: [] })],
    ['memberIds', () => alice.createGroup({ name: 'team', memberIds: [half] })],
  ] as const)
    await assert.rejects(ask, { code: 'INVALID_ARGUMENT', detail: `${field} has half a surrogate pair` })
  assert.deepEqual([(await alice.send('d:alice:bob', 'a pair \u{1f642}')).seq, alice.lastSeq('d:alice:bob')], [2, 2])
})

test('the acknowledgement of a push leaves with the next packet', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  await alice.send('d:alice:bob', 'hello')
  await until(() => bob.lastSeq('d:alice:bob') === 1, 'bob sees the message')
  await bob.send('d:alice:bob', 'hi')
  assert.deepEqual([...d.peers].find((c) => c.userId === 'bob')!.unacked, [])
})

test('a group request whose answer is lost is sent again under its name, and answered as the first time', async (t) => {
  const lost = new Set<string>()
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        if ((name !== 'removeMembers' && name !== 'leaveGroup') || lost.has(name)) return 'serve'
        lost.add(name)
        return 'cutAfter'
      },
    },
  })
  const [alice, bob] = ['alice', 'bob', 'carol'].map((name) => d.client(name))
  await Promise.all([alice!.connect(), bob!.connect()])
  const { conversationId } = await alice!.createGroup({ name: 'Friends', memberIds: ['bob', 'carol'] })
  const removed = await alice!.removeMember(conversationId, 'carol')
  const left = await bob!.leaveGroup(conversationId)
  assert.deepEqual([removed.seq, left.seq, lost.size], [2, 3, 2])
})

test('groups: created, joined late, left; everyone sees what belongs to their stay', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name) => d.client(name))
  const seen: Item[] = []
  carol!.on('item', (item) => seen.push(item))
  await Promise.all([alice!.connect(), bob!.connect(), carol!.connect()])
  const { conversationId } = await alice!.createGroup({ name: 'Friends', memberIds: ['bob'] })
  await alice!.send(conversationId, 'before carol')
  await alice!.addMembers(conversationId, ['carol'])
  await bob!.send(conversationId, 'welcome')
  await until(() => carol!.lastSeq(conversationId) === 4, 'carol is there')
  await carol!.leaveGroup(conversationId)
  await bob!.send(conversationId, 'gone')
  await alice!.addMembers(conversationId, ['carol'])
  await bob!.send(conversationId, 'back')
  await until(() => carol!.lastSeq(conversationId) === 8, 'carol is back')
  assert.deepEqual(
    seen.map((i) => [i.seq, i.type]),
    [
      [3, 'MembersAdded'],
      [4, 'MessageSent'],
      [5, 'MemberLeft'],
      [7, 'MembersAdded'],
      [8, 'MessageSent'],
    ],
  )
  await until(() => alice!.lastSeq(conversationId) === 8, "alice's own changes are filled in")
  await until(() => carol!.session(conversationId)?.name === 'Friends', 'the session is synced')
  assert.equal((await alice!.members(conversationId)).members.length, 3)
})

test('an answer that is lost makes a flagged resend, stored once', async (t) => {
  let lose = 2
  const d = await deploymentOf(t, {
    faults: { onRequest: (name) => (name === 'send' && lose-- > 0 ? (lose ? 'loseAnswer' : 'cutAfter') : 'serve') },
  })
  const alice = d.client('alice')
  d.client('bob')
  const sees = textsOf(alice)
  await alice.connect()
  const results = await Promise.all(['one', 'two', 'three'].map((text) => alice.send('d:alice:bob', text)))
  assert.deepEqual(
    results.map((r) => r.seq),
    [1, 2, 3],
  )
  assert.deepEqual(sees, ['one', 'two', 'three'])
  assert.equal(d.store.itemsOf('d:alice:bob').length, 3)
})

test('a resend after a restart carries the retry flag and the same id', async (t) => {
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (name === 'send' ? 'loseAnswer' : 'serve') } })
  const values = new Map<string, string>()
  const first = d.client('alice', { storage: memoryStorage(values) })
  d.client('bob')
  await first.connect()
  const lost = first.send('d:alice:bob', 'kept')
  const waiting = first.send('d:alice:bob', 'behind it')
  await until(() => d.store.itemsOf('d:alice:bob').length === 1, 'it was stored')
  await first.close()
  await assert.rejects(lost, { code: 'KEPT' })
  await assert.rejects(waiting, { code: 'KEPT' })

  const sends: number[] = []
  for (const gateway of d.gateways) {
    gateway.faults = {
      onRequest: (name, _connection, packet) => {
        if (name === 'send') sends.push(packet.flags)
        return 'serve'
      },
    }
  }
  const second = d.client('alice', { storage: memoryStorage(values) })
  const sent: number[] = []
  second.on('sent', ({ seq }) => sent.push(seq))
  const later = second.send('d:alice:bob', 'new')
  await second.connect()
  assert.equal((await later).seq, 3)
  assert.deepEqual(sent, [1, 2, 3])
  assert.deepEqual(
    sends.map((f) => f & flags.retry),
    [flags.retry, flags.retry, 0],
  )
})

// It was told to be kept for the next client, and was erased a moment later: whoever believed that never sent it again.
test('a logout erases what is unsent, and says so to whoever waits for it', async (t) => {
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (name === 'send' ? 'loseAnswer' : 'serve') } })
  const values = new Map<string, string>()
  const alice = d.client('alice', { storage: memoryStorage(values) })
  await alice.connect()
  const sends = ['one', 'behind it'].map((text) => assert.rejects(alice.send('d:alice:alice', text), { code: 'CLOSED' }))
  await until(() => d.store.itemsOf('d:alice:alice').length === 1, 'it has left')
  await alice.logout()
  await Promise.all(sends)
  assert.equal(values.size, 0)
})

/** With bob, and the retry flag of each send as it arrives. */
async function withRetryFlags(t: TestContext) {
  const sends: number[] = []
  const d = await deploymentOf(t, {
    faults: {
      onRequest: (name, _connection, packet) => {
        if (name === 'send') sends.push(packet.flags & flags.retry)
        return 'serve'
      },
    },
  })
  d.client('bob')
  return { d, sends }
}

// An application with a queue of its own sent a message again under its own id, after a restart of itself and of the server: the first
// attempt of this process, it was not flagged, the server took it for new, and the message was stored twice.
test('an id that the application brings is flagged from its first sending; one made here is not', async (t) => {
  const { d, sends } = await withRetryFlags(t)
  const clientMessageId = newUuid()
  const seqs: number[] = []
  for (let run = 0; run < 2; run += 1) {
    const alice = d.client('alice')
    await alice.connect()
    seqs.push((await alice.send('d:alice:bob', 'invoice 4711', { clientMessageId })).seq)
    seqs.push((await alice.send('d:alice:bob', 'hi')).seq)
    await alice.close()
  }
  assert.deepEqual(seqs, [1, 2, 1, 3])
  assert.deepEqual(sends, [flags.retry, 0, flags.retry, 0])
})

test('an id that was made here to be sent is flagged from its second sending', async (t) => {
  const { d, sends } = await withRetryFlags(t)
  const alice = d.client('alice')
  await alice.connect()
  const clientMessageId = alice.newClientMessageId()
  const seqs: number[] = []
  for (let i = 0; i < 2; i += 1) seqs.push((await alice.send('d:alice:bob', 'hi', { clientMessageId })).seq)
  assert.deepEqual(seqs, [1, 1])
  assert.deepEqual(sends, [0, flags.retry])
})

test('retriable refusals are sent again in order, others reject and hold nobody up', async (t) => {
  let refusals = 3
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (name === 'send' && refusals-- > 0 ? 'refuse' : 'serve') } })
  const alice = d.client('alice')
  d.client('bob')
  await alice.connect()
  const [a, b, c] = [alice.send('d:alice:bob', 'a'), alice.send('g:none', 'b'), alice.send('d:alice:bob', 'c')]
  await assert.rejects(b, { code: 'NOT_A_MEMBER' })
  assert.deepEqual([(await a).seq, (await c).seq], [1, 2])
  const id = (await a).clientMessageId
  await assert.rejects(alice.send('d:alice:bob', 'other content', { clientMessageId: id }), { code: 'ID_REUSED' })
})

test('a message sent while an earlier one waits to be sent again stays behind it', async (t) => {
  let refusals = 0
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (name === 'send' && refusals++ === 0 ? 'refuse' : 'serve') } })
  const alice = d.client('alice', { resendBackOff: { baseMs: 100, maxMs: 100 } })
  await alice.connect()
  const first = alice.send('d:alice:alice', 'first')
  await until(() => refusals === 1, 'the refusal')
  const waiting = alice.connection
  await until(() => waiting?.inFlight === 0, 'the refusal has arrived')
  const second = alice.send('d:alice:alice', 'second')
  assert.deepEqual([(await first).seq, (await second).seq], [1, 2])
})

test('the backlog is bounded', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice', { outboxMessagesMax: 2 })
  const kept = [alice.send('d:alice:alice', '1'), alice.send('d:alice:alice', '2')]
  await assert.rejects(alice.send('d:alice:alice', '3'), { code: 'BACKLOG_FULL' })
  await alice.connect()
  assert.deepEqual(
    (await Promise.all(kept)).map((s) => s.seq),
    [1, 2],
  )
})

test('a hole is filled from history, also when the views are behind', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  const sees = textsOf(bob)
  await Promise.all([alice.connect(), bob.connect()])
  await alice.send('d:alice:bob', '1')
  await until(() => sees.length === 1, 'the first')
  let pushes = 0
  for (const gateway of d.gateways) gateway.faults = { onPush: () => (pushes++ < 2 ? 'lose' : 'send') }
  d.store.viewLag = 3
  for (const text of ['2', '3', '4']) await alice.send('d:alice:bob', text)
  await until(() => bob.session('d:alice:bob') !== undefined && pushes === 3, 'a push behind the hole')
  assert.deepEqual(sees, ['1'])
  d.store.viewLag = 0
  await until(() => sees.length === 4, 'the hole is filled')
  assert.deepEqual(sees, ['1', '2', '3', '4'])
})

test('what happened while away comes with the next sync, deeper than what is inline', async (t) => {
  const d = await deploymentOf(t)
  d.store.itemsInline = 2
  const values = new Map<string, string>()
  const alice = d.client('alice')
  const bob = d.client('bob', { storage: memoryStorage(values) })
  await Promise.all([alice.connect(), bob.connect()])
  const before = textsOf(bob)
  await alice.send('d:alice:bob', '0')
  await until(() => before.length === 1, 'the first')
  await bob.close()
  const texts = Array.from({ length: 120 }, (_, i) => String(i + 1))
  await Promise.all(texts.map((text) => alice.send('d:alice:bob', text)))
  for (let i = 0; i < 5; i += 1) await alice.createGroup({ name: `g${i}`, memberIds: ['bob'] })
  const again = d.client('bob', { storage: memoryStorage(values) })
  const after = textsOf(again)
  await again.connect()
  await until(() => after.length === 120, 'all of it')
  assert.deepEqual(after, texts)
  assert.equal(again.sessions().length, 6)
  assert.equal(again.session('d:alice:bob')?.unread, 121)
})

test('a fresh device begins with what is inline', async (t) => {
  const d = await deploymentOf(t)
  d.store.itemsInline = 3
  const alice = d.client('alice')
  await alice.connect()
  for (let i = 1; i <= 10; i += 1) await alice.send('d:alice:alice', String(i))
  const tablet = d.client('alice', { deviceId: 'tablet' })
  const sees = textsOf(tablet)
  await tablet.connect()
  await alice.send('d:alice:alice', '11')
  await until(() => sees.length === 4, 'inline and live')
  assert.deepEqual(sees, ['8', '9', '10', '11'])
})

test('goodbye is obeyed: elsewhere at once, after a while, or not at all', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice', { transport: 'tcp' })
  const states: string[] = []
  alice.on('state', ({ state, error }) => states.push(error ? `${state} ${error.code}` : state))
  await alice.connect()
  const address = alice.connection!.address
  for (const connection of d.peers) connection.goodbye('GOING_AWAY', 1)
  await until(() => alice.state === 'online' && alice.connection!.address !== address, 'on the other gateway')
  assert.deepEqual(states, ['connecting', 'syncing', 'online', 'connecting GOING_AWAY', 'syncing', 'online'])
  for (const connection of d.peers) connection.goodbye('TOO_MANY_CONNECTIONS', 2, 60)
  await until(() => states.includes('waiting TOO_MANY_CONNECTIONS'), 'waiting')
  await until(() => alice.state === 'online', 'back')
  for (const connection of d.peers) connection.goodbye('REPLACED', 3)
  await until(() => alice.state === 'stopped', 'stopped')
  assert.equal(states.at(-1), 'stopped REPLACED')
})

test('a dead gateway is left for another, also while the API does not answer', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  await alice.connect()
  await d.api.stop()
  const dead = d.gateways.find((g) => g.connections.size > 0)!
  await dead.stop()
  const sent = alice.send('d:alice:alice', 'still here')
  assert.equal((await sent).seq, 1)
})

test('silence is noticed and ends the connection', async (t) => {
  const d = await deploymentOf(t, { heartbeatIntervalMs: 60 })
  const alice = d.client('alice')
  await alice.connect()
  const first = alice.connection
  const sentHeartbeat = () => [...d.peers].some((c) => c.requests.some((r) => r.name === 'heartbeat'))
  await until(sentHeartbeat, 'a heartbeat when idle')
  const silent = d.gateways.find((g) => g.connections.size > 0)!
  silent.silent = true
  await until(() => alice.state === 'online' && alice.connection !== first, 'on the other gateway')
})

test('refused logins stop; an expired token is renewed with the password', async (t) => {
  const d = await deploymentOf(t)
  const wrong = d.client('mallory', { credentials: { userName: 'mallory', password: 'wrong' } })
  // The code once stood in the detail too, and twice in the message.
  const refused = { code: 'CREDENTIALS_INVALID', detail: 'for a reason', message: 'CREDENTIALS_INVALID: for a reason' }
  await assert.rejects(wrong.connect(), refused)
  const forged = d.client('alice', { token: 'forged', gateways: d.gateways[0]!.addresses, apiUrl: undefined, credentials: undefined })
  await assert.rejects(forged.connect(), { code: 'TOKEN_INVALID' })
  const alice = d.client('alice')
  await alice.connect()
  d.tokens.clear()
  for (const gateway of d.gateways) gateway.cutAll()
  await until(() => d.tokens.size === 1 && alice.state === 'online', 'logged in anew')
})

test('storage of one user is not used for another', async (t) => {
  const d = await deploymentOf(t)
  const storage = memoryStorage()
  const alice = d.client('alice', { storage })
  await alice.connect()
  await alice.close()
  await assert.rejects(d.client('bob', { storage }).connect(), { code: 'STORAGE_OF_OTHER_USER' })
})

test('items come as an async iterator, which says when it is too slow', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice', { iteratorItemsMax: 2 })
  await alice.connect()
  const items = alice.items()
  for (const text of ['a', 'b', 'c']) await alice.send('d:alice:alice', text)
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const item of items) seen.push(item.seq)
  }, SkeinError)
  assert.deepEqual(seen, [1, 2])
})
