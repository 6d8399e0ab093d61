// Rows as tables have them, whatever makes them. A cell is written to rows under exactly the columns of their tables, and is read from them as it
// was; what an event writes by itself is one line a table. Story: that a column was read under another name, or written as what it is not, was
// found by a database alone, of those cells that its tests came by.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MemberCell, newGroup, noRelation } from '@skein/domain'
import { appId, commandId, occurredAt, stamped } from '../../test/facts.ts'
import { BatchRows } from '../batch-rows.ts'
import { foldBatch } from '../fold-batch.ts'
import { amendmentOf, itemOf } from '../shown.ts'
import { limitsFrom } from './apps.ts'
import { amendedRow, itemKey, itemRow } from './items.ts'
import type { Table, TableName } from './table.ts'
import { storedCells, tables, type ViewCell } from './tables.ts'

type AnyRow = Readonly<Record<string, unknown>>
const at = { partition: 3, offset: 7 }

/** No two fields alike: what is written under the name of another does not come back as it was. */
const member: MemberCell = {
  ...{ kind: 'member', role: 'admin', readOrdinal: 1, fromSeq: 2, toSeq: 3, toOrdinal: 4, endedAt: 5, nickname: 'Bo', mutedUntil: 6 },
  ...{ lastSentAt: 7, seesFrom: 8 },
}
const group = { ...newGroup, avatar: 'https://a.example/b', attributes: { color: 'red' }, questions: ['a', 'b'], mutedAll: true }
const sent = { text: 'out', askedAt: 3, expiresAt: 4 }
const received = { text: 'in', askedAt: 5, expiresAt: 6 }
const relation = { ...noRelation, friendsSince: 1, remark: 'Bo', tags: ['a', 'b'], blockedSince: 2 }

const written: readonly (readonly [key: string, cell: ViewCell])[] = [
  [
    'conversation|app|g:one',
    {
      ...{ kind: 'conversation', lastSeq: 1, lastOrdinal: 2, memberCount: 3, ownerId: 'ann', creatorId: 'bob', name: 'one' },
      ...{ lastActivityAt: 4, lastUncounted: 5 },
    },
  ],
  ['member|app|g:one|bob', member],
  ['hidden|app|bob|g:one|3', { kind: 'hidden', ordinal: 1, messageId: 'm', hiddenAt: 2 }],
  ['user|app|bob', { kind: 'user', userName: 'Bob', displayName: 'Bob B.', registeredAt: 1 }],
  ['user-name|app|bob', { kind: 'user-name', userId: 'bob-1', userName: 'Bob' }],
  ['device-session|app|bob|s', { kind: 'device-session', deviceId: 'phone', platform: 'ios', openedAt: 1, expiresAt: 2, closedAt: 3 }],
  ['app|app', { kind: 'app', limits: { groupMembersMax: 5 } }],
  ['timer|app|g:one|end', { kind: 'timer', timerKind: 'group-end', dueAt: 1, payload: 'p' }],
  ['relation|app|d:ann:bob|ann', { ...relation, sent, received }],
  ['relation|app|d:ann:bob|bob', { ...relation, sent }],
  ['relation|app|d:ann:bob|bob', { ...relation, received }],
  ['privacy|app|bob', { kind: 'privacy', write: 'friends', add: 'nobody' }],
  ['group|app|g:one', { ...group, dismissedAt: 9 }],
  ['reader|app|b:app|bob', { kind: 'reader', readOrdinal: 1 }],
  ['broadcaster|app|bob', { kind: 'broadcaster', allowed: true }],
  ['broadcaster|app|bob', { kind: 'broadcaster', allowed: false }],
  [
    'invitation|app|g:one|bob',
    { kind: 'invitation', invitedBy: 'ann', greeting: 'hi', invitedAt: 1, expiresAt: 2, answeredAt: 3, afterSeq: 4 },
  ],
  ['join-link|app|g:one|l', { kind: 'join-link', madeBy: 'ann', madeAt: 1, expiresAt: 2, usesMax: 3, uses: 4, revokedAt: 5 }],
  [
    'join-request|app|g:one|bob',
    { kind: 'join-request', text: 'hi', answers: ['42'], askedAt: 1, expiresAt: 2, answeredAt: 3, outcome: 'refused', afterSeq: 4 },
  ],
  ['ban|app|g:one|bob', { kind: 'ban', bannedBy: 'ann', bannedAt: 1 }],
]

