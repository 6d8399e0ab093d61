// Who knows somebody who puts them into a group: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

for (const database of databasesUnderTest()) {
  describe(`strangers on ${database.name}`, () => {
    // Whoever had put a stranger into one group shared that one with them, and was no stranger when they did it again.
    it('are all but those who have read or written something where both are', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const among = ['bob', 'cyd', 'dan', 'eve', 'fay']
      const toAnn = async (appId = script.appId) => {
        await store.apply([script.take()])
        return views.strangers({ appId, userId: 'ann', among })
      }
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.send('d:ann:dan', 'ann')
      script.send('g:one', 'ann')
      script.add('g:one', 'ann', 'eve')
      assert.deepEqual(await toAnn(), among, 'put into a group, also behind messages, or written to')
      script.markRead('g:one', 'bob', 1)
      script.send('g:one', 'cyd')
      script.markRead('d:ann:dan', 'dan', 1)
      assert.deepEqual(await toAnn(), ['eve', 'fay'])
      assert.deepEqual(await views.strangers({ appId: script.appId, userId: 'fay', among: ['bob'] }), ['bob'])
      script.markRead('g:one', 'eve', 2)
      assert.deepEqual(await toAnn(), ['fay'])
      script.leave('g:one', 'bob')
      script.remove('g:one', 'ann', 'cyd')
      script.add('g:one', 'ann', 'cyd')
      assert.deepEqual(await toAnn(), ['bob', 'cyd', 'fay'], 'who left, and who is there again and has read nothing since')
      // What was before may be read by who comes now; they have read none of it.
      script.addFromStart('g:one', 'ann', 'bob')
      assert.deepEqual(await toAnn(), ['bob', 'cyd', 'fay'], 'who sees the group from its start, and has read nothing since')
      script.send('g:one', 'ann')
      script.markRead('g:one', 'bob', 3)
      assert.deepEqual(await toAnn(), ['cyd', 'fay'])
      script.leave('g:one', 'ann')
      assert.deepEqual(
        await toAnn(),
        among.filter((userId) => userId !== 'dan'),
        'where the one who asks is no more',
      )
      assert.deepEqual(await toAnn('another'), among)
    })

    // Friends who had not talked to each other yet were strangers to one another.
    it('are no friends', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const toAnn = async (appId = script.appId) => {
        await store.apply([script.take()])
        return views.strangers({ appId, userId: 'ann', among: ['bob', 'cyd'] })
      }
      const pair = { conversationId: 'd:ann:bob', userId: 'bob' }
      const asked = { ...pair, text: '', expiresAtMs: script.now + 60_000, shown: true, again: false }
      script.append({ type: 'FriendRequested', ...asked, befriends: false }, 'bob')
      assert.deepEqual(await toAnn(), ['bob', 'cyd'], 'whoever asks to be one is none yet')
      script.append({ type: 'FriendRequestAnswered', conversationId: pair.conversationId, userId: 'ann', accepted: true }, 'ann')
      assert.deepEqual(await toAnn(), ['cyd'])
      assert.deepEqual(await toAnn('another'), ['bob', 'cyd'])
      script.append({ type: 'FriendDeleted', ...pair, shown: true }, 'bob')
      assert.deepEqual(await toAnn(), ['bob', 'cyd'])
    })
  })
}
