// What readers are told of messages that were changed after they were sent: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wire } from '@skein/contracts'
import type { EncodedItem } from '@skein/projections'
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

      it('tells them only to those whose stay the message is in', async () => {
        const { script, project, edits } = await withEdits()
        script.createGroup('g:one', 'ann', 'bob')
        const early = script.send('g:one', 'ann', 'early') // 2
        script.remove('g:one', 'ann', 'bob') // 3
        const between = script.send('g:one', 'ann', 'between') // 4
        script.add('g:one', 'ann', 'bob', 'cyd') // 5
        script.send('g:one', 'ann', 'late') // 6
        for (const message of [early, between]) script.edit('g:one', 'ann', message, 'changed') // 7, 8
        script.remove('g:one', 'ann', 'cyd') // 9
        script.send('g:one', 'ann', 'after') // 10
        await project()
        assert.deepEqual(await edits('ann', 4), ['4: 0 between'])
        assert.deepEqual(await edits('bob', 2), ['2: 0 early'])
        for (const [userId, seq] of [
          ['bob', 4],
          ['cyd', 2],
          ['cyd', 10],
          ['dan', 2],
        ] as const)
          assert.equal(await edits(userId, seq), 'NOT_A_MEMBER', `${userId} ${seq}`)
        assert.equal(await edits('ann', 2, { conversationId: 'g:none' }), 'NOT_A_MEMBER')
        assert.deepEqual(await edits('cyd', 6), [])
        // What is there is no message, or nothing is.
        for (const seq of [1, 7, 11, Number.MAX_SAFE_INTEGER]) assert.equal(await edits('ann', seq), 'MESSAGE_NOT_FOUND', `${seq}`)
      })

      it('tells nothing of a message that was taken away, nor its reader of one they deleted for themselves', async () => {
        const { script, project, edits, db, schema } = await withEdits()
        script.createGroup('g:one', 'ann', 'bob')
        const [kept, revoked] = [script.send('g:one', 'ann', 'kept'), script.send('g:one', 'ann', 'secret')]
        for (const message of [kept, revoked]) script.edit('g:one', 'ann', message, 'changed')
        script.revoke('g:one', 'ann', revoked)
        await project()
        assert.deepEqual(await edits('ann', revoked.seq), [])
        assert.deepEqual(await edits('ann', kept.seq), ['2: 0 kept'])
        const hidden = ['app', 'bob', 'g:one', kept.seq, kept.ordinal, kept.messageId, 1, 0, 99]
        await db.query(`INSERT INTO ${schema}.hidden_items VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, hidden)
        assert.deepEqual(await edits('bob', kept.seq), [])
        assert.deepEqual(await edits('ann', kept.seq), ['2: 0 kept'])
      })
    })
  })
}