const rowsOf = (key: string, after: ViewCell, before?: ViewCell): Readonly<Record<TableName, readonly AnyRow[]>> => {
  const rows = new BatchRows()
  rows.putCell({ key, before, after, at })
  return rows.all()
}

/** As a reader of the tables gets it: the columns asked for and no more. */
const cellFrom = (kind: ViewCell['kind'], rows: Readonly<Record<TableName, readonly AnyRow[]>>) =>
  storedCells[kind].cellOf(
    storedCells[kind].reads.map(({ table, columns }) =>
      Object.fromEntries(columns.map((column) => [column, rows[table.name][0]![column]])),
    ) as never,
  )

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  int: Number.isSafeInteger,
  bigint: Number.isSafeInteger,
  bytea: (value) => value instanceof Uint8Array,
}

function assertFits({ name, columns }: Table, row: AnyRow): void {
  assert.deepEqual(Object.keys(row).sort(), Object.keys(columns).sort(), name)
  for (const [column, type] of Object.entries(columns)) assert.ok(isOfType[type]?.(row[column]), `${name}.${column} is no ${type}`)
  assert.deepEqual({ partition: row.partition, offset: row.offset }, at, name)
}

test('a table has a name, types that there are, a key of its own columns, and says which row stands', () => {
  for (const [name, table] of Object.entries<Table>(tables)) {
    assert.equal(table.name, name)
    assert.ok(table.keeps === 'first' || table.keeps === 'last', name)
    for (const [column, type] of Object.entries(table.columns)) assert.ok(column !== '' && type in isOfType, `${name}.${column}`)
    for (const column of table.key) assert.ok(column in table.columns, `${name}.${column}`)
  }
})

test('a cell is found by the keys of the tables that it is read from, and reads columns that they have', () => {
  for (const [kind, { key, reads }] of Object.entries(storedCells)) {
    assert.ok(reads.length > 0, `${kind} is there whoever asks`)
    for (const { table, columns } of reads) {
      for (const column of columns) assert.ok(column in table.columns, `${kind} reads ${column}`)
      // Of stays the newest is read.
      const beyond = table === tables.memberships ? ['from_seq'] : []
      assert.deepEqual([...key, ...beyond].sort(), [...table.key].sort(), kind)
    }
  }
})

test('a cell is read from its rows as it was written to them', () => {
  for (const [key, cell] of written) {
    const rows = rowsOf(key, cell)
    for (const { table } of storedCells[cell.kind].writes) assertFits(table, rows[table.name][0]!)
    const [kind, ...parts] = key.split('|')
    for (const { table } of storedCells[cell.kind].writes)
      for (const part of parts)
        assert.ok(
          table.key.some((column) => String(rows[table.name][0]![column]) === part),
          `${key}: ${part}`,
        )
    assert.deepEqual(cellFrom(kind as ViewCell['kind'], rows), cell, key)
  }
  const kinds = Object.entries(storedCells).flatMap(([kind, { writes }]) => (writes.length > 0 ? [kind] : []))
  assert.deepEqual([...new Set(written.map(([, { kind }]) => kind as string))].sort(), kinds.sort(), 'one of each')
})

test('a pair has a row for each, which names the other, and says nothing of what was not asked', () => {
  const [row] = rowsOf('relation|app|d:ann:bob|bob', noRelation).relations
  assert.deepEqual(row, {
    ...{ app_id: 'app', conversation_id: 'd:ann:bob', user_id: 'bob', peer_id: 'ann', friends_since: 0, remark: '', tags: '[]' },
    ...{ blocked_since: 0, sent_text: '', sent_at: 0, sent_expires_at: 0, received_text: '', received_at: 0, received_expires_at: 0 },
    ...at,
  })
  assert.throws(() => rowsOf('relation|app|g:one|bob', noRelation), /g:one is not of two users/)
})

