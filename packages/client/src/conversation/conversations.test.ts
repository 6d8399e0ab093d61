// Where a device begins to follow a conversation that it meets live, where it stops, and what it remembers of its messages.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '../storage/storage.ts'
import { Conversations } from './conversations.ts'
import { type Item, textBody } from './item.ts'
import { provisionalSession, type Session } from './session.ts'

const place = (seq: number) => ({ conversationId: 'g:one', seq, ordinal: 0, actorId: 'ann', occurredAtMs: 0, uncounts: 0 })
const created = (...userIds: string[]): Item => ({
  ...place(1),
  type: 'GroupCreated',
  name: 'one',
  members: userIds.map((userId) => ({ userId, role: 'member' })),
  subjectCount: userIds.length,
})
const joined = (seq: number, ...userIds: string[]): Item => ({
  ...place(seq),
  type: 'MembersAdded',
  members: userIds.map((userId) => ({ userId, role: 'member' })),
  subjectCount: userIds.length,
  fromStart: false,
})

/** What bob is shown, and the holes that were told of. */
function open(storage = memoryStorage()) {
  const shown: number[] = []
  const holes: string[] = []
  const ahead: Item[] = []
  const conversations = new Conversations({
    storage,
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: (item) => shown.push(item.seq),
    onAhead: (item) => ahead.push(item),
    onSession: () => {},
    onHole: (id) => holes.push(id),
    onOtherHistory: assert.fail,
    onSaveFailed: assert.fail,
    synced: () => true,
  })
  conversations.userId = 'bob'
  return { conversations, shown, holes, ahead }
}

test('one of the first members begins with the creation, also when a later item comes before it', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(2, 'cid'))
  assert.deepEqual([shown, holes], [[], ['g:one']])
  conversations.take(created('ann', 'bob'))
  assert.deepEqual(shown, [1, 2])
  await conversations.clear()
})

test('one who joins later begins with the joining', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(7, 'bob'))
  assert.deepEqual([shown, holes], [[7], []])
  await conversations.clear()
})

test('who is out has nothing unread', async () => {
  // The badge of a group that one had left, or been removed from, could be cleared by nobody: no marker can be moved there any more.
  const { conversations } = open()
  conversations.take(created('ann', 'bob'))
  const place = { conversationId: 'g:one', actorId: 'ann', occurredAtMs: 0, uncounts: 0 }
  conversations.take({ ...place, seq: 2, ordinal: 1, type: 'unknown' })
  assert.equal(conversations.sessions.get('g:one')?.unread, 1)
  conversations.take({ ...place, seq: 3, ordinal: 1, type: 'MembersRemoved', userIds: ['bob'], subjectCount: 1 })
  assert.equal(conversations.sessions.get('g:one')?.unread, 0)
  await conversations.clear()
})

test('what comes after the close is left to the next client', async () => {
  const storage = memoryStorage()
  const { conversations, shown } = open(storage)
  conversations.take(joined(7, 'bob'))
  const stored = conversations.close()
  conversations.take(joined(8, 'cid'))
  conversations.passOver('g:one', 9)
  conversations.begin('g:two', 3)
  conversations.cursor = 'ff'
  conversations.changed()
  await stored
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual(shown, [7])
  const next = open(storage)
  await next.conversations.load()
  assert.deepEqual([next.conversations.cursor, next.conversations.timelines.get('g:one')?.lastSeq], ['', 7])
  next.conversations.take(joined(8, 'cid'))
  assert.deepEqual(next.shown, [8])
  await next.conversations.clear()
})

/** What a view says to bob, a member from the beginning who has read nothing. */
const told = (lastSeq: number, lastOrdinal: number, uncountedOrdinals: readonly number[] = []): Session => ({
  ...provisionalSession('g:one', created('ann', 'bob')),
  lastSeq,
  lastOrdinal,
  uncountedOrdinals,
  unread: lastOrdinal - uncountedOrdinals.length,
})
const hidden = (ordinal: number) => ({ conversationId: 'g:one', seq: ordinal + 1, ordinal, messageId: '' })

// A device was told that its user had deleted a message for themselves, and then by a view that had not heard of it that the message
// was unread again: such a deletion moves no seq of the conversation, and the view passed for the newer one.
test('what was deleted for oneself stays read, whatever a view says that has not heard of it', async () => {
  const { conversations } = open()
  conversations.putSession(told(3, 2))
  conversations.hide(hidden(2))
  assert.equal(conversations.sessions.get('g:one')!.unread, 1)
  conversations.putSession(told(4, 3))
  const { unread, uncountedOrdinals } = conversations.sessions.get('g:one')!
  assert.deepEqual({ unread, uncountedOrdinals }, { unread: 2, uncountedOrdinals: [2] })
  await conversations.clear()
})

// The notice of a deletion may overtake the push of its message, which stands in another partition: one of the messages that
// had come already was then taken for read.
test('a message that was deleted for oneself before it is shown takes nothing from those that are', async () => {
  const { conversations } = open()
  conversations.putSession(told(3, 2))
  conversations.hide(hidden(3))
  assert.equal(conversations.sessions.get('g:one')!.unread, 2)
  conversations.putSession(told(4, 3))
  assert.equal(conversations.sessions.get('g:one')!.unread, 2)
  await conversations.clear()
})

test('what was told ahead of its turn is remembered, and an edit of what this user deleted is told without its text', async () => {
  const { conversations, shown, ahead } = open()
  conversations.begin('g:one', 3)
  const about = { messageId: 'm', targetSeq: 2 }
  conversations.take({ ...place(9), type: 'MessageRevoked', ...about })
  conversations.tellAhead({ ...place(8), type: 'MessageRevoked', ...about, targetSeq: 4 })
  conversations.hide({ conversationId: 'g:one', seq: 3, ordinal: 3, messageId: 'm' })
  conversations.tellAhead({
    ...place(7),
    type: 'MessageEdited',
    ...about,
    targetSeq: 3,
    body: textBody('three'),
    text: 'three',
    version: 1,
  })
  assert.deepEqual(
    ahead.map((item) => [item.seq, item.type === 'MessageEdited' && item.text]),
    [
      [9, false],
      [7, null],
    ],
  )
  assert.deepEqual(
    [2, 3, 4].map((seq) => conversations.changes.isGone('g:one', seq)),
    [true, true, false],
  )
  assert.deepEqual(shown, [])
  await conversations.clear()
  assert.equal(conversations.changes.isGone('g:one', 2), false)
})
