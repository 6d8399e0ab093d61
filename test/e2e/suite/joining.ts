// Ways into groups: by invitation, by a link, and by none for who is banned.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Installation } from '../installation.ts'
import { type Device, openWorld, type Person, refuses, sees, type World } from '../people.ts'

/** Another device of theirs, which is there only to ask what changed since a cursor. */
async function syncing(world: World, person: Person) {
  const { connection } = await world.connection(await world.login(person, 'tablet'))
  return (cursor: Uint8Array) => connection.ask('sync', { cursor, itemsPerConversation: 0 })
}

export function joining(open: () => Installation): void {
  test('who is invited is told, at once or when they come, and joins by accepting', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem, eve] = await Promise.all(['ann', 'ben', 'cem', 'eve'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1, transport: 'tcp' })
    const eveHere = await world.device(eve!, { node: 1 })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [] })
    const told: string[] = []
    benHere.client.on('invitation', ({ groupName, invitedBy }) => told.push(`${groupName} ${invitedBy}`))
    const { changed } = await annHere.client.inviteToGroup(group, [ben!.userId, cem!.userId], { greeting: 'come' })
    assert.deepEqual(changed, [ben!.userId, cem!.userId])
    await sees('ben is told', () => told.length === 1)
    assert.deepEqual(told, [`team ${ann!.userId}`])
    await benHere.client.answerInvitation(group, true)
    await benHere.client.send(group, 'ben is in')
    await annHere.hears('ben is in')
    await sees('ben is shown how he came', () => benHere.items.some((item) => item.type === 'MemberJoined' && item.how === 'invitation'))

    // Whoever was away asks for it.
    const cemHere = await world.device(cem!, { node: 0 })
    await sees('cem finds it', async () => (await cemHere.client.invitations()).invitations[0]?.greeting === 'come')
    const tablet = await syncing(world, cem!)
    const since = await sees('a tablet of cem is told of it', async () => {
      const { invitations, cursor } = await tablet(new Uint8Array(0))
      return invitations[0]?.conversationId === group ? cursor : null
    })
    await cemHere.client.answerInvitation(group, false)
    await sees('what was away is told that it is no more', async () => (await tablet(since)).endedInvitations.join() === group)
    const { full, endedInvitations, invitations } = await tablet(Uint8Array.of(1, 2, 3))
    assert.deepEqual([full, endedInvitations, invitations], [true, [], []], 'behind the horizon: all there is, which is nothing')
    await sees('it waits no more', async () => (await cemHere.client.invitations()).invitations.length === 0)
    await refuses('NOT_INVITED', cemHere.client.answerInvitation(group, true))

    // A stranger learns nothing, not even that there is a group.
    for (const id of [group, 'g:there-is-none']) {
      await refuses('NOT_INVITED', eveHere.client.answerInvitation(id, true))
      await refuses('NOT_A_MEMBER', eveHere.client.inviteToGroup(id, [cem!.userId]))
      await refuses('NOT_A_MEMBER', eveHere.client.joinLinks(id))
    }
    assert.deepEqual((await eveHere.client.invitations()).invitations, [])
    assert.deepEqual((await (await syncing(world, eve!))(new Uint8Array(0))).invitations, [])
  })

  test('a link lets in so many as it may, and nobody once it is revoked', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = await Promise.all(['ann', 'ben', 'cem'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1 })
    const cemHere = await world.device(cem!, { node: 1, transport: 'tcp' })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [] })
    const once = await annHere.client.makeJoinLink(group, { usesMax: 1 })
    const often = await annHere.client.makeJoinLink(group)
    // Two at the same moment, from two gateways: one of them is let in.
    const came = await Promise.allSettled([benHere.client.joinByLink(once.link), cemHere.client.joinByLink(once.link)])
    assert.deepEqual(came.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const late = came[0]!.status === 'fulfilled' ? cemHere : benHere
    await refuses('LINK_INVALID', late.client.joinByLink(once.link))
    await late.client.joinByLink(often.link)
    await late.client.send(group, 'both are in')
    for (const device of [annHere, benHere, cemHere]) await device.hears('both are in')
    await sees('uses are counted', async () => (await annHere.client.joinLinks(group)).links.every(({ uses }) => uses === 1))
    await refuses('FORBIDDEN', benHere.client.joinLinks(group))
    await annHere.client.revokeJoinLink(group, often.linkId)
    await benHere.client.leaveGroup(group)
    await refuses('LINK_INVALID', benHere.client.joinByLink(often.link))
    await refuses('LINK_INVALID', benHere.client.joinByLink(often.link.replace(group, 'g:there-is-none')))
    assert.ok(!often.link.includes(often.linkId), 'the token is not the id that others are shown')
  })

  test('who is banned goes, and comes back by no way until the ban is lifted', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben] = await Promise.all(['ann', 'ben'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1 })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [ben!.userId] })
    const { link } = await annHere.client.makeJoinLink(group)
    await annHere.client.inviteToGroup(group, [ben!.userId])
    await annHere.client.banUser(group, ben!.userId)
    await sees('ben is out', () => benHere.client.session(group)?.role === '')
    await annHere.client.send(group, 'without ben')
    await refuses('LINK_INVALID', benHere.client.joinByLink(link))
    await refuses('NOT_INVITED', benHere.client.answerInvitation(group, true))
    await refuses('NOT_A_MEMBER', benHere.client.send(group, 'let me in'))
    const { refused } = await annHere.client.addMembers(group, [ben!.userId])
    assert.deepEqual(refused, [{ userId: ben!.userId, code: 'USER_BANNED' }])
    assert.deepEqual((await annHere.client.inviteToGroup(group, [ben!.userId])).refused, refused)
    await annHere.client.unbanUser(group, ben!.userId)
    await benHere.client.joinByLink(link)
    await annHere.client.send(group, 'ben again')
    await benHere.hears('ben again')
    assert.deepEqual(benHere.texts(group), ['ben again'])
  })

  test('every admin is told who asks and what another answered, at once or when they come, and nobody once they are none', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem, dan, eve] = await Promise.all(['ann', 'ben', 'cem', 'dan', 'eve'].map((name) => world.register(name)))
    const [annHere, benHere, cemHere, danHere] = await Promise.all(
      [ann, ben, cem, dan].map((person, i) => world.device(person!, { node: i % 2, transport: i === 1 ? 'tcp' : 'ws' })),
    )
    const heard = (device: Device) => {
      const told: string[] = []
      device.client.on('joinRequest', ({ userId, text }) => told.push(`${userId} ${text}`))
      device.client.on('joinRequestEnded', ({ userId }) => told.push(`${userId} ended`))
      return told
    }
    const [toAnn, toBen, toCem, toDan] = [annHere!, benHere!, cemHere!, danHere!].map(heard)
    const { conversationId: group } = await annHere!.client.createGroup({ name: 'team', memberIds: [ben!.userId, cem!.userId] })
    await annHere!.client.changeGroup(group, { joinBy: 'request' })
    await annHere!.client.changeRole(group, ben!.userId, 'admin')
    const asks = async (device: Device, text: string) => {
      await sees('the group may be asked', () => device.client.joinInfo(group).catch(() => null))
      await device.client.requestToJoin(group, { text })
    }
    await asks(danHere!, 'me')
    for (const told of [toAnn, toBen]) await sees('owner and admin are told', () => told!.includes(`${dan!.userId} me`))

    // Who becomes admin later: by what changed since the cursor, which a device that comes anew has none of.
    const tablet = await syncing(world, cem!)
    const since = await sees('cem is in', async () => {
      const { sessions, joinRequests, cursor } = await tablet(new Uint8Array(0))
      assert.deepEqual(joinRequests, [])
      return sessions.length === 1 ? cursor : null
    })
    await annHere!.client.changeRole(group, cem!.userId, 'admin')
    const waiting = await sees('the new admin is shown what waits', async () => {
      const { joinRequests, cursor } = await tablet(since)
      return joinRequests[0]?.request?.userId === dan!.userId && joinRequests[0].state === 'waits' ? cursor : null
    })
    await benHere!.client.answerJoinRequest(group, dan!.userId, false)
    for (const told of [toAnn, toCem, toDan]) await sees('the others are told', () => told!.includes(`${dan!.userId} ended`))
    await sees('and who was away', async () => (await tablet(waiting)).joinRequests[0]?.state === 'refused')
    await refuses('REQUEST_NOT_FOUND', annHere!.client.answerJoinRequest(group, dan!.userId, true))

    await annHere!.client.changeRole(group, ben!.userId, 'member')
    await annHere!.client.removeMembers(group, [cem!.userId])
    await sees('cem is out', () => cemHere!.client.session(group)?.role === '')
    await asks(danHere!, 'me again')
    await sees('ann is told', () => toAnn!.includes(`${dan!.userId} me again`))
    const eveHere = await world.device(eve!, { node: 0 })
    await asks(eveHere, 'and me')
    await sees('ann is told', () => toAnn!.includes(`${eve!.userId} and me`))
    assert.deepEqual(
      [...toBen!, ...toCem!].filter((told) => !told.startsWith(`${dan!.userId} `) || told.endsWith('again')),
      [],
    )
    // A member and an ex-member are shown what a stranger is.
    for (const person of [ben!, cem!, eve!]) {
      const { joinRequests } = await (await syncing(world, person))(new Uint8Array(0))
      assert.deepEqual(
        joinRequests.filter(({ request }) => request!.userId !== person.userId),
        [],
      )
    }
  })

  test('who asks waits, is let in or not by an admin, and an open group lets in at once', async (t) => {
    const world = openWorld(t, open())
    const [ann, ben, cem] = await Promise.all(['ann', 'ben', 'cem'].map((name) => world.register(name)))
    const annHere = await world.device(ann!, { node: 0 })
    const benHere = await world.device(ben!, { node: 1, transport: 'tcp' })
    const cemHere = await world.device(cem!, { node: 1 })
    const { conversationId: group } = await annHere.client.createGroup({ name: 'team', memberIds: [] })
    await refuses('NOT_JOINABLE', benHere.client.requestToJoin(group))
    await refuses('NOT_JOINABLE', benHere.client.requestToJoin('g:there-is-none'))
    await refuses('NOT_JOINABLE', benHere.client.joinInfo(group))
    const told: string[] = []
    annHere.client.on('joinRequest', ({ userId, answers }) => told.push(`${userId} ${answers.join()}`))
    benHere.client.on('joinRequestAnswered', ({ accepted }) => told.push(`ben ${accepted}`))
    cemHere.client.on('joinRequestAnswered', ({ accepted }) => told.push(`cem ${accepted}`))
    await annHere.client.changeGroup(group, { joinBy: 'request', questions: ['Why?'] })
    await sees('ben learns what is asked', async () =>
      benHere.client.joinInfo(group).then(
        ({ questions }) => questions[0] === 'Why?',
        () => false,
      ),
    )
    const asked = await benHere.client.requestToJoin(group, { answers: ['cake'] })
    assert.ok(asked.waits)
    await cemHere.client.requestToJoin(group, { answers: ['tea'] })
    await sees('ann is told', () => told.length === 2)
    assert.deepEqual(told.sort(), [`${ben!.userId} cake`, `${cem!.userId} tea`].sort())
    await sees('both wait', async () => (await annHere.client.joinRequests(group)).requests.length === 2)
    for (const device of [benHere, cemHere]) {
      await refuses('NOT_A_MEMBER', device.client.joinRequests(group))
      await refuses('NOT_A_MEMBER', device.client.bans(group))
    }
    await annHere.client.answerJoinRequest(group, ben!.userId, true)
    await annHere.client.answerJoinRequest(group, cem!.userId, false)
    await sees('both are told', () => told.includes('ben true') && told.includes('cem false'))
    await refuses('REQUEST_NOT_FOUND', annHere.client.answerJoinRequest(group, cem!.userId, true))
    await benHere.client.send(group, 'ben is in')
    await annHere.client.changeGroup(group, { joinBy: 'open' })
    const { waits } = await cemHere.client.requestToJoin(group)
    assert.ok(!waits)
    await cemHere.client.send(group, 'cem is in')
    for (const device of [annHere, benHere]) await device.hears('cem is in')
    await sees('cem sees what came from then on', () => cemHere.texts(group).join() === 'cem is in')
  })
}
