// Story: one user stopped all others with sixty small requests for history. Each read the bodies of 200 large messages, 13 MB, of which the
// gateway then sent 1 MB. What does not fit into an answer is not read any more: neither by history, nor by earlier versions, nor by what
// was missed, nor by a sync, whatever is asked for. The same of texts with which users ask to be let into groups, and are invited: 500 of the longest
// made a sync of 8 MB.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews, type Database, type Queryable } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const itemBytesMax = 20_000
const large = 'x'.repeat(3_000)
/** Each is some hundred bytes longer than its text. */
const fits = 6

/** A database, and how many bytes of items it has read since it was last asked. */
function counting(db: Database) {
  let bytes = 0
  const count = (queryable: Queryable): Queryable => ({
    async query<Row>(...asked: Parameters<Queryable['query']>) {
      const result = await queryable.query<Row>(...asked)
      for (const row of result.rows as readonly Readonly<Record<string, Uint8Array | string | null | undefined>>[]) {
        for (const name of ['item', 'request_text', 'answers', 'greeting']) {
          const said = row[name]
          bytes += typeof said === 'string' ? Buffer.byteLength(said) : (said?.length ?? 0)
        }
      }
      return result
    },
  })
  const counted: Database = {
    ...count(db),
    transaction: (work, options) => db.transaction((queryable) => work(count(queryable)), options),
    withConnection: (work) => db.withConnection(work),
    close: () => db.close(),
  }
  const take = () => {
    const taken = bytes
    bytes = 0
    return taken
  }
  return { counted, take }
}

