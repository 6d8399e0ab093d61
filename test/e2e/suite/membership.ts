// Who belongs where, and what they see of it: one who reinstalls, one who comes back, one from outside.
import assert from 'node:assert/strict'
import test from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import type { Item } from '@skein/client'
import type { Installation } from '../installation.ts'
import { openWorld, refuses, sees } from '../people.ts'

const textsIn = (items: readonly Item[]) => items.flatMap((item) => (item.type === 'MessageSent' ? [item.text] : []))

export function membership(open: () => Installation): void {
  test('who reinstalls finds the groups they are in, with what is unread, and none that they left', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const [annHere, benHere] = [await world.device(ann), await world.device(ben, { node: 1 })]
    const make = (name: string) => annHere.client.createGroup({ name, memberIds: [ben.userId, cem.userId] })
    const [one, two, left] = [await make('one'), await make('two'), await make('left')].map(({ conversationId }) => conversationId)
    for (const text of ['a', 'b', 'c']) await annHere.client.send(one!, text)
    await annHere.client.send(left!, 'never read')
    await benHere.client.leaveGroup(left!)
    const { seq } = await annHere.client.send(left!, 'not for ben')
    await sees('the views know who left', async () => (await annHere.client.history(left!)).items.at(-1)?.seq === seq)
    const fresh = await world.device(ben, { node: 0 })
    const expected = [one!, two!].sort()
    // Each group is in a partition of its own, whose view comes at its own pace.
    await sees('both are listed, with what is unread, and nothing of what was left', async () => {
      const { groups } = await fresh.client.myGroups()
      const listed = groups.map(({ conversationId, name, memberCount, role, unread }) => [conversationId, name, memberCount, role, unread])
      const whole = expected.map((id) => (id === one ? [id, 'one', 3, 'member', 3] : [id, 'two', 3, 'member', 0]))
      return isDeepStrictEqual(listed, whole) && (await fresh.client.unread()).total === 3
    })
    await sees('the device has them', () => fresh.client.session(one!)?.unread === 3 && fresh.client.session(left!)?.role === '')
    const pages = [await fresh.client.myGroups({ limit: 1 }), await fresh.client.myGroups({ limit: 1, afterConversationId: expected[0]! })]
    assert.deepEqual(
      pages.map(({ groups, more }) => [groups.map((group) => group.conversationId), more]),
      [
        [[expected[0]], true],
        [[expected[1]], false],
      ],
    )
  })

  test('members are told by role, and whether some are in, to those who are in themselves', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const [annHere, cemHere] = [await world.device(ann), await world.device(cem, { node: 1 })]
    const { conversationId } = await annHere.client.createGroup({ name: 'two', memberIds: [ben.userId, cem.userId] })
    await cemHere.client.leaveGroup(conversationId)
    await annHere.client.changeRole(conversationId, ben.userId, 'admin')
    await sees('ben is the admin', async () => {
      const { members } = await annHere.client.members(conversationId, { role: 'admin' })
      return members.map(({ userId }) => userId).join() === ben.userId
    })
    assert.deepEqual((await annHere.client.members(conversationId, { role: 'member' })).members, [])
    const among = [...Array.from({ length: 250 }, (_, i) => `nobody-${i}`), ben.userId, cem.userId, ann.userId]
    const roles = await annHere.client.areMembers(conversationId, among)
    assert.deepEqual(
      roles,
      new Map([
        [ben.userId, 'admin'],
        [ann.userId, 'owner'],
      ]),
    )
    assert.deepEqual(
      [await annHere.client.isMember(conversationId, ben.userId), await annHere.client.isMember(conversationId, cem.userId)],
      [true, false],
    )
    for (const id of [conversationId, 'g:none']) {
      await refuses(
        'NOT_A_MEMBER',
        cemHere.client.areMembers(id, [ann.userId]).then(() => {}),
      )
    }
  })

  test('one who comes back sees earlier stays again, nothing in between, and has nothing unread of before', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = [await world.register('ann'), await world.register('ben')]
    const [annHere, benHere] = [await world.device(ann), await world.device(ben, { node: 1 })]
    const { conversationId } = await annHere.client.createGroup({ name: 'back', memberIds: [ben.userId] })
    const first = await annHere.client.send(conversationId, 'furst')
    await annHere.client.removeMember(conversationId, ben.userId)
    await annHere.client.send(conversationId, 'in between')
    await sees('a badge is gone with the stay', async () => (await benHere.client.unread()).total === 0)
    await annHere.client.addMembers(conversationId, [ben.userId])
    // An edit of what was said in an earlier stay, made in the present one, is for ben as well.
    await annHere.client.edit({ conversationId, seq: first.seq, messageId: first.messageId }, 'first')
    await annHere.client.send(conversationId, 'again')
    const fresh = await world.device(ben, { deviceId: 'fresh', node: 0 })
    for (const { client } of [benHere, fresh]) {
      await sees('what is theirs', async () => textsIn((await client.history(conversationId)).items).join() === 'first,again')
      await sees('one is unread', async () => (await client.unread()).total === 1)
      const earlier = await client.edits({ conversationId, seq: first.seq })
      assert.equal(textsIn(earlier).join(), 'furst')
    }
    await benHere.client.markRead(conversationId, 1_000)
    await sees('all is read', async () => (await fresh.client.unread()).total === 0)
  })

  test('who joins a group that shows its history from the start reads all of it, with nothing unread of before', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
    const [annHere, benHere, cemHere] = [await world.device(ann), await world.device(ben, { node: 1 }), await world.device(cem)]
    const { conversationId } = await annHere.client.createGroup({ name: 'open', memberIds: [ben.userId] })
    const first = await annHere.client.send(conversationId, 'furst')
    await annHere.client.removeMember(conversationId, ben.userId)
    await annHere.client.edit({ conversationId, seq: first.seq, messageId: first.messageId }, 'first')
    await annHere.client.send(conversationId, 'without ben')
    await annHere.client.changeGroup(conversationId, { historyFrom: 'start' })
    await annHere.client.addMembers(conversationId, [ben.userId])
    // By whatever way one comes.
    await cemHere.client.joinByLink((await annHere.client.makeJoinLink(conversationId)).link)
    await annHere.client.send(conversationId, 'with all')
    const fresh = await world.device(ben, { deviceId: 'fresh', node: 0 })
    for (const { client } of [benHere, cemHere, fresh]) {
      await sees('all was said to them', async () => {
        const { items } = await client.history(conversationId)
        return textsIn(items).join() === 'first,without ben,with all'
      })
      await sees('what was said since is unread', async () => (await client.unread()).total === 1)
      await sees('their device knows', () => client.session(conversationId)?.fromSeq === 1)
    }
    assert.deepEqual(cemHere.texts(conversationId), ['with all'], 'what was before is not told as news')
  })
}
