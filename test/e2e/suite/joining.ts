// Ways into groups: by invitation, by a link, and by none for who is banned.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Installation } from '../installation.ts'
import { openWorld, refuses, sees } from '../people.ts'

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
    await cemHere.client.answerInvitation(group, false)
    await sees('it waits no more', async () => (await cemHere.client.invitations()).invitations.length === 0)
    await refuses('NOT_INVITED', cemHere.client.answerInvitation(group, true))

    // A stranger learns nothing, not even that there is a group.
    for (const id of [group, 'g:there-is-none']) {
      await refuses('NOT_INVITED', eveHere.client.answerInvitation(id, true))
      await refuses('NOT_A_MEMBER', eveHere.client.inviteToGroup(id, [cem!.userId]))
      await refuses('NOT_A_MEMBER', eveHere.client.joinLinks(id))
    }
    assert.deepEqual((await eveHere.client.invitations()).invitations, [])
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
