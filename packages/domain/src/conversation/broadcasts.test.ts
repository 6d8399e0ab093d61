// Broadcasts in given / when / then: operators and those with the right write them, and change them; everybody else reads, marks, and no more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  BroadcastMessage,
  ChangeBroadcastRight,
  EditMessage,
  ErrorCode,
  NotifyOnline,
  RevokeMessage,
  SkeinCommand,
} from '@skein/contracts'
import {
  addMembers,
  appId,
  commandMeta,
  createGroup,
  enteredAt,
  leaveGroup,
  markRead,
  named,
  policy,
  registered,
  send,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits } from '../index.ts'

const id = `b:${appId}`
let asked = 500
const metaOf = (actorId: string, n: number) => ({ ...commandMeta(actorId), commandId: uuid(1_000 + n) })
/** The id of the message is uuid(1000 + n). */
const broadcast = (actorId: string, n: number, changes: Partial<BroadcastMessage> = {}): BroadcastMessage =>
  named(
    {
      type: 'BroadcastMessage',
      meta: metaOf(actorId, n),
      conversationId: id,
      body: text('all'),
      attachments: [],
      perSecond: 7,
      ...changes,
    },
    n,
  )
const right = (userId: string, allowed: boolean, actorId = ''): ChangeBroadcastRight =>
  named({ type: 'ChangeBroadcastRight', meta: metaOf(actorId, ++asked), conversationId: id, userId, allowed }, asked)
const revoke = (actorId: string, seq: number, n: number): RevokeMessage =>
  named({ type: 'RevokeMessage', meta: metaOf(actorId, ++asked), conversationId: id, seq, messageId: uuid(1_000 + n) }, asked)
const edit = (actorId: string, seq: number, n: number): EditMessage =>
  named(
    { type: 'EditMessage', meta: metaOf(actorId, ++asked), conversationId: id, seq, messageId: uuid(1_000 + n), body: text('anew') },
    asked,
  )
const notify = (actorId: string, changes: Partial<NotifyOnline> = {}): NotifyOnline =>
  named({ type: 'NotifyOnline', meta: metaOf(actorId, 9), conversationId: id, body: text('now'), perSecond: 0, ...changes }, 9)

const people = registered('alice', 'bob')
const said = (seq: number, ordinal = seq) =>
  ({ type: 'BroadcastSent', conversationId: id, seq, ordinal, body: text('all'), attachments: [], perSecond: 7 }) as const
const replyTo = (n: number, seq: number) => ({ messageId: uuid(1_000 + n), seq, ordinal: seq, sentAtMs: enteredAt })
const refusedBy = (who: [...SkeinCommand[], SkeinCommand], code: ErrorCode) =>
  given(...people)
    .when(...who)
    .refused(code)

test('an operator broadcasts, and whoever asks again is answered as the first time', () => {
  given(...people)
    .when(broadcast('', 1))
    .accepted([said(1)], replyTo(1, 1))
  given(...people)
    .when(broadcast('', 1), broadcast('', 2))
    .accepted([said(2)], replyTo(2, 2))
  const again = stamped(broadcast('', 1), { commandId: uuid(77), retry: true })
  given(...people)
    .when(broadcast('', 1), broadcast('', 2), again)
    .accepted([], replyTo(1, 1))
  refusedBy([broadcast('', 1), named(broadcast('', 3), 1, 3)], 'ID_REUSED')
})

test('a user does with the right alone, which operators give and take', () => {
  refusedBy([broadcast('alice', 1)], 'FORBIDDEN')
  refusedBy([right('bob', true), broadcast('alice', 1)], 'FORBIDDEN')
  given(...people)
    .when(right('alice', true), broadcast('alice', 1))
    .accepted([said(1)], replyTo(1, 1))
  refusedBy([right('alice', true), right('alice', false), broadcast('alice', 1)], 'FORBIDDEN')
  refusedBy([right('alice', true, 'alice')], 'FORBIDDEN')
  refusedBy([right('nobody', true)], 'USER_NOT_FOUND')
  given(...people)
    .when(right('alice', true), right('alice', true))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], {})
})

test('everybody has what was broadcast to mark as read, and a row of it only then', () => {
  const marked = { type: 'ReadMarked', conversationId: id, userId: 'bob', ordinal: 2, shown: true } as const
  const outcome = given(...people).when(broadcast('', 1), broadcast('', 2), markRead('bob', id, 9))
  outcome.accepted([marked], { ordinal: 2 })
  const readers = [...outcome.world.cells].flatMap(([key, cell]) => (cell.kind === 'reader' || cell.kind === 'member' ? [key] : []))
  assert.deepEqual(readers, [`reader|${appId}|${id}|bob`])
  given(...people)
    .when(broadcast('', 1), markRead('bob', id, 1), markRead('bob', id, 1))
    .accepted([], { ordinal: 1 })
  refusedBy([markRead('bob', id, 1)], 'CONVERSATION_NOT_FOUND')
  // Sending reads.
  given(...people)
    .when(right('alice', true), broadcast('alice', 1), markRead('alice', id, 1))
    .accepted([], { ordinal: 1 })
})

