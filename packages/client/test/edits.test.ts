// What a message said before it was edited, as an application asks for it.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Message } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

const saying = (versions: readonly Message[]) => versions.map(({ seq, edits, text }) => `${seq}: ${edits} ${text}`)

test('all earlier versions come, in as many pages as it takes; none of a message that was taken back', async (t) => {
  const d = await deploymentOf(t)
  d.store.pageItemsMax = 2
  const [alice, bob, carol] = [d.client('alice'), d.client('bob'), d.client('carol')]
  await Promise.all([alice.connect(), bob.connect(), carol.connect()])
  const message = await alice.send('d:alice:bob', 'one')
  for (const text of ['two', 'three', 'four', 'five']) await alice.edit(message, text)
  assert.deepEqual(saying(await bob.edits(message)), ['1: 0 one', '1: 1 two', '1: 2 three', '1: 3 four'])
  await alice.revoke(message)
  assert.deepEqual(await bob.edits(message), [])
  await assert.rejects(carol.edits(message), { code: 'NOT_A_MEMBER' })
})

test('a message that was shown is found, though the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob', { viewPatienceMs: 1_500 })]
  await Promise.all([alice.connect(), bob.connect()])
  const seen = textsOf(bob)
  await alice.send('d:alice:bob', 'known')
  d.store.viewLag = 1
  const message = await alice.send('d:alice:bob', 'new')
  await until(() => seen.length === 2, 'both are shown')
  setTimeout(() => {
    d.store.viewLag = 0
  }, 150)
  assert.deepEqual(await bob.edits(message), [])
  await assert.rejects(bob.edits({ ...message, seq: 9 }), { code: 'MESSAGE_NOT_FOUND' })
})

// Whoever looked at what a message had said before their own edit was shown nothing, or what there was before the last one.
test('an edit that was answered, or shown, is among the earlier versions, though the views do not know it yet', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const message = await alice.send('d:alice:bob', 'one')
  const known: string[] = []
  for (const text of ['two', 'three']) {
    known.push(`1: ${known.length} ${known.length === 0 ? 'one' : 'two'}`)
    const edited = await alice.edit(message, text)
    await until(() => bob.lastSeq('d:alice:bob') === edited.seq, 'it is shown')
    for (const client of [alice, bob]) {
      d.store.viewLag = 1
      setTimeout(() => Object.assign(d.store, { viewLag: 0 }), 150)
      assert.deepEqual(saying(await client.edits(message)), known)
    }
  }
})
