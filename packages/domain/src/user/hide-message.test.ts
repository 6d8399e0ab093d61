// Deleting for oneself in given / when / then: of a message that there is, by anyone who can name it, and once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HideMessage } from '@skein/contracts'
import { appId, enteredAt, named, registered, send, sent, uuid } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { hiddenKey } from '../cells.ts'

const direct = 'd:alice:bob'
const talked = [...registered('alice', 'bob'), sent('alice', direct, 1, 1)]
/** Fixtures give a message the id of its seq. */
const idOf = (seq: number) => uuid(1900 + seq)
let asked = 700

function hide(userId: string, changes: Partial<HideMessage> = {}): HideMessage {
  const about = { userId, conversationId: direct, seq: 1, messageId: idOf(1) }
  return named({ type: 'HideMessage', meta: send(userId, direct, 1).meta, ...about, ...changes }, asked++)
}
const hidden = (userId: string) =>
  ({ type: 'MessageHidden', userId, conversationId: direct, seq: 1, ordinal: 1, messageId: idOf(1) }) as const

test('both delete a message for themselves, each in their own stream', () => {
  for (const userId of ['alice', 'bob']) {
    const outcome = given(...talked).when(hide(userId))
    outcome.accepted([hidden(userId)], {})
    assert.deepEqual(outcome.world.cells.get(hiddenKey(appId, userId, direct, 1)), {
      kind: 'hidden',
      ordinal: 1,
      messageId: idOf(1),
      hiddenAt: enteredAt,
    })
  }
})

test('it is done once; a repeat is answered as the first, another request finds it done', () => {
  const first = hide('bob')
  given(...talked)
    .when(first, first)
    .accepted([], {})
  given(...talked)
    .when(first, hide('bob'))
    .accepted([{ type: 'CommandAnswered', aggregateId: 'u:bob' }], {})
})

test('a request names a message that is there, by its place and its id', () => {
  for (const changes of [{ seq: 2 }, { messageId: uuid(7) }, { conversationId: 'g:none' }])
    given(...talked)
      .when(hide('bob', changes))
      .refused('MESSAGE_NOT_FOUND')
  given(...talked)
    .when(hide('bob'), hide('bob', { messageId: uuid(7) }))
    .refused('MESSAGE_NOT_FOUND', 'seq 1')
  given(...talked)
    .when(hide('bob', { seq: 0 }))
    .refused('INVALID_ARGUMENT', 'seq')
  given(...talked)
    .when(hide('bob', { messageId: '' }))
    .refused('INVALID_ARGUMENT', 'messageId')
  given(...talked)
    .when(hide('bob', { conversationId: 'd:bob:alice' }))
    .refused('INVALID_ARGUMENT', 'conversationId')
})

test('nobody deletes for another', () => {
  given(...talked)
    .when(hide('bob', { meta: send('alice', direct, 1).meta }))
    .refused('FORBIDDEN', 'userId is not the actor')
})

test('nobody deletes for themselves what two others said', () => {
  given(...talked, ...registered('carol'))
    .when(hide('carol'))
    .refused('NOT_A_MEMBER', 'user carol')
})