for (const database of databasesUnderTest()) {
  describe(`reads on ${database.name}`, () => {
    it('take no more bytes of items than one answer may hold, and say that there are more', async () => {
      const { db, schema } = await database.open()
      const { counted, take } = counting(db)
      const views = createReadViews(counted, { schema, itemBytesMax })
      const script = new EventScript()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob')
      const store = createProjectorStore(db, { schema })
      await store.apply([script.take()])
      const { cursor } = await views.sync({
        appId: 'app',
        userId: 'bob',
        cursor: new Uint8Array(0),
        itemsPerConversation: 0,
        behind: new Set(),
        nowMs: 0,
      })
      const [first] = Array.from({ length: 50 }, () => script.send('g:one', 'ann', large))
      for (let i = 0; i < 20; i++) script.edit('g:one', 'ann', first!, `${large}${i}`)
      await store.apply([script.take()])
      take()

      const place = { appId: 'app', userId: 'bob', conversationId: 'g:one' }
      const asked = {
        newest: () => views.history({ ...place, beforeSeq: 0, afterSeq: 0, limit: 50 }),
        'the large ones': () => views.history({ ...place, beforeSeq: 52, afterSeq: 0, limit: 200 }),
        oldest: () => views.history({ ...place, beforeSeq: 0, afterSeq: 1, limit: 200 }),
        edits: () => views.edits({ ...place, seq: 2, fromVersion: 0, limit: 200 }),
        missed: () => views.missed({ appId: 'app', userId: 'bob', cursor, after: { conversationId: '', seq: 0 }, limit: 200 }),
        sync: () =>
          views.sync({ appId: 'app', userId: 'bob', cursor: new Uint8Array(0), itemsPerConversation: 50, behind: new Set(), nowMs: 0 }),
      }
      for (const [what, ask] of Object.entries(asked)) {
        const page = await ask()
        const bytes = take()
        assert.ok(typeof page === 'object' && page.items.length > 0, what)
        assert.ok(bytes <= itemBytesMax, `${what} read ${bytes} bytes`)
        if (what === 'oldest' || what === 'edits' || what === 'the large ones')
          assert.deepEqual([page.items.length, page.more], [fits, true], what)
      }
    })

    it('take no more bytes of requests and invitations than one answer may hold, and say that there are more', async () => {
      const { db, schema } = await database.open()
      const { counted, take } = counting(db)
      const views = createReadViews(counted, { schema, itemBytesMax })
      const script = new EventScript()
      const groups = Array.from({ length: 20 }, (_, i) => `g:${10 + i}`)
      for (const id of [...groups, 'g:one']) script.createGroup(id, 'ann')
      const store = createProjectorStore(db, { schema })
      await store.apply([script.take()])
      const sync = { appId: 'app', itemsPerConversation: 0, behind: new Set<number>(), nowMs: 0 }
      const cursors = new Map<string, Uint8Array>()
      for (const userId of ['ann', 'bob']) {
        const { cursor } = await views.sync({ ...sync, userId, cursor: new Uint8Array(0) })
        cursors.set(userId, cursor)
      }
      // Of two bytes each, as they are kept and sent.
      const answers = Array.from({ length: 3 }, () => 'ä'.repeat(500))
      const says = { text: 'ä'.repeat(500), answers, expiresAtMs: script.now + 900_000, afterSeq: 1 }
      const greeting = 'ä'.repeat(800)
      for (const [i, conversationId] of groups.entries()) {
        const userId = `user-${10 + i}`
        script.append({ type: 'JoinRequested', conversationId: 'g:one', userId, ...says }, userId)
        script.append({ type: 'JoinRequested', conversationId, userId: 'bob', ...says }, 'bob')
        const invited = { groupName: 'x', userIds: ['bob'], greeting, expiresAtMs: 0, afterSeq: 1 }
        script.append({ type: 'InvitationSent', conversationId, ...invited }, 'ann')
      }
      await store.apply([script.take()])
      take()

      const asked = { appId: 'app', limit: 20, nowMs: 0 }
      const of = async <T>(ask: () => Promise<T | string>, what: string, answers = 1) => {
        const page = await ask()
        const bytes = take()
        assert.ok(bytes > 0 && bytes <= answers * itemBytesMax, `${what} read ${bytes} bytes`)
        assert.ok(typeof page === 'object', what)
        return page
      }
      for (const cursor of [new Uint8Array(0), cursors.get('ann')!]) {
        const page = await of(() => views.sync({ ...sync, userId: 'ann', cursor }), 'a sync of the owner')
        assert.deepEqual([page.joinRequests.length, page.joinRequestsCut], [4, true])
        assert.equal(page.joinRequests[0]!.request!.answers.length, 3)
      }
      for (const cursor of [new Uint8Array(0), cursors.get('bob')!]) {
        const page = await of(() => views.sync({ ...sync, userId: 'bob', cursor }), 'a sync of whoever asked and was invited', 2)
        assert.deepEqual([page.joinRequests.length, page.joinRequestsCut], [4, true])
        assert.deepEqual([page.invitations.length, page.invitationsCut], [12, true])
      }
      const ids: string[] = []
      for (let more = true; more; ) {
        const ask = { ...asked, userId: 'ann', conversationId: 'g:one', afterUserId: ids.at(-1) ?? '' }
        const page = await of(() => views.joinRequests(ask), 'requests')
        assert.ok(page.requests.length <= 4)
        ids.push(...page.requests.map(({ userId }) => userId))
        more = page.more
      }
      assert.deepEqual(
        ids,
        groups.map((_, i) => `user-${10 + i}`),
      )
      const own = await of(() => views.ownJoinRequests({ ...asked, userId: 'bob', afterConversationId: '' }), 'own requests')
      const invited = await of(() => views.invitations({ ...asked, userId: 'bob', afterConversationId: '' }), 'invitations')
      assert.deepEqual([own.requests.length, own.more, invited.invitations.length, invited.more], [4, true, 12, true])
      for (const conversationId of groups) {
        script.append({ type: 'InvitationRevoked', conversationId, userId: 'bob', invitedBy: 'ann' }, 'ann')
        script.append({ type: 'JoinRequestWithdrawn', conversationId, userId: 'bob' }, 'bob')
      }
      await store.apply([script.take()])
      const ended = await views.sync({ ...sync, userId: 'bob', cursor: cursors.get('bob')! })
      assert.deepEqual([ended.endedInvitations, ended.joinRequests.length, take()], [groups, 20, 0], 'no text of what has ended')
    })

    it('take no more bytes of the own requests and of those of others together than one answer may hold', async () => {
      const { db, schema } = await database.open()
      const { counted, take } = counting(db)
      const views = createReadViews(counted, { schema, itemBytesMax })
      const script = new EventScript()
      for (const id of ['g:a', 'g:b', 'g:c', 'g:d', 'g:e']) script.createGroup(id, 'ann')
      script.createGroup('g:own', 'bob')
      const asks = (conversationId: string, userId: string, bytes: number) => {
        const says = { text: 'x'.repeat(bytes), answers: [], expiresAtMs: script.now + 900_000, afterSeq: 1 }
        script.append({ type: 'JoinRequested', conversationId, userId, ...says }, userId)
      }
      const store = createProjectorStore(db, { schema })
      const told = async () => {
        await store.apply([script.take()])
        take()
        const sync = {
          appId: 'app',
          userId: 'bob',
          cursor: new Uint8Array(0),
          itemsPerConversation: 0,
          behind: new Set<number>(),
          nowMs: 0,
        }
        const { joinRequests, joinRequestsCut } = await views.sync(sync)
        const asked = joinRequests.map(({ conversationId, request }) => `${conversationId} ${request!.userId}`)
        return { asked, cut: joinRequestsCut, read: take() }
      }
      for (const userId of ['u1', 'u2', 'u3', 'u4']) asks('g:own', userId, 4_900)
      const others = ['g:own u1', 'g:own u2', 'g:own u3', 'g:own u4']
      assert.deepEqual((await told()).asked, others)
      asks('g:a', 'bob', 4_900)
      const first = await told()
      assert.deepEqual([first.asked, first.cut], [['g:a bob', ...others.slice(0, 3)], true])
      assert.ok(first.read <= itemBytesMax)
      for (const id of ['g:b', 'g:c', 'g:d', 'g:e']) asks(id, 'bob', 4_900)
      const { asked, cut, read } = await told()
      assert.deepEqual([asked, cut], [['g:a bob', 'g:b bob', 'g:c bob', 'g:d bob'], true])
      assert.ok(read <= itemBytesMax + 5_000, `${read} bytes, one to see that there are more`)
      asks('g:own', 'u0', itemBytesMax)
      for (const id of ['g:a', 'g:b', 'g:c', 'g:d', 'g:e'])
        script.append({ type: 'JoinRequestWithdrawn', conversationId: id, userId: 'bob' }, 'bob')
      const alone = await told()
      assert.deepEqual([alone.asked, alone.cut], [['g:own u0'], true], 'one that fits into no answer, alone')
    })

    it('answer one item that is larger than an answer may be, and go on behind it', async () => {
      const { db, schema } = await database.open()
      const views = createReadViews(db, { schema, itemBytesMax: 100 })
      const script = new EventScript()
      for (let i = 0; i < 3; i++) script.send('d:ann:bob', 'ann', large)
      await createProjectorStore(db, { schema }).apply([script.take()])
      for (const [afterSeq, more] of [
        [0, true],
        [1, true],
        [2, false],
        [3, false],
      ] as const) {
        const page = await views.history({ appId: 'app', userId: 'bob', conversationId: 'd:ann:bob', beforeSeq: 0, afterSeq, limit: 10 })
        assert.ok(typeof page === 'object')
        assert.deepEqual([page.items.length, page.more], [afterSeq === 3 ? 0 : 1, more])
      }
    })
  })
}
