// Ways into groups as the views tell them, to those concerned and to nobody else: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const group = 'g:one'

for (const database of databasesUnderTest()) {
  describe(`ways into groups on ${database.name}`, () => {
    async function setUp() {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const { appId } = script
      const invite = (conversationId: string, userId: string, expiresAtMs = 0) =>
        script.append(
          {
            type: 'InvitationSent',
            ...{ conversationId, groupName: 'then', userIds: [userId], greeting: 'come', expiresAtMs },
            afterSeq: script.headOf(conversationId).seq,
          },
          'ann',
        )
      const invitations = async (userId: string, { nowMs = 0, limit = 10, afterConversationId = '', app = appId } = {}) => {
        await store.apply([script.take()])
        return views.invitations({ appId: app, userId, afterConversationId, limit, nowMs })
      }
      const idsOf = async (...asked: Parameters<typeof invitations>) =>
        (await invitations(...asked)).invitations.map(({ conversationId }) => conversationId)
      const links = async (userId: string, { afterLinkId = '', limit = 10, app = appId } = {}) => {
        await store.apply([script.take()])
        return views.joinLinks({ appId: app, userId, conversationId: group, afterLinkId, limit })
      }
      return { script, invite, invitations, idsOf, links }
    }

    it('tell the invited what waits for an answer, and still counts', async () => {
      const { script, invite, invitations, idsOf } = await setUp()
      for (const id of [group, 'g:two', 'g:six']) script.createGroup(id, 'ann')
      invite(group, 'bob')
      invite('g:two', 'bob', script.now + 500_000)
      invite('g:six', 'cyd')
      const [first] = (await invitations('bob')).invitations
      const { invitedAtMs, ...rest } = first!
      assert.ok(invitedAtMs > 0)
      assert.deepEqual(rest, { conversationId: group, groupName: `Group ${group}`, invitedBy: 'ann', greeting: 'come', expiresAtMs: 0 })
      assert.deepEqual(await idsOf('bob'), [group, 'g:two'])
      assert.deepEqual(await idsOf('bob', { nowMs: script.now + 600_000 }), [group])
      const page = await invitations('bob', { limit: 1 })
      assert.deepEqual([page.invitations.length, page.more], [1, true])
      assert.deepEqual(await idsOf('bob', { afterConversationId: group }), ['g:two'])
      for (const stranger of ['ann', 'eve']) assert.deepEqual(await idsOf(stranger), [])
      assert.deepEqual(await idsOf('bob', { app: 'another' }), [])
    })

    it('tell nothing of what was answered, nor to who is in or banned, nor of a group that was dismissed', async () => {
      const { script, invite, idsOf } = await setUp()
      script.createGroup(group, 'ann')
      for (const userId of ['bob', 'cyd', 'dan']) invite(group, userId)
      script.append({ type: 'InvitationAnswered', conversationId: group, userId: 'bob', invitedBy: 'ann', accepted: false }, 'bob')
      assert.deepEqual(await idsOf('bob'), [])
      script.add(group, 'ann', 'cyd')
      assert.deepEqual(await idsOf('cyd'), [])
      const head = script.headOf(group)
      const ban = (banned: boolean) =>
        script.append({ type: 'UserBanned', conversationId: group, seq: ++head.seq, ordinal: head.ordinal, userId: 'dan', banned }, 'ann')
      ban(true)
      assert.deepEqual(await idsOf('dan'), [])
      ban(false)
      assert.deepEqual(await idsOf('dan'), [group])
      invite(group, 'bob')
      assert.deepEqual(await idsOf('bob'), [group])
      script.append({ type: 'GroupDismissed', conversationId: group, seq: ++head.seq, ordinal: head.ordinal, endsAt: 0 }, 'ann')
      for (const userId of ['bob', 'dan']) assert.deepEqual(await idsOf(userId), [])
    })

    it('tell owner and admins of a group its links, with their uses, and nobody else', async () => {
      const { script, links } = await setUp()
      script.createGroup(group, 'ann', 'bob', 'cyd')
      script.changeRole(group, 'ann', 'bob', 'admin')
      assert.deepEqual(await links('bob'), { links: [], more: false })
      for (const linkId of ['b', 'a', 'c'])
        script.append({ type: 'JoinLinkMade', conversationId: group, linkId, expiresAtMs: 7, usesMax: 3 }, 'ann')
      script.append({ type: 'JoinLinkRevoked', conversationId: group, linkId: 'c' }, 'bob')
      const head = script.headOf(group)
      const place = { conversationId: group, seq: ++head.seq, ordinal: head.ordinal }
      script.append(
        { type: 'MemberJoined', ...place, userId: 'dan', how: 'link', approvedBy: 'ann', linkId: 'b', returning: [], fromStart: false },
        'dan',
      )
      const page = await links('ann')
      assert.ok(typeof page === 'object')
      assert.deepEqual(
        page.links.map(({ linkId, madeBy, expiresAtMs, usesMax, uses }) => [linkId, madeBy, expiresAtMs, usesMax, uses]),
        [
          ['a', 'ann', 7, 3, 0],
          ['b', 'ann', 7, 3, 1],
        ],
      )
      assert.deepEqual(await links('bob'), page)
      const first = await links('bob', { limit: 1 })
      assert.ok(typeof first === 'object')
      assert.deepEqual([first.links.map(({ linkId }) => linkId), first.more], [['a'], true])
      const second = await links('bob', { afterLinkId: 'a' })
      assert.ok(typeof second === 'object')
      assert.deepEqual([second.links.map(({ linkId }) => linkId), second.more], [['b'], false])
      for (const member of ['cyd', 'dan']) assert.equal(await links(member), 'FORBIDDEN')
      for (const stranger of ['eve', '']) assert.equal(await links(stranger), 'NOT_A_MEMBER')
      assert.equal(await links('ann', { app: 'another' }), 'NOT_A_MEMBER')
      script.leave(group, 'bob')
      assert.equal(await links('bob'), 'NOT_A_MEMBER')
    })
  })
}
