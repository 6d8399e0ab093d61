// What becomes of the hot views when messages are changed after they were sent, or deleted by one reader for themselves: one contract
// on Redis and in memory.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HotViews } from '../src/index.ts'
import type { EventScript, SentMessage } from './event-script.ts'
import { hotViewsUnderTest, limits, pageOf, plenty } from './open-hot-views.ts'

const query = (userId: string, conversationId: string, limit = 2) => pageOf(userId, conversationId, { limit })

async function kept(hot: HotViews, conversationId: string): Promise<number[]> {
  const seqs: number[] = []
  for await (const entry of hot.dump(0))
    if (entry.kind === 'items' && entry.conversationId === conversationId) seqs.push(...entry.items.map(({ seq }) => seq))
  return seqs
}

const amendments: Record<string, (script: EventScript, conversationId: string, message: SentMessage) => void> = {
  edited: (script, conversationId, message) => script.edit(conversationId, 'ann', message, 'changed'),
  revoked: (script, conversationId, message) => script.revoke(conversationId, 'ann', message),
  deleted: (script, conversationId, message) => script.delete(conversationId, 'ann', message),
}

for (const { name, setUp } of hotViewsUnderTest()) {
  describe(`message control in hot views in ${name}`, () => {
    for (const [how, amend] of Object.entries(amendments)) {
      it(`keep the newest items when one is ${how} that is older than what they keep`, async () => {
        const { script, hot, source, project, compare, database, read } = await setUp()
        const old = script.send('d:ann:bob', 'ann', 'x'.repeat(2 * limits.itemBytesMax)) // 1
        for (let i = 0; i < 3; i++) script.send('d:ann:bob', 'ann') // 2..4
        await project()
        await read(query('bob', 'd:ann:bob'))
        assert.deepEqual(await kept(hot, 'd:ann:bob'), [2, 3, 4])
        const from = script.end
        amend(script, 'd:ann:bob', old) // 5
        await project()
        // What is about an item comes behind it, so that what is kept ends with the newest.
        assert.deepEqual(
          script.hotChanges(from).items.map(({ item }) => item.seq),
          [1, 5],
        )
        assert.deepEqual(await kept(hot, 'd:ann:bob'), [2, 3, 4, 5])
        assert.deepEqual(await compare(), [])
        const page = await read(query('bob', 'd:ann:bob'))
        assert.deepEqual(page?.value, await database.history(query('bob', 'd:ann:bob')))
        // Read anew it is small enough where its text was taken away or shortened.
        await hot.heal(0, source, { force: true })
        assert.deepEqual((await read(query('bob', 'd:ann:bob')))?.value, page?.value)
        assert.deepEqual(await compare(), [])
      })

      it(`hold an item anew that was ${how}`, async () => {
        const { script, hot, project, compare, database, read } = await setUp()
        const messages = [1, 2, 3].map(() => script.send('d:ann:bob', 'ann'))
        await project()
        await read(query('bob', 'd:ann:bob'))
        amend(script, 'd:ann:bob', messages[1]!) // 4
        await project()
        assert.deepEqual(await kept(hot, 'd:ann:bob'), [1, 2, 3, 4])
        assert.deepEqual(await compare(), [])
        const page = await read(query('bob', 'd:ann:bob', 4))
        assert.deepEqual(page?.value, await database.history(query('bob', 'd:ann:bob', 4)))
      })
    }

    it('begin anew behind an edit that made a message too large', async () => {
      const { script, hot, project, compare, read } = await setUp()
      const messages = [1, 2, 3].map(() => script.send('d:ann:bob', 'ann')) // 1..3
      await project()
      await read(query('bob', 'd:ann:bob'))
      script.edit('d:ann:bob', 'ann', messages[1]!, 'x'.repeat(2 * limits.itemBytesMax)) // 4
      await project()
      assert.deepEqual(await kept(hot, 'd:ann:bob'), [])
      assert.deepEqual(await compare(), [])
      script.send('d:ann:bob', 'ann') // 5
      await project()
      assert.deepEqual(await kept(hot, 'd:ann:bob'), [5])
      // Nothing stands behind these any more that is known: they stay out, however small they have become.
      script.revoke('d:ann:bob', 'ann', messages[1]!) // 6
      await project()
      assert.deepEqual(await kept(hot, 'd:ann:bob'), [5, 6])
      assert.deepEqual(await compare(), [])
    })

    const withHidden = async () => {
      const made = await setUp()
      const { script, project } = made
      script.createGroup('g:one', 'ann', 'bob')
      const messages = [1, 2, 3].map(() => script.send('g:one', 'ann'))
      script.send('d:ann:bob', 'ann')
      await project()
      script.hide('g:one', 'bob', messages[1]!)
      await project()
      return made
    }

    it('leave to the database what the reader of a conversation sees who deleted something in it for themselves', async () => {
      const { script, lose, hot: first, source, project, compare, database, read } = await withHidden()
      const assertLeft = async (hot: HotViews) => {
        assert.deepEqual(await compare(hot), [])
        assert.equal(await hot.unread('app', 'bob'), null)
        assert.equal(await hot.history(query('bob', 'g:one'), plenty), null)
        // Nobody else, and nothing of another conversation.
        for (const asked of [query('ann', 'g:one'), query('bob', 'd:ann:bob', 1)])
          assert.deepEqual((await read(asked, plenty, hot))?.value, await database.history(asked))
        assert.deepEqual((await hot.unread('app', 'ann'))?.value, await database.unread('app', 'ann'))
      }
      await assertLeft(first)
      const hot = await lose()
      await hot.heal(0, source)
      await assertLeft(hot)
      // What has been read is not counted, whatever was deleted of it.
      script.markRead('g:one', 'bob', 3)
      await project(hot)
      const unread = await hot.unread('app', 'bob')
      assert.deepEqual(unread?.value, await database.unread('app', 'bob'))
      assert.equal(unread?.value.total, 1)
      assert.equal(await hot.history(query('bob', 'g:one'), plenty), null)
    })

    it('are found to differ where they know more, less or other of what was deleted', async () => {
      const { db, schema, compare } = await withHidden()
      const hide = (userId: string, conversationId: string) =>
        db.query(`INSERT INTO ${schema}.hidden_items VALUES ('app', $1, $2, 1, 1, 'm', 1, 0, 1)`, [userId, conversationId])
      const differs = (user_id: string, kind: string, columns: string[] = []) => ({
        ...{ table: 'hot.hidden', key: { app_id: 'app', user_id }, kind, columns },
      })
      await hide('ann', 'g:one')
      assert.deepEqual(await compare(), [differs('ann', 'missing')])
      await hide('bob', 'd:ann:bob')
      assert.deepEqual(await compare(), [differs('ann', 'missing'), differs('bob', 'changed', ['conversations'])])
      await db.query(`DELETE FROM ${schema}.hidden_items`)
      assert.deepEqual(await compare(), [differs('bob', 'extra')])
    })
  })
}
