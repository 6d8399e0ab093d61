// What is shown of an event to the letter, whom it names, which cells a batch asks for, and that what can only be a bug stops the fold.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventMeta, type Messages, type SkeinEvent, wire } from '@skein/contracts'
import { cellsTouched, foldBatch } from './fold-batch.ts'
import { usersNamedIn } from './item-users.ts'
import { amendmentOf, itemOf, outdatedItem } from './shown.ts'
import { withMessage } from './tables/items.ts'

const meta: EventMeta = {
  ...{ appId: 'app', claim: 0, commandOffset: 0, commandId: 'c', actorId: 'ann', deviceId: 'phone', connectionId: '' },
  ...{ occurredAt: 1_000, answers: null, traceparent: null },
}
const conversationId = 'g:one'
const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Uint8Array.of(1) }
const joined: SkeinEvent = {
  ...{ type: 'MembersAdded', meta, conversationId, seq: 2, ordinal: 0 },
  members: [
    { userId: 'bob', role: 'member' },
    { userId: 'cid', role: 'member' },
  ],
  returning: [],
  fromStart: false,
}
const left: SkeinEvent = { type: 'MemberLeft', meta, conversationId, seq: 2, ordinal: 0, userId: 'bob' }
const message: SkeinEvent = {
  ...{
    type: 'MessageSent',
    meta,
    conversationId,
    seq: 3,
    ordinal: 1,
    senderId: 'ann',
    body,
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  },
}
const edit: SkeinEvent = {
  ...{ type: 'MessageEdited', meta, conversationId, seq: 4, ordinal: 1, targetSeq: 3, targetOrdinal: 1, messageId: 'c', lastEditSeq: 0 },
  ...{ version: 1, body },
}
const decoded = (event: SkeinEvent) => wire.ConversationItem.decode(itemOf(event)!)

test('a message says nothing of edits and of a removal before there are any, and the id that its client gave it where it did', () => {
  const { messageSent, uncounts } = decoded(message)
  assert.deepEqual([messageSent?.edits, messageSent?.editedAtMs, messageSent?.lastEditSeq, messageSent?.removed], [0, 0, 0, null])
  assert.deepEqual([messageSent?.clientMessageId, uncounts], ['', 0])
  const answers = { id: 'own', contentHash: Uint8Array.of(1), reply: Uint8Array.of(1) }
  assert.equal(decoded({ ...message, meta: { ...meta, answers } }).messageSent?.clientMessageId, 'own')
})

test('an edit leaves its message unread, what takes it away does not', () => {
  assert.equal(decoded(edit).uncounts, 0)
  const { version: _, body: __, ...about } = edit as Extract<SkeinEvent, { type: 'MessageEdited' }>
  assert.equal(decoded({ ...about, type: 'MessageRevoked' }).uncounts, 1)
})

test('of a message that was taken away it is said how, by whom and when', () => {
  const { version: _, body: __, ...about } = edit as Extract<SkeinEvent, { type: 'MessageEdited' }>
  const before = decoded(message).messageSent as Messages.MessageSent
  const removedBy = (type: 'MessageRevoked' | 'MessageDeleted') => amendmentOf({ ...about, type })?.to(before).removed
  assert.deepEqual(removedBy('MessageRevoked'), { kind: 'revoked', actorId: 'ann', atMs: 1_000 })
  assert.deepEqual(removedBy('MessageDeleted'), { kind: 'deleted', actorId: 'ann', atMs: 1_000 })
})

test('an item names whom it is about, and of a kind that is not known nobody', () => {
  assert.deepEqual(usersNamedIn('MembersAdded', itemOf(joined)!), ['bob', 'cid'])
  assert.deepEqual(usersNamedIn('MemberLeft', itemOf(left)!), ['bob'])
  assert.deepEqual(usersNamedIn('MessageSent', itemOf(message)!), [])
  for (const kind of ['FromALaterRelease', 'constructor']) assert.deepEqual(usersNamedIn(kind, itemOf(left)!), [])
  // Written by a release that says it otherwise.
  assert.deepEqual(usersNamedIn('MemberLeft', itemOf(message)!), [])
})

test('a batch asks for no cell that it makes itself', () => {
  const records = [message, edit].map((event, offset) => ({ event, position: { partition: 0, offset } }))
  const head = `conversation|app|${conversationId}`
  assert.deepEqual([...foldBatch(records).needs].sort(), [head, `member|app|${conversationId}|ann`])
  assert.deepEqual([...foldBatch(records.slice(1)).needs].sort(), [head, `item|app|${conversationId}|3`, `message|app|${conversationId}|3`])
  const touched = [head, `item|app|${conversationId}|3`, `item|app|${conversationId}|4`, `member|app|${conversationId}|ann`]
  assert.deepEqual([...cellsTouched(records)].sort(), touched)
  const read: SkeinEvent = { type: 'ReadMarked', meta, conversationId, userId: 'ann', ordinal: 1, shown: true }
  const ofRead = cellsTouched([{ event: read, position: { partition: 0, offset: 0 } }])
  assert.deepEqual([...ofRead], [`member|app|${conversationId}|ann`], 'what is no item touches none')
})

test('a batch leaves no message among the cells that are kept', () => {
  const first: SkeinEvent = { ...message, conversationId: 'd:ann:bob', seq: 1 }
  const { cells } = foldBatch([{ event: first, position: { partition: 0, offset: 0 } }]).from(() => undefined)
  assert.deepEqual([...cells.keys()].sort(), ['conversation|app|d:ann:bob', 'member|app|d:ann:bob|ann', 'member|app|d:ann:bob|bob'])
})

test('what is amended is there, and is what its event says', () => {
  const [removedEarlier] = [{ ...edit, seq: 1, targetSeq: 1 }] as const
  const { from } = foldBatch([{ event: removedEarlier, position: { partition: 0, offset: 0 } }])
  const known = { kind: 'message', ordinal: 1, messageId: 'c', senderId: 'ann', sentAt: 1, contentType: '', removed: '', edits: 0 } as const
  assert.throws(
    () => from((key) => (key.startsWith('message|') ? { ...known, lastEditSeq: 0 } : undefined)),
    /amends item\|app\|g:one\|1, which is not there/,
  )
  assert.throws(() => outdatedItem(itemOf(message)!), /no edit/)
  assert.throws(() => withMessage(itemOf(left)!, (each) => each), /no message/)
})
