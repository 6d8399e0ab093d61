// Sending in given / when / then: who may write where, dense seq and ordinal, repeats answered once, and limits at and over the edge.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SendMessage } from '@skein/contracts'
import { decodeReply } from '@skein/contracts'
import { appId, enteredAt, group, hash, named, registered, removed, send, sent, stamped, text, uuid } from '../../test/examples.ts'
import type { Happened } from '../../test/specification.ts'
import { given } from '../../test/specification.ts'
import { conversationKey, limits, memberKey, messageKey, untouchedDirectMember } from '../index.ts'

const direct = 'd:alice:bob'
const both = registered('alice', 'bob')

function messageSent({ type: _type, meta, ...content }: SendMessage, seq: number, ordinal: number): Happened {
  return { type: 'MessageSent', seq, ordinal, senderId: meta.actorId, ...content }
}

const reply = (seq: number, ordinal: number, n: number) => ({ messageId: uuid(1000 + n), seq, ordinal, sentAtMs: enteredAt })

test('the first message begins a direct conversation', () => {
  const command = send('alice', direct, 1)
  const outcome = given(...both).when(command)
  outcome.accepted([messageSent(command, 1, 1)], reply(1, 1, 1))
  assert.deepEqual(outcome.world.cells.get(conversationKey(appId, direct)), {
    kind: 'conversation',
    lastSeq: 1,
    lastOrdinal: 1,
    memberCount: 0,
    ownerId: '',
    creatorId: '',
    name: '',
    lastActivityAt: enteredAt,
    lastUncounted: 0,
  })
  assert.deepEqual(outcome.world.cells.get(messageKey(appId, direct, 1)), {
    kind: 'message',
    ordinal: 1,
    messageId: uuid(1001),
    senderId: 'alice',
    sentAt: enteredAt,
    contentType: 'text/plain',
    removed: '',
    edits: 0,
    lastEditSeq: 0,
  })
  const member = (userId: string) => outcome.world.cells.get(memberKey(appId, direct, userId))
  assert.deepEqual(member('alice'), { ...untouchedDirectMember, readOrdinal: 1, lastSentAt: enteredAt })
  assert.deepEqual(member('bob'), untouchedDirectMember)
})

test('one may write to oneself', () => {
  const command = send('alice', 'd:alice:alice', 1)
  given(...registered('alice'))
    .when(command)
    .accepted([messageSent(command, 1, 1)], reply(1, 1, 1))
})

test('an event says who, when and through which connection', () => {
  const { world } = given(...both).when(send('alice', direct, 1))
  const meta = world.events.at(-1)!.meta
  assert.deepEqual(meta, {
    appId,
    claim: 0,
    commandOffset: 2,
    commandId: uuid(1001),
    actorId: 'alice',
    deviceId: 'phone',
    connectionId: 'connection-1',
    occurredAt: enteredAt,
    answers: { id: uuid(1), contentHash: hash(1), reply: meta.answers!.reply },
    traceparent: null,
  })
  assert.deepEqual({ ...decodeReply('SendMessage', meta.answers!.reply) }, reply(1, 1, 1))
})

test('a direct conversation begins only between users who exist', () => {
  given(...registered('alice'))
    .when(send('alice', direct, 1))
    .refused('USER_NOT_FOUND')
  given(...registered('bob'))
    .when(send('alice', direct, 1))
    .refused('USER_NOT_FOUND')
})

test('nobody writes into a direct conversation of two others', () => {
  given(...both, ...registered('carol'))
    .when(send('carol', direct, 1))
    .refused('NOT_A_MEMBER')
})

test('only members write to a group', () => {
  const team = [...registered('alice', 'bob'), ...group('g:team', 'alice', { bob: 'member' })]
  const command = send('bob', 'g:team', 1)
  given(...team)
    .when(command)
    .accepted([messageSent(command, 2, 1)], reply(2, 1, 1))
  given(...team)
    .when(send('carol', 'g:team', 1))
    .refused('NOT_A_MEMBER')
  given(...team, removed('bob', 'g:team', 2, 0))
    .when(send('bob', 'g:team', 1))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(send('alice', 'g:other', 1))
    .refused('NOT_A_MEMBER')
})

test('seq counts everything, ordinal messages; sending moves the own read marker', () => {
  const outcome = given(
    ...group('g:team', 'alice', { bob: 'member', carol: 'member' }),
    sent('bob', 'g:team', 2, 1),
    removed('bob', 'g:team', 3, 1),
  ).when(send('carol', 'g:team', 1), send('alice', 'g:team', 2))
  outcome.accepted([messageSent(send('alice', 'g:team', 2), 5, 3)], reply(5, 3, 2))
  const member = outcome.world.cells.get(memberKey(appId, 'g:team', 'carol'))
  assert.equal(member?.kind === 'member' && member.readOrdinal, 2)
})

test('a repeated send is answered as the first, with no event', () => {
  const again = stamped(send('alice', direct, 1), { commandId: uuid(7777), enteredAt: enteredAt + 5_000, retry: true })
  given(...both)
    .when(send('alice', direct, 1), send('bob', direct, 2), again)
    .accepted([], reply(1, 1, 1))
})

test('a repeated send is answered even after its sender was removed, and even when limits shrank', () => {
  const team = [...group('g:team', 'alice', { bob: 'member' }), sent('bob', 'g:team', 2, 1), removed('bob', 'g:team', 3, 1)]
  const body = { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) }
  const again = named(send('bob', 'g:team', 1, { body }), 902, 2)
  given(...team)
    .when(again)
    .accepted([], { messageId: uuid(1902), seq: 2, ordinal: 1, sentAtMs: enteredAt - 1_000 })
})

