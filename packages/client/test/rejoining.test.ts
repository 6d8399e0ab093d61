// Who was out of a group and is in again: both stays are shown, whole and in order, and what lies between is passed over on the word of
// views that have come so far, never because they were slow to answer.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type Client, memoryStorage } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'
import type { PushFault } from './fake-gateway.ts'

const seqsOf = (client: Client): number[] => {
  const seqs: number[] = []
  client.on('item', ({ seq }) => seqs.push(seq))
  return seqs
}

/** Bob belongs to seq 1 to 4, with the removal as 4, and from 8 on; 9 is the last. */
const visible = [1, 2, 3, 4, 8, 9]

async function out(alice: Client): Promise<void> {
  await alice.send('g:one', 'the last of the first stay')
  await alice.removeMember('g:one', 'bob')
  for (const text of ['unseen', 'unseen', 'unseen']) await alice.send('g:one', text)
}

async function inAgain(alice: Client): Promise<void> {
  await alice.addMembers('g:one', ['bob'])
  await alice.send('g:one', 'back')
}

async function withGroup(t: TestContext, onPush: () => PushFault = () => 'send', refuses = () => false) {
  const d = await deploymentOf(t, {
    faults: {
      onPush: (connection) => (connection.userId === 'bob' ? onPush() : 'send'),
      onRequest: (name, { userId }) => (name === 'history' && userId === 'bob' && refuses() ? 'refuse' : 'serve'),
    },
  })
  const alice = d.client('alice')
  d.store.register('bob', 'secret')
  await alice.connect()
  await alice.createGroup({ name: 'one', groupId: 'one', memberIds: ['bob'] })
  await alice.send('g:one', 'in')
  return { d, alice }
}

// With views half a second behind, or that refused three times, the end of the stay before was given up for good: the item that lets bob in
// again was taken for the reason why nothing came before it.
for (const why of ['are behind', 'refuse for a while'] as const) {
  test(`the end of the stay before is shown though the views ${why}`, async (t) => {
    let push: PushFault = 'send'
    let refusals = 0
    const { d, alice } = await withGroup(
      t,
      () => push,
      () => refusals-- > 0,
    )
    const bob = d.client('bob', { callTimeoutMs: 1 })
    const seqs = seqsOf(bob)
    await bob.connect()
    await until(() => seqs.length === 2, 'what was there')
    push = 'forget'
    if (why === 'are behind') Object.assign(d.store, { viewLag: 7, syncRetryMs: 50 })
    else refusals = 5
    await out(alice)
    push = 'send'
    await inAgain(alice)
    await new Promise((resolve) => setTimeout(resolve, 700))
    if (why === 'are behind') assert.deepEqual(seqs, [1, 2])
    d.store.viewLag = 0
    await until(() => seqs.includes(9), 'the end')
    assert.deepEqual(seqs, visible)
  })
}

// With fullSyncDepth: Infinity a new device began at the present stay, and showed less than one that asked for nothing.
test('a device that begins anew shows both stays, and the more of them the further back it asks for', async (t) => {
  let asked = 0
  const { d, alice } = await withGroup(t, undefined, () => {
    asked += 1
    return false
  })
  await out(alice)
  await inAgain(alice)
  d.store.itemsInline = 3
  for (const [fullSyncDepth, expected] of [
    [null, [4, 8, 9]],
    [6, [4, 8, 9]],
    [7, [3, 4, 8, 9]],
    [Number.POSITIVE_INFINITY, visible],
  ] as const) {
    const bob = d.client('bob', { deviceId: `with ${fullSyncDepth}`, fullSyncDepth })
    const seqs = seqsOf(bob)
    asked = 0
    await bob.connect()
    await until(() => seqs.includes(9), `the end with ${fullSyncDepth}`)
    assert.deepEqual(seqs, expected, `with ${fullSyncDepth}`)
    // It took several questions and their waits to pass over what lies between.
    assert.ok(asked <= 3, `${asked} questions`)
    await bob.close()
  }
})

