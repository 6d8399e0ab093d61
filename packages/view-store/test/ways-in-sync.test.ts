// What waits for an answer where groups are come into, by sync: whoever was away learns of what came to wait and of what does so no more, and nobody
// else does. One contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { directConversationId } from '@skein/contracts'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { type DatabaseUnderTest, databasesUnderTest } from './open-databases.ts'

const [group, other] = ['g:one', 'g:two']
const nothing = { waiting: [], ended: [], cut: false }

async function worldOn(database: DatabaseUnderTest, syncLimits: object) {
  const opened = await database.open()
  const store = createProjectorStore(opened.db, opened)
  const views = createReadViews(opened.db, { schema: opened.schema, syncLimits })
  const script = new EventScript()
  const place = (conversationId = group) => {
    const head = script.headOf(conversationId)
    return { conversationId, seq: ++head.seq, ordinal: head.ordinal }
  }
  const cursors = new Map<string, Uint8Array>()
  /** Goes on where this user's last one ended; anew where there was none. */
  const sync = async (userId: string, { app = script.appId, anew = false, nowMs = 0 } = {}) => {
    await store.apply([script.take()])
    const cursor = (anew ? undefined : cursors.get(userId)) ?? new Uint8Array(0)
    const page = await views.sync({ appId: app, userId, cursor, itemsPerConversation: 10, behind: new Set(), nowMs })
    cursors.set(userId, page.cursor)
    return page
  }
  const invited = async (...asked: Parameters<typeof sync>) => {
    const { invitations, endedInvitations: ended, invitationsCut: cut } = await sync(...asked)
    return { waiting: invitations.map(({ conversationId }) => conversationId), ended, cut }
  }
  const behind = (conversationId: string) => ({ conversationId, afterSeq: script.headOf(conversationId).seq })
  const invite = (conversationId: string, ...userIds: string[]) => {
    const said = { groupName: 'then', userIds, greeting: 'come', expiresAtMs: script.now + 10 }
    script.append({ type: 'InvitationSent', ...behind(conversationId), ...said }, 'ann')
  }
  const ask = (userId: string, text = 'hi') => {
    const said = { userId, text, answers: ['cake'], expiresAtMs: script.now + 900_000 }
    script.append({ type: 'JoinRequested', ...behind(group), ...said }, userId)
  }
  const letIn = (userId: string, accepted: boolean) =>
    script.append({ type: 'JoinRequestAnswered', conversationId: group, userId, accepted }, 'ann')
  /** Who asks, and how that stands. */
  const asked = async (...whom: Parameters<typeof sync>) => {
    const { joinRequests, joinRequestsCut } = await sync(...whom)
    return [...joinRequests.map(({ request, state }) => `${request!.userId} ${state}`), ...(joinRequestsCut ? ['cut'] : [])]
  }
  const answer = (userId: string, accepted: boolean) =>
    script.append({ type: 'InvitationAnswered', conversationId: group, userId, invitedBy: 'ann', accepted }, userId)
  const ban = (userId: string, banned = true) => script.append({ type: 'UserBanned', ...place(), userId, banned }, 'ann')
  const block = (userId: string, peerId: string, blocks = true) => {
    const type = blocks ? 'UserBlocked' : 'UserUnblocked'
    script.append({ type, conversationId: directConversationId(userId, peerId), userId }, userId)
  }
  const listed = async (userId: string) => {
    const about = { appId: script.appId, conversationId: group, userId, afterUserId: '', limit: 10, nowMs: 0 }
    const found = await views.joinRequests(about)
    assert.ok(typeof found === 'object')
    return found.requests.map(({ userId }) => userId)
  }
  /** Who waits for an answer in the group, as its owner is listed them, which is what a full sync tells. */
  const waiting = async () => {
    const said = await asked('ann', { anew: true })
    const list = await listed('ann')
    assert.deepEqual(
      list.map((userId) => `${userId} waits`),
      said,
    )
    return said
  }
  const invitedTo = async (userId: string) => {
    const { invitations } = await views.invitations({ appId: script.appId, userId, afterConversationId: '', limit: 10, nowMs: 0 })
    return invitations.map(({ conversationId }) => conversationId)
  }
  script.createGroup(group, 'ann', 'amy')
  script.createGroup(other, 'ann')
  return { script, views, place, sync, invited, invite, answer, ban, ask, letIn, asked, waiting, listed, invitedTo, block }
}

