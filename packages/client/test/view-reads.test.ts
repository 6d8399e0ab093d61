// History by views that are behind what the client has shown.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createViewReads, type HistoryRange, type ViewedPage } from '../src/conversation/view-reads.ts'
import type { Item } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

test('history is never short of what was shown live, and is refused to nobody who was shown something', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  d.store.viewLag = 2
  const seen = textsOf(bob)
  for (const text of ['one', 'two']) await alice.send('d:alice:bob', text)
  await until(() => seen.length === 2, 'both are shown')
  setTimeout(() => {
    d.store.viewLag = 1
  }, 150)
  setTimeout(() => {
    d.store.viewLag = 0
  }, 300)
  const { items } = await bob.history('d:alice:bob')
  assert.deepEqual(
    items.map((item) => item.seq),
    [1, 2],
  )
})

test('who has just made a group reads it, and its members, though the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  d.client('bob')
  await alice.connect()
  Object.assign(d.store, { viewLag: 2, syncRetryMs: 20 })
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  setTimeout(() => {
    d.store.viewLag = 0
  }, 200)
  const [history, members] = await Promise.all([alice.history(conversationId), alice.members(conversationId)])
  assert.deepEqual([history.items.length, members.members.length], [1, 2])
})

test('a hole is not given up by views that do not know the conversation yet', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  d.client('bob')
  await alice.connect()
  Object.assign(d.store, { viewLag: 2, syncRetryMs: 20 })
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  // Long enough for more refusals than a hole is given up for.
  await new Promise((resolve) => setTimeout(resolve, 600))
  assert.equal(alice.lastSeq(conversationId), 0)
  d.store.viewLag = 0
  await until(() => alice.lastSeq(conversationId) === 1, 'the first items')
})

test('a hole that views which are not behind refuse is given up', async (t) => {
  let asked = 0
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        if (name === 'history') asked += 1
        return 'serve'
      },
    },
  })
  const warnings: string[] = []
  const alice = d.client('alice', { onWarning: (message) => warnings.push(message) })
  d.client('bob')
  await alice.connect()
  d.store.viewLag = 2
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  d.store.lose(conversationId)
  d.store.viewLag = 0
  await until(() => asked >= 3, 'questions')
  for (let before = 0; before < asked; ) {
    before = asked
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    assert.ok(asked < 100, 'still asked')
  }
  assert.deepEqual(new Set(warnings), new Set(['history of a hole was refused']))
})

test('when patience is over the answer of the views stands', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob', { viewPatienceMs: 200 })]
  await Promise.all([alice.connect(), bob.connect()])
  const seen = textsOf(bob)
  await alice.send('d:alice:bob', 'one')
  d.store.viewLag = 1
  await until(() => seen.length === 1, 'it is shown')
  await assert.rejects(bob.history('d:alice:bob'), { code: 'NOT_A_MEMBER' })
  await alice.send('d:alice:bob', 'two')
  await until(() => seen.length === 2, 'the next is shown')
  assert.equal((await bob.history('d:alice:bob')).items.length, 1)
})

test('what comes while the page is on its way is not waited for', async () => {
  let known = 2
  const reads = createViewReads({
    knownTo: () => known,
    readTo: () => 0,
    patienceMs: 2_000,
    random: () => 0,
    signal: new AbortController().signal,
  })
  let asked = 0
  const page = await reads.history('g:1', {}, async () => {
    asked += 1
    known += 3
    return { items: [{ seq: asked }, { seq: asked + 1 }] as Item[], more: false, viewSeq: asked + 1 }
  })
  assert.deepEqual([asked, page.items.at(-1)?.seq], [1, 2])
})

test('patience begins with the first answer, not with the wait for a connection', async (t) => {
  let nowMs = 0
  t.mock.method(performance, 'now', () => nowMs)
  const reads = createViewReads({
    knownTo: () => 2,
    readTo: () => 0,
    patienceMs: 300,
    random: () => 0,
    signal: new AbortController().signal,
  })
  let asked = 0
  await reads.history('g:1', {}, async () => {
    asked += 1
    if (asked === 1) nowMs = 400
    return { items: (asked < 3 ? [] : [{ seq: 2 }]) as Item[], more: false, viewSeq: asked < 3 ? 0 : 2 }
  })
  assert.equal(asked, 3)
})

test('a page is short when its views had not come to what is known to be in its range, whatever this user may not see of it', async () => {
  const reads = createViewReads({
    knownTo: () => 12,
    readTo: () => 0,
    patienceMs: 200,
    random: () => 0,
    signal: new AbortController().signal,
  })
  const page = (viewSeq: number, ...seqs: number[]) => ({ items: seqs.map((seq) => ({ seq }) as Item), more: false, viewSeq })
  const read = async (answer: ViewedPage, range: HistoryRange) => {
    let asked = 0
    await reads.history('g:1', range, async () => {
      asked += 1
      return answer
    })
    return asked
  }
  assert.equal(await read(page(12, 10, 11, 12), {}), 1)
  assert.equal(await read(page(9, 4, 5), { beforeSeq: 10 }), 1)
  assert.equal(await read(page(12, 4, 5), { beforeSeq: 12 }), 1)
  assert.equal(await read(page(9), { afterSeq: 12 }), 1)
  assert.equal(await read({ ...page(9, 5, 6), more: true }, { afterSeq: 4 }), 1)
  assert.equal(await read(page(12), {}), 1)
  assert.ok((await read(page(11, 10, 11), {})) > 1)
  assert.ok((await read(page(11, 10, 11), { beforeSeq: 13 })) > 1)
  assert.ok((await read(page(8, 4, 5), { beforeSeq: 10 })) > 1)
  assert.ok((await read(page(6, 5, 6), { afterSeq: 4 })) > 1)
  assert.ok((await read(page(0), {})) > 1)
})

// A badge that had just been cleared was there again, and who had just been added was not: the views were a moment behind.
test('one has read what one has marked as read, and is out of what one has left, though the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const seen = textsOf(bob)
  await alice.send('d:alice:bob', 'one')
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  await alice.send(conversationId, 'two')
  await until(() => seen.length === 2, 'both')
  assert.equal((await bob.unread()).total, 2)
  await bob.markRead('d:alice:bob')
  d.store.viewLag = 1
  setTimeout(() => Object.assign(d.store, { viewLag: 0 }), 200)
  assert.deepEqual(
    (await bob.unread()).entries.map((entry) => entry.conversationId),
    [conversationId],
  )
  await bob.leaveGroup(conversationId)
  d.store.viewLag = 1
  setTimeout(() => Object.assign(d.store, { viewLag: 0 }), 200)
  assert.equal((await bob.unread()).total, 0)
})

test('who was added is among the members, and who was removed is not, though the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  for (const name of ['bob', 'carol']) d.store.register(name, 'secret')
  await alice.connect()
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  const members = async () => {
    d.store.viewLag = 1
    setTimeout(() => Object.assign(d.store, { viewLag: 0 }), 200)
    return (await alice.members(conversationId)).members.map(({ userId }) => userId).sort()
  }
  await alice.addMembers(conversationId, ['carol'])
  assert.deepEqual(await members(), ['alice', 'bob', 'carol'])
  await alice.removeMember(conversationId, 'bob')
  assert.deepEqual(await members(), ['alice', 'carol'])
})
