// Adding members in given / when / then: who may, who may be added, how many fit, and what a new stay shows of the history.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMembers, appId, group, registered, removed, sent } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const added = (seq: number, ordinal: number, ...userIds: string[]) =>
  ({
    type: 'MembersAdded',
    conversationId: id,
    seq,
    ordinal,
    members: userIds.map((userId) => ({ userId, role: 'member' })),
  }) as const

test('owner and admins add members; those who belong are passed over', () => {
  given(...team)
    .when(addMembers('alice', id, ['dave']))
    .accepted([added(2, 0, 'dave')], { seq: 2 })
  given(...team)
    .when(addMembers('bob', id, ['carol', 'dave', 'dave', 'bob']))
    .accepted([added(2, 0, 'dave')], { seq: 2 })
  given(...team)
    .when(addMembers('bob', id, ['carol', 'alice']))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], { seq: 1 })
})

test('who may not add, and who may not be added', () => {
  given(...team)
    .when(addMembers('carol', id, ['dave']))
    .refused('FORBIDDEN')
  given(...team)
    .when(addMembers('dave', id, ['dave']))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(addMembers('alice', 'g:none', ['dave']))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(addMembers('alice', id, ['dave', 'nobody']))
    .refused('USER_NOT_FOUND')
  given(...team)
    .when(addMembers('alice', id, ['']))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(addMembers('alice', 'd:alice:bob', ['dave']))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(addMembers('alice', id, Array(limits.membersPerCommandMax + 1).fill('dave')))
    .refused('TOO_LARGE')
})

test('a group has room for a limit of members, and not one more', () => {
  const crowd = Array.from({ length: limits.groupMembersMax - 2 }, (_, i) => `user-${i}`)
  const nearlyFull = [...registered('x', 'y'), ...group(id, 'alice', Object.fromEntries(crowd.map((userId) => [userId, 'member'])))]
  given(...nearlyFull)
    .when(addMembers('alice', id, ['x']))
    .accepted([added(2, 0, 'x')], { seq: 2 })
  given(...nearlyFull)
    .when(addMembers('alice', id, ['x', 'y']))
    .refused('GROUP_FULL')
})

test('joining moves the read marker to the present; a new stay begins with each', () => {
  const { world } = given(...team, sent('carol', id, 2, 1), removed('carol', id, 3, 1), sent('bob', id, 4, 2)).when(
    addMembers('alice', id, ['carol']),
  )
  assert.deepEqual(world.cells.get(memberKey(appId, id, 'carol')), {
    kind: 'member',
    role: 'member',
    readOrdinal: 2,
    fromSeq: 5,
    toSeq: 0,
    toOrdinal: 0,
    endedAt: 0,
  })
})
