// History by views that are behind what the client has shown.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Item } from '../src/index.ts'
import { createViewReads, type HistoryPage, type HistoryRange } from '../src/view-reads.ts'
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
  d.store.viewLag = 2
  const { conversationId } = await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  setTimeout(() => {
    d.store.viewLag = 0
  }, 200)
  const [history, members] = await Promise.all([alice.history(conversationId), alice.members(conversationId)])
  assert.deepEqual([history.items.length, members.members.length], [2, 2])
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

test('only what contains the newest can be short: further down there may be what this user may not see', async () => {
  const reads = createViewReads({ knownTo: () => 12, patienceMs: 200, random: () => 0, signal: new AbortController().signal })
  const page = (...seqs: number[]): HistoryPage => ({ items: seqs.map((seq) => ({ seq }) as Item), more: false })
  const read = async (answer: HistoryPage, range: HistoryRange) => {
    let asked = 0
    await reads.history('g:1', range, async () => {
      asked += 1
      return answer
    })
    return asked
  }
  assert.equal(await read(page(10, 11, 12), {}), 1)
  assert.equal(await read(page(4, 5), { beforeSeq: 10 }), 1)
  assert.equal(await read(page(4, 5), { beforeSeq: 12 }), 1)
  assert.equal(await read(page(), { afterSeq: 12 }), 1)
  assert.equal(await read({ ...page(5, 6), more: true }, { afterSeq: 4 }), 1)
  assert.ok((await read(page(10, 11), {})) > 1)
  assert.ok((await read(page(10, 11), { beforeSeq: 13 })) > 1)
  assert.ok((await read(page(5, 6), { afterSeq: 4 })) > 1)
  assert.ok((await read(page(), {})) > 1)
})
