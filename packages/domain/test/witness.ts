// Reads the events of a world from outside and keeps its own books, written without the domain's folds: what must be
// true of any log, after every command.
import assert from 'node:assert/strict'
import type { AnsweredIntent, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { aggregateIdOf, aggregateOf } from '@skein/contracts'
import type { Cell, HiddenCell, MessageCell } from '../src/index.ts'
import { conversationKey, groupKey, intentKey, memberKey, messageKey, newGroup, settingsIn, timerKey } from '../src/index.ts'
import { endOffers, noOffers, type Offers, seeOffer } from './witness-offers.ts'

/** What a stay in a group is: from which seq, to which, and what the conversation had come to. */
interface Stay {
  readonly fromSeq: number
  readonly seesFrom: number
  readonly toSeq: number
  readonly toOrdinal: number
  readonly endedAt: number
}

interface Books {
  /** Of a group, as it was created. */
  name: string
  seq: number
  ordinal: number
  lastActivityAt: number
  readonly roles: Map<string, string>
  readonly read: Map<string, number>
  readonly stays: Map<string, Stay>
  /** What is kept of whoever was ever there: until when they are muted, when they wrote last. */
  readonly muted: Map<string, number>
  readonly wrote: Map<string, number>
  readonly nicknames: Map<string, string>
  /** What was set last, by name; what was never set is as in a new group. */
  readonly settings: Map<string, string>
  /** When it was dismissed; 0 while it goes on. */
  dismissedAt: number
  /** Who may broadcast, the operator among them. */
  readonly broadcasters: Set<string>
  readonly banned: Set<string>
  readonly offers: Offers
  /** By seq. */
  readonly messages: Map<number, MessageCell>
  /** seq of the message that was sent or changed last; 0 for none. */
  lastMessage: number
  /** Highest ordinal of a message taken away. */
  lastUncounted: number
}

/** What an intent came to. */
export interface Answer extends AnsweredIntent {
  readonly refused: { readonly accepted: false; readonly code: string; readonly detail: string } | null
}

export interface Witness {
  see(event: SkeinEvent): void
  /** What answered the intent of a command; undefined when nothing ever did. */
  storedFor(command: SkeinCommand): Answer | undefined
  /** Compares the books with the cells. */
  compare(cells: ReadonlyMap<string, Cell>): void
}

export function createWitness(appId: string): Witness {
  const conversations = new Map<string, Books>()
  /** By the key of the cell that is to remember it. */
  const stored = new Map<string, Answer>()
  const hidden = new Map<string, HiddenCell>()
  let groupMembersMax = Number.POSITIVE_INFINITY

  function see(event: SkeinEvent): void {
    assertStorable(event)
    const { answers, actorId } = event.meta
    if (answers !== null) {
      const key = intentKey(appId, aggregateIdOf(event), actorId, answers.id)
      assert.ok(!stored.has(key), 'an intent is never answered twice')
      const refused = event.type === 'CommandRefused' ? { accepted: false as const, code: event.code, detail: event.detail } : null
      stored.set(key, { ...answers, refused })
    }
    if (event.type === 'CommandAnswered' || event.type === 'CommandRefused') assert.ok(answers !== null, 'it is there to answer')
    if (event.type === 'AppPolicyChanged')
      groupMembersMax = event.limits.find(({ name }) => name === 'groupMembersMax')?.value ?? Number.POSITIVE_INFINITY
    if (event.type === 'MessageHidden') hide(event)
    if (!isOfConversation(event)) return
    const books = conversations.get(event.conversationId) ?? emptyBooks()
    conversations.set(event.conversationId, books)
    seeOffer(books.offers, event, books.banned)
    enter(books, event)
    if (event.type === 'GroupCreated' || event.type === 'MembersAdded' || event.type === 'MemberJoined')
      assert.ok(books.roles.size <= groupMembersMax, 'a group has room for so many')
  }

  function hide({ meta, userId, conversationId, seq, ordinal, messageId }: Extract<SkeinEvent, { readonly type: 'MessageHidden' }>): void {
    assert.equal(userId, meta.actorId, 'nobody deletes anything for somebody else')
    const message = conversations.get(conversationId)?.messages.get(seq)
    assert.deepEqual([message?.messageId, message?.ordinal], [messageId, ordinal], 'what is deleted for oneself is a message')
    const key = `hidden|${appId}|${userId}|${conversationId}|${seq}`
    assert.ok(!hidden.has(key), 'and is so once')
    hidden.set(key, { kind: 'hidden', ordinal, messageId, hiddenAt: meta.occurredAt })
  }

  function compare(cells: ReadonlyMap<string, Cell>): void {
    for (const [id, books] of conversations) compareConversation(appId, id, books, cells)
    for (const [key, { contentHash, reply, refused }] of stored) {
      const cell = cells.get(key)
      assert.ok(cell?.kind === 'intent', 'every answer is remembered')
      assert.ok(sameBytes(cell.contentHash, contentHash) && sameBytes(cell.reply, reply), 'as it was given')
      assert.deepEqual(cell.refused, refused)
    }
    for (const [key, cell] of hidden) assert.deepEqual(cells.get(key), cell)
    const counts = { intent: 0, hidden: 0 }
    for (const { kind } of cells.values()) if (kind === 'intent' || kind === 'hidden') counts[kind]++
    assert.deepEqual(counts, { intent: stored.size, hidden: hidden.size }, 'and nothing else is')
  }

  function storedFor(command: SkeinCommand): Answer | undefined {
    const { intent, actorId } = command.meta
    return intent === null ? undefined : stored.get(intentKey(appId, aggregateIdOf(command), actorId, intent.id))
  }

  return { see, compare, storedFor }
}

const emptyBooks = (): Books => ({
  name: '',
  seq: 0,
  ordinal: 0,
  lastActivityAt: 0,
  roles: new Map(),
  read: new Map(),
  stays: new Map(),
  muted: new Map(),
  wrote: new Map(),
  nicknames: new Map(),
  settings: new Map(),
  dismissedAt: 0,
  broadcasters: new Set(['']),
  banned: new Set(),
  offers: noOffers(),
  messages: new Map(),
  lastMessage: 0,
  lastUncounted: 0,
})

type OfConversation = {
  [T in SkeinEvent['type']]: (typeof aggregateOf)[T] extends 'conversation' ? Extract<SkeinEvent, { readonly type: T }> : never
}[SkeinEvent['type']]

/** Events of other aggregates may name a conversation too. */
const isOfConversation = (event: SkeinEvent): event is OfConversation => aggregateOf[event.type] === 'conversation'

function enter(books: Books, event: OfConversation): void {
  if ('seq' in event) {
    assert.equal(books.dismissedAt, 0, 'nothing happens in a group that was dismissed')
    assert.equal(event.seq, ++books.seq, 'seq is dense')
    books.lastActivityAt = event.meta.occurredAt
  }
  if ('targetSeq' in event) changeMessage(books, event)
  switch (event.type) {
    case 'GroupCreated':
      assert.equal(event.seq, 1, 'a group begins once')
      books.name = event.name
      for (const { userId, role } of event.members) join(books, event.seq, userId, role)
      break
    case 'MembersAdded':
      assert.equal(event.ordinal, books.ordinal)
      for (const { userId, role } of event.members) join(books, event.seq, userId, role)
      for (const { userId } of event.members) mayReadAll(books, userId)
      break
    case 'MemberJoined':
      assert.equal(event.ordinal, books.ordinal)
      join(books, event.seq, event.userId, 'member')
      mayReadAll(books, event.userId)
      break
    case 'UserBanned':
      banOrLift(books, event)
      break
    case 'MembersRemoved':
      for (const userId of event.userIds) go(books, event, userId)
      break
    case 'MemberLeft':
      go(books, event, event.userId)
      break
    case 'MemberRoleChanged':
      assert.equal(event.ordinal, books.ordinal)
      assert.ok(books.roles.has(event.userId), 'only members have roles')
      books.roles.set(event.userId, event.role)
      break
    case 'MemberMuted':
    case 'NicknameChanged':
      assert.equal(event.ordinal, books.ordinal)
      assert.ok(books.roles.has(event.userId), 'of members alone')
      if (event.type === 'MemberMuted') books.muted.set(event.userId, event.mutedUntil)
      else books.nicknames.set(event.userId, event.nickname)
      break
    case 'GroupChanged':
    case 'GroupDismissed':
      setOrEnd(books, event)
      break
    case 'MessageSent':
      send(books, event)
      break
    case 'BroadcastRightChanged':
      assert.equal(event.meta.actorId, '', 'operators give it')
      assert.notEqual(books.broadcasters.has(event.userId), event.allowed, 'what changes nothing is no event')
      if (event.allowed) books.broadcasters.add(event.userId)
      else books.broadcasters.delete(event.userId)
      break
    case 'OnlineNotified':
      assertBroadcaster(event, books)
      break
    case 'BroadcastSent':
      broadcast(books, event)
      break
    case 'ReadMarked':
      assertMember(event.conversationId, books, event.userId)
      assert.ok(event.ordinal > (books.read.get(event.userId) ?? 0), 'a mark that moves nothing is no event')
      moveRead(books, event.userId, event.ordinal)
      break
  }
}

function send(books: Books, event: Extract<OfConversation, { readonly type: 'MessageSent' }>): void {
  const { senderId, meta } = event
  assert.equal(senderId, meta.actorId)
  assertMember(event.conversationId, books, senderId)
  assertMaySpeak(books, senderId, meta.occurredAt)
  assertMayWrite(books, senderId, meta.occurredAt)
  books.wrote.set(senderId, meta.occurredAt)
  keepMessage(books, event)
  moveRead(books, senderId, event.ordinal)
}

function broadcast(books: Books, event: Extract<OfConversation, { readonly type: 'BroadcastSent' }>): void {
  assertBroadcaster(event, books)
  keepMessage(books, event)
  if (event.meta.actorId !== '') moveRead(books, event.meta.actorId, event.ordinal)
}

function keepMessage(books: Books, event: Extract<OfConversation, { readonly type: 'MessageSent' | 'BroadcastSent' }>): void {
  const { seq, ordinal, meta, body } = event
  const { commandId: messageId, occurredAt: sentAt, actorId: senderId } = meta
  assert.equal(ordinal, ++books.ordinal, 'ordinal is dense')
  const asSent = { contentType: body.contentType, removed: '', edits: 0, lastEditSeq: 0 } as const
  books.messages.set(seq, { kind: 'message', ordinal, messageId, senderId, sentAt, ...asSent })
  books.lastMessage = seq
}

/** What an event makes of an earlier message. */
function changeMessage(books: Books, event: Extract<OfConversation, { readonly targetSeq: number }>): void {
  const message = books.messages.get(event.targetSeq)
  assert.ok(message?.messageId === event.messageId, 'what changes a message names it')
  assert.deepEqual([event.ordinal, event.targetOrdinal], [books.ordinal, message.ordinal])
  assert.equal(event.lastEditSeq, message.lastEditSeq, 'and the edit before')
  books.lastMessage = event.targetSeq
  if (event.type === 'MessageEdited') {
    const { actorId } = event.meta
    const may = isBroadcast(event.conversationId) ? books.broadcasters.has(actorId) : message.senderId === actorId
    assert.ok(may && message.removed === '', 'only authors edit, or who may broadcast, and only what is there')
    assertMaySpeak(books, event.meta.actorId, event.meta.occurredAt)
    assert.deepEqual([event.version, event.body.contentType], [message.edits + 1, message.contentType])
    books.messages.set(event.targetSeq, { ...message, edits: event.version, lastEditSeq: event.seq })
    return
  }
  if (isBroadcast(event.conversationId)) assertBroadcaster(event, books)
  const removed = event.type === 'MessageRevoked' ? 'revoked' : 'deleted'
  assert.ok(message.removed === '' || (message.removed === 'revoked' && removed === 'deleted'), 'what is gone does not go again')
  books.messages.set(event.targetSeq, { ...message, contentType: '', removed })
  books.lastUncounted = Math.max(books.lastUncounted, message.ordinal)
}

function compareConversation(appId: string, id: string, books: Books, cells: ReadonlyMap<string, Cell>): void {
  const head = cells.get(conversationKey(appId, id))
  // Of a pair, or who may broadcast, may be decided what it likes: nothing of that begins a conversation.
  if (books.seq === 0) {
    assert.equal(head, undefined)
    return
  }
  assert.ok(head?.kind === 'conversation')
  assert.deepEqual(
    [head.lastSeq, head.lastOrdinal, head.memberCount, head.lastActivityAt, head.lastUncounted],
    [books.seq, books.ordinal, books.roles.size, books.lastActivityAt, books.lastUncounted],
  )
  if (id.startsWith('g:')) compareGroup(appId, id, books, cells)
  assert.equal(head.name, books.settings.get('name') ?? books.name)
  const owners = [...books.roles].filter(([, role]) => role === 'owner').map(([userId]) => userId)
  assert.equal(owners.length, books.roles.size > 0 ? 1 : 0, 'one owner while there are members')
  assert.equal(head.ownerId, owners[0] ?? '')
  if (isBroadcast(id)) {
    for (const [userId, readOrdinal] of books.read)
      assert.deepEqual(cells.get(`reader|${appId}|${id}|${userId}`), { kind: 'reader', readOrdinal })
  } else
    for (const [userId, readOrdinal] of books.read) {
      const member = cells.get(memberKey(appId, id, userId))
      assert.ok(member?.kind === 'member')
      assert.deepEqual([member.role, member.readOrdinal], [books.roles.get(userId) ?? '', readOrdinal])
      const kept = [books.muted, books.wrote].map((book) => book.get(userId) ?? 0)
      assert.deepEqual([member.mutedUntil, member.lastSentAt], kept, 'what outlasts a stay')
      assert.equal(member.nickname, books.nicknames.get(userId) ?? '')
      const { fromSeq, seesFrom, toSeq, toOrdinal, endedAt } = member
      if (id.startsWith('g:')) assert.deepEqual({ fromSeq, seesFrom, toSeq, toOrdinal, endedAt }, books.stays.get(userId))
    }
  if (books.lastMessage > 0) assert.deepEqual(cells.get(messageKey(appId, id, books.lastMessage)), books.messages.get(books.lastMessage))
}

/** Where the group shows its history from the start, whoever joins may read all of it. */
function mayReadAll({ settings, stays }: Books, userId: string): void {
  if (settings.get('historyFrom') === 'start') stays.set(userId, { ...stays.get(userId)!, seesFrom: 1 })
}

function banOrLift(books: Books, { ordinal, userId, banned }: Extract<SkeinEvent, { readonly type: 'UserBanned' }>): void {
  assert.equal(ordinal, books.ordinal)
  assert.ok(!books.roles.has(userId), 'who is banned is out')
  assert.notEqual(books.banned.has(userId), banned, 'a ban that changes nothing is no event')
  if (banned) books.banned.add(userId)
  else books.banned.delete(userId)
}

function join(books: Books, seq: number, userId: string, role: string): void {
  assert.ok(!books.banned.has(userId), 'who is banned is not let in')
  assert.ok(!books.roles.has(userId), 'nobody joins twice')
  books.roles.set(userId, role)
  endOffers(books.offers, userId)
  books.nicknames.delete(userId)
  books.stays.set(userId, { fromSeq: seq, seesFrom: seq, toSeq: 0, toOrdinal: 0, endedAt: 0 })
  moveRead(books, userId, books.ordinal)
}

function go(books: Books, event: Extract<OfConversation, { readonly type: 'MembersRemoved' | 'MemberLeft' }>, userId: string): void {
  assert.equal(event.ordinal, books.ordinal)
  assert.ok(books.roles.delete(userId), 'only members go')
  const stay = books.stays.get(userId)!
  books.stays.set(userId, { ...stay, toSeq: event.seq + 1, toOrdinal: event.ordinal, endedAt: event.meta.occurredAt })
}

function moveRead(books: Books, userId: string, ordinal: number): void {
  assert.ok(ordinal >= (books.read.get(userId) ?? 0), 'a read marker never goes back')
  assert.ok(ordinal <= books.ordinal, 'nor beyond the last message')
  books.read.set(userId, ordinal)
}

const isBroadcast = (id: string): boolean => id.startsWith('b:')

const assertBroadcaster = ({ meta, conversationId }: OfConversation, books: Books): void =>
  assert.ok(conversationId === `b:${meta.appId}` && books.broadcasters.has(meta.actorId), 'only who may broadcasts')

const assertMember = (id: string, books: Books, userId: string): void =>
  assert.ok(
    isBroadcast(id) || (id.startsWith('d:') ? id.split(':').slice(1).includes(userId) : books.roles.has(userId)),
    'only members act',
  )

const assertMaySpeak = (books: Books, userId: string, at: number): void =>
  assert.ok(books.roles.get(userId) === 'owner' || (books.muted.get(userId) ?? 0) <= at, 'who is muted says nothing')
/** What a group is set to, and its end. */
function setOrEnd(books: Books, event: Extract<OfConversation, { readonly type: 'GroupChanged' | 'GroupDismissed' }>): void {
  const { settings } = books
  if (event.type === 'GroupChanged') {
    assert.ok(event.settings.length > 0, 'something is otherwise')
    for (const { name, value } of event.settings) {
      assert.notEqual(settings.get(name), value, 'what is set is otherwise than before')
      settings.set(name, value)
    }
    return
  }
  books.dismissedAt = event.meta.occurredAt
  if (event.meta.actorId === '') {
    assert.equal(settings.get('endsAt'), String(event.endsAt), 'it ends when it was set to')
    assert.ok(event.meta.occurredAt >= event.endsAt, 'and not before')
  } else assert.equal(books.roles.get(event.meta.actorId), 'owner', 'an owner dismisses')
}

function assertMayWrite({ settings, roles, wrote }: Books, userId: string, at: number): void {
  const slowModeMs = Number(settings.get('slowModeMs') ?? 0)
  const waits = slowModeMs > 0 && roles.get(userId) === 'member' && wrote.has(userId)
  assert.ok(!waits || at >= wrote.get(userId)! + slowModeMs, 'slow mode')
  const isQuiet = settings.get('canWrite') === 'admins' || settings.get('mutedAll') === 'true' || settings.get('type') === 'channel'
  assert.ok(!isQuiet || roles.get(userId) !== 'member', 'where admins alone may write, no member does')
}

/** What was set, as text, and what the cell of the group says. */
function compareGroup(appId: string, id: string, { settings, dismissedAt }: Books, cells: ReadonlyMap<string, Cell>): void {
  const group = cells.get(groupKey(appId, id))
  assert.ok(group === undefined || group.kind === 'group')
  if (group === undefined) assert.deepEqual([settings.size - Number(settings.has('name')), dismissedAt], [0, 0])
  assert.equal(group?.dismissedAt ?? 0, dismissedAt)
  for (const { name, value } of settingsIn(group ?? newGroup)) assert.equal(settings.get(name), value, name)
  const timer = cells.get(timerKey(appId, id, 'end'))
  assert.ok(timer === undefined || timer.kind === 'timer')
  assert.equal(timer?.dueAt ?? 0, dismissedAt > 0 ? 0 : Number(settings.get('endsAt') ?? 0), 'the timer says when it ends')
}

const sameBytes = (characters: string, bytes: Uint8Array): boolean => Buffer.from(characters, 'latin1').equals(bytes)

/** No text in an event that PostgreSQL or UTF-8 has no place for. */
function assertStorable(value: unknown): void {
  if (typeof value === 'string') assert.ok(!value.includes('\0') && value.isWellFormed(), 'text can be stored')
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) Object.values(value).forEach(assertStorable)
}
