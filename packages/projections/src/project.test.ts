// Events become row changes, coalesced per row within a batch; the cost of a message does not grow with its group.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EventMeta, SkeinEvent } from '@skein/contracts'
import type { Change } from './change.ts'
import { coalesce } from './coalesce.ts'
import { itemOf } from './item.ts'
import { project } from './project.ts'

type Unstamped<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never

const meta: EventMeta = {
  appId: 'app',
  claim: 0,
  commandOffset: 0,
  commandId: '',
  actorId: 'ann',
  deviceId: 'phone',
  connectionId: '',
  occurredAt: 1_000,
  traceparent: null,
}
const stamped = (event: Unstamped, offset = 0): SkeinEvent => ({ ...event, meta: { ...meta, occurredAt: 1_000 + offset } }) as SkeinEvent
const changesOf = (...events: Unstamped[]): Change[] =>
  events.flatMap((event, offset) => [...project({ event: stamped(event, offset), position: { partition: 0, offset } })])

const message = (conversationId: string, senderId: string, seq: number, ordinal = seq): Unstamped => ({
  type: 'MessageSent',
  conversationId,
  seq,
  ordinal,
  clientMessageId: 'c',
  messageId: 'm',
  contentHash: new Uint8Array(32),
  senderId,
  body: { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(0) },
  replyTo: 0,
  attachments: [],
})
const conversationId = 'g:one'
const tables = (changes: readonly Change[]) => changes.map((change) => change.table)

describe('project', () => {
  it('writes three rows for a message, whatever the number of members', () => {
    assert.deepEqual(tables(changesOf(message(conversationId, 'ann', 9, 4))), ['conversations', 'messages', 'sessions'])
    assert.deepEqual(tables(changesOf(message('d:ann:bob', 'ann', 2))), ['conversations', 'messages', 'sessions'])
  })

  it('brings a direct conversation into being for both with its first message', () => {
    const { stays, sessions } = coalesce(changesOf(message('d:ann:bob', 'ann', 1)))
    assert.deepEqual(
      stays.map(({ userId, fromSeq, role }) => [userId, fromSeq, role]),
      [
        ['ann', 1, ''],
        ['bob', 1, ''],
      ],
    )
    assert.deepEqual(
      sessions.map(({ userId, readOrdinal }) => [userId, readOrdinal]),
      [
        ['ann', 1],
        ['bob', 0],
      ],
    )
    assert.equal(coalesce(changesOf(message('d:ann:ann', 'ann', 1))).stays.length, 1)
  })

  it('lets the first members of a group see its creation, and later ones what comes from their joining on', () => {
    const joined = (seq: number, userId: string): Unstamped => ({
      type: 'MembersAdded',
      conversationId,
      seq,
      ordinal: 0,
      members: [{ userId, role: 'member' }],
      request: null,
    })
    const { stays } = coalesce(
      changesOf({ type: 'GroupCreated', conversationId, seq: 1, name: 'one', ownerId: 'ann' }, joined(2, 'ann'), joined(3, 'bob')),
    )
    assert.deepEqual(
      stays.map(({ userId, fromSeq }) => [userId, fromSeq]),
      [
        ['ann', 1],
        ['bob', 3],
      ],
    )
  })

  it('gives nothing for the records of a partition itself', () => {
    assert.deepEqual(changesOf({ type: 'CommandsDone' }), [])
    assert.deepEqual(changesOf({ type: 'PartitionClaimed', producerId: 1, producerEpoch: 1, logEpoch: 'e', owner: 'o' }), [])
  })
})

