// Removing members in given / when / then: who may remove whom, and what the removed still see.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, changeRole, enteredAt, group, registered, removeMember, sent } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const removal = (seq: number, ordinal: number, userId: string) =>
  ({ type: 'MemberRemoved', conversationId: id, seq, ordinal, userId }) as const

test('the last thing a removed member sees is the removal', () => {
  const outcome = given(...team, sent('carol', id, 2, 1), sent('bob', id, 3, 2)).when(removeMember('alice', id, 'carol'))
  outcome.accepted([removal(4, 2, 'carol')], { seq: 4 })
  assert.deepEqual(outcome.world.cells.get(memberKey(appId, id, 'carol')), {
    kind: 'member',
    role: '',
    readOrdinal: 1,
    fromSeq: 1,
    toSeq: 5,
    toOrdinal: 2,
    endedAt: enteredAt,
  })
})

test('the owner removes anyone but themselves, an admin plain members only', () => {
  given(...team)
    .when(removeMember('alice', id, 'bob'))
    .accepted([removal(2, 0, 'bob')], { seq: 2 })
  given(...team)
    .when(removeMember('bob', id, 'carol'))
    .accepted([removal(2, 0, 'carol')], { seq: 2 })
  for (const [actorId, userId] of [
    ['alice', 'alice'],
    ['bob', 'alice'],
    ['bob', 'bob'],
    ['carol', 'bob'],
  ] as const) {
    given(...team)
      .when(removeMember(actorId, id, userId))
      .refused('FORBIDDEN')
  }
  given(...team)
    .when(changeRole('alice', id, 'carol', 'admin'), removeMember('bob', id, 'carol'))
    .refused('FORBIDDEN')
})

test('only members remove and are removed, each once', () => {
  given(...team)
    .when(removeMember('alice', id, 'dave'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(removeMember('dave', id, 'carol'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(removeMember('alice', id, 'carol'), removeMember('alice', id, 'carol'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(removeMember('alice', id, 'a\0'))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(removeMember('alice', 'g:none', 'carol'))
    .refused('NOT_A_MEMBER')
})