test('who may broadcast edits and takes back what anybody broadcast, at any time, and nobody else does', () => {
  const years = 10 * 365 * 86_400_000
  const late = <C extends SkeinCommand>(command: C) => stamped(command, { enteredAt: enteredAt + years })
  const about = { conversationId: id, seq: 2, ordinal: 1, targetSeq: 1, targetOrdinal: 1, messageId: uuid(1_001), lastEditSeq: 0 }
  given(...people)
    .when(broadcast('', 1), right('alice', true), late(revoke('alice', 1, 1)))
    .accepted([{ type: 'MessageRevoked', ...about }], { seq: 2 })
  given(...people)
    .when(broadcast('', 1), right('alice', true), late(edit('alice', 1, 1)))
    .accepted([{ type: 'MessageEdited', ...about, version: 1, body: text('anew') }], { seq: 2 })
  refusedBy([broadcast('', 1), revoke('bob', 1, 1)], 'FORBIDDEN')
  refusedBy([broadcast('', 1), edit('bob', 1, 1)], 'FORBIDDEN')
  // Not even what they have broadcast themselves, once the right is gone.
  const taken: SkeinCommand[] = [right('alice', true), broadcast('alice', 1), right('alice', false)]
  refusedBy([...taken, revoke('alice', 1, 1)], 'FORBIDDEN')
  refusedBy([...taken, edit('alice', 1, 1)], 'FORBIDDEN')
})

test('nobody sends there, joins, leaves or founds it', () => {
  for (const actorId of ['alice', 'bob']) refusedBy([right('alice', true), broadcast('', 1), send(actorId, id, 3)], 'FORBIDDEN')
  for (const command of [createGroup('alice', id, 'Mine', []), addMembers('alice', id, ['bob']), leaveGroup('alice', id)])
    refusedBy([broadcast('', 1), command], 'INVALID_ARGUMENT')
})

test('those of another app are none', () => {
  refusedBy([broadcast('', 1, { conversationId: 'b:other' })], 'FORBIDDEN')
  refusedBy([broadcast('', 1, { conversationId: 'g:team' })], 'FORBIDDEN')
  refusedBy([broadcast('', 1, { conversationId: 'b:a|b' })], 'INVALID_ARGUMENT')
  refusedBy([markRead('bob', 'b:other', 1)], 'NOT_A_MEMBER')
  refusedBy([send('bob', 'b:other', 1)], 'NOT_A_MEMBER')
})

test('a notice for those online takes no place, and asks for the same right', () => {
  const outcome = given(...people).when(notify(''))
  outcome.accepted([{ type: 'OnlineNotified', conversationId: id, body: text('now'), perSecond: 0 }], {
    noticeId: uuid(1_009),
    sentAtMs: enteredAt,
  })
  given(...people)
    .when(notify(''), stamped(notify(''), { commandId: uuid(5), retry: true }))
    .accepted([], { noticeId: uuid(1_009), sentAtMs: enteredAt })
  refusedBy([notify('bob')], 'FORBIDDEN')
  given(...people)
    .when(notify(''), broadcast('', 1))
    .accepted([said(1)], replyTo(1, 1))
})

test('what stands in the way is said: the field, the right, the limit of the app', () => {
  const refusals: readonly (readonly [SkeinCommand, ErrorCode, string])[] = [
    [broadcast('', 1, { conversationId: 'b:a|b' }), 'INVALID_ARGUMENT', 'conversationId'],
    [broadcast('', 1, { conversationId: 'b:other' }), 'FORBIDDEN', 'not the broadcasts of this app'],
    [notify('', { conversationId: 'b:other' }), 'FORBIDDEN', 'not the broadcasts of this app'],
    [{ ...right('alice', true), conversationId: 'b:other' }, 'FORBIDDEN', 'not the broadcasts of this app'],
    [right('alice', true, 'alice'), 'FORBIDDEN', 'rights are given by the system'],
    [right('no body', true), 'INVALID_ARGUMENT', 'userId'],
    [right('nobody', true), 'USER_NOT_FOUND', 'user nobody'],
    [broadcast('alice', 1), 'FORBIDDEN', 'no right to broadcast'],
    [send('alice', id, 1), 'FORBIDDEN', 'only broadcasts stand there'],
    [broadcast('', 1, { perSecond: -1 }), 'INVALID_ARGUMENT', `perSecond: 0 to ${limits.broadcastPerSecondMax}, asked -1`],
  ]
  for (const [command, code, detail] of refusals)
    given(...people)
      .when(command)
      .refused(code, detail)
  const file = { url: 'https://files.example/a', name: 'a', contentType: '', size: 1 }
  const ofApp = given(...people, ...policy({ bodyBytesMax: 2, attachmentsMax: 0 }))
  for (const command of [broadcast('', 1), notify('')]) ofApp.when(command).refused('TOO_LARGE', 'bodyBytesMax 2, asked 3')
  ofApp.when(broadcast('', 1, { body: text('a'), attachments: [file] })).refused('TOO_LARGE', 'attachmentsMax 0, asked 1')
})

test('a rate that no gateway has, and a body that is none, are refused', () => {
  for (const perSecond of [-1, 0.5, limits.broadcastPerSecondMax + 1]) {
    refusedBy([broadcast('', 1, { perSecond })], 'INVALID_ARGUMENT')
    refusedBy([notify('', { perSecond })], 'INVALID_ARGUMENT')
  }
  given(...people)
    .when(broadcast('', 1, { perSecond: limits.broadcastPerSecondMax }))
    .accepted([{ ...said(1), perSecond: limits.broadcastPerSecondMax }], replyTo(1, 1))
  const body = { ...text('x'), bytes: new Uint8Array(limits.bodyBytesMax + 1) }
  refusedBy([broadcast('', 1, { body })], 'TOO_LARGE')
  refusedBy([notify('', { body })], 'TOO_LARGE')
})
