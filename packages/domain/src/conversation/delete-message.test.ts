// Deleting for everyone in given / when / then: a tombstone stays, of a revoked message too; rights are those of revoking.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeleteMessage, SkeinCommand } from '@skein/contracts'
import { appId, enteredAt, group, named, registered, send, sent, stamped, uuid } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { byDefault, conversationKey, messageKey } from '../index.ts'

const direct = 'd:alice:bob'
const id = 'g:team'
const window = byDefault.revokeWindowMs!
const talked = [...registered('alice', 'bob'), sent('alice', direct, 1, 1)]
const team = [...registered('alice', 'bob'), ...group(id, 'alice', { bob: 'member' }), sent('bob', id, 2, 1)]
/** Fixtures give a message the id of its seq. */
const idOf = (seq: number) => uuid(1900 + seq)
/** Far from the names of fixtures: where the same tests run again and again in one process, it goes on. */
let asked = 5_000_000

function remove(actorId: string, conversationId: string, seq: number, changes: Partial<DeleteMessage> = {}): DeleteMessage {
  const about = { conversationId, seq, messageId: idOf(seq) }
  return named({ type: 'DeleteMessage', meta: send(actorId, conversationId, 1).meta, ...about, ...changes }, asked++)
}
const deleted = (conversationId: string, seq: number, targetSeq: number) =>
  ({
    ...({ type: 'MessageDeleted', conversationId, seq, ordinal: 1 } as const),
    ...{ targetSeq, targetOrdinal: 1, messageId: idOf(targetSeq), lastEditSeq: 0 },
  }) as const
const later = <C extends SkeinCommand>(command: C, ms: number): C => stamped(command, { enteredAt: enteredAt - 1_000 + ms })

test('a tombstone keeps the place of a deleted message, which counts no more', () => {
  const outcome = given(...talked).when(remove('alice', direct, 1))
  outcome.accepted([deleted(direct, 2, 1)], { seq: 2 })
  const message = outcome.world.cells.get(messageKey(appId, direct, 1))
  assert.ok(message?.kind === 'message' && message.removed === 'deleted' && message.contentType === '')
  const head = outcome.world.cells.get(conversationKey(appId, direct))
  assert.ok(head?.kind === 'conversation' && head.lastUncounted === 1)
})

test('the author has a while for it, the owner of a group any time, nobody else', () => {
  given(...talked)
    .when(later(remove('alice', direct, 1), window + 1))
    .refused('TOO_LATE', `revokeWindowMs ${window}, asked ${window + 1}`)
  given(...team)
    .when(later(remove('alice', id, 2), 1_000 * window))
    .accepted([deleted(id, 3, 2)], { seq: 3 })
  given(...talked)
    .when(remove('bob', direct, 1))
    .refused('FORBIDDEN', 'not the author')
})

test('a revoked message may be deleted, a deleted one is done', () => {
  const about = { conversationId: direct, seq: 1, messageId: idOf(1) }
  const revoke = named({ type: 'RevokeMessage', meta: send('alice', direct, 1).meta, ...about } as const, 799)
  given(...talked)
    .when(revoke, remove('alice', direct, 1))
    .accepted([deleted(direct, 3, 1)], { seq: 3 })
  const first = remove('alice', direct, 1)
  given(...talked)
    .when(first, first)
    .accepted([], { seq: 2 })
  given(...talked)
    .when(first, revoke)
    .accepted([{ type: 'CommandAnswered', aggregateId: direct }], { seq: 2 })
})

test('a request names a message that is there', () => {
  given(...talked)
    .when(remove('alice', direct, 1, { messageId: uuid(7) }))
    .refused('MESSAGE_NOT_FOUND', 'seq 1')
  given(...talked)
    .when(remove('alice', direct, 0))
    .refused('INVALID_ARGUMENT', 'seq')
})
