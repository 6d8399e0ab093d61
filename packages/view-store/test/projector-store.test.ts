// The projector's store and the prefetch: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { conversationKey, deviceSessionKey, intentKey, knownUserKey, memberKey, userKey, userNameKey } from '@skein/domain'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { createPrefetch, createProjectorStore, migrateViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

for (const database of databasesUnderTest()) {
  describe(`projector store on ${database.name}`, () => {
    const setUp = async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      return {
        ...opened,
        store,
        prefetch: createPrefetch(opened.db, { schema: opened.schema, timeoutMs: 5_000 }),
        script: new EventScript(),
      }
    }

    it('gives cells back that equal the fold of what was applied', async () => {
      const { store, prefetch, script } = await setUp()
      script.register('ann', 'bob', 'cyd')
      script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's1', platform: 'web', expiresAt: 99 }, 'ann')
      const first = script.send('d:ann:bob', 'ann')
      script.send('d:ann:bob', 'bob')
      script.createGroup('g:one', 'ann', 'bob')
      script.send('g:one', 'bob')
      const request = { clientRequestId: randomUUID(), contentHash: Uint8Array.of(7, 8) }
      script.addAs(request, 'g:one', 'ann', 'cyd')
      const addedAt = script.now
      script.remove('g:one', 'ann', 'bob')
      await store.apply([script.take()])
      const keys = [
        conversationKey('app', 'd:ann:bob'),
        conversationKey('app', 'g:one'),
        conversationKey('app', 'g:none'),
        memberKey('app', 'd:ann:bob', 'ann'),
        memberKey('app', 'd:ann:bob', 'bob'),
        memberKey('app', 'g:one', 'ann'),
        memberKey('app', 'g:one', 'bob'),
        memberKey('app', 'g:one', 'cyd'),
        memberKey('app', 'g:one', 'dan'),
        intentKey('app', 'd:ann:bob', 'ann', first.clientMessageId),
        intentKey('app', 'd:ann:bob', 'bob', first.clientMessageId),
        userKey('app', 'ann'),
        knownUserKey('app', 'bob'),
        knownUserKey('other-app', 'bob'),
        userNameKey('app', 'NAME-cyd'),
        deviceSessionKey('app', 'ann', 's1'),
        intentKey('app', 'g:one', 'ann', request.clientRequestId),
        intentKey('app', 'g:one', 'cyd', request.clientRequestId),
      ]
      const { checkpoint, cells } = await prefetch(0, keys)
      assert.deepEqual(checkpoint, { partition: 0, nextOffset: script.end, logEpoch: 'epoch-0', claim: 0, commandOffset: script.end - 1 })
      const head = { kind: 'conversation', memberCount: 0, ownerId: '', creatorId: '', name: '' }
      const group = { ...head, ownerId: 'ann', creatorId: 'ann', name: 'Group g:one' }
      const direct = { kind: 'member', role: '', fromSeq: 1, toSeq: 0 }
      const firstAt = script.records.find(({ event }) => event.type === 'MessageSent')!.event.meta.occurredAt
      assert.deepEqual(Object.fromEntries(cells), {
        [keys[0]!]: { ...head, lastSeq: 2, lastOrdinal: 2 },
        [keys[1]!]: { ...group, lastSeq: 5, lastOrdinal: 1, memberCount: 2 },
        [keys[3]!]: { ...direct, readOrdinal: 1 },
        [keys[4]!]: { ...direct, readOrdinal: 2 },
        [keys[5]!]: { kind: 'member', role: 'owner', readOrdinal: 0, fromSeq: 1, toSeq: 0 },
        [keys[6]!]: { kind: 'member', role: '', readOrdinal: 1, fromSeq: 1, toSeq: 6 },
        [keys[7]!]: { kind: 'member', role: 'member', readOrdinal: 1, fromSeq: 4, toSeq: 0 },
        [keys[9]!]: {
          kind: 'intent',
          seq: 1,
          ordinal: 1,
          messageId: first.messageId,
          occurredAt: firstAt,
          contentHash: '\u0001\u0002\u00ff\u0001',
        },
        [keys[16]!]: { kind: 'intent', seq: 4, ordinal: 0, messageId: '', occurredAt: addedAt, contentHash: '\u0007\u0008' },
        [keys[11]!]: { kind: 'user', userName: 'Name-ann', displayName: 'The ann' },
        [keys[12]!]: { kind: 'known-user' },
        [keys[14]!]: { kind: 'user-name', userId: 'cyd', userName: 'Name-cyd' },
        [keys[15]!]: { kind: 'device-session', deviceId: 'ann-device', expiresAt: 99, closed: false },
      })
    })

    it('comes to the same rows whatever the batches', async () => {
      const script = new EventScript()
      script.register('ann', 'bob')
      script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's1', platform: 'web', expiresAt: 99 }, 'ann')
      script.append({ type: 'DeviceSessionClosed', userId: 'ann', sessionId: 's1' }, 'ann')
      script.createGroup('g:one', 'ann', 'bob')
      script.send('g:one', 'bob')
      script.changeRole('g:one', 'ann', 'bob', 'owner')
      script.changeRole('g:one', 'bob', 'ann', 'admin')
      script.leave('g:one', 'ann')
      script.send('g:one', 'bob')
      script.add('g:one', 'bob', 'ann')
      script.leave('g:one', 'ann')
      script.leave('g:one', 'bob')
      script.markRead('g:one', 'ann', 2)
      const rowsBy = async (step: number) => {
        const { db, schema, store } = await setUp()
        for (let from = 0; from < script.end; from += step) await store.apply([script.batch(from, Math.min(from + step, script.end))])
        const tables = ['users', 'user_names', 'device_sessions', 'conversations', 'messages', 'memberships', 'sessions', 'checkpoints']
        const all = tables.map((table) => db.query(`SELECT * FROM ${schema}.${table} t ORDER BY t::text`))
        return (await Promise.all(all)).map(({ rows }) => rows)
      }
      const whole = await rowsBy(1_000)
      assert.deepEqual(await rowsBy(1), whole)
      assert.deepEqual(await rowsBy(3), whole)
      const [group] = whole[3] as { owner_id: string; member_count: number }[]
      assert.equal(group!.owner_id, '')
      assert.equal(group!.member_count, 0)
      assert.deepEqual(
        whole[5]!.map((row) => [row.user_id, row.from_seq, row.to_seq, row.role]),
        [
          ['ann', 1, 7, ''],
          ['ann', 8, 10, ''],
          ['bob', 1, 11, ''],
        ],
      )
    })

    it('moves the stays of first members that an earlier release began at seq 2', async () => {
      const { db, schema, store, script } = await setUp()
      script.createGroup('g:one', 'ann', 'bob') // 1, 2
      script.add('g:one', 'ann', 'cyd') // 3
      script.send('d:ann:bob', 'ann')
      await store.apply([script.take()])
      const stays = async () => (await db.query(`SELECT * FROM ${schema}.memberships t ORDER BY t::text`)).rows
      const now = await stays()
      await db.query(`UPDATE ${schema}.memberships SET from_seq = 2 WHERE from_seq = 1 AND conversation_id = 'g:one'`)
      assert.notDeepEqual(await stays(), now)
      await db.query(`DELETE FROM ${schema}.migrations WHERE name = '002_first-members'`)
      assert.deepEqual(await migrateViews(db, { schema, logger: silentLogger }), ['002_first-members'])
      assert.deepEqual(await stays(), now)
    })

    it('writes nothing when the checkpoint has moved, and names the partition', async () => {
      const { db, schema, store, script } = await setUp()
      const second = new EventScript(1)
      script.register('ann')
      second.register('bob')
      await store.apply([second.take()])
      const stale = second.batch(0)
      await assert.rejects(store.apply([script.batch(0), stale]), (error: { code?: string; message: string }) => {
        assert.equal(error.code, 'CHECKPOINT_MOVED')
        assert.match(error.message, /partition 1$/)
        return true
      })
      assert.deepEqual(await store.readCheckpoints([0, 1]), [emptyCheckpoint(0), second.batch(0).next])
      assert.equal((await db.query(`SELECT FROM ${schema}.users`)).count, 1)
      second.register('cyd')
      const other = second.batch(second.end - 2)
      const elsewhere = { ...other, expected: { ...other.expected, logEpoch: 'another log' } }
      await assert.rejects(store.apply([elsewhere]), { code: 'CHECKPOINT_MOVED' })
    })

    it('lets one of two racing projectors write each batch', async () => {
      const { db, schema, other, script } = await setUp()
      script.createGroup('g:one', 'ann')
      for (let i = 0; i < 40; i++) script.add('g:one', 'ann', `user-${i}`)
      const projectors = [createProjectorStore(db, { schema }), createProjectorStore(other, { schema })]
      let written = 0
      for (let from = 0; from < script.end; from += 2) {
        const outcomes = await Promise.allSettled(projectors.map((store) => store.apply([script.batch(from, from + 2)])))
        const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
        assert.deepEqual(
          refused.map(({ reason }) => reason.code),
          ['CHECKPOINT_MOVED'],
        )
        written++
      }
      assert.equal(written, script.end / 2)
      const { rows } = await db.query<{ member_count: number }>(`SELECT member_count FROM ${schema}.conversations`)
      assert.equal(rows[0]!.member_count, 41)
    })

    it('is not wedged by a second stored copy of an intent, and answers with the first', async () => {
      const { store, prefetch, script } = await setUp()
      const clientMessageId = randomUUID()
      const first = script.send('d:ann:bob', 'ann', 'once', clientMessageId)
      script.send('d:ann:bob', 'ann', 'twice', clientMessageId)
      await store.apply([script.take()])
      const key = intentKey('app', 'd:ann:bob', 'ann', clientMessageId)
      const cell = (await prefetch(0, [key])).cells.get(key)
      assert.equal(cell?.kind === 'intent' && cell.messageId, first.messageId)
    })

    it('refuses keys that no cell can have', async () => {
      const { prefetch } = await setUp()
      await assert.rejects(prefetch(0, ['member|app|g:one']), /not a key/)
    })
  })
}
