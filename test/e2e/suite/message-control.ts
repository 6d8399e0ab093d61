// Taking messages back and editing them: who is told and when, what nobody is told any more, and what is refused.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import {
  decode,
  encode,
  encodePacket,
  flags,
  type Item,
  memoryStorage,
  openSocket,
  type Packet,
  PacketDecoder,
  textBody,
  wire,
} from '@skein/client'
import { type Installation, strictApp } from '../installation.ts'
import { assertDense, between, type Device, eavesdropping, openWorld, refuses, sees, type World } from '../people.ts'

type ItemOf<Type extends Item['type']> = Extract<Item, { readonly type: Type }>

const itemOf = <Type extends Item['type']>(device: Device, type: Type) =>
  sees(`${device.person.userName} is told of ${type}`, () => device.items.find((item) => item.type === type)) as Promise<ItemOf<Type>>

/** The message as history has it, once the views have come as far as this seq. */
async function historyOf(device: Device, conversationId: string, reached: number) {
  const items = await sees(`history reaches ${reached}`, async () => {
    const page = await device.client.history(conversationId, { limit: 50 })
    return page.items.at(-1)!.seq >= reached ? page.items : null
  })
  return (seq: number) => {
    const item = items.find((one) => one.seq === seq)
    assert.ok(item?.type === 'MessageSent', `seq ${seq} is a message`)
    return item
  }
}

/** Ann owns a group with ben and cem; ann and ben are there with two devices each, all of them on the nodes there are. */
async function openGroup(t: TestContext, open: () => Installation) {
  const world = openWorld(t, open())
  const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
  const annPhone = await world.device(ann, { node: 0, transport: 'ws' })
  const annLaptop = await world.device(ann, { deviceId: 'laptop', node: 1, transport: 'tcp' })
  const benHere = await world.device(ben, { node: 1, transport: 'ws' })
  const { conversationId: group } = await annPhone.client.createGroup({ name: 'team', memberIds: [ben.userId, cem.userId] })
  await itemOf(benHere, 'GroupCreated')
  return { world, ann, ben, cem, annPhone, annLaptop, benHere, group }
}

