// Members of a group with their stays, one contract on PostgreSQL and on PGlite: all of a group that is not too large, or some, as of the checkpoint.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { directConversationId } from '@skein/contracts'
import { createProjectorStore, createReadMembership } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

const group = { appId: 'app', conversationId: 'g:one' }

for (const database of databasesUnderTest()) {
  describe(`members of groups on ${database.name}`, () => {
    const setUp = async () => {
      const { db, schema } = await database.open()
      const script = new EventScript()
      script.register('ann', 'bob')
      script.createGroup('g:one', 'ann', 'bob', 'cyd')
      script.remove('g:one', 'ann', 'bob')
      await createProjectorStore(db, { schema }).apply([script.take()])
      return { end: script.end, membership: createReadMembership(db, { schema }) }
    }

    it('a group tells how many are in and the stays that reach a seq, or how many alone where that is more than asked for', async () => {
      const { end, membership } = await setUp()
      const { checkpoint, members, stays } = await membership.stays(0, group, { membersMax: 2, seq: 2 })
      assert.deepEqual([checkpoint.nextOffset, members], [end, 2])
      assert.deepEqual(stays, [
        { userId: 'ann', fromSeq: 1, seesFrom: 1, toSeq: 0 },
        { userId: 'bob', fromSeq: 1, seesFrom: 1, toSeq: 3 },
        { userId: 'cyd', fromSeq: 1, seesFrom: 1, toSeq: 0 },
      ])
      // A group that a hundred thousand had left was read with all of their stays.
      const later = await membership.stays(0, group, { membersMax: 2, seq: 3 })
      assert.deepEqual(
        later.stays?.map(({ userId }) => userId),
        ['ann', 'cyd'],
      )
      assert.deepEqual(await membership.stays(0, group, { membersMax: 1, seq: 1 }), { checkpoint, members: 2, stays: null })
      const none = await membership.stays(7, { ...group, conversationId: 'g:none' }, { membersMax: 1, seq: 1 })
      assert.deepEqual([none.checkpoint.nextOffset, none.members, none.stays], [0, 0, []])
    })

    it('owner and admins as they are now are told of, the owner first, and no more than are asked for', async () => {
      const { db, schema } = await database.open()
      const script = new EventScript()
      script.createGroup('g:one', 'eve', 'ann', 'bob', 'cyd', 'dan')
      for (const userId of ['ann', 'bob', 'cyd']) script.changeRole('g:one', 'eve', userId, 'admin')
      script.changeRole('g:one', 'eve', 'bob', 'member')
      script.leave('g:one', 'cyd')
      await createProjectorStore(db, { schema }).apply([script.take()])
      const membership = createReadMembership(db, { schema })
      const five = { limit: 5, askers: [] }
      const { checkpoint, userIds } = await membership.admins(0, group, five)
      assert.deepEqual([checkpoint.nextOffset, userIds], [script.end, ['eve', 'ann']])
      assert.deepEqual((await membership.admins(0, group, { ...five, limit: 1 })).userIds, ['eve'])
      assert.deepEqual((await membership.admins(0, { ...group, appId: 'another' }, five)).userIds, [])
      const none = await membership.admins(7, { ...group, conversationId: 'g:none' }, five)
      assert.deepEqual([none.checkpoint.nextOffset, none.userIds], [0, []])
    })

    it('of owner and admins it is told whom they block of those who are asked about, and of nobody else', async () => {
      const { db, schema } = await database.open()
      const script = new EventScript()
      const store = createProjectorStore(db, { schema })
      const membership = createReadMembership(db, { schema })
      const blocks = (type: 'UserBlocked' | 'UserUnblocked', userId: string, peerId: string) =>
        script.append({ type, conversationId: directConversationId(userId, peerId), userId }, userId)
      const asked = async (askers: readonly string[], { limit = 5, appId = group.appId } = {}) => {
        await store.apply([script.take()])
        const { userIds, blocks: found } = await membership.admins(0, { ...group, appId }, { limit, askers })
        return [userIds.join(), found.map(({ userId, askerId }) => `${userId} ${askerId}`).sort()]
      }
      script.createGroup('g:one', 'eve', 'ann', 'bob')
      script.changeRole('g:one', 'eve', 'ann', 'admin')
      for (const userId of ['ann', 'bob', 'eve']) blocks('UserBlocked', userId, 'dan')
      blocks('UserBlocked', 'eve', 'fay')
      blocks('UserBlocked', 'fay', 'ann')
      assert.deepEqual(await asked(['dan', 'fay', 'gus']), ['eve,ann', ['ann dan', 'eve dan', 'eve fay']])
      assert.deepEqual(await asked(['dan', 'fay'], { limit: 1 }), ['eve', ['eve dan', 'eve fay']])
      assert.deepEqual(await asked(['gus']), ['eve,ann', []])
      assert.deepEqual(await asked(['dan'], { appId: 'another' }), ['', []])
      blocks('UserUnblocked', 'eve', 'dan')
      assert.deepEqual(await asked(['dan']), ['eve,ann', ['ann dan']])
    })

    it('some users are told of, whoever of them was ever in', async () => {
      const { end, membership } = await setUp()
      const { checkpoint, stays } = await membership.staysOf(0, group, ['bob', 'cyd', 'dan'])
      assert.equal(checkpoint.nextOffset, end)
      assert.deepEqual(stays, [
        { userId: 'bob', fromSeq: 1, seesFrom: 1, toSeq: 3 },
        { userId: 'cyd', fromSeq: 1, seesFrom: 1, toSeq: 0 },
      ])
      assert.deepEqual(await membership.staysOf(0, group, []), { checkpoint, stays: [] })
      assert.deepEqual(await membership.staysOf(0, { ...group, appId: 'other' }, ['bob']), { checkpoint, stays: [] })
    })
  })
}
