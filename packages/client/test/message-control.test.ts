// Messages that are edited, taken back, and deleted for oneself, as the devices of their readers are told of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Client, memoryStorage } from '../src/index.ts'
import { deploymentOf, until } from './fake-deployment.ts'

const place = 'd:alice:bob'
const messageAt = async (client: Client, seq: number) => {
  const item = (await client.history(place)).items.find((one) => one.seq === seq)
  assert.ok(item?.type === 'MessageSent')
  return item
}

test('what is deleted for oneself is not unread on any device, and stays as it is for others', async (t) => {
  // The device that deleted it went on counting it until its next sync.
  const d = await deploymentOf(t)
  const [alice, phone] = [d.client('alice'), d.client('bob')]
  const storage = memoryStorage()
  const tablet = d.client('bob', { deviceId: 'tablet', storage })
  const laptop = d.client('bob', { deviceId: 'laptop' })
  for (const client of [alice, phone, tablet, laptop]) await client.connect()
  const sent = []
  for (const text of ['one', 'two', 'three']) sent.push(await alice.send(place, text))
  for (const client of [phone, tablet, laptop]) await until(() => client.session(place)?.unread === 3, 'three unread')
  await tablet.close()
  const told: string[] = []
  for (const client of [phone, laptop, alice]) client.on('hidden', ({ seq }) => told.push(`${client.userId} ${seq}`))
  await phone.deleteForMe(sent[1]!)
  for (const client of [phone, laptop]) await until(() => client.session(place)?.unread === 2, 'two unread')
  assert.deepEqual(told, ['bob 2', 'bob 2'])

  const tabletBack = d.client('bob', { deviceId: 'tablet', storage })
  const missed: number[] = []
  tabletBack.on('hidden', ({ seq }) => missed.push(seq))
  await tabletBack.connect()
  await until(() => tabletBack.session(place)?.unread === 2, 'two unread')
  assert.deepEqual(missed, [2])
  const mine = await messageAt(phone, 2)
  assert.deepEqual([mine.text, mine.removed?.kind, mine.removed?.actorId], [null, 'hidden', 'bob'])
  const theirs = await messageAt(alice, 2)
  assert.deepEqual([theirs.text, theirs.removed], ['two', null])
  await assert.rejects(phone.deleteForMe({ ...sent[1]!, seq: 9 }), { code: 'MESSAGE_NOT_FOUND' })
})

test('who edits or takes back is shown it at its place, like everybody else', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  const shown = [alice, bob].map((client) => {
    const types: string[] = []
    client.on('item', ({ seq, type }) => types.push(`${seq} ${type}`))
    return types
  })
  for (const client of [alice, bob]) await client.connect()
  const sent = await alice.send(place, 'one')
  assert.equal((await alice.edit(sent, 'eins')).seq, 2)
  assert.deepEqual([(await messageAt(bob, 1)).text, (await messageAt(bob, 1)).edits], ['eins', 1])
  assert.equal((await alice.revoke(sent)).seq, 3)
  const wanted = ['1 MessageSent', '2 MessageEdited', '3 MessageRevoked']
  for (const types of shown) await until(() => types.length === 3, 'all three')
  assert.deepEqual(shown, [wanted, wanted])
  assert.deepEqual([(await messageAt(bob, 1)).text, bob.session(place)?.unread], [null, 0])
  await assert.rejects(alice.edit(sent, 'zwei'), { code: 'MESSAGE_REMOVED' })
})
