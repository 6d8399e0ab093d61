// What was done to messages that a device has shown, while it was away: told as soon as it is back, ahead of what it has yet to fetch.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Client, type Item, memoryStorage } from '../src/index.ts'
import { deploymentOf, type FakeDeployment, textsOf, until } from './fake-deployment.ts'

const direct = 'd:alice:bob'

const about = (item: Item) => `${item.type} ${'targetSeq' in item ? item.targetSeq : 0}`

function aheadOf(client: Client): string[] {
  const told: string[] = []
  client.on('ahead', (item) => told.push(about(item)))
  return told
}

/** Bob was shown `count` messages and is gone; alice goes on. */
async function bobIsAway(d: FakeDeployment, count: number) {
  const values = new Map<string, string>()
  const alice = d.client('alice')
  const bob = d.client('bob', { storage: memoryStorage(values) })
  await Promise.all([alice.connect(), bob.connect()])
  const seen = textsOf(bob)
  const sent = []
  for (let i = 0; i < count; i += 1) sent.push(await alice.send(direct, `old ${i + 1}`))
  await until(() => seen.length === count, 'what was sent before')
  await bob.close()
  d.store.missedAsked = []
  return { alice, sent, again: () => d.client('bob', { storage: memoryStorage(values) }) }
}

test('edits and revocations of what was shown are told before the holes are filled, and come in their turn as well', async (t) => {
  let holding = false
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (holding && name === 'history' ? 'refuse' : 'serve') } })
  d.store.pageItemsMax = 5
  d.store.itemsInline = 2
  const { alice, sent, again } = await bobIsAway(d, 4)
  for (let i = 0; i < 10; i += 1) await alice.send(direct, `new ${i}`)
  const late = await alice.send(direct, 'late')
  await alice.edit(late, 'about what was not shown yet')
  await alice.revoke(sent[0]!)
  await alice.edit(sent[1]!, 'changed')
  for (let i = 0; i < 10; i += 1) await alice.edit(sent[2]!, `changed ${i}`)
  await alice.createGroup({ name: 'Friends', memberIds: ['bob'] })
  for (let i = 0; i < 10; i += 1) await alice.send(direct, `newest ${i}`)
  holding = true
  const bob = again()
  const [ahead, shown] = [aheadOf(bob), [] as string[]]
  bob.on('item', (item) => item.conversationId === direct && shown.push(about(item)))
  await bob.connect()
  const expected = ['MessageRevoked 1', 'MessageEdited 2', ...Array<string>(10).fill('MessageEdited 3')]
  assert.deepEqual([ahead, shown, bob.lastSeq(direct)], [expected, [], 4])
  // 14 control items in pages of 5.
  assert.equal(d.store.missedAsked.length, 3)
  holding = false
  await until(() => bob.lastSeq(direct) === 38, 'all of it')
  assert.deepEqual(
    shown.filter((item) => !item.startsWith('MessageSent')),
    ['MessageEdited 15', ...expected],
  )
  assert.deepEqual(ahead, expected)
})

test('nobody asks who has missed nothing, or got it all with the sync', async (t) => {
  const d = await deploymentOf(t)
  const { alice, sent, again } = await bobIsAway(d, 2)
  await alice.revoke(sent[0]!)
  const bob = again()
  const ahead = aheadOf(bob)
  await bob.connect()
  assert.equal(bob.lastSeq(direct), 3)
  d.gateways.map((gateway) => gateway.cutAll())
  await until(() => bob.state === 'online', 'back')
  assert.deepEqual([ahead, d.store.missedAsked], [[], []])
})

test('what is missed is asked again when the connection is lost before it is told', async (t) => {
  let asked = 0
  let holding = false
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        if (name === 'missed') return ++asked <= 2 ? 'cutAfter' : 'serve'
        return holding && name === 'history' ? 'refuse' : 'serve'
      },
    },
  })
  d.store.itemsInline = 1
  const { alice, sent, again } = await bobIsAway(d, 2)
  await alice.revoke(sent[0]!)
  for (let i = 0; i < 40; i += 1) await alice.send(direct, `new ${i}`)
  holding = true
  const bob = again()
  const ahead = aheadOf(bob)
  await bob.connect()
  assert.deepEqual([ahead, asked], [['MessageRevoked 1'], 3])
  holding = false
  await until(() => bob.lastSeq(direct) === 43, 'all of it')
})

test('a push about what was shown is told ahead of a hole, once', async (t) => {
  let losing = false
  const d = await deploymentOf(t, {
    faults: {
      onRequest: (name) => (losing && (name === 'history' || name === 'sync') ? 'refuse' : 'serve'),
      onPush: (connection) => (losing && connection.userId === 'bob' ? 'twice' : 'send'),
    },
  })
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const [ahead, seen] = [aheadOf(bob), textsOf(bob)]
  const first = await alice.send(direct, 'first')
  await until(() => seen.length === 1, 'the first')
  for (const gateway of d.gateways) gateway.faults = { ...gateway.faults, onPush: () => 'lose' }
  losing = true
  await alice.send(direct, 'lost')
  for (const gateway of d.gateways) gateway.faults = { ...gateway.faults, onPush: () => 'twice' }
  await alice.revoke(first)
  await until(() => ahead.length > 0, 'told ahead')
  losing = false
  await until(() => bob.lastSeq(direct) === 3, 'the hole is filled')
  assert.deepEqual(ahead, ['MessageRevoked 1'])
})
