// What is told to everybody of an app, as each of them reads it: one contract on PostgreSQL and on PGlite, and on hot views in Redis and in memory.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Messages, wire } from '@skein/contracts'
import { compareViews, createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'
import { hotViewsUnderTest, pageOf } from './open-hot-views.ts'

const id = 'b:app'
const empty = new Uint8Array(0)
const seqsOf = (items: readonly Uint8Array[]) => items.map((item) => wire.ConversationItem.decode(item).seq)

for (const database of databasesUnderTest()) {
  describe(`broadcasts on ${database.name}`, () => {
    const setUp = async () => {
      const { db, schema } = await database.open()
      const store = createProjectorStore(db, { schema })
      const views = createReadViews(db, { schema })
      const script = new EventScript()
      const project = () => store.apply([script.take()])
      const sync = (userId: string, cursor: Uint8Array = empty) =>
        views.sync({ appId: 'app', userId, cursor, itemsPerConversation: 10, behind: new Set(), nowMs: 0 })
      const history = (userId: string, appId = 'app', conversationId = id) =>
        views.history({ appId, userId, conversationId, beforeSeq: 0, afterSeq: 0, limit: 100 })
      const unread = async (userId: string) => (await views.unread('app', userId)).entries
      return { db, schema, views, script, project, sync, history, unread }
    }
    const entryOf = (sessions: readonly Messages.Session[]) => {
      const session = sessions.find(({ conversationId }) => conversationId === id)
      return session && [session.kind, session.fromSeq, session.toSeq, session.lastSeq, session.readOrdinal, session.unread]
    }

    it('are in the sync, history and unread of every user, without a row of theirs until they have read', async () => {
      const { db, schema, script, project, sync, history, unread } = await setUp()
      script.register('ann', 'bob')
      script.broadcast()
      script.broadcast()
      await project()
      for (const userId of ['ann', 'bob']) {
        const page = await sync(userId)
        assert.deepEqual(entryOf(page.sessions), ['broadcasts', 1, 0, 2, 0, 2])
        assert.deepEqual(seqsOf(page.items), [1, 2])
        assert.deepEqual(await unread(userId), [{ conversationId: id, unread: 2, lastOrdinal: 2, readOrdinal: 0 }])
        const found = await history(userId)
        assert.ok(found !== 'NOT_A_MEMBER')
        assert.deepEqual([seqsOf(found.items), found.viewSeq], [[1, 2], 2])
      }
      const rowsOf = async (table: string) =>
        (await db.query(`SELECT user_id FROM ${schema}.${table} WHERE conversation_id = $1`, [id])).rows
      assert.deepEqual([await rowsOf('sessions'), await rowsOf('memberships')], [[], []])
      script.markRead(id, 'bob', 1)
      await project()
      assert.deepEqual([await rowsOf('sessions'), await rowsOf('memberships')], [[{ user_id: 'bob' }], []])
      assert.deepEqual(await unread('bob'), [{ conversationId: id, unread: 1, lastOrdinal: 2, readOrdinal: 1 }])
      assert.deepEqual((await unread('ann'))[0]!.unread, 2)
      script.markRead(id, 'bob', 2)
      await project()
      assert.deepEqual(await unread('bob'), [])
    })

    it('count from the registration of whoever reads, who may look up what was before', async () => {
      const { script, project, sync, history, unread } = await setUp()
      script.register('ann')
      script.broadcast()
      script.broadcast()
      script.register('late')
      await project()
      assert.deepEqual(entryOf((await sync('late')).sessions), ['broadcasts', 1, 0, 2, 2, 0])
      assert.deepEqual(await unread('late'), [])
      script.broadcast()
      await project()
      assert.deepEqual(await unread('late'), [{ conversationId: id, unread: 1, lastOrdinal: 3, readOrdinal: 2 }])
      const found = await history('late')
      assert.ok(found !== 'NOT_A_MEMBER')
      assert.deepEqual(seqsOf(found.items), [1, 2, 3])
      script.markRead(id, 'late', 1)
      await project()
      assert.deepEqual((await unread('late'))[0]!.unread, 1, 'a marker from before one came counts nothing')
    })

    it('count where they were told in the very moment of a registration, and not a moment before it', async () => {
      const { script, project, unread } = await setUp()
      script.broadcast()
      // Two events, of which the second is the registration: a millisecond behind what was told.
      script.now -= 1_999
      script.register('late')
      script.now -= 1_000
      script.broadcast()
      await project()
      assert.deepEqual(await unread('late'), [{ conversationId: id, unread: 1, lastOrdinal: 2, readOrdinal: 1 }])
    })

    it('count the same in views that are made anew, however they are read', async () => {
      const [live, anew] = [await setUp(), await database.open()]
      const { script } = live
      const step = (act: () => unknown) => {
        act()
        return live.project()
      }
      await step(() => script.register('ann', 'bob'))
      const taken = script.broadcast()
      await step(() => script.broadcast())
      await step(() => script.register('late'))
      await step(() => script.broadcast())
      await step(() => script.markRead(id, 'bob', 2))
      await step(() => script.revoke(id, 'boss', taken))
      await step(() => script.hide(id, 'late', script.broadcast()))
      await createProjectorStore(anew.db, anew).apply([script.batch(0)])
      const { differences } = await compareViews(live, anew)
      const views = createReadViews(anew.db, anew)
      assert.deepEqual(differences, [])
      const counted = async (of: typeof views) =>
        Promise.all(['ann', 'bob', 'late'].map(async (userId) => (await of.unread('app', userId)).total))
      assert.deepEqual(
        [await counted(live.views), await counted(views)],
        [
          [3, 2, 1],
          [3, 2, 1],
        ],
      )
    })

    it('come with the next sync, as do a marker moved elsewhere and the entry of who became known', async () => {
      const { script, project, sync } = await setUp()
      script.register('ann')
      script.broadcast()
      await project()
      const first = await sync('ann')
      assert.equal(entryOf((await sync('ann', first.cursor)).sessions), undefined)
      script.broadcast()
      await project()
      const second = await sync('ann', first.cursor)
      assert.deepEqual([entryOf(second.sessions), seqsOf(second.items)], [['broadcasts', 1, 0, 2, 0, 2], [2]])
      script.markRead(id, 'ann', 2)
      await project()
      assert.deepEqual(entryOf((await sync('ann', second.cursor)).sessions), ['broadcasts', 1, 0, 2, 2, 0])
      const unknown = await sync('new')
      assert.equal(entryOf(unknown.sessions), undefined)
      script.register('new')
      await project()
      assert.deepEqual(entryOf((await sync('new', unknown.cursor)).sessions), ['broadcasts', 1, 0, 2, 2, 0])
    })

    it('are shown as they were edited or taken back, which counts nothing, and is told to who was away', async () => {
      const { views, script, project, sync, history, unread } = await setUp()
      script.register('ann')
      const [one, two] = [script.broadcast(), script.broadcast()]
      await project()
      const { cursor } = await sync('ann')
      script.edit(id, 'boss', one, 'better')
      script.revoke(id, 'boss', two)
      await project()
      assert.deepEqual(await unread('ann'), [{ conversationId: id, unread: 1, lastOrdinal: 2, readOrdinal: 0 }])
      const found = await history('ann')
      assert.ok(found !== 'NOT_A_MEMBER')
      const [first, second] = found.items.map((item) => wire.ConversationItem.decode(item).messageSent)
      assert.deepEqual([Buffer.from(first!.body!.bytes!).toString(), second!.removed!.kind], ['better', 'revoked'])
      const query = { appId: 'app', userId: 'ann', cursor, after: { conversationId: '', seq: 0 }, limit: 10 }
      assert.deepEqual(seqsOf((await views.missed(query)).items), [3, 4])
      const edits = await views.edits({ appId: 'app', userId: 'ann', conversationId: id, seq: 1, fromVersion: 0, limit: 10 })
      assert.ok(typeof edits === 'object' && edits.items.length === 1)
    })

    it('are hidden by who deletes them for themselves, from nobody else', async () => {
      const { script, project, unread } = await setUp()
      script.register('ann', 'bob')
      script.hide(id, 'ann', script.broadcast())
      await project()
      assert.deepEqual([await unread('ann'), (await unread('bob')).length], [[], 1])
    })

    it('are those of the reader’s own app, and nobody is a member of them', async () => {
      const { views, script, project, history } = await setUp()
      script.register('ann', 'bob')
      script.broadcast()
      script.markRead(id, 'ann', 1)
      script.markRead(id, 'bob', 1)
      await project()
      assert.equal(await history('ann', 'other', id), 'NOT_A_MEMBER')
      assert.equal(await history('ann', 'app', 'b:other'), 'NOT_A_MEMBER')
      const members = { appId: 'app', userId: 'ann', conversationId: id, afterUserId: '', role: '', limit: 10 }
      assert.equal(await views.members(members), 'NOT_A_MEMBER')
      assert.deepEqual(await views.strangers({ appId: 'app', userId: 'ann', among: ['bob'] }), ['bob'])
      assert.deepEqual((await views.acquaintances({ appId: 'app', userId: 'ann', afterUserId: '', limit: 10 })).userIds, [])
    })
  })
}

for (const { name, setUp } of hotViewsUnderTest()) {
  describe(`broadcasts in hot views in ${name}`, () => {
    it('are told to whoever has read none as the database tells them, and counted there alone', async () => {
      const { script, hot, source, project, compare, database, read } = await setUp()
      script.register('ann', 'late')
      script.send('d:ann:late', 'ann')
      await project()
      assert.equal((await hot.unread('app', 'late'))?.value.total, 1, 'nothing was broadcast yet')
      script.broadcast()
      script.broadcast()
      await project()
      const query = pageOf('ann', id, { limit: 10 })
      assert.deepEqual((await read(query))?.value, await database.history(query))
      assert.equal(await hot.unread('app', 'late'), null)
      script.markRead(id, 'late', 1)
      await project()
      assert.equal(await hot.unread('app', 'late'), null)
      script.markRead(id, 'late', 2)
      await project()
      assert.deepEqual((await hot.unread('app', 'late'))?.value, await database.unread('app', 'late'))
      assert.deepEqual(await compare(), [])
      await hot.heal(0, source, { force: true })
      assert.deepEqual(await compare(), [])
      assert.deepEqual((await hot.unread('app', 'late'))?.value, await database.unread('app', 'late'))
    })
  })
}
