// Revoking in given / when / then: who may take back which message and until when, and what is left of it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RevokeMessage, SkeinCommand } from '@skein/contracts'
import { appId, enteredAt, group, named, policy, registered, removed, send, sent, stamped, uuid } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { byDefault, conversationKey, messageKey } from '../index.ts'

const direct = 'd:alice:bob'
const id = 'g:team'
const window = byDefault.revokeWindowMs!
const talked = [...registered('alice', 'bob', 'carol'), sent('alice', direct, 1, 1)]
const team = [...registered('alice', 'bob', 'carol'), ...group(id, 'alice', { bob: 'admin', carol: 'member' }), sent('carol', id, 2, 1)]
/** Fixtures give a message the id of its seq. */
const idOf = (seq: number) => uuid(1900 + seq)
/** Far from the names of fixtures: where the same tests run again and again in one process, it goes on. */
let asked = 4_000_000

function revoke(actorId: string, conversationId: string, seq: number, changes: Partial<RevokeMessage> = {}): RevokeMessage {
  const command: RevokeMessage = {
    type: 'RevokeMessage',
    meta: send(actorId, conversationId, 1).meta,
    conversationId,
    seq,
    messageId: idOf(seq),
    ...changes,
  }
  return named(command, asked++)
}
const revoked = (conversationId: string, seq: number, targetSeq: number, lastEditSeq = 0) =>
  ({
    ...({ type: 'MessageRevoked', conversationId, seq, ordinal: 1 } as const),
    ...{ targetSeq, targetOrdinal: 1, messageId: idOf(targetSeq), lastEditSeq },
  }) as const
const later = <C extends SkeinCommand>(command: C, ms: number): C => stamped(command, { enteredAt: enteredAt - 1_000 + ms })

test('an author takes a message back: it keeps its place, and counts no more', () => {
  const outcome = given(...talked).when(revoke('alice', direct, 1))
  outcome.accepted([revoked(direct, 2, 1)], { seq: 2 })
  const message = outcome.world.cells.get(messageKey(appId, direct, 1))
  assert.ok(message?.kind === 'message' && message.removed === 'revoked')
  const head = outcome.world.cells.get(conversationKey(appId, direct))
  assert.ok(head?.kind === 'conversation' && head.lastUncounted === 1 && head.lastOrdinal === 1)
})

test('a message that was edited goes with what it said since', () => {
  const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(1) }
  const about = { conversationId: direct, seq: 1, messageId: idOf(1), body }
  const edit = () => named({ type: 'EditMessage', meta: send('alice', direct, 1).meta, ...about }, asked++)
  given(...talked)
    .when(edit(), edit(), revoke('alice', direct, 1))
    .accepted([revoked(direct, 4, 1, 3)], { seq: 4 })
})

test('an author has a while for it, an owner or admin of a group any time', () => {
  given(...talked)
    .when(later(revoke('alice', direct, 1), window))
    .accepted([revoked(direct, 2, 1)], { seq: 2 })
  given(...talked)
    .when(later(revoke('alice', direct, 1), window + 1))
    .refused('TOO_LATE', `revokeWindowMs ${window}, asked ${window + 1}`)
  given(...team)
    .when(later(revoke('carol', id, 2), window + 1))
    .refused('TOO_LATE')
  for (const actor of ['alice', 'bob'])
    given(...team)
      .when(later(revoke(actor, id, 2), 1_000 * window))
      .accepted([revoked(id, 3, 2)], { seq: 3 })
})

test('the while is the one that the app has', () => {
  const shorter = policy({ revokeWindowMs: 5_000 })
  given(...talked, ...shorter)
    .when(later(revoke('alice', direct, 1), 5_001))
    .refused('TOO_LATE', 'revokeWindowMs 5000, asked 5001')
  given(...talked, ...shorter)
    .when(later(revoke('alice', direct, 1), 5_000))
    .accepted([revoked(direct, 2, 1)], { seq: 2 })
})

test('nobody else may', () => {
  given(...talked)
    .when(revoke('bob', direct, 1))
    .refused('FORBIDDEN', 'not the author')
  given(...talked)
    .when(revoke('carol', direct, 1))
    .refused('NOT_A_MEMBER')
  given(...team, sent('bob', id, 3, 2))
    .when(revoke('carol', id, 3))
    .refused('FORBIDDEN', 'role member, needed owner or admin, or the author')
  given(...team, removed('carol', id, 3, 1))
    .when(revoke('carol', id, 2))
    .refused('NOT_A_MEMBER', 'user carol')
})

test('a request names a message that is there, by its place and its id', () => {
  given(...talked)
    .when(revoke('alice', direct, 9))
    .refused('MESSAGE_NOT_FOUND', 'seq 9')
  given(...talked)
    .when(revoke('alice', direct, 1, { messageId: uuid(7) }))
    .refused('MESSAGE_NOT_FOUND')
  given(...team)
    .when(revoke('alice', id, 1))
    .refused('MESSAGE_NOT_FOUND')
  given(...registered('alice', 'bob'))
    .when(revoke('alice', direct, 1))
    .refused('CONVERSATION_NOT_FOUND')
  for (const seq of [0, -1, 1.5, Number.NaN])
    given(...talked)
      .when(revoke('alice', direct, seq))
      .refused('INVALID_ARGUMENT', 'seq')
  for (const messageId of ['', 'x'])
    given(...talked)
      .when(revoke('alice', direct, 1, { messageId }))
      .refused('INVALID_ARGUMENT', 'messageId')
})

test('a message is taken back once; a repeat is answered as the first, another request finds it done', () => {
  const first = revoke('alice', direct, 1)
  given(...talked)
    .when(first, first)
    .accepted([], { seq: 2 })
  given(...talked)
    .when(first, revoke('alice', direct, 1))
    .accepted([{ type: 'CommandAnswered', aggregateId: direct }], { seq: 2 })
  given(...talked)
    .when(first, later(revoke('alice', direct, 1), window + 1))
    .accepted([{ type: 'CommandAnswered', aggregateId: direct }], { seq: 2 })
})