test('the same id with other content is refused; of another sender or conversation it is another id', () => {
  given(...both)
    .when(send('alice', direct, 1), named(send('alice', direct, 1), 1, 2))
    .refused('ID_REUSED')
  given(...both)
    .when(send('alice', direct, 1), send('bob', direct, 1))
    .accepted([messageSent(send('bob', direct, 1), 2, 2)], reply(2, 2, 1))
  const toOneself = send('alice', 'd:alice:alice', 1)
  given(...both)
    .when(send('alice', direct, 1), toOneself)
    .accepted([messageSent(toOneself, 1, 1)], reply(1, 1, 1))
})

test('a reply names a message there is', () => {
  const command = send('alice', direct, 1, { replyTo: 1 })
  given(...both, sent('bob', direct, 1, 1))
    .when(command)
    .accepted([messageSent(command, 2, 2)], reply(2, 2, 1))
  for (const replyTo of [2, -1, 0.5, Number.NaN, 2 ** 53]) {
    given(...both, sent('bob', direct, 1, 1))
      .when(send('alice', direct, 1, { replyTo }))
      .refused('INVALID_ARGUMENT')
  }
})

test('what is at its limit is stored, what is over it is refused', () => {
  const file = { url: 'https://x.example/f', name: 'f', contentType: 'image/png', size: 10 }
  const atLimit = send('alice', direct, 1, {
    body: { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax), contentType: 'x'.repeat(limits.contentTypeCharsMax) },
    attachments: Array(limits.attachmentsMax).fill({ ...file, url: `https://${'u'.repeat(limits.attachmentUrlCharsMax - 8)}` }),
  })
  given(...both)
    .when(atLimit)
    .accepted([messageSent(atLimit, 1, 1)], reply(1, 1, 1))

  const refused = (changes: Partial<SendMessage>, code: 'TOO_LARGE' | 'INVALID_ARGUMENT') =>
    given(...both)
      .when(send('alice', direct, 1, changes))
      .refused(code)
  refused({ body: { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) } }, 'TOO_LARGE')
  refused({ attachments: Array(limits.attachmentsMax + 1).fill(file) }, 'TOO_LARGE')
  refused({ body: { ...text(''), contentType: '' } }, 'INVALID_ARGUMENT')
  refused({ body: { ...text(''), contentType: 'x'.repeat(limits.contentTypeCharsMax + 1) } }, 'INVALID_ARGUMENT')
  refused({ body: { ...text(''), encoding: 'x'.repeat(limits.encodingCharsMax + 1) } }, 'INVALID_ARGUMENT')
  refused({ body: { ...text(''), keyId: 'x'.repeat(limits.keyIdCharsMax + 1) } }, 'INVALID_ARGUMENT')
  const { meta } = send('alice', direct, 1)
  refused({ meta: { ...meta, intent: { id: uuid(1), contentHash: new Uint8Array(31) } } }, 'INVALID_ARGUMENT')
  refused({ meta: { ...meta, intent: { id: 'mine', contentHash: hash(1) } } }, 'INVALID_ARGUMENT')
  refused({ meta: { ...meta, commandId: 'mine' } }, 'INVALID_ARGUMENT')
  for (const change of [
    { url: '' },
    { url: `https://${'u'.repeat(limits.attachmentUrlCharsMax - 7)}` },
    { name: 'n'.repeat(limits.attachmentNameCharsMax + 1) },
    { size: -1 },
    { size: 1.5 },
  ]) {
    refused({ attachments: [{ ...file, ...change }] }, 'INVALID_ARGUMENT')
  }
})

// PostgreSQL takes no U+0000 in text, and half a surrogate pair has no UTF-8: either in a stored event would stop the
// projector for ever.
test('text that cannot be stored is refused wherever it stands', () => {
  const file = { url: 'https://u', name: 'n', contentType: 'c', size: 1 }
  const { meta } = send('alice', direct, 1)
  for (const bad of ['a\0b', '\ud800', 'x\udc00y']) {
    const changes: Partial<SendMessage>[] = [
      { body: { ...text(''), contentType: bad } },
      { body: { ...text(''), encoding: bad } },
      { body: { ...text(''), keyId: bad } },
      { attachments: [{ ...file, url: bad }] },
      { attachments: [{ ...file, name: bad }] },
      { attachments: [{ ...file, contentType: bad }] },
      { meta: { ...meta, intent: { id: bad, contentHash: hash(1) } } },
      { conversationId: `g:${bad}` },
      { meta: { ...meta, actorId: bad } },
      ...(['appId', 'commandId', 'deviceId', 'replyConnection', 'traceparent'] as const).map((field) => ({
        meta: { ...meta, [field]: bad },
      })),
    ]
    for (const change of changes)
      given(...both)
        .when(send('alice', direct, 1, change))
        .refused('INVALID_ARGUMENT')
  }
})

test('conversation ids that are not in their one form are refused', () => {
  for (const id of ['', 'd:bob:alice', 'd:alice', 'g:', 'g:a:b', 'x:a', `g:${'a'.repeat(65)}`, 'd:alice:bob:carol', 'g:a\n']) {
    given(...both)
      .when(send('alice', id, 1))
      .refused('INVALID_ARGUMENT')
  }
})

test('a message has a sender', () => {
  given(...both)
    .when(send('', direct, 1))
    .refused('INVALID_ARGUMENT')
})