describe('coalesce', () => {
  const joined = (seq: number, ...userIds: string[]): Unstamped => ({
    type: 'MembersAdded',
    conversationId,
    seq,
    ordinal: 0,
    members: userIds.map((userId) => ({ userId, role: 'member' })),
    request: null,
  })
  const left = (seq: number, userId: string): Unstamped => ({ type: 'MemberLeft', conversationId, seq, ordinal: 0, userId, request: null })
  const role = (seq: number, userId: string, to: string): Unstamped => ({
    type: 'MemberRoleChanged',
    conversationId,
    seq,
    userId,
    role: to,
    ordinal: 0,
    request: null,
  })

  it('leaves every row once, as the last change left it', () => {
    const { conversations, sessions, messages } = coalesce(
      changesOf(message(conversationId, 'ann', 5, 1), message(conversationId, 'bob', 6, 2), message(conversationId, 'ann', 7, 3)),
    )
    assert.deepEqual(
      conversations.map(({ lastSeq, lastOrdinal, lastMessage, at }) => [lastSeq, lastOrdinal, lastMessage?.senderId, at.offset]),
      [[7, 3, 'ann', 2]],
    )
    assert.deepEqual(
      sessions.map(({ userId, readOrdinal }) => [userId, readOrdinal]),
      [
        ['ann', 3],
        ['bob', 2],
      ],
    )
    assert.equal(messages.length, 3)
  })

  it('ends a stay where it was begun: in the batch, or before it', () => {
    const { stays, amendments } = coalesce(
      changesOf(
        left(5, 'ann'),
        joined(6, 'ann', 'bob'),
        role(7, 'ann', 'admin'),
        left(8, 'ann'),
        joined(9, 'ann'),
        role(10, 'cyd', 'admin'),
        left(11, 'cyd'),
      ),
    )
    assert.deepEqual(
      stays.map(({ userId, fromSeq, role: r, end }) => [userId, fromSeq, r, end?.toSeq]),
      [
        ['ann', 6, '', 9],
        ['bob', 6, 'member', undefined],
        ['ann', 9, 'member', undefined],
      ],
    )
    assert.deepEqual(
      amendments.map(({ userId, role: r, end }) => [userId, r, end?.toSeq]),
      [
        ['ann', '', 6],
        ['cyd', '', 12],
      ],
    )
  })

  it('knows an owner who leaves from one who handed over before', () => {
    const owner = (...events: Unstamped[]) => {
      const [head] = coalesce(changesOf(...events)).conversations
      return head!.ownerId !== null && head!.gone.includes(head!.ownerId) ? '' : head!.ownerId
    }
    assert.equal(owner(role(5, 'bob', 'owner'), role(6, 'ann', 'admin'), left(7, 'ann')), 'bob')
    assert.equal(owner(left(5, 'bob'), role(6, 'bob', 'owner')), 'bob')
    assert.equal(owner(role(5, 'bob', 'owner'), left(6, 'bob')), '')
  })

  it('counts members by addition', () => {
    const [head] = coalesce(changesOf(joined(5, 'ann', 'bob'), left(6, 'ann'), joined(7, 'cyd'))).conversations
    assert.equal(head!.memberCountDelta, 2)
  })

  it('keeps how a device session was opened when it is closed', () => {
    const { deviceSessions } = coalesce(
      changesOf(
        { type: 'DeviceSessionOpened', userId: 'ann', sessionId: 's', platform: 'web', expiresAt: 9 },
        { type: 'DeviceSessionClosed', userId: 'ann', sessionId: 's' },
      ),
    )
    assert.deepEqual(
      deviceSessions.map(({ opened, closedAt, at }) => [opened?.platform, closedAt, at.offset]),
      [['web', 1_001, 1]],
    )
  })
})

describe('itemOf', () => {
  it('shows what takes a seq, and nothing else', () => {
    const request = { clientRequestId: 'r', contentHash: new Uint8Array(32) }
    assert.equal(itemOf(stamped({ type: 'ReadMarked', conversationId, userId: 'ann', ordinal: 1 })), null)
    const item = itemOf(stamped({ type: 'MemberRemoved', conversationId, seq: 5, ordinal: 2, userId: 'bob', request }))
    assert.deepEqual(item, {
      conversationId,
      seq: 5,
      ordinal: 2,
      actorId: 'ann',
      occurredAtMs: 1_000,
      memberRemoved: { userId: 'bob' },
    })
  })
})
