// Who shares a conversation with whom: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

for (const database of databasesUnderTest()) {
  describe(`acquaintances on ${database.name}`, () => {
    // Everybody of an app was told who was online. One message to a stranger must not tell it either.
    it('are who shares a conversation with a user, and nobody to whom they have only written', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const found = (userId: string, afterUserId = '', limit = 10) =>
        views.acquaintances({ appId: script.appId, userId, afterUserId, limit })
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.createGroup('g:two', 'ann', 'bob', 'dan', 'eve')
      script.createGroup('g:other', 'fay', 'gus')
      script.leave('g:two', 'eve')
      script.send('d:ann:hal', 'ann')
      await store.apply([script.take()])
      assert.deepEqual(await found('ann'), { userIds: ['bob', 'cyd', 'dan'], more: false })
      assert.deepEqual(await found('hal'), { userIds: ['ann'], more: false }, 'who wrote to him')
      assert.deepEqual(await found('eve'), { userIds: [], more: false }, 'of a group that she has left')
      assert.deepEqual(await found('nobody'), { userIds: [], more: false })
      script.markRead('d:ann:hal', 'hal', 1)
      script.remove('g:two', 'ann', 'dan')
      script.add('g:two', 'ann', 'dan')
      await store.apply([script.take()])
      assert.deepEqual(await found('ann', '', 2), { userIds: ['bob', 'cyd'], more: true })
      assert.deepEqual(await found('ann', 'cyd', 2), { userIds: ['dan', 'hal'], more: false })
      const elsewhere = await views.acquaintances({ appId: 'another', userId: 'ann', afterUserId: '', limit: 10 })
      assert.deepEqual(elsewhere, { userIds: [], more: false })
    })
  })
}