for (const database of databasesUnderTest()) {
  describe(`ways into groups, by sync, on ${database.name}`, () => {
    const setUp = (syncLimits = {}) => worldOn(database, syncLimits)

    it('bring the invited what came to wait for them, while it counts, and nobody else', async () => {
      const { script, sync, invited, invite } = await setUp()
      assert.deepEqual(await invited('bob'), nothing)
      invite(group, 'bob')
      const { invitations } = await sync('bob')
      const invitedAtMs = script.now
      assert.deepEqual(invitations, [
        {
          conversationId: group,
          groupName: `Group ${group}`,
          invitedBy: 'ann',
          greeting: 'come',
          invitedAtMs,
          expiresAtMs: invitedAtMs - 990,
        },
      ])
      assert.deepEqual(await invited('bob'), nothing, 'once')
      assert.deepEqual(await invited('bob', { anew: true, nowMs: invitedAtMs }), nothing, 'too old')
      for (const stranger of ['ann', 'amy', 'eve']) assert.deepEqual(await invited(stranger), nothing)
      assert.deepEqual(await invited('bob', { app: 'another', anew: true }), nothing)
      invite(other, 'bob')
      script.send(group, 'ann')
      assert.deepEqual(await invited('bob', { anew: true }), { ...nothing, waiting: [group, other] })
      invite(group, 'bob')
      assert.deepEqual(await invited('bob'), { ...nothing, waiting: [group] }, 'anew')
    })

    it('bring what waits no more, whatever overtook it, and in a full sync nothing of it', async () => {
      const { script, place, invited, invite, answer, ban } = await setUp()
      const users = ['bob', 'cyd', 'dan', 'eve', 'fay']
      const ended = { ...nothing, ended: [group] }
      invite(group, ...users)
      for (const userId of users) assert.deepEqual(await invited(userId), { ...nothing, waiting: [group] })
      answer('bob', false)
      script.add(group, 'ann', 'cyd')
      script.append(
        { type: 'MemberJoined', ...place(), userId: 'dan', how: 'link', approvedBy: 'ann', linkId: '', returning: [], fromStart: false },
        'dan',
      )
      ban('eve')
      for (const userId of users.slice(0, -1)) {
        assert.deepEqual(await invited(userId), ended, userId)
        assert.deepEqual(await invited(userId), nothing, userId)
      }
      assert.deepEqual(await invited('fay'), nothing)
      ban('eve', false)
      assert.deepEqual(await invited('eve'), { ...nothing, waiting: [group] })
      ban('eve')
      assert.deepEqual(await invited('eve'), ended)
      script.dismiss(group, 'ann')
      assert.deepEqual(await invited('fay'), ended)
      for (const userId of users) assert.deepEqual(await invited(userId, { anew: true }), nothing, userId)
      invite(group, 'gus')
      ban('gus')
      assert.deepEqual((await invited('gus')).waiting, [], 'nothing that they may not know')
    })

    it('are no more where everybody has left', async () => {
      const { script, invited, invite } = await setUp()
      invite(group, 'bob')
      await invited('bob')
      for (const userId of ['amy', 'ann']) script.leave(group, userId)
      assert.deepEqual(await invited('bob'), { ...nothing, ended: [group] })
      assert.deepEqual(await invited('bob', { anew: true }), nothing)
    })

    it('are cut where more have changed than are sent, and come with the first page alone', async () => {
      const { script, sync, invited, invite } = await setUp({ waysInMax: 1, conversationsMax: 1 })
      await sync('bob')
      invite(group, 'bob')
      invite(other, 'bob')
      assert.deepEqual(await invited('bob'), { waiting: [group], ended: [], cut: true })
      assert.deepEqual(await invited('bob'), nothing)
      for (const id of ['g:six', 'g:ten']) script.createGroup(id, 'bob')
      script.add(other, 'ann', 'bob')
      const first = await sync('bob')
      assert.deepEqual([first.more, first.endedInvitations], [true, [other]])
      const second = await sync('bob')
      assert.deepEqual([second.more, second.endedInvitations], [true, []])
    })

    it('bring owner and admins, and whoever asked, what is asked and what became of it, and nobody else', async () => {
      const { script, place, sync, asked, ask, letIn } = await setUp()
      script.changeRole(group, 'ann', 'amy', 'admin')
      script.add(group, 'ann', 'max')
      for (const userId of ['ann', 'amy', 'max', 'bob', 'eve']) assert.deepEqual(await asked(userId), [])
      ask('bob')
      const askedAtMs = script.now
      const request = { userId: 'bob', text: 'hi', answers: ['cake'], askedAtMs, expiresAtMs: askedAtMs + 899_000 }
      const waiting = [{ conversationId: group, request, state: 'waits', atMs: 0 }]
      for (const userId of ['ann', 'amy', 'bob']) {
        assert.deepEqual((await sync(userId)).joinRequests, waiting, userId)
        assert.deepEqual(await asked(userId), [], 'once')
      }
      for (const userId of ['max', 'eve']) assert.deepEqual(await asked(userId), [], userId)
      assert.deepEqual(await asked('ann', { app: 'another', anew: true }), [])
      assert.deepEqual(await asked('amy', { anew: true, nowMs: request.expiresAtMs }), [], 'too old')
      for (const userId of ['ann', 'amy']) await asked(userId, { anew: true })
      ask('cyd')
      letIn('bob', false)
      const ended = [{ conversationId: group, request: { ...request, text: '', answers: [] }, state: 'refused', atMs: script.now }]
      assert.deepEqual((await sync('bob')).joinRequests, ended)
      for (const userId of ['ann', 'amy']) assert.deepEqual(await asked(userId), ['bob refused', 'cyd waits'], userId)
      letIn('cyd', true)
      script.append(
        { type: 'MemberJoined', ...place(), userId: 'cyd', how: 'request', approvedBy: 'ann', linkId: '', returning: [], fromStart: false },
        'cyd',
      )
      for (const userId of ['ann', 'amy']) assert.deepEqual(await asked(userId), ['cyd accepted'], userId)
      for (const userId of ['ann', 'amy', 'bob', 'cyd']) assert.deepEqual(await asked(userId, { anew: true }), [], userId)
    })

    it('bring whoever becomes admin what waits, and whoever is so no more nothing', async () => {
      const { script, asked, ask, letIn } = await setUp()
      for (const userId of ['bob', 'cyd', 'dan']) ask(userId)
      letIn('bob', false)
      assert.deepEqual(await asked('amy'), [])
      assert.deepEqual(await asked('ann'), ['cyd waits', 'dan waits'])
      script.changeRole(group, 'ann', 'amy', 'admin')
      assert.deepEqual(await asked('amy'), ['cyd waits', 'dan waits'])
      assert.deepEqual(await asked('amy'), [])
      script.changeRole(group, 'ann', 'amy', 'member')
      letIn('cyd', false)
      assert.deepEqual(await asked('amy'), [])
      script.changeRole(group, 'ann', 'amy', 'admin')
      ask('eve')
      assert.deepEqual(await asked('amy'), ['dan waits', 'eve waits'])
      script.leave(group, 'amy')
      ask('fay')
      letIn('dan', false)
      assert.deepEqual(await asked('amy'), [])
      assert.deepEqual(await asked('amy', { anew: true }), [])
      assert.deepEqual(await asked('ann'), ['cyd refused', 'dan refused', 'eve waits', 'fay waits'])
    })

    it('bring what overtook a request: its user is in, banned, or the group is no more', async () => {
      const { script, asked, ask, ban } = await setUp()
      for (const userId of ['bob', 'cyd', 'dan']) ask(userId)
      const waiting = ['bob waits', 'cyd waits', 'dan waits']
      assert.deepEqual(await asked('ann'), waiting)
      for (const userId of ['bob', 'cyd', 'dan']) await asked(userId)
      script.send(group, 'ann')
      assert.deepEqual(await asked('ann'), [], 'a message overtakes nothing')
      script.add(group, 'ann', 'bob')
      ban('cyd')
      assert.deepEqual(await asked('ann'), ['bob over', 'cyd over'])
      for (const userId of ['bob', 'cyd']) assert.deepEqual(await asked(userId), [`${userId} over`])
      assert.deepEqual(await asked('ann', { anew: true }), ['dan waits'])
      ban('cyd', false)
      for (const userId of ['ann', 'cyd']) assert.deepEqual(await asked(userId), ['cyd waits'])
      script.dismiss(group, 'ann')
      assert.deepEqual(await asked('ann'), ['cyd over', 'dan over'], 'that bob is in was told')
      assert.deepEqual(await asked('dan'), ['dan over'])
      for (const userId of ['ann', 'dan']) assert.deepEqual(await asked(userId, { anew: true }), [])
    })

    it('are listed to whoever asked, while they wait, and to nobody else', async () => {
      const { script, views, sync, ask, letIn, ban } = await setUp()
      const idsOf = async (userId: string, more: { appId?: string; nowMs?: number; afterConversationId?: string } = {}) => {
        await sync('ann')
        const asked = { appId: script.appId, userId, afterConversationId: '', limit: 1, nowMs: 0, ...more }
        const page = await views.ownJoinRequests(asked)
        return [...page.requests.map(({ conversationId, request, state }) => `${conversationId} ${request!.text} ${state}`), page.more]
      }
      ask('bob')
      ask('cyd')
      assert.deepEqual(await idsOf('bob'), [`${group} hi waits`, false])
      for (const userId of ['ann', 'eve']) assert.deepEqual(await idsOf(userId), [false])
      const nowMs = script.now + 900_000
      for (const differently of [{ appId: 'another' }, { nowMs }, { afterConversationId: group }])
        assert.deepEqual(await idsOf('bob', differently), [false])
      letIn('bob', false)
      ban('cyd')
      for (const userId of ['bob', 'cyd']) assert.deepEqual(await idsOf(userId), [false])
      const elsewhere = { conversationId: other, text: 'me', answers: [], expiresAtMs: nowMs, afterSeq: 0 }
      script.append({ type: 'JoinRequested', ...elsewhere, userId: 'bob' }, 'bob')
      ask('bob')
      assert.deepEqual(await idsOf('bob'), [`${group} hi waits`, true])
      assert.deepEqual(await idsOf('bob', { afterConversationId: group }), [`${other} me waits`, false])
      script.append({ type: 'JoinRequestWithdrawn', conversationId: group, userId: 'bob' }, 'bob')
      assert.deepEqual(await idsOf('bob'), [`${other} me waits`, false])
    })

    // Whoever was invited, was added by another and then removed was told by sync that the invitation waited again, and let themselves in by it.
    it('are over for good once their user has been in, and whoever goes is shown none of them again', async () => {
      const { script, views, invited, invite, ask, asked, waiting, invitedTo } = await setUp()
      invite(group, 'bob')
      ask('bob')
      ask('cyd')
      assert.deepEqual(await waiting(), ['bob waits', 'cyd waits'])
      assert.deepEqual(await invited('bob'), { ...nothing, waiting: [group] })
      await asked('cyd')
      script.add(group, 'ann', 'bob', 'cyd')
      assert.deepEqual(await asked('ann'), ['bob over', 'cyd over'])
      assert.deepEqual(await invited('bob'), { ...nothing, ended: [group] })
      assert.deepEqual(await asked('cyd'), ['cyd over'])
      script.remove(group, 'ann', 'bob')
      script.leave(group, 'cyd')
      for (const userId of ['ann', 'bob', 'cyd']) assert.deepEqual(await asked(userId), [], userId)
      for (const anew of [false, true]) assert.deepEqual(await invited('bob', { anew }), nothing)
      assert.deepEqual([await waiting(), await invitedTo('bob')], [[], []])
      const own = await views.ownJoinRequests({ appId: script.appId, userId: 'cyd', afterConversationId: '', limit: 10, nowMs: 0 })
      assert.deepEqual(own.requests, [])
      invite(group, 'bob')
      ask('cyd')
      assert.deepEqual(await invited('bob'), { ...nothing, waiting: [group] })
      assert.deepEqual([await waiting(), await invitedTo('bob')], [['cyd waits'], [group]])
    })

    // Each mute, each nickname and each role of one who was in by then told them, and all admins, once more that what had waited was over.
    it('are told to be over once, whatever becomes of their user or of who is told', async () => {
      const { script, place, sync, invited, invite, ask, asked, ban } = await setUp()
      const changes: readonly (() => void)[] = [
        () => script.append({ type: 'MemberMuted', ...place(), userId: 'bob', mutedUntil: script.now + 1_000 }, 'ann'),
        () => script.append({ type: 'NicknameChanged', ...place(), userId: 'bob', nickname: 'Bo' }, 'bob'),
        () => script.append({ type: 'NicknameChanged', ...place(), userId: 'amy', nickname: 'Am' }, 'amy'),
        () => script.changeRole(group, 'ann', 'bob', 'admin'),
        () => script.changeRole(group, 'ann', 'bob', 'member'),
        () => script.remove(group, 'ann', 'bob'),
        () => script.add(group, 'ann', 'bob'),
        () => script.remove(group, 'ann', 'bob'),
        () => ban('bob'),
        () => script.dismiss(group, 'ann'),
      ]
      script.changeRole(group, 'ann', 'amy', 'admin')
      invite(group, 'bob')
      ask('bob')
      for (const userId of ['ann', 'amy', 'bob']) await asked(userId)
      script.add(group, 'ann', 'bob')
      for (const userId of ['ann', 'amy']) assert.deepEqual(await asked(userId), ['bob over'], userId)
      assert.deepEqual(await invited('bob'), { ...nothing, ended: [group] })
      for (const [i, change] of changes.entries()) {
        change()
        for (const userId of ['ann', 'amy', 'bob']) {
          const { joinRequests, endedInvitations } = await sync(userId)
          assert.deepEqual([joinRequests, endedInvitations], [[], []], `${userId}, ${i}`)
        }
      }
    })

    // The list had a notion of its own of what waits, and showed for thirty days what nobody could answer in a group that was dismissed.
    it('are listed to the owner as a full sync tells them: none that is over, and none of a group that was dismissed', async () => {
      const { script, ask, ban, letIn, waiting } = await setUp()
      for (const userId of ['bob', 'cyd', 'dan', 'eve', 'fay']) ask(userId)
      ban('bob')
      letIn('cyd', false)
      script.add(group, 'ann', 'dan')
      assert.deepEqual(await waiting(), ['eve waits', 'fay waits'])
      script.dismiss(group, 'ann')
      assert.deepEqual(await waiting(), [])
    })

    // Whoever blocks somebody was reached by them all the same: by what they say when they ask to be let into a group.
    it('bring no owner or admin, and list to none, what somebody asks whom they block, while they do; to others, and to whoever asks, all is as ever', async () => {
      const { script, place, asked, ask, letIn, waiting, block, listed } = await setUp()
      script.changeRole(group, 'ann', 'amy', 'admin')
      ask('bob')
      assert.deepEqual(await asked('ann'), ['bob waits'])
      for (const userId of ['amy', 'bob', 'cyd']) await asked(userId)
      block('ann', 'bob')
      block('ann', 'cyd')
      ask('bob', 'please')
      ask('cyd')
      ask('dan')
      for (const userId of ['bob', 'cyd']) assert.deepEqual(await asked(userId), [`${userId} waits`])
      assert.deepEqual(await asked('amy'), ['bob waits', 'cyd waits', 'dan waits'])
      assert.deepEqual(await asked('ann'), ['dan waits'])
      assert.deepEqual(await waiting(), ['dan waits'])
      assert.deepEqual(await listed('amy'), ['bob', 'cyd', 'dan'])
      script.append({ type: 'NicknameChanged', ...place(), userId: 'ann', nickname: 'An' }, 'ann')
      assert.deepEqual(await asked('ann'), ['dan waits'], 'nor when their own stay has changed')
      letIn('cyd', false)
      for (const userId of ['amy', 'cyd', 'ann']) assert.deepEqual(await asked(userId), ['cyd refused'], 'all that it has ended')
      block('ann', 'bob', false)
      assert.deepEqual(await asked('ann'), [], 'nothing is told when they block no more')
      assert.deepEqual(await waiting(), ['bob waits', 'dan waits'])
      block('bob', 'ann')
      block('eve', 'bob')
      assert.deepEqual(await waiting(), ['bob waits', 'dan waits'], 'whom others block, or who blocks, is none of it')
    })

    // What was told before the block was known here stood on the devices of whoever blocks for good: its end was left out, as they block who had asked.
    it('bring whoever blocks somebody the end of what they asked, whatever ended it, and nothing that they said', async () => {
      const { script, place, sync, asked, ask, letIn, ban, block } = await setUp()
      for (const userId of ['bob', 'cyd', 'dan', 'eve', 'fay']) ask(userId)
      assert.deepEqual((await asked('ann')).length, 5)
      for (const userId of ['bob', 'cyd', 'dan', 'eve', 'fay', 'gus']) block('ann', userId)
      ask('gus')
      assert.deepEqual(await asked('ann'), [])
      letIn('bob', false)
      script.append({ type: 'JoinRequestWithdrawn', conversationId: group, userId: 'cyd' }, 'cyd')
      ban('dan')
      script.add(group, 'ann', 'eve', 'gus')
      const { joinRequests } = await sync('ann')
      assert.deepEqual(
        joinRequests.map(({ request, state }) => [`${request!.userId} ${state}`, request!.text, request!.answers]),
        ['bob refused', 'cyd over', 'dan over', 'eve over', 'gus over'].map((told) => [told, '', []]),
      )
      script.append({ type: 'NicknameChanged', ...place(), userId: 'ann', nickname: 'An' }, 'ann')
      ban('dan', false)
      assert.deepEqual(await asked('ann'), [], 'once, and not that it waits again')
      assert.deepEqual(await asked('ann', { anew: true }), [])
    })

    it('are cut where more was asked than is sent', async () => {
      const { asked, ask } = await setUp({ waysInMax: 1 })
      await asked('ann')
      for (const userId of ['bob', 'cyd']) ask(userId)
      assert.deepEqual(await asked('ann'), ['bob waits', 'cut'])
      assert.deepEqual(await asked('ann'), [])
    })
  })
}