test('what others may know of a cell is read from its rows', () => {
  const facts: readonly (readonly [from: ViewCell, fact: ViewCell])[] = [
    [
      { ...relation, friendsSince: 0, blockedSince: 1 },
      { kind: 'known-relation', friends: false, blocks: true },
    ],
    [
      { ...relation, friendsSince: 1, blockedSince: 0 },
      { kind: 'known-relation', friends: true, blocks: false },
    ],
    [
      { kind: 'privacy', write: 'friends', add: 'nobody' },
      { kind: 'known-privacy', write: 'friends', add: 'nobody' },
    ],
    [{ kind: 'user', userName: 'Bob', displayName: 'B', registeredAt: 1 }, { kind: 'known-user' }],
    [
      { kind: 'app', limits: { groupMembersMax: 5 } },
      { kind: 'app-policy', limits: { groupMembersMax: 5 } },
    ],
  ]
  for (const [from, fact] of facts) assert.deepEqual(cellFrom(fact.kind, rowsOf(`${from.kind}|app|d:ann:bob|ann`, from)), fact)
  const { value, own } = limitsFrom('{"groupMembersMax":5}').groupMembersMax
  assert.deepEqual([value, own], [5, true])
})

test('of a member each row is written when what it says has changed, and not otherwise', () => {
  const writes = (before: MemberCell, after: MemberCell) => {
    const { memberships, sessions } = rowsOf('member|app|g:one|bob', after, before)
    return [memberships.length, sessions.length]
  }
  assert.deepEqual(writes(member, { ...member }), [0, 0])
  for (const field of ['fromSeq', 'toSeq', 'toOrdinal', 'endedAt', 'mutedUntil', 'role', 'nickname'] as const)
    assert.deepEqual(writes(member, { ...member, [field]: typeof member[field] === 'string' ? 'other' : 99 }), [1, 0], field)
  for (const field of ['readOrdinal', 'lastSentAt'] as const) assert.deepEqual(writes(member, { ...member, [field]: 99 }), [0, 1], field)
  const reader = { kind: 'reader', readOrdinal: 1 } as const
  const read = (readOrdinal: number) => rowsOf('reader|app|b:app|bob', { ...reader, readOrdinal }, reader).sessions
  assert.deepEqual([read(1).length, read(2).length], [0, 1])
  assert.deepEqual(read(2)[0]!.last_sent_at, 0, 'slow mode is of groups')
})

const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Uint8Array.of(1) }
const place = { conversationId: 'd:ann:bob', seq: 1, ordinal: 1 }
const message = stamped({ type: 'MessageSent', ...place, senderId: 'ann', body, replyTo: 0, mentionAll: false, attachments: [] })
const about = { ...place, targetSeq: 1, targetOrdinal: 1, messageId: commandId, lastEditSeq: 0 }
const edit = stamped({ type: 'MessageEdited', ...about, seq: 2, version: 1, body })
const revoked = stamped({ type: 'MessageRevoked', ...about, seq: 2 })

test('a message is a row, of which rules read what they ask for, whatever became of it', () => {
  const row = itemRow(message, at)!
  const { item: bytes, ...rest } = row
  assert.deepEqual(bytes, itemOf(message))
  assert.deepEqual(rest, {
    ...{ app_id: appId, conversation_id: 'd:ann:bob', seq: 1, ordinal: 1, kind: 'MessageSent', actor_id: 'ann', occurred_at: occurredAt },
    ...{ counts: 1, target_seq: 0, edited_seq: 0, ...at },
  })
  const asSent = { kind: 'message', ordinal: 1, messageId: commandId, senderId: 'ann', sentAt: occurredAt, contentType: 'text/plain' }
  const read = (items: AnyRow) => cellFrom('message', { items: [items] } as never)
  assert.deepEqual(read(row), { ...asSent, removed: '', edits: 0, lastEditSeq: 0 })
  const amended = (by: typeof edit) => amendedRow(row, amendmentOf(by)!, at)
  assert.deepEqual(read(amended(edit)), { ...asSent, removed: '', edits: 1, lastEditSeq: 2 })
  assert.deepEqual(read(amended(revoked)), { ...asSent, contentType: '', removed: 'revoked', edits: 0, lastEditSeq: 0 })
  assert.deepEqual(cellFrom('known-message', { items: [row] } as never), { kind: 'known-message', messageId: commandId, ordinal: 1 })
  assert.deepEqual(cellFrom('item', { items: [row] } as never), { kind: 'item', row })
  const other = itemRow(stamped({ type: 'MemberLeft', ...place, conversationId: 'g:one', userId: 'bob' }), at)!
  for (const kind of ['message', 'known-message'] as const) assert.equal(cellFrom(kind, { items: [other] } as never), undefined)
})

