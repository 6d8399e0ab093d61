// Editing in given / when / then: by its author, for a while, in the same content type, and not once the message is taken away.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditMessage, SkeinCommand } from '@skein/contracts'
import { appId, enteredAt, group, named, policy, registered, send, sent, stamped, text, uuid } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { byDefault, limits, messageKey } from '../index.ts'

const direct = 'd:alice:bob'
const id = 'g:team'
const window = byDefault.editWindowMs!
const talked = [...registered('alice', 'bob'), sent('alice', direct, 1, 1)]
/** Fixtures give a message the id of its seq. */
const idOf = (seq: number) => uuid(1900 + seq)
/** Far from the names of fixtures: where the same tests run again and again in one process, it goes on. */
let asked = 3_000_000

function edit(actorId: string, content: string, changes: Partial<EditMessage> = {}): EditMessage {
  const about = { conversationId: direct, seq: 1, messageId: idOf(1), body: text(content) }
  return named({ type: 'EditMessage', meta: send(actorId, direct, 1).meta, ...about, ...changes }, asked++)
}
const edited = (seq: number, version: number, content: string, lastEditSeq = 0) =>
  ({
    type: 'MessageEdited',
    conversationId: direct,
    seq,
    ordinal: 1,
    targetSeq: 1,
    targetOrdinal: 1,
    messageId: idOf(1),
    lastEditSeq,
    version,
    body: text(content),
  }) as const
const later = <C extends SkeinCommand>(command: C, ms: number): C => stamped(command, { enteredAt: enteredAt - 1_000 + ms })

test('an author edits, and edits again', () => {
  const outcome = given(...talked).when(edit('alice', 'hallo'), edit('alice', 'hullo'))
  outcome.accepted([edited(3, 2, 'hullo', 2)], { seq: 3 })
  const message = outcome.world.cells.get(messageKey(appId, direct, 1))
  assert.ok(message?.kind === 'message' && message.edits === 2 && message.lastEditSeq === 3 && message.removed === '')
})

test('the while for it is the one that the app has', () => {
  given(...talked)
    .when(later(edit('alice', 'x'), window))
    .accepted([edited(2, 1, 'x')], { seq: 2 })
  given(...talked)
    .when(later(edit('alice', 'x'), window + 1))
    .refused('TOO_LATE', `editWindowMs ${window}, asked ${window + 1}`)
  given(...talked, ...policy({ editWindowMs: 0 }))
    .when(later(edit('alice', 'x'), 1))
    .refused('TOO_LATE', 'editWindowMs 0, asked 1')
})

test('only its author edits a message, be the other an owner', () => {
  given(...talked)
    .when(edit('bob', 'x'))
    .refused('FORBIDDEN', 'not the author')
  given(...registered('alice', 'bob'), ...group(id, 'alice', { bob: 'member' }), sent('bob', id, 2, 1))
    .when(edit('alice', 'x', { conversationId: id, seq: 2, messageId: idOf(2) }))
    .refused('FORBIDDEN', 'not the author')
})

test('the content type stays, and the body keeps to the limits', () => {
  const body = { ...text('x'), contentType: 'text/html' }
  given(...talked)
    .when(edit('alice', '', { body }))
    .refused('INVALID_ARGUMENT', 'body.contentType: not that of the message')
  given(...talked)
    .when(edit('alice', '', { body: { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) } }))
    .refused('TOO_LARGE', `bodyBytesMax ${limits.bodyBytesMax}, asked ${limits.bodyBytesMax + 1}`)
  given(...talked, ...policy({ bodyBytesMax: 3 }))
    .when(edit('alice', 'long'))
    .refused('TOO_LARGE', 'bodyBytesMax 3, asked 4')
})

test('there is an end to it', () => {
  const edits = Array.from({ length: limits.editsMax }, (_, i) => edit('alice', `${i}`))
  given(...talked)
    .when(edits[0]!, ...edits.slice(1), edit('alice', 'once more'))
    .refused('TOO_LARGE', `editsMax ${limits.editsMax}, asked ${limits.editsMax + 1}`)
})

test('a message that was taken away is edited no more; a repeated edit is answered as before it was', () => {
  const revoke = named(
    { type: 'RevokeMessage', meta: send('alice', direct, 1).meta, conversationId: direct, seq: 1, messageId: idOf(1) } as const,
    599,
  )
  given(...talked)
    .when(revoke, edit('alice', 'x'))
    .refused('MESSAGE_REMOVED', 'revoked')
  const first = edit('alice', 'x')
  given(...talked)
    .when(first, revoke, first)
    .accepted([], { seq: 2 })
})

test('a request names a message that is there', () => {
  given(...talked)
    .when(edit('alice', 'x', { messageId: uuid(7) }))
    .refused('MESSAGE_NOT_FOUND', 'seq 1')
  given(...talked)
    .when(edit('alice', 'x', { seq: 0 }))
    .refused('INVALID_ARGUMENT', 'seq')
})