export function messageControl(open: () => Installation): void {
  test('what is taken back is told to everyone at once, to those away by sync, and its text to nobody any more', async (t) => {
    const { world, ben, cem, annPhone, annLaptop, benHere, group } = await openGroup(t, open)
    const [text, better] = [`never said ${randomUUID()}`, `never said better ${randomUUID()}`]
    const storage = memoryStorage()
    const cemBefore = await world.device(cem, { node: 0, storage })
    const ref = await benHere.client.send(group, text)
    for (const device of [annPhone, annLaptop, cemBefore]) await device.hears(text)
    const edited = await benHere.client.edit(ref, better)
    await itemOf(cemBefore, 'MessageEdited')
    await cemBefore.client.close()
    const ear = eavesdropping()
    const benLaptop = await world.device(ben, { deviceId: 'laptop', node: 0, transport: 'ws', webSocket: ear.webSocket })
    ear.forget()

    const { seq } = await annPhone.client.revoke(ref)
    assert.equal(seq, edited.seq + 1)
    for (const device of [annPhone, annLaptop, benHere, benLaptop]) {
      const { actorId, targetSeq, messageId, uncounts, seq: at } = await itemOf(device, 'MessageRevoked')
      assert.deepEqual([actorId, targetSeq, messageId, uncounts, at], [annPhone.person.userId, ref.seq, ref.messageId, ref.ordinal, seq])
    }
    const message = (await historyOf(benLaptop, group, seq))(ref.seq)
    const { removed, body, attachments, ordinal } = message
    assert.deepEqual([removed?.kind, removed?.actorId, ordinal], ['revoked', annPhone.person.userId, ref.ordinal])
    assert.deepEqual([message.text, body.bytes.length, attachments.length], [null, 0, 0])

    const overheard = [ear]
    const fresh = async (person: typeof cem, options: object) => {
      const newEar = eavesdropping()
      overheard.push(newEar)
      return world.device(person, { transport: 'ws', webSocket: newEar.webSocket, ...options })
    }
    const cemAfter = await fresh(cem, { token: cemBefore.token, node: 1, storage })
    const cemAnew = await fresh(cem, { deviceId: 'tablet', node: 1, fullSyncDepth: Number.POSITIVE_INFINITY })
    await itemOf(cemAfter, 'MessageRevoked')
    assert.equal(assertDense(cemAfter, group, seq), seq)
    await itemOf(cemAnew, 'MessageRevoked')
    assert.equal(assertDense(cemAnew, group), seq)
    assert.deepEqual(cemAnew.texts(group), [null])
    for (const { client } of [cemAfter, cemAnew, benLaptop]) {
      await client.connection!.ask('sync', { cursor: new Uint8Array(0), itemsPerConversation: 50 })
      await client.history(group)
      assert.deepEqual((await client.unread()).entries, [])
    }
    await benHere.client.send(group, 'something else')
    for (const device of [cemAfter, cemAnew, benLaptop]) await device.hears('something else')
    assert.deepEqual(
      overheard.map((one) => [one.holds('never said'), one.holds('something else')]),
      [
        [false, true],
        [false, true],
        [false, true],
      ],
    )
  })

  test('what is edited shows its newest text, that it was edited and when, and the text before to nobody new', async (t) => {
    const { world, cem, annPhone, annLaptop, benHere, group } = await openGroup(t, open)
    const [first, second, third] = ['first', 'second', 'third'].map((word) => `${word} ${randomUUID()}`) as [string, string, string]
    const ref = await benHere.client.send(group, first)
    await benHere.client.edit(ref, second)
    // An edit that another has followed says nothing more to who learns of it late.
    for (const device of [annPhone, annLaptop, benHere]) await itemOf(device, 'MessageEdited')
    const before = Date.now()
    const { seq } = await benHere.client.edit(ref, third)
    for (const device of [annPhone, annLaptop, benHere]) {
      await sees('both edits', () => device.items.filter((item) => item.type === 'MessageEdited').length === 2)
      const edits = device.items.filter((item) => item.type === 'MessageEdited')
      assert.deepEqual(
        edits.map(({ targetSeq, messageId, text, version, uncounts }) => [targetSeq, messageId, text, version, uncounts]),
        [
          [ref.seq, ref.messageId, second, 1, 0],
          [ref.seq, ref.messageId, third, 2, 0],
        ],
      )
      assert.equal(assertDense(device, group), seq)
    }
    const ear = eavesdropping()
    const options = { node: 1, transport: 'ws', webSocket: ear.webSocket, fullSyncDepth: Number.POSITIVE_INFINITY } as const
    const cemHere = await world.device(cem, options)
    const shown = await cemHere.hears(third)
    for (const message of [shown, (await historyOf(cemHere, group, seq))(ref.seq)]) {
      assert.deepEqual([message.seq, message.text, message.edits, message.removed], [ref.seq, third, 2, null])
      assert.ok(Math.abs(message.editedAtMs - before) < 60_000 && message.editedAtMs >= message.occurredAtMs, `${message.editedAtMs}`)
    }
    assert.ok(!ear.holds(first), 'what it said at first is in no answer')
    await sees('it is unread once', async () => (await cemHere.client.unread()).total === 1)
  })

  test('a request sent again under its name is answered as the first, and adds nothing', async (t) => {
    const { annPhone, benHere, group } = await openGroup(t, open)
    const { messageId, seq } = await benHere.client.send(group, 'said')
    const named = () => ({ conversationId: group, seq, messageId, clientRequestId: randomUUID() })
    const editing = { ...named(), body: textBody('said better') }
    const revoking = named()
    const edit = (retry: boolean) => benHere.client.connection!.ask('edit', editing, { retry })
    const revoke = (retry: boolean) => annPhone.client.connection!.ask('revoke', revoking, { retry })
    const answers = [await edit(false), await edit(true), await revoke(false), await revoke(true), await edit(true), await revoke(false)]
    assert.deepEqual(
      answers.map((answer) => answer.seq - seq),
      [1, 1, 2, 2, 1, 2],
    )
    const other = { ...editing, body: textBody('something else') }
    await refuses('ID_REUSED', benHere.client.connection!.ask('edit', other, { retry: true }))
    await refuses('ID_REUSED', annPhone.client.connection!.ask('revoke', { ...revoking, seq: seq + 7 }, { retry: true }))
    // Taken back already, by another request: it is so, and nothing more happens.
    assert.equal((await annPhone.client.revoke({ conversationId: group, seq, messageId })).seq, seq + 2)
    await annPhone.client.send(group, 'the end')
    await benHere.hears('the end')
    assert.equal(assertDense(benHere, group), seq + 3)
  })

  test('three unread and all three taken back leaves nothing to clear, and reading goes on', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann), await world.device(ben, { node: 1 })]
    const conversationId = between(ann, ben)
    const sent = []
    for (const text of ['one', 'two', 'three']) sent.push(await annHere.client.send(conversationId, text))
    const unread = async (device: Device, total: number) => {
      await sees(`${total} unread`, async () => {
        const counted = await device.client.unread()
        return counted.total === total && counted.entries.map((entry) => entry.unread).join() === (total > 0 ? `${total}` : '')
      })
      await sees('on the device too', () => device.client.session(conversationId)?.unread === total)
    }
    await unread(benHere, 3)
    await annHere.client.revoke(sent[1]!)
    await unread(benHere, 2)
    assert.deepEqual(await benHere.client.markRead(conversationId, 1), { ordinal: 1 })
    await unread(benHere, 1)
    for (const message of [sent[0]!, sent[2]!]) await annHere.client.revoke(message)
    await unread(benHere, 0)
    const fresh = await world.device(ben, { deviceId: 'laptop' })
    await unread(fresh, 0)

    await annHere.client.send(conversationId, 'four')
    for (const device of [benHere, fresh]) await unread(device, 1)
    assert.deepEqual(await benHere.client.markRead(conversationId), { ordinal: 4 })
    for (const device of [benHere, fresh]) await unread(device, 0)
    await annHere.client.send(conversationId, 'five')
    for (const device of [benHere, fresh]) await unread(device, 1)
  })

  test('what cannot be is refused, each by its own code, and nothing happens', async (t) => {
    const { world, ann, ben, cem, annPhone, benHere, group } = await openGroup(t, open)
    const { messageId, seq } = await annPhone.client.send(group, 'said')
    const annConnection = annPhone.client.connection!
    // What was refused stays refused under its id.
    const named = () => ({ conversationId: group, seq, messageId, clientRequestId: randomUUID() })
    const body = textBody('better')
    for (const wrong of [{ conversationId: '' }, { seq: 0 }, { messageId: '' }, { messageId: 'x' }, { clientRequestId: '' }]) {
      await refuses('INVALID_ARGUMENT', annConnection.ask('revoke', { ...named(), ...wrong }))
      await refuses('INVALID_ARGUMENT', annConnection.ask('edit', { ...named(), ...wrong, body }))
    }
    await refuses('INVALID_ARGUMENT', annConnection.ask('edit', { ...named(), body: { ...body, contentType: 'text/html' } }))
    for (const wrong of [{ seq: 1 }, { seq: seq + 1 }, { messageId: randomUUID() }]) {
      await refuses('MESSAGE_NOT_FOUND', annConnection.ask('revoke', { ...named(), ...wrong }))
      await refuses('MESSAGE_NOT_FOUND', annConnection.ask('edit', { ...named(), ...wrong, body }))
    }
    const ref = { conversationId: group, seq, messageId }
    await refuses('FORBIDDEN', benHere.client.revoke(ref))
    await refuses('FORBIDDEN', benHere.client.edit(ref, 'mine'))
    const direct = await benHere.client.send(between(ann, ben), 'between us')
    await refuses('FORBIDDEN', annPhone.client.revoke(direct))
    const dan = await world.device(await world.register('dan'))
    await refuses('NOT_A_MEMBER', dan.client.revoke(ref))
    const elsewhere = { ...ref, conversationId: between(ann, cem) }
    await refuses('CONVERSATION_NOT_FOUND', annPhone.client.revoke(elsewhere))
    assert.equal(await unknownPacket(world, await world.login(ann, 'raw')), 'UNKNOWN_COMMAND')

    const ok = await annPhone.client.revoke(ref)
    await refuses('MESSAGE_REMOVED', annPhone.client.edit(ref, 'too late'))
    assert.equal(ok.seq, seq + 1, 'no refusal took a place')
  })

  test('when it is too late depends on the app, for authors alone', async (t) => {
    const installation = open()
    const world = openWorld(t, installation, strictApp)
    // Before anybody there asked for anything: what holds is read once it is, and not some seconds later.
    const limits = { revokeWindowMs: 0, editWindowMs: 0 }
    const { status } = await world.http('PUT', 'policy', { body: { limits }, token: installation.operatorKey })
    assert.equal(status, 200)
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann), await world.device(ben, { node: 1 })]
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [ben.userId] })
    for (const control of ['revoke', 'edit'] as const) {
      const late = async () => {
        const ref = await benHere.client.send(group, `to ${control}`)
        const asked = control === 'revoke' ? benHere.client.revoke(ref) : benHere.client.edit(ref, 'better')
        return asked.then(
          () => null,
          ({ code, detail }) => ({ ref, code, detail }),
        )
      }
      const { ref, code, detail } = await sees('the policy holds', late)
      assert.deepEqual([code, /^(\w+) 0, asked \d+$/.exec(detail)?.[1]], ['TOO_LATE', `${control}WindowMs`])
      await annHere.client.revoke(ref)
    }
  })
}

/** The code with which a packet is refused that no release knows. */
async function unknownPacket(world: World, token: string): Promise<string> {
  const answers: Packet[] = []
  const decoder = new PacketDecoder({ packetBytesMax: 1_000_000 })
  const address = world.installation.gateways()[0]!.tcp
  const socket = await openSocket(
    address,
    { onBytes: (bytes) => void answers.push(...decoder.push(bytes)), onClose: () => {} },
    { connectTimeoutMs: 10_000 },
  )
  const answerTo = (sequence: number) => sees('the answer', () => answers.find((packet) => packet.sequence === sequence))
  try {
    socket.write(encodePacket('login', 1, 0, encode(wire.LoginRequest, { token, appId: world.appId, clientName: 'raw' })))
    await answerTo(1)
    const packet = encodePacket('revoke', 2, 0, new Uint8Array(0))
    new DataView(packet.buffer).setUint16(10, 999)
    socket.write(packet)
    const answer = await answerTo(2)
    assert.ok(answer.flags & flags.error)
    return decode(wire.Error, answer.body).code
  } finally {
    socket.destroy()
  }
}
