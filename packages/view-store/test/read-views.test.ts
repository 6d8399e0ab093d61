// The read side: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wire } from '@skein/contracts'
import { limitsInForce } from '@skein/domain'
import { type EncodedItem, type HistoryPage, itemOf, type SyncPage } from '@skein/projections'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const empty = new Uint8Array(0)
const itemsIn = (items: readonly EncodedItem[]) => items.map((item) => wire.ConversationItem.decode(item))
const seqs = (items: readonly EncodedItem[]) => itemsIn(items).map((item) => item.seq)
const inConversation = (page: SyncPage, id: string) =>
  itemsIn(page.items)
    .filter((item) => item.conversationId === id)
    .map((item) => item.seq)

for (const database of databasesUnderTest()) {
  describe(`read views on ${database.name}`, () => {
    const setUp = async (syncLimits = {}, itemBytesMax = 262_144) => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema, syncLimits, itemBytesMax })
      const script = new EventScript()
      const project = () => store.apply([script.take()])
      const history = (userId: string, conversationId: string, query: { beforeSeq?: number; afterSeq?: number; limit?: number } = {}) =>
        views.history({ appId: 'app', userId, conversationId, beforeSeq: 0, afterSeq: 0, limit: 100, ...query })
      const sync = (userId: string, cursor: Uint8Array = empty, itemsPerConversation = 10) =>
        views.sync({ appId: 'app', userId, cursor, itemsPerConversation, behind: new Set(), nowMs: 0 })
      return { ...opened, store, views, script, project, history, sync }
    }

    it('shows items as delivery makes them, byte by byte', async () => {
      const { script, project, history } = await setUp()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob')
      script.send('g:one', 'ann', 'hällo')
      script.changeRole('g:one', 'ann', 'bob', 'admin')
      script.remove('g:one', 'ann', 'bob')
      script.leave('g:one', 'ann')
      await project()
      const page = await history('ann', 'g:one')
      assert.ok(page !== 'NOT_A_MEMBER')
      const delivered = script.records.map(({ event }) => itemOf(event)).filter((item) => item !== null)
      assert.equal(delivered.length, 5)
      const asText = (items: readonly EncodedItem[]) => items.map((item) => Buffer.from(item).toString('hex'))
      assert.deepEqual(asText(page.items), asText(delivered))
    })

    it('pages history in both directions and only within the stays of the reader', async () => {
      const { script, project, history } = await setUp()
      script.createGroup('g:one', 'ann') // 1
      script.send('g:one', 'ann') // 2
      script.send('g:one', 'ann') // 3
      script.add('g:one', 'ann', 'bob') // 4
      script.send('g:one', 'ann') // 5
      script.remove('g:one', 'ann', 'bob') // 6
      script.send('g:one', 'ann') // 7
      script.send('g:one', 'ann') // 8
      script.add('g:one', 'ann', 'bob') // 9
      script.send('g:one', 'ann') // 10
      await project()
      const pageOf = async (userId: string, query = {}) => {
        const page = await history(userId, 'g:one', query)
        return page === 'NOT_A_MEMBER' ? page : { seqs: seqs(page.items), more: page.more }
      }
      assert.deepEqual(await pageOf('bob'), { seqs: [4, 5, 6, 9, 10], more: false })
      assert.deepEqual(await pageOf('bob', { limit: 3 }), { seqs: [6, 9, 10], more: true })
      assert.deepEqual(await pageOf('bob', { beforeSeq: 6, limit: 3 }), { seqs: [4, 5], more: false })
      assert.deepEqual(await pageOf('bob', { beforeSeq: 9, afterSeq: 5, limit: 3 }), { seqs: [6], more: false })
      assert.deepEqual(await pageOf('bob', { afterSeq: 4, limit: 2 }), { seqs: [5, 6], more: true })
      assert.deepEqual(await pageOf('bob', { afterSeq: 10 }), { seqs: [], more: false })
      assert.deepEqual(await pageOf('bob', { beforeSeq: 3 }), { seqs: [], more: false })
      assert.deepEqual(await pageOf('ann', { afterSeq: 6 }), { seqs: [7, 8, 9, 10], more: false })
      assert.equal(await pageOf('cyd'), 'NOT_A_MEMBER')
      assert.equal(await history('ann', 'g:none'), 'NOT_A_MEMBER')
      // What is in no page up to there is not theirs to see. Of what came after they were out, nobody is told even that it is there.
      const viewSeqOf = async (userId: string, query = {}) => ((await history(userId, 'g:one', query)) as HistoryPage).viewSeq
      assert.deepEqual(
        await Promise.all([{}, { limit: 1 }, { afterSeq: 6, beforeSeq: 8 }].map((query) => viewSeqOf('bob', query))),
        [10, 10, 10],
      )
      script.remove('g:one', 'ann', 'bob') // 11
      script.send('g:one', 'ann') // 12
      assert.equal(await viewSeqOf('bob'), 10)
      await project()
      assert.deepEqual([await viewSeqOf('bob'), await viewSeqOf('bob', { afterSeq: 11 }), await viewSeqOf('ann')], [11, 11, 12])
    })

    it('says of every page of a full sync that it is full, wherever it goes on', async () => {
      const { script, project, sync } = await setUp({ conversationsMax: 1 })
      for (const id of ['g:one', 'g:two', 'g:three']) script.createGroup(id, 'ann')
      await project()
      const said: boolean[][] = []
      let page = await sync('ann')
      for (; page.more; page = await sync('ann', page.cursor)) said.push([page.full, page.more])
      assert.deepEqual(
        [...said, [page.full, page.more]],
        [
          [true, true],
          [true, true],
          [true, false],
        ],
      )
      for (const id of ['g:one', 'g:two']) script.send(id, 'ann')
      await project()
      const changed = await sync('ann', page.cursor)
      const rest = await sync('ann', changed.cursor)
      assert.deepEqual([changed.full, changed.more, rest.full, rest.more], [false, true, false, false])
    })

    it('counts unread by subtraction, and nothing for one who is out', async () => {
      const { script, project, views } = await setUp()
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      for (let i = 0; i < 3; i++) script.send('g:one', 'ann')
      script.remove('g:one', 'ann', 'cyd')
      script.send('g:one', 'ann')
      script.send('d:ann:bob', 'ann')
      script.send('d:bob:bob', 'bob')
      script.markRead('g:one', 'bob', 2)
      await project()
      const unread = async (userId: string) => {
        const { entries, total } = await views.unread('app', userId)
        return { total, entries: Object.fromEntries(entries.map((e) => [e.conversationId, e.unread])) }
      }
      assert.deepEqual(await unread('ann'), { total: 0, entries: {} })
      assert.deepEqual(await unread('bob'), { total: 3, entries: { 'g:one': 2, 'd:ann:bob': 1 } })
      // A badge that nobody could clear: a marker cannot be moved in a conversation that one is out of.
      assert.deepEqual(await unread('cyd'), { total: 0, entries: {} })
      const query = { appId: 'app', userId: 'cyd', cursor: empty, itemsPerConversation: 1, behind: new Set<number>(), nowMs: 0 }
      assert.equal((await views.sync(query)).sessions[0]!.unread, 0)
      assert.deepEqual(await unread('dan'), { total: 0, entries: {} })
    })

    it('counts nothing as unread that was taken away or that its reader deleted for themselves, and shows them no text of it', async () => {
      const { script, project, views, history, sync } = await setUp()
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      const sent = ['one', 'two', 'three', 'four'].map((text) => script.send('g:one', 'ann', text)) // 2..5
      script.markRead('g:one', 'bob', 1)
      await project()
      const { cursor } = await sync('bob')
      for (const message of sent.slice(0, 2)) script.hide('g:one', 'bob', message)
      script.revoke('g:one', 'ann', sent[2]!) // 6
      await project()
      const left = (items: readonly EncodedItem[]) =>
        itemsIn(items).flatMap(({ messageSent }) => {
          if (!messageSent) return []
          const { body, removed, attachments } = messageSent
          return [removed ? [removed.kind, removed.actorId, attachments!.length, body] : new TextDecoder().decode(body!.bytes!)]
        })
      const revoked = ['revoked', 'ann', 0, null]
      const hidden = ['hidden', 'bob', 0, null]
      for (const [userId, texts, unread, uncounted] of [
        ['bob', [hidden, hidden, revoked, 'four'], 1, [2, 3]],
        ['cyd', ['one', 'two', revoked, 'four'], 3, [3]],
      ] as const) {
        const page = await history(userId, 'g:one')
        assert.ok(page !== 'NOT_A_MEMBER')
        assert.deepEqual(left(page.items), texts)
        const whole = await sync(userId)
        assert.deepEqual(left(whole.items), texts)
        assert.deepEqual([whole.sessions[0]!.unread, whole.sessions[0]!.uncountedOrdinals], [unread, uncounted])
        assert.equal((await views.unread('app', userId)).total, unread)
      }
      // A device that comes back is told what was deleted on another.
      const next = await sync('bob', cursor)
      const named = sent.slice(0, 2).map(({ messageId, seq, ordinal }) => ({ conversationId: 'g:one', seq, ordinal, messageId }))
      assert.deepEqual(next.hidden, named)
      assert.deepEqual((await sync('bob', next.cursor)).hidden, [])
      assert.deepEqual((await sync('cyd', cursor)).hidden, [])
    })

    it('syncs everything first, then what changed, and nothing when nothing did', async () => {
      const { script, project, sync } = await setUp()
      script.register('ann', 'bob', 'cyd')
      script.send('d:ann:bob', 'ann')
      script.createGroup('g:one', 'cyd', 'bob')
      for (let i = 0; i < 5; i++) script.send('g:one', 'cyd')
      await project()
      const first = await sync('bob', empty, 3)
      assert.ok(first.full && !first.more)
      assert.deepEqual(inConversation(first, 'g:one'), [4, 5, 6])
      assert.deepEqual(inConversation(first, 'd:ann:bob'), [1])
      assert.deepEqual(first.profiles.map((p) => p.userId).sort(), ['ann', 'cyd'])
      const whole = await sync('bob', empty, 10)
      // The item that made the group names its members.
      assert.deepEqual(whole.profiles.map((p) => p.userId).sort(), ['ann', 'bob', 'cyd'])
      const group = first.sessions.find((s) => s.conversationId === 'g:one')!
      const { lastActivityAtMs, ...rest } = group
      assert.equal(lastActivityAtMs, script.now)
      assert.deepEqual(rest, {
        conversationId: 'g:one',
        kind: 'group',
        name: 'Group g:one',
        memberCount: 2,
        lastSeq: 6,
        lastOrdinal: 5,
        readOrdinal: 0,
        unread: 5,
        role: 'member',
        fromSeq: 1,
        toSeq: 0,
        uncountedOrdinals: [],
        mutedUntilMs: 0,
        dismissedAtMs: 0,
      })

      const nothing = await sync('bob', first.cursor)
      assert.deepEqual([nothing.full, nothing.sessions, nothing.items, nothing.profiles], [false, [], [], []])

      script.markRead('g:one', 'bob', 4)
      script.send('d:ann:bob', 'ann')
      await project()
      const next = await sync('bob', nothing.cursor)
      assert.equal(next.full, false)
      assert.deepEqual(
        next.sessions.map((s) => [s.conversationId, s.unread]),
        [
          ['d:ann:bob', 2],
          ['g:one', 1],
        ],
      )
      assert.deepEqual([inConversation(next, 'g:one'), inConversation(next, 'd:ann:bob')], [[], [2]])
    })

    it('sends the last items of what changed, and of what is newly visible no more than that', async () => {
      const { script, project, sync } = await setUp()
      script.createGroup('g:one', 'ann', 'bob') // 1
      await project()
      const { cursor } = await sync('bob')
      script.changeRole('g:one', 'ann', 'bob', 'admin') // 2
      for (let i = 0; i < 20; i++) script.send('g:one', 'ann') // 3..22
      script.createGroup('g:new', 'ann') // 1
      script.send('g:new', 'ann') // 2
      script.add('g:new', 'ann', 'bob') // 3
      script.send('g:new', 'ann') // 4
      await project()
      const page = await sync('bob', cursor, 2)
      assert.deepEqual(inConversation(page, 'g:one'), [21, 22])
      assert.deepEqual(inConversation(page, 'g:new'), [3, 4])
    })

    it('shows one who is out nothing that came after', async () => {
      const { script, project, sync, views } = await setUp()
      script.createGroup('g:one', 'ann', 'bob')
      script.send('g:one', 'ann')
      await project()
      const { cursor } = await sync('bob')
      script.remove('g:one', 'ann', 'bob') // 3
      const leftAt = script.now
      await project()
      const out = await sync('bob', cursor)
      assert.deepEqual(inConversation(out, 'g:one'), [3])
      script.send('g:one', 'ann')
      script.add('g:one', 'ann', 'cyd')
      await project()
      assert.deepEqual((await sync('bob', out.cursor)).sessions, [])
      const whole = await sync('bob')
      assert.deepEqual(inConversation(whole, 'g:one'), [1, 2, 3])
      const [session] = whole.sessions
      assert.deepEqual(
        [session?.role, session?.lastSeq, session?.lastOrdinal, session?.toSeq, session?.memberCount, session?.lastActivityAtMs],
        ['', 3, 1, 4, 0, leftAt],
      )
      const members = { appId: 'app', conversationId: 'g:one', afterUserId: '', role: '', limit: 10 }
      assert.equal(await views.members({ ...members, userId: 'bob' }), 'NOT_A_MEMBER')
    })

    it('begins again for garbage and for cursors of another log', async () => {
      const { script, project, sync } = await setUp()
      script.send('d:ann:bob', 'ann')
      await project()
      assert.ok((await sync('bob', Uint8Array.of(1, 2, 3))).full)
      const elsewhere = await setUp()
      const other = new EventScript(0, 'another epoch')
      other.send('d:ann:bob', 'ann')
      await elsewhere.store.apply([other.take()])
      const { cursor } = await elsewhere.sync('bob')
      const page = await sync('bob', cursor)
      assert.ok(page.full)
      assert.equal(page.sessions.length, 1)
      assert.equal((await sync('bob', page.cursor)).full, false)
    })

    it('takes several pages, and loses nothing that changes meanwhile', async () => {
      const { script, project, sync } = await setUp({ conversationsMax: 3 })
      const peers = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
      for (const peer of peers) script.send(`d:bob:${peer}`, peer)
      await project()
      const seen: string[] = []
      let cursor: Uint8Array = empty
      const fulls: boolean[] = []
      for (let more = true; more; ) {
        const page = await sync('bob', cursor)
        if (fulls.length === 0) {
          // In a conversation already sent: it belongs to the next sync.
          script.send('d:bob:c1', 'c1')
          await project()
        }
        fulls.push(page.full)
        seen.push(...page.sessions.map((s) => s.conversationId))
        assert.equal(page.items.length, page.sessions.length)
        cursor = page.cursor
        more = page.more
      }
      assert.deepEqual(fulls, [true, true, true])
      assert.deepEqual(
        seen,
        peers.map((peer) => `d:bob:${peer}`),
      )
      const next = await sync('bob', cursor)
      assert.deepEqual([next.full, inConversation(next, 'd:bob:c1')], [false, [2]])
    })

    it('bounds the bytes of a page by leaving older items to history', async () => {
      const { script, project, sync } = await setUp({}, 1_600)
      for (let i = 0; i < 4; i++) script.send('d:bob:old', 'old', 'x'.repeat(300))
      for (let i = 0; i < 2; i++) script.send('d:bob:new', 'new', 'x'.repeat(300))
      await project()
      const page = await sync('bob')
      assert.deepEqual([inConversation(page, 'd:bob:new'), inConversation(page, 'd:bob:old')], [[1, 2], [4]])
      assert.equal(page.sessions.length, 2)
    })

    it('bounds the profiles of a page, peers and actors first', async () => {
      const { script, project, sync } = await setUp({ profilesMax: 2 })
      script.register('ann', 'bob', 'cyd', 'dan')
      script.createGroup('g:one', 'cyd', 'bob', 'dan')
      script.send('d:ann:bob', 'ann')
      await project()
      assert.deepEqual((await sync('bob')).profiles.map((p) => p.userId).sort(), ['ann', 'cyd'])
    })

    it('tells the policy of an app as it stands, and none of an app that nobody registered', async () => {
      const { script, project, views } = await setUp()
      const change = (...limits: { name: string; value: number }[]) => script.append({ type: 'AppPolicyChanged', limits }, '')
      assert.equal(await views.app('app'), null)
      script.append({ type: 'AppRegistered' }, '')
      await project()
      assert.deepEqual(await views.app('app'), { limits: limitsInForce({}) })
      change({ name: 'attachmentsMax', value: 2 }, { name: 'bodyBytesMax', value: 100 })
      await project()
      assert.deepEqual(await views.app('app'), { limits: limitsInForce({ attachmentsMax: 2, bodyBytesMax: 100 }) })
      change({ name: 'attachmentsMax', value: 3 })
      await project()
      assert.deepEqual(await views.app('app'), { limits: limitsInForce({ attachmentsMax: 3 }) })
      assert.equal(await views.app('other'), null)
    })

    it('looks users, members and device sessions up', async () => {
      const { script, project, views } = await setUp()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's1', platform: 'web', expiresAt: 9 }, 'ann')
      script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's2', platform: 'web', expiresAt: 9 }, 'ann')
      await project()
      script.append({ type: 'DeviceSessionClosed', userId: 'ann', sessionId: 's2' }, 'ann')
      script.remove('g:one', 'ann', 'bob')
      await project()
      const ann = { userId: 'ann', userName: 'Name-ann', displayName: 'The ann' }
      assert.deepEqual(await views.findUser('app', { userName: 'nAME-aNN' }), ann)
      assert.deepEqual(await views.findUser('app', { userId: 'ann' }), ann)
      assert.equal(await views.findUser('other', { userId: 'ann' }), null)
      const newest = script.records.flatMap(({ event }) => (event.type === 'UserRegistered' ? [event.userId] : [])).reverse()
      assert.deepEqual(
        (await views.newestUsers(1)).map(({ appId, userId }) => [appId, userId]),
        [[script.appId, newest[0]]],
      )
      assert.equal((await views.newestUsers(10)).length, newest.length)
      const asked = ['s2', 's1', 's3'].map((sessionId) => ({ appId: 'app', userId: 'ann', sessionId }))
      assert.deepEqual(await views.deviceSessions(asked), ['closed', 'open', 'unknown'])
      const members = { appId: 'app', userId: 'cyd', conversationId: 'g:one', afterUserId: '', role: '', limit: 1 }
      const plain = { nickname: '', mutedUntilMs: 0 }
      const owner = { userId: 'ann', role: 'owner', ...plain }
      assert.deepEqual(await views.members(members), { members: [owner], more: true, viewSeq: 2 })
      assert.deepEqual(await views.members({ ...members, afterUserId: 'ann' }), {
        members: [{ userId: 'cyd', role: 'member', ...plain }],
        more: false,
        viewSeq: 2,
      })
      assert.deepEqual(await views.members({ ...members, afterUserId: 'cyd' }), { members: [], more: false, viewSeq: 2 })
      assert.equal(await views.members({ ...members, userId: 'dan' }), 'NOT_A_MEMBER')
    })
  })
}
