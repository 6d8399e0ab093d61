// The projector's store and the prefetch: one contract on PostgreSQL and on PGlite.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { decodeReply, encodeReply } from '@skein/contracts'
import {
  type Cell,
  conversationKey,
  deviceSessionKey,
  intentKey,
  knownMessageKey,
  knownUserKey,
  type MessageCell,
  memberKey,
  messageKey,
  userKey,
  userNameKey,
} from '@skein/domain'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { createPrefetch, createProjectorStore } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

/** Writes some of everything; answers which cells there are afterwards, and which not. */
function cellsOfSmallWorld(script: EventScript): ReadonlyMap<string, Cell | undefined> {
  const head = { kind: 'conversation', memberCount: 0, ownerId: '', creatorId: '', name: '', lastUncounted: 0 } as const
  const member = { kind: 'member', role: '', toSeq: 0, toOrdinal: 0, endedAt: 0, nickname: '', mutedUntil: 0, lastSentAt: 0 } as const
  const answers = { id: randomUUID(), contentHash: Uint8Array.of(7, 8), reply: Uint8Array.of(9, 255) }
  script.register('bob', 'cyd', 'ann')
  const registeredAt = script.now
  script.append({ type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's1', platform: 'web', expiresAt: 99 }, 'ann')
  const openedAt = script.now
  const { messageId, clientMessageId } = script.send('d:ann:bob', 'ann')
  const sentAt = script.now
  script.send('d:ann:bob', 'bob')
  const directAt = script.now
  script.createGroup('g:one', 'ann', 'bob')
  script.send('g:one', 'bob')
  const groupAt = script.now
  script.addAs(answers, 'g:one', 'ann', 'cyd')
  script.remove('g:one', 'ann', 'bob')
  const endedAt = script.now
  const reply = Buffer.from(encodeReply('SendMessage', { messageId, seq: 1, ordinal: 1, sentAtMs: sentAt })).toString('latin1')
  const group = { ...head, ownerId: 'ann', creatorId: 'ann', name: 'Group g:one', memberCount: 2 }
  return new Map<string, Cell | undefined>([
    [conversationKey('app', 'd:ann:bob'), { ...head, lastSeq: 2, lastOrdinal: 2, lastActivityAt: directAt }],
    [conversationKey('app', 'g:one'), { ...group, lastSeq: 4, lastOrdinal: 1, lastActivityAt: endedAt }],
    [conversationKey('app', 'g:none'), undefined],
    [memberKey('app', 'd:ann:bob', 'ann'), { ...member, fromSeq: 1, seesFrom: 1, readOrdinal: 1, lastSentAt: sentAt }],
    [memberKey('app', 'd:ann:bob', 'bob'), { ...member, fromSeq: 1, seesFrom: 1, readOrdinal: 2, lastSentAt: directAt }],
    [memberKey('app', 'g:one', 'ann'), { ...member, role: 'owner', readOrdinal: 0, fromSeq: 1, seesFrom: 1 }],
    [
      memberKey('app', 'g:one', 'bob'),
      { ...member, readOrdinal: 1, fromSeq: 1, seesFrom: 1, toSeq: 5, toOrdinal: 1, endedAt, lastSentAt: groupAt },
    ],
    [memberKey('app', 'g:one', 'cyd'), { ...member, role: 'member', readOrdinal: 1, fromSeq: 3, seesFrom: 3 }],
    [memberKey('app', 'g:one', 'dan'), undefined],
    [
      intentKey('app', 'd:ann:bob', 'ann', clientMessageId),
      { kind: 'intent', contentHash: '\u0001\u0002\u00ff\u0001', reply, refused: null },
    ],
    [intentKey('app', 'd:ann:bob', 'bob', clientMessageId), undefined],
    [intentKey('app', 'g:one', 'ann', answers.id), { kind: 'intent', contentHash: '\u0007\u0008', reply: '\u0009\u00ff', refused: null }],
    [intentKey('app', 'g:one', 'cyd', answers.id), undefined],
    [userKey('app', 'ann'), { kind: 'user', userName: 'Name-ann', displayName: 'The ann', registeredAt }],
    [knownUserKey('app', 'bob'), { kind: 'known-user' }],
    [knownUserKey('other-app', 'bob'), undefined],
    [userNameKey('app', 'NAME-cyd'), { kind: 'user-name', userId: 'cyd', userName: 'Name-cyd' }],
    [
      deviceSessionKey('app', 'ann', 's1'),
      { kind: 'device-session', deviceId: 'ann-device', platform: 'web', openedAt, expiresAt: 99, closedAt: 0 },
    ],
    [
      messageKey('app', 'd:ann:bob', 1),
      { kind: 'message', ordinal: 1, messageId, senderId: 'ann', sentAt, contentType: 'text/plain', removed: '', edits: 0, lastEditSeq: 0 },
    ],
    // A control item is no message.
    [messageKey('app', 'g:one', 1), undefined],
    [messageKey('app', 'g:one', 99), undefined],
  ])
}

