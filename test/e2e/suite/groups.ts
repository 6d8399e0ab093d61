// Groups: who may do what, and who may see what.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Installation } from '../installation.ts'
import { assertDense, openWorld, refuses, sees } from '../people.ts'

export function groups(open: () => Installation): void {
  test('a group is made, grows, changes hands, and is left', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem, dan] = await Promise.all(['ann', 'ben', 'cem', 'dan'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0, transport: 'ws' })
    const benHere = await world.device(ben!, { node: 1, transport: 'tcp' })
    const cemHere = await world.device(cem!, { node: 1, transport: 'ws' })
    const danHere = await world.device(dan!, { node: 0, transport: 'tcp' })
    const groupId = randomUUID()
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [ben!.userId], groupId })
    assert.equal(group, `g:${groupId}`)
    assert.equal((await annHere.client.createGroup({ name: 'team', memberIds: [ben!.userId], groupId })).seq, 1, 'made once')
    await refuses('ALREADY_EXISTS', benHere.client.createGroup({ name: 'other', memberIds: [], groupId }))
    await annHere.client.send(group, 'welcome ben')
    await benHere.hears('welcome ben')

    await refuses('NOT_A_MEMBER', cemHere.client.send(group, 'let me in'))
    await refuses('FORBIDDEN', benHere.client.addMembers(group, [cem!.userId]))
    const { seq: _, ...nobody } = await annHere.client.addMembers(group, ['no-such-user', ben!.userId])
    const refused = [{ userId: 'no-such-user', code: 'USER_NOT_FOUND' }]
    assert.deepEqual(nobody, { conversationId: group, changed: [], already: [ben!.userId], refused, memberCount: 2 })
    await annHere.client.changeRole(group, ben!.userId, 'admin')
    await benHere.client.addMembers(group, [cem!.userId, dan!.userId])
    await sees('cem is in', () => cemHere.items.some((item) => item.type === 'MembersAdded'))
    await cemHere.client.send(group, 'hello all')
    for (const device of [annHere, benHere, danHere]) await device.hears('hello all')

    await refuses('OWNER_CANNOT_LEAVE', annHere.client.leaveGroup(group))
    await refuses('FORBIDDEN', benHere.client.removeMember(group, ann!.userId))
    await refuses('FORBIDDEN', cemHere.client.removeMember(group, dan!.userId))
    await annHere.client.changeRole(group, ben!.userId, 'owner')
    await annHere.client.leaveGroup(group)
    await benHere.client.removeMember(group, dan!.userId)
    await refuses('NOT_A_MEMBER', annHere.client.send(group, 'one more thing'))
    await refuses('NOT_A_MEMBER', danHere.client.send(group, 'why?'))
    await sees('two are left', async () => {
      const { members } = await cemHere.client.members(group)
      return (
        members
          .map(({ userId, role }) => `${userId} ${role}`)
          .sort()
          .join() === [`${ben!.userId} owner`, `${cem!.userId} member`].sort().join()
      )
    })
    await benHere.client.send(group, 'us two')
    for (const device of [benHere, cemHere]) await device.hears('us two')
    // For its first members a group begins with its creation.
    for (const device of [annHere, benHere]) assertDense(device, group)
    const told = benHere.items.filter((item) => item.type !== 'MessageSent').map((item) => item.type)
    assert.deepEqual(told, [
      'GroupCreated',
      'MemberRoleChanged',
      'MembersAdded',
      'MemberRoleChanged',
      'MemberRoleChanged',
      'MemberLeft',
      'MembersRemoved',
    ])
  })

  test('a request sent again under its name is answered as the first time', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = await Promise.all(['ann', 'ben', 'cem'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1 })
    const { conversationId } = await annHere.client.createGroup({ name: 'team', memberIds: [ben!.userId, cem!.userId] })
    const removing = { conversationId, userIds: [cem!.userId], clientRequestId: randomUUID() }
    const leaving = { conversationId, clientRequestId: randomUUID() }
    const remove = (retry: boolean) => annHere.client.connection!.ask('removeMembers', removing, { retry })
    const leave = (retry: boolean) => benHere.client.connection!.ask('leaveGroup', leaving, { retry })
    const answers = [await remove(false), await leave(false), await remove(true), await leave(true), await remove(false)]
    assert.deepEqual(
      answers.map(({ seq }) => seq),
      [2, 3, 2, 3, 2],
    )
    await refuses('ID_REUSED', annHere.client.connection!.ask('removeMembers', { ...removing, userIds: [ben!.userId] }, { retry: true }))
  })

  test('who is out sees nothing later, and keeps the history of their stay alone', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, eve] = await Promise.all(['ann', 'ben', 'eve'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1, transport: 'tcp' })
    const eveHere = await world.device(eve!, { node: 1 })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [] })
    await annHere.client.send(group, 'before ben')
    await annHere.client.addMembers(group, [ben!.userId])
    await annHere.client.send(group, 'with ben')
    await benHere.hears('with ben')
    const joined = benHere.items.find((item) => item.type === 'MembersAdded')!.seq
    const { seq: removed } = await annHere.client.removeMember(group, ben!.userId)
    for (let i = 0; i < 3; i++) await annHere.client.send(group, `without ben ${i}`)
    await sees('ben knows of it', () => benHere.items.some((item) => item.type === 'MembersRemoved'))

    const stay = { first: joined, last: removed }
    const pageOf = async (range: object) => (await benHere.client.history(group, range)).items.map((item) => item.seq)
    const visible = Array.from({ length: stay.last - stay.first + 1 }, (_, i) => stay.first + i)
    await sees('the views know it', async () => (await pageOf({})).at(-1) === removed)
    assert.deepEqual(await pageOf({}), visible)
    assert.deepEqual(await pageOf({ afterSeq: removed }), [])
    assert.deepEqual(await pageOf({ beforeSeq: joined }), [])
    assert.deepEqual(await pageOf({ afterSeq: 1, beforeSeq: 1_000 }), visible)
    await refuses('NOT_A_MEMBER', benHere.client.members(group))
    await refuses('NOT_A_MEMBER', benHere.client.markRead(group, 1_000))
    await refuses('NOT_A_MEMBER', eveHere.client.history(group))
    await refuses('NOT_A_MEMBER', eveHere.client.members(group))

    // A device that knows nothing yet is told no more than the one that was there.
    const fresh = await world.device(ben!, { deviceId: 'laptop', node: 0, fullSyncDepth: Number.POSITIVE_INFINITY })
    await sees('it has the stay', () => fresh.items.length === visible.length)
    for (const device of [benHere, fresh]) {
      assert.equal(assertDense(device, group, joined), removed)
      assert.deepEqual(device.texts(group), ['with ben'])
      const session = device.client.session(group)!
      assert.deepEqual([session.role, session.toSeq, session.fromSeq], ['', removed + 1, joined])
    }

    await annHere.client.addMembers(group, [ben!.userId])
    await annHere.client.send(group, 'ben again')
    for (const device of [benHere, fresh]) await device.hears('ben again')
    assert.deepEqual(benHere.texts(group), ['with ben', 'ben again'])
    assert.deepEqual(eveHere.items, [])
  })
}
