// What the views tell of what a group is set to: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

for (const database of databasesUnderTest()) {
  describe(`what a group is set to on ${database.name}`, () => {
    it('is told to those who are in now, and of a group that there is not the same as to others', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const toldTo = async (userId: string, conversationId = 'g:one', appId = script.appId) => {
        await store.apply([script.take()])
        return views.groupInfo({ appId, userId, conversationId })
      }
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      const head = { name: 'Group g:one', ownerId: 'ann', creatorId: 'ann', memberCount: 3, dismissedAtMs: 0 }
      assert.deepEqual(await toldTo('bob'), { ...head, settings: [], viewSeq: 1 })
      const color = { name: 'attribute.color', value: 'red "quoted" näme' }
      script.set('g:one', 'ann', { name: 'name', value: 'Crew' }, { name: 'mutedAll', value: 'true' }, color)
      const named = { ...head, name: 'Crew' }
      assert.deepEqual(await toldTo('bob'), { ...named, settings: [{ name: 'mutedAll', value: 'true' }, color], viewSeq: 2 })
      script.set('g:one', 'ann', { name: 'mutedAll', value: 'false' })
      script.leave('g:one', 'cyd')
      script.dismiss('g:one', 'ann')
      const dismissedAtMs = script.now
      assert.deepEqual(await toldTo('ann'), { ...named, memberCount: 2, settings: [color], dismissedAtMs, viewSeq: 5 })
      for (const [userId, id, appId] of [
        ['cyd', 'g:one', 'app'],
        ['dan', 'g:one', 'app'],
        ['ann', 'g:two', 'app'],
        ['ann', 'g:one', 'another'],
      ] as const)
        assert.equal(await toldTo(userId, id, appId), 'NOT_A_MEMBER')
    })

    // A device that was set up anew was told what a group is called now, though its user had been removed before it was called so.
    it('is told to one who is out by the name that the group had while they were in', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const named = async (userId: string) => {
        await store.apply([script.take()])
        const asked = {
          appId: script.appId,
          userId,
          cursor: new Uint8Array(0),
          itemsPerConversation: 10,
          behind: new Set<number>(),
          nowMs: 0,
        }
        return (await views.sync(asked)).sessions.map(({ name }) => name)
      }
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.remove('g:one', 'ann', 'cyd')
      script.set('g:one', 'ann', { name: 'canWrite', value: 'admins' }, { name: 'name', value: 'Crew' })
      script.set('g:one', 'ann', { name: 'mutedAll', value: 'true' })
      script.leave('g:one', 'bob')
      script.set('g:one', 'ann', { name: 'name', value: 'Secret' })
      assert.deepEqual([await named('ann'), await named('bob'), await named('cyd')], [['Secret'], ['Crew'], ['Group g:one']])
      script.add('g:one', 'ann', 'bob')
      assert.deepEqual(await named('bob'), ['Secret'])
    })
  })
}
