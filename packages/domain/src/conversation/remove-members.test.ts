// Removing members in given / when / then: who may remove whom, one or many, and what the removed still see.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, changeRole, enteredAt, group, left, registered, removeMember, removeMembers, sent } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { conversationKey, limits, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member', dave: 'member' })]
const removal = (seq: number, ordinal: number, ...userIds: string[]) =>
  ({ type: 'MembersRemoved', conversationId: id, seq, ordinal, userIds }) as const
const answered = { type: 'CommandAnswered', aggregateId: id } as const
const forbidden = (...userIds: string[]) => userIds.map((userId) => ({ userId, code: 'FORBIDDEN' }))

test('the last thing a removed member sees is the removal', () => {
  const outcome = given(...team, sent('carol', id, 2, 1), sent('bob', id, 3, 2)).when(removeMember('alice', id, 'carol'))
  outcome.accepted([removal(4, 2, 'carol')], { seq: 4, changed: ['carol'], memberCount: 3 })
  const { cells } = outcome.world
  const member = cells.get(memberKey(appId, id, 'carol'))
  assert.ok(member?.kind === 'member')
  const { role, readOrdinal, fromSeq, toSeq, toOrdinal, endedAt } = member
  assert.deepEqual([role, readOrdinal, fromSeq, toSeq, toOrdinal, endedAt], ['', 1, 1, 5, 2, enteredAt])
})

test('of a list those go who may be removed, by one event, and each of the others is told with the reason', () => {
  const outcome = given(...team).when(removeMembers('bob', id, ['carol', 'alice', 'nobody', 'bob', 'dave', 'carol']))
  outcome.accepted([removal(2, 0, 'carol', 'dave')], {
    ...{ seq: 2, changed: ['carol', 'dave'], already: ['nobody'], memberCount: 2 },
    refused: forbidden('alice', 'bob'),
  })
  const head = outcome.world.cells.get(conversationKey(appId, id))
  assert.ok(head?.kind === 'conversation')
  assert.deepEqual([head.memberCount, head.ownerId], [2, 'alice'])
  given(...team)
    .when(removeMembers('alice', id, []))
    .accepted([answered], { seq: 1, memberCount: 4 })
})

test('the owner removes anyone but themselves, an admin plain members only', () => {
  given(...team)
    .when(removeMembers('alice', id, ['bob', 'alice']))
    .accepted([removal(2, 0, 'bob')], { seq: 2, changed: ['bob'], refused: forbidden('alice'), memberCount: 3 })
  given(...team)
    .when(removeMembers('bob', id, ['alice', 'bob']))
    .accepted([answered], { seq: 1, refused: forbidden('alice', 'bob'), memberCount: 4 })
  given(...team)
    .when(changeRole('alice', id, 'carol', 'admin'), removeMember('bob', id, 'carol'))
    .accepted([answered], { seq: 2, refused: forbidden('carol'), memberCount: 4 })
  given(...team)
    .when(removeMember('carol', id, 'dave'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
})

test('only members remove, and who is out already is so', () => {
  given(...team)
    .when(removeMember('nobody', id, 'carol'))
    .refused('NOT_A_MEMBER')
  given(...team, left('dave', id, 2, 0))
    .when(removeMember('dave', id, 'carol'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(removeMember('alice', id, 'carol'), removeMember('alice', id, 'carol'))
    .accepted([answered], { seq: 2, already: ['carol'], memberCount: 3 })
  given(...team)
    .when(removeMember('alice', 'g:none', 'carol'))
    .refused('NOT_A_MEMBER')
})

test('a list is of ids, and no longer than the limit', () => {
  given(...team)
    .when(removeMembers('alice', id, ['carol', 'a\0']))
    .refused('INVALID_ARGUMENT', 'userIds')
  const crowd = Array.from({ length: limits.membersPerCommandMax }, (_, i) => `user-${i}`)
  given(...team)
    .when(removeMembers('alice', id, crowd))
    .accepted([answered], { seq: 1, already: crowd, memberCount: 4 })
  given(...team)
    .when(removeMembers('alice', id, [...crowd, 'carol']))
    .refused('TOO_LARGE', `membersPerCommandMax ${crowd.length}, asked ${crowd.length + 1}`)
})
