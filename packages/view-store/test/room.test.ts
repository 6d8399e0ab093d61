// What the views tell of live rooms: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

for (const database of databasesUnderTest()) {
  describe(`a live room on ${database.name}`, () => {
    it('is told to whoever asks, member or not, with how they stand to it; what is no room is none', async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema })
      const script = new EventScript()
      const toldTo = async (userId: string, conversationId = 'g:one', appId = script.appId) => {
        await store.apply([script.take()])
        return views.room({ appId, userId, conversationId })
      }
      const type = { name: 'type', value: 'room' }
      const slow = { name: 'slowModeMs', value: '500' }
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.createGroup('g:two', 'ann', 'bob')
      script.createGroup('g:three', 'ann', 'bob')
      script.set('g:one', 'ann', type, slow)
      script.set('g:two', 'ann', slow)
      const room = { name: 'Group g:one', settings: [type, slow], dismissedAtMs: 0 }
      assert.deepEqual(await toldTo('ann'), { ...room, role: 'owner', mutedUntilMs: 0 })
      assert.deepEqual(await toldTo('dan'), { ...room, role: '', mutedUntilMs: 0 })
      const head = script.headOf('g:one')
      const place = { conversationId: 'g:one', seq: ++head.seq, ordinal: head.ordinal }
      script.append({ type: 'MemberMuted', ...place, userId: 'bob', mutedUntil: 9_000 }, 'ann')
      assert.deepEqual(await toldTo('bob'), { ...room, role: 'member', mutedUntilMs: 9_000 })
      script.append({ type: 'UserBanned', ...place, seq: ++head.seq, userId: 'dan', banned: true }, 'ann')
      assert.equal(await toldTo('dan'), null)
      const bannedAmong = (...among: string[]) => views.bannedAmong({ appId: script.appId, conversationId: 'g:one', among })
      assert.deepEqual([await bannedAmong('ann', 'dan', 'eve'), await bannedAmong('ann'), await bannedAmong()], [['dan'], [], []])
      script.append({ type: 'UserBanned', ...place, seq: ++head.seq, userId: 'dan', banned: false }, 'ann')
      assert.deepEqual([await toldTo('dan'), await bannedAmong('dan')], [{ ...room, role: '', mutedUntilMs: 0 }, []])
      // A mute outlives the stay.
      script.leave('g:one', 'bob')
      assert.deepEqual(await toldTo('bob'), { ...room, role: '', mutedUntilMs: 9_000 })
      script.dismiss('g:one', 'ann')
      const dismissedAtMs = script.now
      assert.deepEqual(await toldTo('dan'), { ...room, dismissedAtMs, role: '', mutedUntilMs: 0 })
      for (const [id, appId] of [
        ['g:two', 'app'],
        ['g:three', 'app'],
        ['g:four', 'app'],
        ['g:one', 'another'],
      ] as const)
        assert.equal(await toldTo('ann', id, appId), null)
    })
  })
}
