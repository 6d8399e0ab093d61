// The rows of items: which of them count as unread, what they are about, and who is shown one otherwise than as it is kept. Story: that people who
// came or went between a message and an edit of it are not shown what was written without them was tested through a database alone.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventMeta, SkeinEvent } from '@skein/contracts'
import { amendmentOf, itemOf, placeOf } from '../shown.ts'
import { amendedRow, isOtherwiseIn, itemRow, messageOf } from './items.ts'

const meta: EventMeta = {
  ...{ appId: 'app', claim: 0, commandOffset: 0, commandId: 'c', actorId: 'ann', deviceId: 'phone', connectionId: '' },
  ...{ occurredAt: 1_000, answers: null, traceparent: null },
}
const conversationId = 'g:one'
const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Uint8Array.of(1) }
const at = { partition: 3, offset: 7 }
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
const left: SkeinEvent = { type: 'MemberLeft', meta, conversationId, seq: 4, ordinal: 1, userId: 'bob' }
const about = { meta, conversationId, ordinal: 1, targetSeq: 3, targetOrdinal: 1, messageId: 'c' }
const edit: SkeinEvent = { type: 'MessageEdited', ...about, seq: 5, lastEditSeq: 0, version: 1, body }
const revoked: SkeinEvent = { type: 'MessageRevoked', ...about, seq: 6, lastEditSeq: 0 }
const read: SkeinEvent = { type: 'ReadMarked', meta, conversationId, userId: 'ann', ordinal: 1, shown: true }

const rowOf = (event: SkeinEvent) => itemRow(event, at)!
const facts = ({ counts, target_seq, edited_seq }: ReturnType<typeof rowOf>) => ({ counts, target_seq, edited_seq })

test('a message counts, and nothing else; what is about a message says which', () => {
  assert.deepEqual(facts(rowOf(message)), { counts: 1, target_seq: 0, edited_seq: 0 })
  assert.deepEqual(facts(rowOf(left)), { counts: 0, target_seq: 0, edited_seq: 0 })
  for (const event of [edit, revoked]) assert.deepEqual(facts(rowOf(event)), { counts: 0, target_seq: 3, edited_seq: 0 })
  assert.deepEqual([itemRow(read, at), itemOf(read), placeOf(read)], [null, null, null])
})

test('an edited message counts and names its edit, one that was taken away does neither', () => {
  const amended = (event: SkeinEvent) => amendedRow(rowOf(message), amendmentOf(event)!, at)
  assert.deepEqual(facts(amended(edit)), { counts: 1, target_seq: 0, edited_seq: 5 })
  assert.deepEqual(facts(amended(revoked)), { counts: 0, target_seq: 0, edited_seq: 0 })
})

test('what is meant for everybody stays so when it is edited or taken away, and nothing else becomes so', () => {
  for (const mentionAll of [true, false]) {
    const sent = rowOf({ ...message, mentionAll })
    const edited = amendedRow(sent, amendmentOf(edit)!, at)
    const gone = amendedRow(edited, amendmentOf({ ...revoked, lastEditSeq: 5 })!, at)
    for (const { item } of [sent, edited, gone]) assert.equal(messageOf('MessageSent', item)?.mentionAll, mentionAll)
  }
})

test('a message is read from its item, and from no other', () => {
  assert.equal(messageOf('MessageSent', itemOf(message)!)?.messageId, 'c')
  assert.equal(messageOf('MemberLeft', itemOf(left)!), undefined)
})

test('whoever came behind a message is not shown what an edit of it says, and whoever went not what it says since', () => {
  const isOtherwise = (item: Uint8Array) => (fromSeq: number, toSeq: number) => isOtherwiseIn({ fromSeq, toSeq }, item)
  const ofEdit = isOtherwise(itemOf(edit)!)
  assert.deepEqual([ofEdit(1, 0), ofEdit(3, 0), ofEdit(4, 0), ofEdit(4, 9), ofEdit(1, 9)], [false, false, true, true, false])
  const ofSecond = isOtherwise(itemOf({ ...edit, targetSeq: 1 })!)
  assert.deepEqual([ofSecond(1, 0), ofSecond(2, 0)], [false, true])
  const edited = amendedRow(rowOf(message), amendmentOf(edit)!, at).item
  const ofEdited = isOtherwise(edited)
  assert.deepEqual([ofEdited(1, 0), ofEdited(2, 0), ofEdited(1, 6), ofEdited(1, 5), ofEdited(1, 4)], [false, false, false, true, true])
  const { item } = amendedRow({ ...rowOf(message), item: edited }, amendmentOf({ ...revoked, lastEditSeq: 5 })!, at)
  for (const item of [itemOf(message)!, itemOf(left)!, itemOf(revoked)!]) assert.equal(isOtherwiseIn({ fromSeq: 1, toSeq: 4 }, item), false)
  assert.equal(isOtherwiseIn({ fromSeq: 1, toSeq: 4 }, item), false, 'of a message that was taken away nothing is left')
})
