// Reads the events of a world from outside and keeps its own books, written without the domain's fold: what must be
// true of any log, after every command.
import assert from 'node:assert/strict'
import type { SkeinEvent } from '@skein/contracts'
import type { Cell, Reply } from '../src/index.ts'
import { conversationKey, memberKey } from '../src/index.ts'

interface Books {
  seq: number
  ordinal: number
  readonly roles: Map<string, string>
  readonly read: Map<string, number>
  /** Replies by actor and the client's id for what it asked. */
  readonly stored: Map<string, Reply>
}

export interface Witness {
  see(event: SkeinEvent): void
  /** What was stored for a command that its client named; undefined when nothing ever was. */
  storedFor(conversationId: string, actorId: string, clientId: string): Reply | undefined
  /** Compares the books with the cells. */
  compare(cells: ReadonlyMap<string, Cell>): void
}

export function createWitness(appId: string): Witness {
  const conversations = new Map<string, Books>()

  function see(event: SkeinEvent): void {
    assertStorable(event)
    if (!('conversationId' in event)) return
    const id = event.conversationId
    const books = conversations.get(id) ?? { seq: 0, ordinal: 0, roles: new Map(), read: new Map(), stored: new Map() }
    conversations.set(id, books)
    if ('seq' in event) assert.equal(event.seq, ++books.seq, 'seq is dense')
    if ('request' in event && event.request !== null) {
      const { seq, meta, request } = event
      remember(books, `${meta.actorId} ${request.clientRequestId}`, { seq, ordinal: 0, messageId: '', occurredAt: meta.occurredAt })
    }
    switch (event.type) {
      case 'MembersAdded':
        for (const { userId, role } of event.members) {
          assert.ok(!books.roles.has(userId), 'nobody joins twice')
          books.roles.set(userId, role)
          moveRead(books, userId, event.ordinal)
        }
        assert.equal(event.ordinal, books.ordinal)
        break
      case 'MemberRemoved':
      case 'MemberLeft':
        assert.ok(books.roles.delete(event.userId), 'only members go')
        assert.equal(event.ordinal, books.ordinal)
        break
      case 'MemberRoleChanged':
        assert.ok(books.roles.has(event.userId), 'only members have roles')
        books.roles.set(event.userId, event.role)
        break
      case 'MessageSent': {
        assert.equal(event.ordinal, ++books.ordinal, 'ordinal is dense')
        assertMember(id, books, event.senderId)
        const { seq, ordinal, messageId, meta } = event
        remember(books, `${event.senderId} ${event.clientMessageId}`, { seq, ordinal, messageId, occurredAt: meta.occurredAt })
        moveRead(books, event.senderId, event.ordinal)
        break
      }
      case 'ReadMarked':
        assertMember(id, books, event.userId)
        assert.ok(event.ordinal > (books.read.get(event.userId) ?? 0), 'a mark that moves nothing is no event')
        moveRead(books, event.userId, event.ordinal)
        break
    }
  }

  function compare(cells: ReadonlyMap<string, Cell>): void {
    for (const [id, books] of conversations) {
      const head = cells.get(conversationKey(appId, id))
      assert.ok(head?.kind === 'conversation')
      assert.deepEqual([head.lastSeq, head.lastOrdinal, head.memberCount], [books.seq, books.ordinal, books.roles.size])
      const owners = [...books.roles].filter(([, role]) => role === 'owner').map(([userId]) => userId)
      assert.equal(owners.length, books.roles.size > 0 ? 1 : 0, 'one owner while there are members')
      assert.equal(head.ownerId, owners[0] ?? '')
      for (const [userId, readOrdinal] of books.read) {
        const member = cells.get(memberKey(appId, id, userId))
        assert.ok(member?.kind === 'member')
        assert.deepEqual([member.role, member.readOrdinal], [books.roles.get(userId) ?? '', readOrdinal])
        if (id.startsWith('g:')) assert.equal(member.toSeq === 0, books.roles.has(userId))
      }
    }
  }

  return { see, compare, storedFor: (id, actorId, clientId) => conversations.get(id)?.stored.get(`${actorId} ${clientId}`) }
}

function remember(books: Books, intent: string, reply: Reply): void {
  assert.ok(!books.stored.has(intent), 'a resend is never done twice')
  books.stored.set(intent, reply)
}

function moveRead(books: Books, userId: string, ordinal: number): void {
  assert.ok(ordinal >= (books.read.get(userId) ?? 0), 'a read marker never goes back')
  assert.ok(ordinal <= books.ordinal, 'nor beyond the last message')
  books.read.set(userId, ordinal)
}

const assertMember = (id: string, books: Books, userId: string): void =>
  assert.ok(id.startsWith('d:') ? id.split(':').slice(1).includes(userId) : books.roles.has(userId), 'only members act')

/** No text in an event that PostgreSQL or UTF-8 has no place for. */
function assertStorable(value: unknown): void {
  if (typeof value === 'string') assert.ok(!value.includes('\0') && value.isWellFormed(), 'text can be stored')
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) Object.values(value).forEach(assertStorable)
}
