// What one missed and what one has read: history, unread counts, and sync after having been away.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, between, openWorld, sees } from '../people.ts'

export function catchingUp(open: () => Installation): void {
  test('history is read in ranges and pages', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann), await world.device(ben, { node: 1 })]
    const conversationId = between(ann, ben)
    for (let i = 1; i <= 12; i++) await annHere.client.send(conversationId, `text ${i}`)
    await sees('the views have it', async () => (await benHere.client.history(conversationId)).items.length === 12)
    const cases: [{ afterSeq?: number; beforeSeq?: number; limit?: number }, number[], boolean][] = [
      [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], false],
      [{ limit: 3 }, [10, 11, 12], true],
      [{ beforeSeq: 10, limit: 3 }, [7, 8, 9], true],
      [{ afterSeq: 2, limit: 3 }, [3, 4, 5], true],
      [{ afterSeq: 10 }, [11, 12], false],
      [{ afterSeq: 3, beforeSeq: 7 }, [4, 5, 6], false],
      [{ afterSeq: 3, beforeSeq: 7, limit: 2 }, [4, 5], true],
      [{ beforeSeq: 2 }, [1], false],
      [{ afterSeq: 12 }, [], false],
    ]
    for (const client of [annHere.client, benHere.client]) {
      for (const [range, seqs, more] of cases) {
        const page = await client.history(conversationId, range)
        assert.deepEqual([page.items.map((item) => item.seq), page.more], [seqs, more], JSON.stringify(range))
        assert.ok(page.items.every((item) => item.type === 'MessageSent' && item.text === `text ${item.seq}`))
      }
    }
  })

  test('unread counts equal a recount, through sending and reading', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const [annHere, benHere, cemHere] = [await world.device(ann), await world.device(ben, { node: 1 }), await world.device(cem)]
    const direct = between(ann, ben)
    const { conversationId: group } = await annHere.client.createGroup({ name: 'three', memberIds: [ben.userId, cem.userId] })
    for (let i = 0; i < 5; i++) await annHere.client.send(direct, `direct ${i}`)
    for (let i = 0; i < 3; i++) await annHere.client.send(group, `group ${i}`)
    await cemHere.client.send(group, 'from cem')
    const unreadOf = async (device: typeof annHere) =>
      Object.fromEntries((await device.client.unread()).entries.map((entry) => [entry.conversationId, entry.unread]))
    // The two are in partitions of their own, whose views come at their own pace.
    await sees('ben has 9', async () => (await benHere.client.unread()).total === 9)
    assert.deepEqual(await unreadOf(benHere), { [direct]: 5, [group]: 4 })

    assert.deepEqual(await benHere.client.markRead(direct, 2), { ordinal: 2 })
    assert.deepEqual(await benHere.client.markRead(direct, 1), { ordinal: 2 }, 'it does not go back')
    assert.deepEqual(await benHere.client.markRead(group, 1_000), { ordinal: 4 }, 'it ends at the last')
    await sees('ben has 3 and none', async () => (await benHere.client.unread()).total === 3)
    await benHere.client.send(direct, 'I am here')
    await sees('who writes has read', async () => (await benHere.client.unread()).total === 0)
    await sees('ann has 1 and 1', async () => (await annHere.client.unread()).total === 2)

    for (const device of [annHere, benHere, cemHere]) {
      const { entries, total } = await device.client.unread()
      const sessions = (await device.client.connection!.ask('sync', { cursor: new Uint8Array(0), itemsPerConversation: 0 })).sessions
      let recounted = 0
      for (const { conversationId, readOrdinal } of sessions) {
        const { items } = await device.client.history(conversationId)
        const unread = items.filter((item) => item.type === 'MessageSent' && item.ordinal > readOrdinal).length
        assert.equal(
          entries.find((entry) => entry.conversationId === conversationId)?.unread ?? 0,
          unread,
          `${device.person.userName} in ${conversationId}`,
        )
        recounted += unread
      }
      assert.equal(total, recounted)
    }
  })

  test('who was away gets everything by sync, from where they were, and nothing twice', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const annHere = await world.device(ann, { node: 0, transport: 'tcp' })
    const storage = memoryStorage()
    const direct = between(ann, ben)
    const before = await world.device(ben, { node: 0, storage })
    await annHere.client.send(direct, 'you are here')
    await before.hears('you are here')
    await before.client.close()

    for (let i = 0; i < 60; i++) await annHere.client.send(direct, `missed ${i}`)
    const { conversationId: group } = await annHere.client.createGroup({ name: 'new', memberIds: [ben.userId, cem.userId] })
    await annHere.client.send(group, 'welcome')

    const after = await world.device(ben, { token: before.token, node: 1, transport: 'tcp', storage })
    await after.hears('missed 59')
    await after.hears('welcome')
    assert.equal(assertDense(after, direct, 2), 61)
    // The group begins for its first members with its creation.
    assert.equal(assertDense(after, group), 2)
    assert.equal(after.client.session(direct)?.unread, 61)
    assert.equal(after.client.session(group)?.name, 'new')
    assert.equal(after.client.profile(ann.userId)?.userName, 'ann')
    await annHere.client.send(direct, 'and on')
    await after.hears('and on')
    assert.equal(assertDense(after, direct, 2), 62)
  })

  test('a new device learns of every conversation, as deep as it asks for', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const annHere = await world.device(ann)
    const conversationId = between(ann, ben)
    for (let i = 1; i <= 30; i++) await annHere.client.send(conversationId, `text ${i}`)
    const benHere = await world.device(ben, { node: 1, fullSyncDepth: Number.POSITIVE_INFINITY })
    await benHere.hears('text 30')
    assert.equal(assertDense(benHere, conversationId), 30)
  })
}