test('what became of an intent is remembered as one character a byte, refusals with their reason', () => {
  const answers = { id: 'own', contentHash: Uint8Array.of(1, 200), reply: Uint8Array.of(2) }
  const answered = (fact: Parameters<typeof stamped>[0]) => {
    const { rows } = foldBatch([{ event: stamped(fact, { answers }), position: at }]).from(() => undefined)
    assertFits(tables.intents, rows.intents[0]!)
    return cellFrom('intent', rows)
  }
  const known = { kind: 'intent', contentHash: '\u0001\u00c8', reply: '\u0002' }
  assert.deepEqual(answered({ type: 'CommandAnswered', aggregateId: 'g:one' }), { ...known, refused: null })
  assert.deepEqual(answered({ type: 'CommandRefused', aggregateId: 'g:one', code: 'FORBIDDEN', detail: 'why' }), {
    ...known,
    refused: { accepted: false, code: 'FORBIDDEN', detail: 'why' },
  })
})

test('what an edit replaces, what a group was called and who claimed a partition are rows of their own', () => {
  const kept = { kind: 'item', row: itemRow(message, at)! } as const
  const cells: Readonly<Record<string, ViewCell>> = {
    [itemKey(appId, 'd:ann:bob', 1)]: kept,
    'conversation|app|d:ann:bob': {
      ...{ kind: 'conversation', lastSeq: 1, lastOrdinal: 1, memberCount: 0, ownerId: '', creatorId: '', name: '' },
      ...{ lastActivityAt: 1, lastUncounted: 0 },
    },
    'message|app|d:ann:bob|1': cellFrom('message', { items: [kept.row] } as never)!,
  }
  const rowsFor = (event: typeof edit) => {
    const { rows } = foldBatch([{ event, position: at }]).from((key) => cells[key])
    for (const [name, list] of Object.entries(rows)) for (const row of list) assertFits(tables[name as TableName], row)
    return rows
  }
  const { app_id, conversation_id, seq, item } = kept.row
  assert.deepEqual(rowsFor(edit).edits, [{ app_id, conversation_id, seq, version: 0, edited_seq: 0, item, ...at }])
  assert.deepEqual(rowsFor(revoked).edits, [])
  const ofGroup = { conversationId: 'g:one', seq: 1 }
  const called = (name: string) => [{ app_id: appId, conversation_id: 'g:one', from_seq: 1, name, ...at }]
  assert.deepEqual(rowsFor(stamped({ type: 'GroupCreated', ...ofGroup, name: 'one', members: [] })).group_names, called('one'))
  const set = (...settings: readonly { name: string; value: string }[]) =>
    rowsFor(stamped({ type: 'GroupChanged', ...ofGroup, ordinal: 0, settings })).group_names
  assert.deepEqual(set({ name: 'avatar', value: 'a' }, { name: 'name', value: 'two' }), called('two'))
  assert.deepEqual(set({ name: 'avatar', value: 'a' }), [])
  const claim = stamped({ type: 'PartitionClaimed', producerId: 1, producerEpoch: 1, claimId: 'c', logEpoch: 'e', owner: 'o' })
  assert.deepEqual(rowsFor(claim).claims, [{ claim_id: 'c', ...at }])
})
