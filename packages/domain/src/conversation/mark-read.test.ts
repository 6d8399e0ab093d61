// Read markers in given / when / then: they move forward only, never past the last message, and take no seq.

import { test } from 'node:test'
import { commandMeta, group, left, markRead, named, registered, send, sent } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'

const direct = 'd:alice:bob'
const two = [...registered('alice', 'bob'), sent('alice', direct, 1, 1), sent('alice', direct, 2, 2)]
const marked = (ordinal: number) => ({ type: 'ReadMarked', conversationId: direct, userId: 'bob', ordinal, shown: true }) as const

test('a read marker moves forward and says where it stands', () => {
  given(...two)
    .when(markRead('bob', direct, 1))
    .accepted([marked(1)], { ordinal: 1 })
})

test('whoever is blocked by the reader is not told of a mark, and is again once they are not', () => {
  const pair = (actorId: string, type: 'BlockUser' | 'UnblockUser', n: number) =>
    named({ type, meta: commandMeta(actorId), conversationId: direct }, n)
  given(...two)
    .when(pair('bob', 'BlockUser', 1), markRead('bob', direct, 1))
    .accepted([{ ...marked(1), shown: false }], { ordinal: 1 })
  given(...two)
    .when(pair('bob', 'BlockUser', 1), pair('bob', 'UnblockUser', 2), markRead('bob', direct, 1))
    .accepted([marked(1)], { ordinal: 1 })
  given(...two)
    .when(pair('alice', 'BlockUser', 1), markRead('bob', direct, 1))
    .accepted([marked(1)], { ordinal: 1 })
})

test('a mark beyond the last message is clamped', () => {
  given(...two)
    .when(markRead('bob', direct, 99))
    .accepted([marked(2)], { ordinal: 2 })
})

test('a marker never goes back, and does not move for what is read already', () => {
  given(...two)
    .when(markRead('bob', direct, 2), markRead('bob', direct, 1))
    .accepted([], { ordinal: 2 })
  given(...two)
    .when(markRead('bob', direct, 2), markRead('bob', direct, 7))
    .accepted([], { ordinal: 2 })
  given(...two)
    .when(markRead('alice', direct, 2))
    .accepted([], { ordinal: 2 })
  given(...two)
    .when(markRead('bob', direct, 0))
    .accepted([], { ordinal: 0 })
})

test('read marks take no seq', () => {
  const { world } = given(...two).when(markRead('bob', direct, 1), send('bob', direct, 1))
  const last = world.events.at(-1)
  if (last?.type !== 'MessageSent' || last.seq !== 3) throw new Error('seq 3 was due')
})

test('only those who belong mark as read', () => {
  given(...two)
    .when(markRead('carol', direct, 1))
    .refused('NOT_A_MEMBER')
  given(...registered('alice', 'bob'))
    .when(markRead('bob', direct, 1))
    .refused('CONVERSATION_NOT_FOUND')
  const team = [...group('g:team', 'alice', { bob: 'member' }), sent('alice', 'g:team', 2, 1)]
  given(...team)
    .when(markRead('carol', 'g:team', 1))
    .refused('NOT_A_MEMBER')
  given(...team, left('bob', 'g:team', 3, 1))
    .when(markRead('bob', 'g:team', 1))
    .refused('NOT_A_MEMBER')
  given()
    .when(markRead('alice', 'g:team', 1))
    .refused('NOT_A_MEMBER')
})

test('an ordinal is a count', () => {
  for (const ordinal of [-1, 1.5, Number.NaN])
    given(...two)
      .when(markRead('bob', direct, ordinal))
      .refused('INVALID_ARGUMENT')
})

test('a mark passed before its reader went is found done; one that was not is refused', () => {
  const id = 'g:team'
  const read = [...group(id, 'bob', { carol: 'member' }), sent('carol', id, 2, 1), sent('bob', id, 3, 2), left('carol', id, 4, 2)]
  given(...read)
    .when(markRead('carol', id, 1))
    .accepted([], { ordinal: 1 })
  given(...read)
    .when(markRead('carol', id, 2))
    .refused('NOT_A_MEMBER')
})