/** Messages that were edited, taken away and hidden; answers as above. */
function cellsOfChangedMessages(script: EventScript): ReadonlyMap<string, Cell | undefined> {
  const sent = ['what it said', 'two', 'three'].map((text) => ({ ...script.send('d:ann:cyd', 'ann', text), sentAt: script.now }))
  script.edit('d:ann:cyd', 'ann', sent[0]!, 'what it says') // 4
  script.revoke('d:ann:cyd', 'ann', sent[1]!) // 5
  script.delete('d:ann:cyd', 'ann', sent[2]!) // 6
  script.hide('d:ann:cyd', 'cyd', sent[0]!)
  const message = { kind: 'message', senderId: 'ann', edits: 0, lastEditSeq: 0 } as const
  const left: readonly Pick<MessageCell, 'contentType' | 'removed' | 'edits' | 'lastEditSeq'>[] = [
    { ...message, contentType: 'text/plain', removed: '', edits: 1, lastEditSeq: 4 },
    { ...message, contentType: '', removed: 'revoked' },
    { ...message, contentType: '', removed: 'deleted' },
  ]
  const { messageId } = sent[0]!
  return new Map<string, Cell | undefined>([
    ...sent.map(({ messageId, seq, ordinal, sentAt }, i): [string, Cell] => [
      messageKey('app', 'd:ann:cyd', seq),
      { ...message, ...left[i]!, messageId, ordinal, sentAt },
    ]),
    ['hidden|app|cyd|d:ann:cyd|1', { kind: 'hidden', ordinal: 1, messageId, hiddenAt: script.now }],
    ['hidden|app|ann|d:ann:cyd|1', undefined],
    [knownMessageKey('app', 'd:ann:cyd', 1), { kind: 'known-message', ordinal: 1, messageId }],
    [knownMessageKey('app', 'd:ann:cyd', 4), undefined],
  ])
}

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
      const expected = new Map([...cellsOfSmallWorld(script), ...cellsOfChangedMessages(script)])
      await store.apply([script.take()])
      const keys = [...expected.keys()]
      const { checkpoint, cells } = await prefetch(0, keys)
      assert.deepEqual(checkpoint, script.batch(0).next)
      assert.deepEqual(Object.fromEntries(keys.map((key) => [key, cells.get(key)])), Object.fromEntries(expected))
      // Whatever kinds are asked for, the checkpoint comes with them.
      for (const asked of [[], ...keys.map((key) => [key]), keys.slice(3, 7), keys.toReversed()]) {
        const found = asked.filter((key) => expected.get(key) !== undefined)
        assert.deepEqual(await prefetch(0, asked), { checkpoint, cells: new Map(found.map((key) => [key, expected.get(key)])) })
      }
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
      const [first, second, third] = [1, 2, 3].map(() => script.send('d:ann:bob', 'ann'))
      for (const text of ['again', 'and again']) script.edit('d:ann:bob', 'ann', first!, text)
      script.revoke('d:ann:bob', 'ann', second!)
      script.delete('d:ann:bob', 'ann', third!)
      for (const userId of ['bob', 'ann', 'bob']) script.hide('d:ann:bob', userId, first!)
      const names = [
        'conversations',
        'memberships',
        'users',
        'user_names',
        'device_sessions',
        'items',
        'edits',
        'hidden_items',
        'intents',
        'sessions',
        'checkpoints',
      ]
      const rowsBy = async (step: number) => {
        const { db, schema, store } = await setUp()
        for (let from = 0; from < script.end; from += step) await store.apply([script.batch(from, Math.min(from + step, script.end))])
        const all = names.map((table) => db.query(`SELECT * FROM ${schema}.${table} t ORDER BY t::text`))
        return (await Promise.all(all)).map(({ rows }) => rows)
      }
      const whole = await rowsBy(1_000)
      assert.deepEqual(await rowsBy(1), whole)
      assert.deepEqual(await rowsBy(3), whole)
      const [, group] = whole[0] as { owner_id: string; member_count: number }[]
      assert.equal(group!.owner_id, '')
      assert.equal(group!.member_count, 0)
      assert.deepEqual(
        whole[1]!.flatMap((row) => (row.conversation_id === 'g:one' ? [[row.user_id, row.from_seq, row.to_seq, row.role]] : [])),
        [
          ['ann', 1, 6, ''],
          ['ann', 7, 9, ''],
          ['bob', 1, 10, ''],
        ],
      )
      // Of what one deletes twice the first time stands.
      const hidden = whole[names.indexOf('hidden_items')]!
      assert.deepEqual(
        hidden.map(({ user_id, seq, offset }) => [user_id, seq, offset]),
        [
          ['ann', 1, script.end - 2],
          ['bob', 1, script.end - 3],
        ],
      )
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
      const elsewhere = { ...other, expected: { ...other.expected, claimId: 'of another log' } }
      await assert.rejects(store.apply([elsewhere]), { code: 'CHECKPOINT_MOVED' })
    })

    it('lets one of two racing projectors write each batch', async () => {
      const { db, schema, other, script } = await setUp()
      script.createGroup('g:one', 'ann')
      for (let i = 0; i < 41; i++) script.add('g:one', 'ann', `user-${i}`)
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
      assert.equal(rows[0]!.member_count, 42)
    })

    it('remembers an intent once, in one batch and in two, and answers with the first', async () => {
      for (const together of [true, false]) {
        const { db, schema, store, prefetch, script } = await setUp()
        const clientMessageId = randomUUID()
        const key = intentKey('app', 'd:ann:bob', 'ann', clientMessageId)
        const first = script.send('d:ann:bob', 'ann', 'once', clientMessageId)
        if (!together) await store.apply([script.take()])
        script.send('d:ann:bob', 'ann', 'twice', clientMessageId)
        await store.apply([script.take()])
        const cell = (await prefetch(0, [key])).cells.get(key)
        assert.ok(cell?.kind === 'intent')
        assert.equal(decodeReply('SendMessage', Buffer.from(cell.reply, 'latin1')).messageId, first.messageId)
        assert.equal((await db.query(`SELECT FROM ${schema}.intents`)).count, 1)
      }
    })

    it('remembers an answer that changed nothing', async () => {
      const { store, prefetch, script } = await setUp()
      const answers = { id: randomUUID(), contentHash: Uint8Array.of(1), reply: Uint8Array.of(2) }
      script.append({ type: 'CommandAnswered', aggregateId: 'u:ann' }, 'ann', { answers })
      await store.apply([script.take()])
      const key = intentKey('app', 'u:ann', 'ann', answers.id)
      assert.deepEqual((await prefetch(0, [key])).cells.get(key), { kind: 'intent', contentHash: '\u0001', reply: '\u0002', refused: null })
    })

    it('remembers a refusal, with what it said', async () => {
      const { store, prefetch, script } = await setUp()
      const answers = { id: randomUUID(), contentHash: Uint8Array.of(1), reply: new Uint8Array(0) }
      script.append({ type: 'CommandRefused', aggregateId: 'g:one', code: 'GROUP_FULL', detail: 'groupMembersMax 2' }, 'ann', { answers })
      await store.apply([script.take()])
      const key = intentKey('app', 'g:one', 'ann', answers.id)
      const refused = { accepted: false, code: 'GROUP_FULL', detail: 'groupMembersMax 2' }
      assert.deepEqual((await prefetch(0, [key])).cells.get(key), { kind: 'intent', contentHash: '\u0001', reply: '', refused })
    })

    it('refuses keys that no cell can have', async () => {
      const { prefetch } = await setUp()
      for (const key of ['member|app|g:one', 'nothing|app', '']) await assert.rejects(prefetch(0, [key]), /not a key/)
    })
  })
}
