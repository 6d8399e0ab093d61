// Messages that were edited or taken away, by views that do not know it yet.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Client, type Item, memoryStorage } from '../src/index.ts'
import { deploymentOf, textsOf, until } from './fake-deployment.ts'

const place = 'd:alice:bob'

const says = (item: Item) => item.type === 'MessageSent' && [item.text, item.edits, item.removed?.kind ?? '', item.attachments.length]
/** A page that is not short of anything: it does not hold the newest. */
const oldPage = async (client: Client) => (await client.history(place, { beforeSeq: 5 })).items.map(says)
const lastSeqIs = (client: Client, seq: number) => until(() => client.lastSeq(place) === seq, `seq ${seq} is shown`)

test('history that is behind what was shown says it all the same', async (t) => {
  // Such a page was handed out as it was, and what tells of the change does not come again: the old text stayed for good.
  const d = await deploymentOf(t)
  const [alice, phone, tablet] = [d.client('alice'), d.client('bob'), d.client('bob', { deviceId: 'tablet' })]
  for (const client of [alice, phone, tablet]) await client.connect()
  let isTold = false
  tablet.on('hidden', () => {
    isTold = true
  })
  const attachments = [{ url: 'http://files/1', name: 'one', contentType: 'text/plain', size: 1 }]
  const say = (text: string) => alice.send(place, text, { attachments })
  const [one, two, three, four] = await Promise.all([say('one'), say('two'), say('three'), say('four')])
  await alice.edit(two, 'zwei')
  await lastSeqIs(phone, 5)
  await alice.edit(one, 'eins')
  await alice.revoke(two)
  await alice.deleteForAll(three)
  await phone.deleteForMe(four)
  for (const client of [alice, phone, tablet]) await lastSeqIs(client, 8)
  await until(() => isTold, 'the tablet is told')

  d.store.viewLag = 4
  const all = [
    ['eins', 1, '', 1],
    [null, 1, 'revoked', 0],
    [null, 0, 'deleted', 0],
  ]
  for (const client of [phone, tablet]) assert.deepEqual(await oldPage(client), [...all, [null, 0, 'hidden', 0]])
  assert.deepEqual(await oldPage(alice), [...all, ['four', 0, '', 1]])
  assert.deepEqual(await phone.edits(two), [])
  const others = d.client('bob', { deviceId: 'laptop' })
  await others.connect()
  assert.deepEqual((await oldPage(others))[0], ['one', 0, '', 1], 'the views are behind')
  d.store.viewLag = 0
  assert.deepEqual(await oldPage(phone), [...all, [null, 0, 'hidden', 0]])
})

test('what was deleted for oneself stays silent when it is edited', async (t) => {
  const d = await deploymentOf(t)
  const [alice, phone, tablet] = [d.client('alice'), d.client('bob'), d.client('bob', { deviceId: 'tablet' })]
  for (const client of [alice, phone, tablet]) await client.connect()
  const edits: string[] = []
  for (const client of [alice, phone, tablet])
    client.on('item', (item) => {
      if (item.type === 'MessageEdited') edits.push(`${client.userId} ${item.text} ${item.body.bytes.length}`)
    })
  const sent = await alice.send(place, 'one')
  const told = new Set<Client>()
  for (const client of [phone, tablet]) {
    await lastSeqIs(client, 1)
    client.on('hidden', () => told.add(client))
  }
  await phone.deleteForMe(sent)
  await until(() => told.size === 2, 'both are told')
  await alice.edit(sent, 'eins')
  for (const client of [alice, phone, tablet]) await lastSeqIs(client, 2)
  assert.deepEqual(edits.sort(), ['alice eins 4', 'bob null 0', 'bob null 0'])
})

test('a hole is filled as its messages are by now, though its views are behind what sync told', async (t) => {
  const values = new Map<string, string>()
  let holding = false
  const d = await deploymentOf(t, { faults: { onRequest: (name) => (holding && name === 'history' ? 'refuse' : 'serve') } })
  d.store.itemsInline = 1
  const [alice, laptop, phone] = [
    d.client('alice'),
    d.client('bob', { deviceId: 'laptop' }),
    d.client('bob', { storage: memoryStorage(values) }),
  ]
  for (const client of [alice, laptop, phone]) await client.connect()
  const seen = textsOf(phone)
  await alice.send(place, 'one')
  await until(() => seen.length === 1, 'the first is shown')
  await phone.close()
  const sent = []
  for (const text of ['two', 'three', 'four']) sent.push(await alice.send(place, text))
  await laptop.deleteForMe(sent[0]!)
  holding = true
  const again = d.client('bob', { storage: memoryStorage(values) })
  const later = textsOf(again)
  await again.connect()
  d.store.viewLag = 1
  holding = false
  await until(() => later.length === 3, 'the hole is filled')
  assert.deepEqual(later, ['', 'three', 'four'])
})
