// What is told to everybody, as applications are told it: items of a conversation in which they are without having joined, and notices.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { requestCodecs } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import type { Item, OnlineNotice } from '../src/index.ts'
import { deploymentOf, type FakeDeployment, until } from './fake-deployment.ts'
import { fakeAppId } from './fake-store.ts'

const conversationId = `b:${fakeAppId}`

function letBroadcast({ store }: FakeDeployment, userId: string): void {
  const meta = sampleCommandMeta({ appId: fakeAppId, actorId: '', intent: { id: randomUUID(), contentHash: new Uint8Array(32) } })
  store.run({ type: 'ChangeBroadcastRight', meta, conversationId, userId, allowed: true })
}

test('a broadcast is unread until it is read, and told once however often it comes, as is what is for those online', async (t) => {
  const d = await deploymentOf(t, { faults: { onPush: () => 'twice' } })
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  letBroadcast(d, 'alice')
  const [items, notices]: [Item[], OnlineNotice[]] = [[], []]
  bob.on('item', (item) => items.push(item))
  bob.on('onlineNotice', (notice) => notices.push(notice))
  const own: (string | null)[] = []
  alice.on('message', ({ text }) => own.push(text))
  await Promise.all([alice.connect(), bob.connect()])
  const told = [await alice.broadcastOnline('one'), await alice.broadcastOnline('two')]
  const sent = await alice.broadcast('to all', { perSecond: 5 })
  assert.deepEqual([sent.conversationId, sent.seq], [conversationId, 1])
  await until(() => bob.session(conversationId)?.unread === 1, 'it is unread')
  const { kind, fromSeq, toSeq, role } = bob.session(conversationId)!
  assert.deepEqual({ kind, fromSeq, toSeq, role }, { kind: 'broadcasts', fromSeq: 1, toSeq: 0, role: '' })
  await until(() => own.length === 1, 'whoever told it is shown it as well')
  assert.deepEqual([own, alice.session(conversationId)?.unread], [['to all'], 0])
  await alice.edit(sent, 'to all of you')
  await until(() => items.length === 2, 'the edit')
  assert.deepEqual(
    items.map(({ type, seq }) => [type, seq]),
    [
      ['MessageSent', 1],
      ['MessageEdited', 2],
    ],
  )
  assert.deepEqual(
    notices.map(({ noticeId, senderId, text }) => [noticeId, senderId, text]),
    [
      [told[0]!.noticeId, 'alice', 'one'],
      [told[1]!.noticeId, 'alice', 'two'],
    ],
  )
  await bob.markRead(conversationId)
  assert.equal(bob.session(conversationId)!.unread, 0)
})

test('who was away, or comes for the first time, finds it by sync', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  letBroadcast(d, 'alice')
  await alice.connect()
  await alice.broadcast('to all')
  const bob = d.client('bob')
  const texts: (string | null)[] = []
  bob.on('message', ({ text }) => texts.push(text))
  await bob.connect()
  await until(() => texts.length === 1, 'it is shown')
  assert.deepEqual([texts, bob.session(conversationId)!.kind], [['to all'], 'broadcasts'])
})

test('it is asked for as it is said: how fast, with which files, and what it consists of', async (t) => {
  const asked: object[] = []
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name, _connection, { body }) {
        if (name === 'broadcast' || name === 'broadcastOnline') asked.push({ attachments: [], ...requestCodecs[name].decode(body) })
        return 'serve'
      },
    },
  })
  const alice = d.client('alice')
  letBroadcast(d, 'alice')
  await alice.connect()
  const attachments = [{ url: 'https://example.com/plan.pdf', name: 'plan.pdf', contentType: 'application/pdf', size: 5 }]
  const sent = await alice.broadcast('to all', { perSecond: 5, attachments })
  await alice.broadcastOnline('to those here', { perSecond: 7 })
  assert.partialDeepStrictEqual(asked, [
    { conversationId, clientMessageId: sent.clientMessageId, perSecond: 5, attachments },
    { conversationId, perSecond: 7, attachments: [] },
  ])
})

test('an application that asks again under its own id, as after a restart, has everybody told once', async (t) => {
  const d = await deploymentOf(t)
  const bob = d.client('bob')
  d.store.register('alice', 'secret')
  letBroadcast(d, 'alice')
  const told: string[] = []
  bob.on('message', ({ text, clientMessageId }) => told.push(`${text} ${clientMessageId}`))
  bob.on('onlineNotice', ({ text }) => told.push(`${text}`))
  await bob.connect()
  const [stored, passing] = [randomUUID(), randomUUID()]
  const answers = []
  for (const deviceId of ['before', 'after']) {
    const alice = d.client('alice', { deviceId })
    await alice.connect()
    answers.push([
      await alice.broadcast('to all', { requestId: stored }),
      await alice.broadcastOnline('to those here', { requestId: passing }),
    ])
    await alice.close()
  }
  assert.deepEqual(answers[1], answers[0])
  const alice = d.client('alice')
  await alice.connect()
  await assert.rejects(alice.broadcast('other words', { requestId: stored }), { code: 'ID_REUSED' })
  await alice.broadcastOnline('at last')
  await until(() => told.at(-1) === 'at last', 'the last of all')
  assert.deepEqual(told, [`to all ${stored}`, 'to those here', 'at last'])
})

test('without the right it is refused, and nobody is told', async (t) => {
  const d = await deploymentOf(t)
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  let heard = 0
  bob.on('item', () => heard++)
  bob.on('onlineNotice', () => heard++)
  await Promise.all([alice.connect(), bob.connect()])
  for (const asked of [alice.broadcast('x'), alice.broadcastOnline('x'), alice.send(conversationId, 'x')])
    await assert.rejects(asked, { code: 'FORBIDDEN' })
  assert.equal(heard, 0)
})
