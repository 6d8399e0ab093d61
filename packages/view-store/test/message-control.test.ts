// What readers are told of messages that were changed after they were sent: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wire } from '@skein/contracts'
import { type EncodedItem, itemOf } from '@skein/projections'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const itemsIn = (items: readonly EncodedItem[]) => items.map((item) => wire.ConversationItem.decode(item))

for (const database of databasesUnderTest()) {
  describe(`message control on ${database.name}`, () => {
    const setUp = async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const project = () => store.apply([script.take()])
      return { ...opened, store, views, script, project }
    }

    describe('edits', () => {
      const withEdits = async () => {
        const made = await setUp()
        const edits = async (userId: string, seq: number, { fromVersion = 0, limit = 10, conversationId = 'g:one' } = {}) => {
          const page = await made.views.edits({ appId: 'app', userId, conversationId, seq, fromVersion, limit })
          if (typeof page === 'string') return page
          const said = itemsIn(page.items).map(({ seq, messageSent }) => {
            const { body, edits } = messageSent!
            return `${seq}: ${edits} ${new TextDecoder().decode(body!.bytes!)}`
          })
          return page.more ? [...said, 'more'] : said
        }
        return { ...made, edits }
      }

      it('tells what a message said before, oldest first, in pages, byte by byte as it was shown', async () => {
        const { script, project, edits, views } = await withEdits()
        const history = () =>
          views.history({ appId: 'app', userId: 'bob', conversationId: 'g:one', afterSeq: 1, beforeSeq: 3, limit: 1 }) as Promise<{
            items: readonly EncodedItem[]
          }>
        script.createGroup('g:one', 'ann', 'bob')
        const message = script.send('g:one', 'ann', 'first')
        await project()
        assert.deepEqual(await edits('bob', 2), [])
        const asSent = (await history()).items
        script.edit('g:one', 'ann', message, 'second')
        script.edit('g:one', 'ann', message, 'third')
        await project()
        script.edit('g:one', 'ann', message, 'fourth')
        await project()
        assert.deepEqual(await edits('bob', 2), ['2: 0 first', '2: 1 second', '2: 2 third'])
        assert.deepEqual(await edits('bob', 2, { limit: 2 }), ['2: 0 first', '2: 1 second', 'more'])
        assert.deepEqual(await edits('bob', 2, { fromVersion: 2, limit: 1 }), ['2: 2 third'])
        assert.deepEqual(await edits('bob', 2, { fromVersion: 2 ** 32 - 1 }), [])
        const page = await views.edits({ appId: 'app', userId: 'bob', conversationId: 'g:one', seq: 2, fromVersion: 0, limit: 1 })
        assert.deepEqual((page as { items: unknown }).items, asSent)
      })

      it('tells them only to those who have a stay that the message is in, as far as they were there', async () => {
        const { script, project, edits } = await withEdits()
        script.createGroup('g:one', 'ann', 'bob')
        const early = script.send('g:one', 'ann', 'early') // 2
        script.remove('g:one', 'ann', 'bob') // 3
        const between = script.send('g:one', 'ann', 'between') // 4
        script.add('g:one', 'ann', 'bob', 'cyd') // 5
        const late = script.send('g:one', 'ann', 'late') // 6
        for (const message of [early, between]) script.edit('g:one', 'ann', message, 'changed') // 7, 8
        script.remove('g:one', 'ann', 'cyd') // 9
        script.send('g:one', 'ann', 'after') // 10
        script.edit('g:one', 'ann', late, 'later') // 11
        await project()
        assert.deepEqual(await edits('ann', 4), ['4: 0 between'])
        // When it was edited, he was there again.
        assert.deepEqual(await edits('bob', 2), ['2: 0 early'])
        assert.deepEqual(await edits('bob', 6), ['6: 0 late'])
        for (const [userId, seq] of [
          ['bob', 4],
          ['cyd', 2],
          ['cyd', 10],
          ['dan', 2],
        ] as const)
          assert.equal(await edits(userId, seq), 'NOT_A_MEMBER', `${userId} ${seq}`)
        assert.equal(await edits('ann', 2, { conversationId: 'g:none' }), 'NOT_A_MEMBER')
        // When it was edited, the stay it is in had ended.
        assert.deepEqual(await edits('cyd', 6), [])
        // What is there is no message, or nothing is.
        for (const seq of [1, 7, 11, Number.MAX_SAFE_INTEGER]) assert.equal(await edits('ann', seq), 'MESSAGE_NOT_FOUND', `${seq}`)
      })

      it('tells nothing of a message that was taken away, nor its reader of one they deleted for themselves', async () => {
        const { script, project, edits, views } = await withEdits()
        script.createGroup('g:one', 'ann', 'bob')
        const [kept, revoked] = [script.send('g:one', 'ann', 'kept'), script.send('g:one', 'ann', 'secret')]
        for (const message of [kept, revoked]) script.edit('g:one', 'ann', message, 'changed')
        script.revoke('g:one', 'ann', revoked)
        await project()
        assert.deepEqual(await edits('ann', revoked.seq), [])
        assert.deepEqual(await edits('ann', kept.seq), ['2: 0 kept'])
        script.hide('g:one', 'bob', kept)
        await project()
        assert.deepEqual(await edits('bob', kept.seq), [])
        assert.deepEqual(await edits('ann', kept.seq), ['2: 0 kept'])
        // Neither does what was done to it.
        const page = { appId: 'app', conversationId: 'g:one', afterSeq: 0, beforeSeq: 0, limit: 100 }
        for (const [userId, texts] of [
          ['ann', 2],
          ['bob', 0],
        ] as const) {
          const history = await views.history({ ...page, userId })
          const { items } = await views.sync({
            appId: 'app',
            userId,
            cursor: new Uint8Array(0),
            itemsPerConversation: 50,
            behind: new Set(),
            nowMs: 0,
          })
          for (const told of [history === 'NOT_A_MEMBER' ? [] : history.items, items])
            assert.equal(told.filter((item) => Buffer.from(item).includes('changed')).length, texts, userId)
        }
      })
    })

    it('tells nobody what was written when they were not there', async () => {
      const { script, project, views } = await setUp()
      script.createGroup('g:one', 'ann', 'bob')
      const message = script.send('g:one', 'ann', 'first') // 2
      const gone = script.send('g:one', 'ann', 'taken away later') // 3
      script.edit('g:one', 'ann', message, 'second') // 4
      script.remove('g:one', 'ann', 'bob') // 5
      script.add('g:one', 'ann', 'cyd') // 6
      script.edit('g:one', 'ann', message, 'third') // 7
      script.edit('g:one', 'ann', message, 'fourth') // 8
      script.revoke('g:one', 'ann', gone) // 9
      await project()
      const said = (items: readonly EncodedItem[]) =>
        itemsIn(items).map(({ seq, messageSent, messageEdited }) => {
          const body = (messageSent ?? messageEdited)?.body
          return `${seq} ${body ? new TextDecoder().decode(body.bytes!) : '-'}`
        })
      const told = async (userId: string) => {
        const history = await views.history({ appId: 'app', userId, conversationId: 'g:one', afterSeq: 1, beforeSeq: 0, limit: 100 })
        const { items } = await views.sync({
          appId: 'app',
          userId,
          cursor: new Uint8Array(0),
          itemsPerConversation: 50,
          behind: new Set(),
          nowMs: 0,
        })
        const edits = await views.edits({ appId: 'app', userId, conversationId: 'g:one', seq: 2, fromVersion: 0, limit: 10 })
        assert.ok(history !== 'NOT_A_MEMBER')
        assert.deepEqual(said(items).slice(-history.items.length), said(history.items))
        return { history: said(history.items), edits: typeof edits === 'string' ? edits : said(edits.items) }
      }
      const ann = { history: ['2 fourth', '3 -', '4 -', '5 -', '6 -', '7 -', '8 fourth', '9 -'], edits: ['2 first', '2 second', '2 third'] }
      assert.deepEqual(await told('ann'), ann)
      assert.deepEqual(await told('bob'), { history: ['2 second', '3 -', '4 -', '5 -'], edits: ['2 first'] })
      assert.deepEqual(await told('cyd'), { history: ['6 -', '7 -', '8 -', '9 -'], edits: 'NOT_A_MEMBER' })
    })

    describe('missed', () => {
      const withMissed = async () => {
        const made = await setUp()
        const nowhere = { conversationId: '', seq: 0 }
        const cursorOf = async (userId: string) =>
          (await made.views.sync({ appId: 'app', userId, cursor: new Uint8Array(0), itemsPerConversation: 0, behind: new Set(), nowMs: 0 }))
            .cursor
        const page = (userId: string, cursor: Uint8Array, after = nowhere, limit = 100) =>
          made.views.missed({ appId: 'app', userId, cursor, after, limit })
        /** All pages, each item as its conversation and seq. */
        const missed = async (userId: string, cursor: Uint8Array, { limit = 100, between = async () => {} } = {}) => {
          const places: string[] = []
          for (let after = nowhere, more = true; more; await between()) {
            const { items, more: further } = await page(userId, cursor, after, limit)
            assert.ok(items.length <= limit && places.length < 2_000)
            const found = itemsIn(items).map(({ conversationId, seq }) => ({ conversationId, seq }))
            places.push(...found.map(({ conversationId, seq }) => `${conversationId} ${seq}`))
            after = found.at(-1) ?? after
            more = further
          }
          return places
        }
        return { ...made, cursorOf, page, missed }
      }

      it('tells the control items since the cursor, across conversations, byte by byte as delivery made them', async () => {
        const { script, project, cursorOf, page, missed } = await withMissed()
        script.createGroup('g:one', 'ann', 'bob') // 1
        const message = script.send('g:one', 'ann', 'old') // 2
        const direct = script.send('d:ann:bob', 'ann', 'old') // 1
        script.changeRole('g:one', 'ann', 'bob', 'admin') // 3
        await project()
        const cursor = await cursorOf('bob')
        assert.deepEqual(await page('bob', cursor), { items: [], more: false, full: false })
        const from = script.end
        script.edit('g:one', 'ann', message, 'new') // 4
        for (let i = 0; i < 5; i++) script.send('g:one', 'ann') // 5..9
        script.revoke('d:ann:bob', 'ann', direct) // 2
        script.changeRole('g:one', 'ann', 'bob', 'member') // 10
        script.createGroup('g:new', 'ann', 'bob') // 1
        script.createGroup('g:other', 'ann', 'cyd')
        await project()
        assert.deepEqual(await missed('bob', cursor), ['d:ann:bob 2', 'g:new 1', 'g:one 4', 'g:one 10'])
        const delivered = new Set(script.records.slice(from).map(({ event }) => Buffer.from(itemOf(event)!).toString('hex')))
        for (const item of (await page('bob', cursor)).items) assert.ok(delivered.has(Buffer.from(item).toString('hex')))
        assert.deepEqual(await missed('bob', await cursorOf('bob')), [])
        assert.deepEqual(await missed('dan', cursor), [])
      })

      it('tells nothing of what happened outside the stays of the reader', async () => {
        const { script, project, cursorOf, missed } = await withMissed()
        script.createGroup('g:one', 'ann', 'bob', 'cyd') // 1
        script.createGroup('g:two', 'ann', 'bob') // 1
        script.remove('g:two', 'ann', 'bob') // 2
        await project()
        const cursor = await cursorOf('bob')
        script.changeRole('g:one', 'ann', 'cyd', 'admin') // 2
        script.remove('g:one', 'ann', 'bob') // 3
        script.changeRole('g:one', 'ann', 'cyd', 'member') // 4
        script.add('g:one', 'ann', 'bob') // 5
        script.leave('g:one', 'bob') // 6
        script.changeRole('g:one', 'ann', 'cyd', 'admin') // 7
        script.add('g:two', 'ann', 'cyd') // 3
        await project()
        assert.deepEqual(await missed('bob', cursor), ['g:one 2', 'g:one 3', 'g:one 5', 'g:one 6'])
        assert.deepEqual(await missed('bob', cursor, { limit: 1 }), ['g:one 2', 'g:one 3', 'g:one 5', 'g:one 6'])
      })

      it('comes whole in pages, nothing twice and nothing lost, while more is appended', async () => {
        const { script, project, cursorOf, missed } = await withMissed()
        script.createGroup('g:busy', 'ann', 'bob')
        for (const id of ['g:a', 'g:z']) script.createGroup(id, 'ann', 'bob')
        await project()
        const cursor = await cursorOf('bob')
        const change = (id: string, i: number) => script.changeRole(id, 'ann', 'bob', i % 2 ? 'admin' : 'member')
        for (let i = 0; i < 1_000; i++) change('g:busy', i) // 2..1001
        for (const id of ['g:a', 'g:z']) change(id, 0) // 2
        await project()
        let pages = 0
        const between = async () => {
          // In a conversation that is behind, in the one that is being told, and in one to come.
          for (const id of ['g:a', 'g:busy', 'g:z']) change(id, pages)
          await project()
          pages += 1
        }
        const places = await missed('bob', cursor, { limit: 170, between })
        const upTo = (id: string, last: number) => Array.from({ length: last - 1 }, (_, i) => `${id} ${i + 2}`)
        assert.equal(new Set(places).size, places.length)
        const told = (id: string) => places.filter((place) => place.startsWith(`${id} `))
        // The first page had the first conversation whole; the last one begins with the sixth page.
        assert.deepEqual(told('g:a'), upTo('g:a', 2))
        assert.deepEqual(told('g:busy').slice(0, 1_000), upTo('g:busy', 1_001))
        assert.deepEqual(told('g:busy'), upTo('g:busy', told('g:busy').length + 1))
        assert.deepEqual(told('g:z'), upTo('g:z', told('g:z').length + 1))
        assert.ok(told('g:z').length >= 6 && pages === 6, `${told('g:z').length} in ${pages} pages`)
        // What came too late for its page is told from the next cursor on.
        assert.deepEqual(await missed('bob', cursor), [
          ...upTo('g:a', 2 + pages),
          ...upTo('g:busy', 1_001 + pages),
          ...upTo('g:z', 2 + pages),
        ])
      })

      it('tells nothing to who has nothing: no cursor, garbage, that of another log, or of a full sync that is not through', async () => {
        const { script, project, cursorOf, page, views } = await withMissed()
        for (const peer of ['c1', 'c2']) script.createGroup(`g:${peer}`, peer, 'bob')
        await project()
        const nothing = { items: [], more: false, full: true }
        assert.deepEqual(await page('bob', new Uint8Array(0)), nothing)
        assert.deepEqual(await page('bob', Uint8Array.of(1, 2, 3)), nothing)
        const elsewhere = await withMissed()
        const other = new EventScript(0, 'another epoch')
        other.createGroup('g:one', 'ann', 'bob')
        await elsewhere.store.apply([other.take()])
        assert.deepEqual(await page('bob', await elsewhere.cursorOf('bob')), nothing)
        const small = createReadViews(elsewhere.db, { schema: elsewhere.schema, syncLimits: { conversationsMax: 1 } })
        other.createGroup('g:two', 'ann', 'bob')
        await elsewhere.store.apply([other.take()])
        const sync = (cursor: Uint8Array) =>
          small.sync({ appId: 'app', userId: 'bob', cursor, itemsPerConversation: 0, behind: new Set(), nowMs: 0 })
        const first = await sync(new Uint8Array(0))
        assert.ok(first.more && first.full)
        assert.deepEqual(await elsewhere.page('bob', first.cursor), nothing)
        // One that is no full sync tells from where it began.
        const whole = await elsewhere.cursorOf('bob')
        for (const id of ['g:one', 'g:two']) other.changeRole(id, 'ann', 'bob', 'admin')
        await elsewhere.store.apply([other.take()])
        const unfinished = await sync(whole)
        assert.ok(unfinished.more && !unfinished.full)
        assert.deepEqual(await elsewhere.missed('bob', unfinished.cursor), ['g:one 2', 'g:two 2'])
        assert.equal(
          (
            await views.missed({
              appId: 'other',
              userId: 'bob',
              cursor: await cursorOf('bob'),
              after: { conversationId: '', seq: 0 },
              limit: 9,
            })
          ).items.length,
          0,
        )
      })
    })
  })
}