// Whoever lets a device in again may be heard before its first sync is through: it began there, and what it had been a member for before was
// never asked for.
test('what is pushed before the first sync is through does not hide the stay before', async (t) => {
  const { d, alice } = await withGroup(t)
  d.store.itemsInline = 50
  await out(alice)
  let held = false
  for (const gateway of d.gateways) {
    const { onRequest } = gateway.faults
    gateway.faults.onRequest = (name, connection, packet) => {
      if (name === 'sync' && connection.userId === 'bob' && !held) {
        held = true
        void inAgain(alice)
        return 'refuse'
      }
      return onRequest!(name, connection, packet)
    }
  }
  const bob = d.client('bob', { resendBackOff: { baseMs: 200, maxMs: 200 } })
  const seqs = seqsOf(bob)
  await bob.connect()
  await until(() => seqs.includes(9), 'the end')
  assert.deepEqual(seqs, visible)
})

// Neither had a sync begun by then: a device that had never asked for one passed for one that had been told everything.
test('what is pushed before the first sync begins does not hide the stay before', async (t) => {
  const { d, alice } = await withGroup(t)
  d.store.itemsInline = 50
  await out(alice)
  const memory = memoryStorage()
  const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const storage = {
    ...memory,
    async set(key: string, value: string) {
      asked.resolve()
      await gate.promise
      await memory.set(key, value)
    },
  }
  const bob = d.client('bob', { storage })
  const seqs = seqsOf(bob)
  const connected = bob.connect()
  await asked.promise
  await inAgain(alice)
  const there = [...d.peers].find(({ userId }) => userId === 'bob')!
  await until(() => there.pushes === 2 && there.unacked.length === 0, 'both pushes are heard')
  gate.resolve()
  await connected
  await until(() => seqs.includes(9), 'the end')
  assert.deepEqual(seqs, visible)
})

// A sync that lacked what a part of the views that stands still lacks passed for one that had told everything: what came live, behind a stay
// that it had not told of, began the conversation, and the stay was never shown.
test('what is pushed while a part of the views stands still does not hide the stay before', async (t) => {
  const { d, alice } = await withGroup(t)
  d.store.itemsInline = 50
  await out(alice)
  Object.assign(d.store, { viewLag: 50, partStands: true, syncs: [] })
  const bob = d.client('bob', { syncIntervalMs: 60_000 })
  const seqs = seqsOf(bob)
  await bob.connect()
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(d.store.syncs.filter(({ actor }) => actor === 'bob').length, 1, 'asked again though nothing asked for it')
  await inAgain(alice)
  const there = [...d.peers].find(({ userId }) => userId === 'bob')!
  await until(() => there.pushes === 2 && there.unacked.length === 0, 'both pushes are heard')
  assert.equal(seqs.length, 0)
  d.store.viewLag = 0
  for (const gateway of d.gateways) gateway.resyncAll()
  await until(() => seqs.includes(9), 'the end')
  assert.deepEqual(seqs, visible)
})

// The pages behind the first of a full sync said that they were of none: what a device held that was gone was never forgotten. Were they
// believed to be all of it, what the pages before had told of would be forgotten.
test('a full sync that broke off goes on where it was, and forgets what is in none of its pages and nothing else', async (t) => {
  let pages = 0
  let cutAt = Number.POSITIVE_INFINITY
  const d = await deploymentOf(t, {
    faults: { onRequest: (name) => (name === 'sync' && ++pages === cutAt ? 'cutBefore' : 'serve') },
  })
  const alice = d.client('alice')
  const values = new Map<string, string>()
  const bob = d.client('bob', { storage: memoryStorage(values) })
  await Promise.all([alice.connect(), bob.connect()])
  const texts = textsOf(bob)
  for (const name of ['gone', 'a', 'b', 'c', 'd']) await alice.createGroup({ name, groupId: name, memberIds: ['bob'] })
  await alice.send('g:d', 'last')
  await until(() => texts.length === 1 && bob.sessions().length === 5, 'all of it')
  await bob.close()
  d.store.lose('g:gone')
  Object.assign(d.store, { epoch: d.store.epoch + 1, sessionsPerPage: 1 })
  pages = 0
  cutAt = 3
  const again = d.client('bob', { storage: memoryStorage(values), answerTimeoutMs: 30_000 })
  await again.connect()
  assert.deepEqual(
    again
      .sessions()
      .map(({ name }) => name)
      .sort(),
    ['a', 'b', 'c', 'd'],
  )
  assert.ok(pages > 4 && pages <= 6, `${pages} pages: it did not go on where it was`)
})
