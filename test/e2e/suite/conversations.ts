// Messages between two: live on both sides, dense, exactly once, on all devices; and what a message may carry.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Message } from '@skein/client'
import { textBody } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, between, openWorld, refuses, sees } from '../people.ts'

const bodyBytesMax = 65_536

const textTo = (conversationId: string, text: string) => ({
  ...{ conversationId, clientMessageId: randomUUID(), body: textBody(text), replyTo: 0 },
  ...{ attachments: [], mentionAll: false },
})

export function conversations(open: () => Installation): void {
  test('two people on different nodes, one over WebSocket and one over TCP, talk at the same time', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const annHere = await world.device(ann, { node: 0, transport: 'ws' })
    const benHere = await world.device(ben, { node: 1, transport: 'tcp' })
    const conversationId = between(ann, ben)
    const said = [annHere, benHere].map((device) =>
      Promise.all(Array.from({ length: 25 }, (_, i) => device.client.send(conversationId, `${device.person.userName} ${i}`))),
    )
    const sent = (await Promise.all(said)).flat()
    assert.deepEqual(
      sent.map(({ seq }) => seq).sort((a, b) => a - b),
      sent.map((_, i) => i + 1),
    )
    for (const device of [annHere, benHere]) {
      await sees('everything is shown', () => device.texts(conversationId).length === sent.length)
      assert.equal(assertDense(device, conversationId), sent.length)
      for (const name of ['ann', 'ben']) {
        const ofOne = device.texts(conversationId).filter((text) => text?.startsWith(name))
        assert.deepEqual(
          ofOne,
          ofOne.map((_, i) => `${name} ${i}`),
          'in the order of sending',
        )
      }
    }
    assert.deepEqual(annHere.texts(conversationId), benHere.texts(conversationId))
  })

  test('one talks to oneself, from device to device', async (t) => {
    const world = openWorld(t, open())
    const ann = await world.register('ann')
    const [phone, laptop] = [
      await world.device(ann, { node: 0 }),
      await world.device(ann, { deviceId: 'laptop', node: 1, transport: 'tcp' }),
    ]
    const conversationId = between(ann, ann)
    assert.equal(conversationId, `d:${ann.userId}:${ann.userId}`)
    await phone.client.send(conversationId, 'buy milk')
    await laptop.hears('buy milk')
    await laptop.client.send(conversationId, 'bought')
    await phone.hears('bought')
    for (const device of [phone, laptop]) assert.equal(assertDense(device, conversationId), 2)
    assert.equal((await phone.client.unread()).total, 0)
  })

  test('the sending connection gets the answer alone; the other device gets messages and read marks', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const benHere = await world.device(ben)
    const laptop = await world.device(ann, { deviceId: 'laptop', node: 1 })
    const { connection, pushes } = await world.connection(await world.login(ann), { node: 0 })
    const conversationId = between(ann, ben)
    const reply = await connection.ask('send', textTo(conversationId, 'from the phone'))
    assert.deepEqual([reply.seq, reply.ordinal], [1, 1])
    await laptop.hears('from the phone')
    await benHere.client.send(conversationId, 'from ben')
    await sees('the phone gets what others say', () => pushes.some((push) => push.items.some((item) => item.seq === 2)))
    const got = pushes.flatMap((push) => push.items.map((item) => item.seq))
    assert.ok(!got.includes(1), `pushed to the sender: ${got}`)
    await connection.ask('markRead', { conversationId, ordinal: 2 })
    const mark = await sees('the laptop learns of it', () =>
      laptop.readMarks.find((m) => m.conversationId === conversationId && m.ordinal === 2),
    )
    assert.equal(mark.userId, ann.userId)
    await sees('the laptop has nothing unread', () => laptop.client.session(conversationId)?.unread === 0)
  })

  test('the same message sent again is one message; other content under its id is refused', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const benHere = await world.device(ben, { node: 1 })
    const { connection } = await world.connection(await world.login(ann))
    const conversationId = between(ann, ben)
    const message = textTo(conversationId, 'once')
    const first = await connection.ask('send', message)
    for (const retry of [true, false]) {
      const again = await connection.ask('send', message, { retry })
      assert.deepEqual([again.seq, again.ordinal, again.messageId], [first.seq, first.ordinal, first.messageId])
    }
    const elsewhere = await world.connection(await world.login(ann, 'laptop'), { node: 1, transport: 'ws' })
    assert.equal((await elsewhere.connection.ask('send', message, { retry: true })).seq, first.seq, 'through another node as well')
    await refuses('ID_REUSED', connection.ask('send', { ...message, body: textBody('twice') }, { retry: true }))
    await connection.ask('send', textTo(conversationId, 'the end'))
    await benHere.hears('the end')
    assert.deepEqual(benHere.texts(conversationId), ['once', 'the end'])
    assertDense(benHere, conversationId)
  })

  test('a message carries what it was given: an opaque body, a reply, attachments', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann, { node: 0, transport: 'tcp' }), await world.device(ben, { node: 1 })]
    const conversationId = between(ann, ben)
    const sealed = { contentType: 'application/json', encoding: 'aes-256-gcm', keyId: 'key-7', bytes: new Uint8Array(randomBytes(300)) }
    const { seq } = await annHere.client.send(conversationId, sealed)
    const attachments = [
      { url: 'https://files.example.org/1', name: 'Übersicht.pdf', contentType: 'application/pdf', size: 1_234_567 },
      { url: 'https://files.example.org/2', name: '', contentType: 'image/png', size: 0 },
    ]
    await annHere.client.send(conversationId, '漢字 🧶 \u202e', { replyTo: seq, attachments })
    const last = await benHere.hears('漢字 🧶 \u202e')
    const [first] = benHere.items as Message[]
    const items = await sees('the views have both', async () => {
      const page = await benHere.client.history(conversationId)
      return page.items.length === 2 ? page.items : null
    })
    for (const [sealedSeen, textSeen] of [
      [first!, last],
      [items[0] as Message, items[1] as Message],
    ] as const) {
      assert.deepEqual(sealedSeen.body, sealed)
      assert.equal(sealedSeen.text, null)
      assert.deepEqual([textSeen.text, textSeen.replyTo, textSeen.attachments], ['漢字 🧶 \u202e', seq, attachments])
    }
    await refuses('INVALID_ARGUMENT', annHere.client.send(conversationId, 'to what is not there', { replyTo: 99 }))
  })

  test('a body of 64 KiB passes, a longer one is refused, and the connection goes on', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann, { node: 0 }), await world.device(ben, { node: 1, transport: 'tcp' })]
    const conversationId = between(ann, ben)
    const body = (bytes: number) => ({
      contentType: 'application/octet-stream',
      encoding: '',
      keyId: '',
      bytes: new Uint8Array(randomBytes(bytes)),
    })
    const full = body(bodyBytesMax)
    await annHere.client.send(conversationId, full)
    for (const bytes of [bodyBytesMax + 1, 1024 * 1024]) await refuses('TOO_LARGE', annHere.client.send(conversationId, body(bytes)))
    await annHere.client.send(conversationId, 'after it')
    await benHere.hears('after it')
    assert.deepEqual((benHere.items[0] as Message).body.bytes, full.bytes)
    assert.equal(assertDense(benHere, conversationId), 2)
    assert.deepEqual(annHere.ends, [])
  })

  test('nobody writes into a conversation of others, or to somebody who does not exist', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, eve] = [await world.register('ann'), await world.register('ben'), await world.register('eve')]
    const [annHere, eveHere] = [await world.device(ann), await world.device(eve, { node: 1 })]
    const conversationId = between(ann, ben)
    await annHere.client.send(conversationId, 'between us')
    await refuses('NOT_A_MEMBER', eveHere.client.send(conversationId, 'me too'))
    await refuses('NOT_A_MEMBER', eveHere.client.history(conversationId))
    await refuses('NOT_A_MEMBER', eveHere.client.markRead(conversationId, 1))
    await refuses('USER_NOT_FOUND', eveHere.client.send(between(eve, { ...eve, userId: 'no-such-user' }), 'hello?'))
    await refuses('NOT_A_MEMBER', eveHere.client.send('g:no-such-group', 'hello?'))
    await refuses('INVALID_ARGUMENT', eveHere.client.send('nonsense', 'hello?'))
    assert.deepEqual(eveHere.items, [])
    assert.equal(eveHere.client.state, 'online')
  })
}
