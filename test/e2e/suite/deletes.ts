// Deleting messages: for oneself, which nobody else learns of, and for everyone, which leaves a tombstone.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { memoryStorage } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, between, type Device, eavesdropping, openWorld, refuses, sees } from '../people.ts'

const messageAt = async ({ client }: Device, conversationId: string, seq: number) => {
  const item = (await client.history(conversationId)).items.find((one) => one.seq === seq)
  return item?.type === 'MessageSent' ? item : undefined
}

/** Seqs of the messages that a device is told its user has deleted. */
function hiddenOn({ client }: Pick<Device, 'client'>): number[] {
  const seqs: number[] = []
  client.on('hidden', ({ seq }) => seqs.push(seq))
  return seqs
}

export function deletes(open: () => Installation): void {
  test('what one deletes for oneself goes from all of their devices, those away and new ones too, and nobody else is told', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const storage = memoryStorage()
    const phone = await world.device(ann, { node: 0, transport: 'ws' })
    const laptop = await world.device(ann, { deviceId: 'laptop', node: 1, transport: 'tcp' })
    const tablet = await world.device(ann, { deviceId: 'tablet', node: 1, storage })
    const benHere = await world.device(ben, { node: 1 })
    const conversationId = between(ann, ben)
    const text = `for your eyes ${randomUUID()}`
    const sent = await benHere.client.send(conversationId, text)
    const kept = await benHere.client.send(conversationId, 'kept')
    for (const device of [phone, laptop, tablet]) await device.hears('kept')
    await tablet.client.close()
    const told = [hiddenOn(phone), hiddenOn(laptop)]
    const toBen = hiddenOn(benHere)

    await phone.client.deleteForMe(sent)
    await phone.client.deleteForMe(sent)
    for (const device of [phone, laptop]) {
      await sees('it is not unread', () => device.client.session(conversationId)?.unread === 1)
      const message = await sees('it is emptied', async () => {
        const found = await messageAt(device, conversationId, sent.seq)
        return found?.removed ? found : null
      })
      assert.deepEqual([message.text, message.removed?.kind, message.removed?.actorId], [null, 'hidden', ann.userId])
      await sees('as the server counts', async () => (await device.client.unread()).total === 1)
    }
    assert.deepEqual(new Set(told[1]), new Set([sent.seq]))

    const tabletEar = eavesdropping()
    const asBefore = { token: tablet.token, deviceId: 'tablet', node: 0, storage, transport: 'ws', webSocket: tabletEar.webSocket } as const
    const tabletBack = await world.device(ann, asBefore)
    await sees('it is not unread', () => tabletBack.client.session(conversationId)?.unread === 1)
    const newEar = eavesdropping()
    const anew = {
      deviceId: 'new',
      node: 1,
      transport: 'ws',
      webSocket: newEar.webSocket,
      fullSyncDepth: Number.POSITIVE_INFINITY,
    } as const
    const newHere = await world.device(ann, anew)
    await newHere.hears('kept')
    assert.equal(assertDense(newHere, conversationId), kept.seq)
    assert.deepEqual(newHere.texts(conversationId), [null, 'kept'])
    for (const { client } of [tabletBack, newHere]) {
      await client.connection!.ask('sync', { cursor: new Uint8Array(0), itemsPerConversation: 50 })
      await client.history(conversationId)
    }
    assert.deepEqual(
      [tabletEar, newEar].flatMap((ear) => [ear.holds(text), ear.holds('kept')]),
      [false, true, false, true],
    )

    const { seq } = await benHere.client.send(conversationId, 'and on')
    assert.equal(seq, kept.seq + 1, 'it took no place')
    const theirs = await messageAt(benHere, conversationId, sent.seq)
    assert.deepEqual([theirs?.text, theirs?.removed, toBen], [text, null, []])
    await phone.hears('and on')
    await phone.client.markRead(conversationId)
    await sees('nothing is unread', async () => (await phone.client.unread()).total === 0)
    for (const wrong of [{ seq: kept.seq + 9 }, { messageId: randomUUID() }])
      await refuses('MESSAGE_NOT_FOUND', phone.client.deleteForMe({ ...sent, ...wrong }))
    for (const wrong of [{ seq: 0 }, { messageId: '' }, { conversationId: '' }])
      await refuses('INVALID_ARGUMENT', phone.client.deleteForMe({ ...sent, ...wrong }))
  })

  test('what is deleted for everyone leaves a tombstone in its place, and its text is told to nobody any more', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const annHere = await world.device(ann, { node: 0 })
    const benHere = await world.device(ben, { node: 1, transport: 'tcp' })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [ben.userId, cem.userId] })
    await sees('ben is in', () => benHere.items.length === 1)
    const texts = [`first ${randomUUID()}`, `second ${randomUUID()}`]
    const [own, others] = [await benHere.client.send(group, texts[0]!), await annHere.client.send(group, texts[1]!)]
    await benHere.client.edit(own, `${texts[0]} edited`)
    await refuses('FORBIDDEN', benHere.client.deleteForAll(others))
    await benHere.client.deleteForAll(own)
    await annHere.client.revoke(others)
    await annHere.client.deleteForAll(others)
    const last = (await annHere.client.deleteForAll(others)).seq
    await refuses('MESSAGE_REMOVED', benHere.client.edit(own, 'once more'))
    for (const device of [annHere, benHere]) {
      await sees('all of it', () => device.items.at(-1)?.seq === last)
      assert.equal(assertDense(device, group), last)
      const told = device.items.flatMap((item) => ('targetSeq' in item ? [`${item.type} ${item.targetSeq}`] : []))
      const order = [
        `MessageEdited ${own.seq}`,
        `MessageDeleted ${own.seq}`,
        `MessageRevoked ${others.seq}`,
        `MessageDeleted ${others.seq}`,
      ]
      assert.deepEqual(told, order)
    }
    const ear = eavesdropping()
    const options = { node: 1, transport: 'ws', webSocket: ear.webSocket, fullSyncDepth: Number.POSITIVE_INFINITY } as const
    const cemHere = await world.device(cem, options)
    await sees('all of it', () => cemHere.items.at(-1)?.seq === last)
    assert.equal(assertDense(cemHere, group), last)
    const removals = cemHere.items.flatMap((item) => (item.type === 'MessageSent' ? [[item.text, item.removed?.kind]] : []))
    assert.deepEqual(removals, [
      [null, 'deleted'],
      [null, 'deleted'],
    ])
    await sees('nothing is unread', async () => (await cemHere.client.unread()).total === 0)
    assert.deepEqual(await cemHere.client.unread(), { entries: [], total: 0 })
    assert.deepEqual(texts.map(ear.holds), [false, false])
    for (const { seq } of [own, others]) assert.deepEqual(await cemHere.client.edits({ conversationId: group, seq }), [])
  })
}
