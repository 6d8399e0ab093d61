// Views that are behind the log: nobody waits for them, and nothing is lost by it.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { memoryStorage } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

/** Both online; what bob knows stands in `values`, what bob was shown in `before`. */
async function aliceAndBob(t: TestContext) {
  const d = await deploymentOf(t)
  const values = new Map<string, string>()
  const alice = d.client('alice')
  const bob = d.client('bob', { storage: memoryStorage(values) })
  await Promise.all([alice.connect(), bob.connect()])
  const before = textsOf(bob)
  return { d, values, alice, bob, before }
}

test('views that are behind keep nobody from coming online; what they lacked is shown once they have it, asked for ever less often', async (t) => {
  // connect() waited for a sync without `more`, which views that lag or one that stands still never gave; and each client
  // asked again at once, so that slow views had the more to do.
  const { d, values, alice, bob, before } = await aliceAndBob(t)
  await alice.send('d:alice:bob', '0')
  await until(() => before.length === 1, 'the first')
  await bob.close()
  const texts = Array.from({ length: 60 }, (_, i) => String(i + 1))
  for (const text of texts.slice(0, 50)) await alice.send('d:alice:bob', text)
  const { conversationId } = await alice.createGroup({ name: 'missed', memberIds: ['bob'] })
  Object.assign(d.store, { viewLag: 51, syncRetryMs: 20, syncs: [] })
  const again = d.client('bob', { storage: memoryStorage(values) })
  const after = textsOf(again)
  await again.connect()
  const connectedAt = performance.now()
  assert.equal(again.state, 'online')
  assert.deepEqual(after, [])
  for (const text of texts.slice(50)) {
    d.store.viewLag += 1
    await alice.send('d:alice:bob', text)
  }
  d.store.register('carol', 'secret')
  d.store.viewLag += 1
  await again.send('d:bob:carol', 'sent meanwhile')
  const syncs = () => d.store.syncs.filter(({ actor }) => actor === 'bob')
  await until(() => syncs().length >= 6, 'further syncs')
  // The waits: at least 20, 30, 45, 68 and 101 ms.
  assert.ok(performance.now() - connectedAt > 200, 'asked too often')
  assert.equal(again.session(conversationId), undefined)
  assert.deepEqual(after, ['sent meanwhile'])
  // None was brief: what was missed before the login may come with any of them.
  assert.deepEqual(new Set(syncs().map(({ inline }) => inline)), new Set([0]))
  d.store.viewLag = 0
  await until(() => after.length === 61 && again.session(conversationId) !== undefined, 'all that was missed')
  assert.deepEqual(
    after.filter((text) => text !== 'sent meanwhile'),
    texts,
  )
  const { length } = syncs()
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(syncs().length, length, 'asked again though nothing is missing')
})

test('a refused cursor forgets nothing while the views are behind, and what is gone once they are not', async (t) => {
  const { d, values, alice, bob, before } = await aliceAndBob(t)
  for (const text of ['1', '2', '3']) await alice.send('d:alice:bob', text)
  await alice.createGroup({ name: 'in the old log only', groupId: 'gone', memberIds: ['bob'] })
  await until(() => before.length === 3 && bob.session('g:gone')?.lastSeq === 1, 'the first three and the group')
  await bob.close()
  d.store.lose('g:gone')
  for (const text of ['4', '5']) await alice.send('d:alice:bob', text)
  // As views do that are made anew: another epoch, and little in them yet.
  const epoch = d.store.epoch + 1
  Object.assign(d.store, { epoch, viewLag: 5, syncRetryMs: 20, syncs: [] })
  const again = d.client('bob', { storage: memoryStorage(values) })
  const after = textsOf(again)
  await again.connect()
  const syncs = () => d.store.syncs.filter(({ actor }) => actor === 'bob').length
  await until(() => syncs() >= 3, 'further syncs')
  assert.equal(again.lastSeq('d:alice:bob'), 3)
  d.store.viewLag = 7
  const soFar = syncs()
  await until(() => syncs() >= soFar + 2, 'syncs by empty views')
  assert.equal(again.lastSeq('d:alice:bob'), 3)
  d.store.viewLag = 0
  await until(() => after.length === 2, 'what was missed')
  assert.deepEqual(after, ['4', '5'])
  await until(() => again.session('g:gone') === undefined, 'what is gone is forgotten')
})

// The server asked for another sync every few seconds, each of everything, as long as the part stood.
test('a refused cursor forgets nothing while a part of the views stands still, and asks for all of it again only once it has gone on', async (t) => {
  const { d, values, alice, bob, before } = await aliceAndBob(t)
  await alice.createGroup({ name: 'in the old log only', groupId: 'gone', memberIds: ['bob'] })
  for (const text of ['1', '2', '3']) await alice.send('d:alice:bob', text)
  await until(() => before.length === 3 && bob.session('g:gone')?.lastSeq === 1, 'the first three and the group')
  await bob.close()
  d.store.lose('g:gone')
  // The views are made anew, up to the second message.
  Object.assign(d.store, { epoch: d.store.epoch + 1, viewLag: 1, partStands: true, syncs: [] })
  const again = d.client('bob', { storage: memoryStorage(values) })
  const after = textsOf(again)
  await again.connect()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const syncs = d.store.syncs.filter(({ actor }) => actor === 'bob')
  assert.deepEqual([syncs.length, again.lastSeq('d:alice:bob'), again.session('g:gone')?.lastSeq], [1, 3, 1])
  d.store.viewLag = 0
  for (const gateway of d.gateways) gateway.resyncAll()
  await until(() => again.session('g:gone') === undefined, 'what is gone is forgotten')
  assert.deepEqual(after, [])
})

test('a sync whose first page alone was behind is asked for again', async (t) => {
  // Its cursor stands where the first page did: what the later pages say of the views is not true of the first.
  let syncs = 0
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        if (name === 'sync' && ++syncs === 2) d.store.viewLag = 0
        return 'serve'
      },
    },
  })
  for (const name of ['alice', 'bob', 'carol', 'dave', 'erin']) d.store.register(name, 'secret')
  for (const other of ['bob', 'carol', 'dave', 'erin']) {
    const writer = d.client(other)
    await writer.connect()
    await writer.send(`d:alice:${other}`, 'before alice')
    await writer.close()
  }
  Object.assign(d.store, { sessionsPerPage: 1, viewLag: 1, syncRetryMs: 20 })
  syncs = 0
  const alice = d.client('alice')
  await alice.connect()
  const pages = syncs
  assert.ok(pages >= 3, `${pages} pages`)
  await until(() => syncs > pages, 'another sync')
})

// A connection that presence had lost was pushed nothing more and told nothing: what was written meanwhile was seen after the next login,
// which on a desktop may be days later.
test('a push that nobody knows was lost is made up for by a sync, once in a long while', async (t) => {
  const d = await deploymentOf(t, { faults: { onPush: (connection) => (connection.userId === 'bob' ? 'forget' : 'send') } })
  const alice = d.client('alice')
  const bob = d.client('bob', { syncIntervalMs: 400, random: () => 0.5 })
  await Promise.all([alice.connect(), bob.connect()])
  const texts = textsOf(bob)
  d.store.syncs = []
  await alice.send('d:alice:bob', 'unheard')
  await until(() => texts.length === 1, 'what was not pushed')
  const syncs = () => d.store.syncs.filter(({ actor }) => actor === 'bob').length
  await until(() => syncs() >= 3, 'one sync after the other')
  await bob.close()
  const closed = syncs()
  await new Promise((resolve) => setTimeout(resolve, 600))
  assert.equal(syncs(), closed)
})
