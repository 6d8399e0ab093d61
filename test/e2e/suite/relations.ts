// Relations between people: both are told, on all devices, those away by sync; and nobody else is.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage, type RelationChange, textBody } from '@skein/client'
import type { Installation } from '../installation.ts'
import { between, type Device, openWorld, refuses, sees } from '../people.ts'

interface Told {
  readonly userId: string
  readonly change: RelationChange
}

/** What a device is told of relations. */
function toldOf({ client }: Pick<Device, 'client'>): Told[] {
  const told: Told[] = []
  client.on('relation', (change) => told.push(change))
  return told
}

export function relations(open: () => Installation): void {
  test('two ask each other, are friends on all their devices, and are no more, also for devices that were away', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const phone = await world.device(ann, { node: 0, transport: 'ws' })
    const storage = memoryStorage()
    const tablet = await world.device(ben, { deviceId: 'tablet', node: 1, storage })
    const benHere = await world.device(ben, { node: 1, transport: 'tcp' })
    const [annTold, benTold] = [toldOf(phone), toldOf(benHere)]
    await tablet.client.close()

    await phone.client.requestFriend(ben.userId, { text: 'from work' })
    await sees('ben is told', () => benTold.some(({ userId, change }) => userId === ann.userId && change.received?.text === 'from work'))
    await sees('it is listed', async () => (await benHere.client.friendRequests()).relations[0]?.received?.text === 'from work')
    await benHere.client.requestFriend(ann.userId)
    await benHere.client.acceptFriend(ann.userId)
    await sees('ann is told', () => annTold.some(({ change }) => (change.friendsSinceMs ?? 0) > 0))
    for (const [device, other] of [
      [phone, ben],
      [benHere, ann],
    ] as const)
      await sees('both are listed', async () => (await device.client.friends()).relations[0]?.userId === other.userId)

    const back = await world.device(ben, { token: tablet.token, deviceId: 'tablet', node: 0, storage })
    await sees('a device that was away knows', async () => ((await back.client.relationTo(ann.userId)).friendsSinceMs ?? 0) > 0)
    await back.client.close()
    await phone.client.deleteFriend(ben.userId)
    await sees('ben is told', () => benTold.some(({ change }) => change.friendsSinceMs === 0))
    await sees('none is listed', async () => (await benHere.client.friends()).relations.length === 0)
    const { connection } = await world.connection(await world.login(ben, 'raw'))
    const { relations, full } = await connection.ask('sync', { cursor: new Uint8Array(0), itemsPerConversation: 0 })
    assert.deepEqual(
      [full, relations.map(({ userId, friendsSinceMs, sent, received }) => [userId, friendsSinceMs, sent ?? null, received ?? null])],
      [true, [[ann.userId, 0, null, null]]],
      'what is no more is told too',
    )
    await refuses('REQUEST_NOT_FOUND', benHere.client.acceptFriend(ann.userId))
    await refuses('USER_NOT_FOUND', benHere.client.requestFriend('nobody-there'))
  })

  test("what one calls another, and whom one blocks, is told to one's own devices alone", async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cid] = [await world.register('ann'), await world.register('ben'), await world.register('cid')]
    const phone = await world.device(ann, { node: 0 })
    const laptop = await world.device(ann, { deviceId: 'laptop', node: 1 })
    const benHere = await world.device(ben, { node: 1 })
    const cidHere = await world.device(cid, { node: 0 })
    const [onLaptop, toBen] = [toldOf(laptop), toldOf(benHere)]
    const conversationId = between(ann, ben)
    const said = await benHere.client.send(conversationId, 'before')
    await phone.hears('before')
    await phone.client.markRead(conversationId)
    const hereFor = async () => (await world.http('GET', 'users/online', { token: benHere.token })).body.users as unknown[]
    await sees('ben is shown that ann is here', async () => (await hereFor()).length === 1)

    await phone.client.setRemark(ben.userId, { remark: 'Benny', tags: ['work'] })
    await phone.client.blockUser(ben.userId)
    await phone.client.blockUser(ben.userId)
    await sees('the laptop is told of both', () =>
      ['Benny', true].every((told) => onLaptop.some(({ change }) => change.remark === told || (change.blockedSinceMs ?? 0) > 0 === told)),
    )
    await refuses('NOT_REACHABLE', benHere.client.send(conversationId, 'after'))
    await refuses('NOT_REACHABLE', benHere.client.edit(said, textBody('after')))
    await phone.client.changePrivacy({ write: 'nobody', add: 'nobody' })
    await sees('others are refused alike', async () => {
      const refusal = await cidHere.client.send(between(ann, cid), 'now').then(
        () => null,
        (error) => error,
      )
      return refusal?.code === 'NOT_REACHABLE' && refusal.detail === `user ${ann.userId}`
    })
    await sees('nobody makes a group with ann', async () => {
      const { refused } = await benHere.client.createGroup({ name: 'Trap', memberIds: [ann.userId] })
      return refused[0]?.code === 'NOT_REACHABLE'
    })
    await phone.client.changePrivacy({ write: 'everybody', add: 'everybody' })
    await sees('ben is not shown that ann is here', async () => (await hereFor()).length === 0)
    await benHere.client.requestFriend(ann.userId, { text: 'let me in' })
    const relation = await sees('ann is shown the block', async () => {
      const found = await laptop.client.relationTo(ben.userId)
      return found.blockedSinceMs > 0 ? found : null
    })
    assert.deepEqual([relation.remark, relation.tags, relation.received ?? null], ['Benny', ['work'], null])
    assert.deepEqual(
      (await laptop.client.blocked()).relations.map(({ userId }) => userId),
      [ben.userId],
    )
    assert.deepEqual((await benHere.client.relationTo(ann.userId)).remark, '')

    await phone.client.unblockUser(ben.userId)
    // That everybody may write to ann again, the conversation of the two may know some seconds later.
    const sent = await sees('ben reaches ann again', () =>
      benHere.client.send(conversationId, 'again').catch((error) => {
        assert.equal(error.code, 'NOT_REACHABLE')
        return null
      }),
    )
    assert.equal(sent.seq, said.seq + 1, 'no hole')
    for (const device of [phone, laptop]) await device.hears('again')
    assert.deepEqual(phone.texts(conversationId), ['before', 'again'], 'nothing comes back')
    assert.deepEqual((await phone.client.friendRequests()).relations, [])
    assert.deepEqual(
      toBen.filter(({ change }) => change.sent === undefined),
      [],
      'ben is told of their own request alone',
    )
  })

  test('of messages that meet a block those before it stand and those behind it are refused, wherever each was asked', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const phone = await world.device(ann, { node: 0 })
    const benHere = await world.device(ben, { node: 1 })
    const conversationId = between(ann, ben)
    const heard: string[] = []
    for (const round of [1, 2, 3]) {
      const sends = Array.from({ length: 12 }, async (_, i) => {
        const text = `${round}.${i}`
        return benHere.client.send(conversationId, text).then(
          ({ seq }) => ({ text, came: seq }),
          ({ code }) => ({ text, came: code as string }),
        )
      })
      await Promise.race(sends)
      await phone.client.blockUser(ben.userId)
      const all = await Promise.all(sends)
      const stored = all.filter(({ came }) => typeof came === 'number')
      assert.deepEqual(
        all.map(({ came }) => came),
        all.map((_, i) => (i < stored.length ? heard.length + i + 1 : 'NOT_REACHABLE')),
        'none is stored behind one that was refused, and no place is left out',
      )
      heard.push(...stored.map(({ text }) => text))
      await refuses('NOT_REACHABLE', benHere.client.send(conversationId, 'behind'))
      await phone.client.unblockUser(ben.userId)
    }
    const { seq } = await benHere.client.send(conversationId, 'at last')
    assert.equal(seq, heard.length + 1)
    await phone.hears('at last')
    assert.deepEqual(phone.texts(conversationId), [...heard, 'at last'])
  })
}
