// Groups in given / when / then: who may create, add, remove, leave and change roles, and what a stay in a group shows of its history.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addMembers,
  appId,
  changeRole,
  createGroup,
  enteredAt,
  group,
  leaveGroup,
  left,
  registered,
  removed,
  removeMember,
  send,
  sent,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import type { World } from '../../test/world.ts'
import { conversationKey, limits, memberKey } from '../index.ts'

const id = 'g:team'
const everyone = registered('alice', 'bob', 'carol', 'dave')
const team = [...everyone, ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const done = (seq: number) => ({ seq, occurredAt: enteredAt })
const added = (seq: number, ordinal: number, ...userIds: string[]) =>
  ({
    type: 'MembersAdded',
    conversationId: id,
    seq,
    ordinal,
    members: userIds.map((userId) => ({ userId, role: 'member' })),
    request: null,
  }) as const
const member = (world: World, userId: string) => world.cells.get(memberKey(appId, id, userId))
const head = (world: World) => world.cells.get(conversationKey(appId, id))

test('a group begins with its creator as owner and those he names', () => {
  const outcome = given(...everyone).when(createGroup('alice', id, 'Team', ['bob', 'alice', 'carol', 'bob']))
  outcome.accepted(
    [
      { type: 'GroupCreated', conversationId: id, seq: 1, name: 'Team', ownerId: 'alice' },
      {
        type: 'MembersAdded',
        conversationId: id,
        seq: 2,
        ordinal: 0,
        members: [
          { userId: 'alice', role: 'owner' },
          { userId: 'bob', role: 'member' },
          { userId: 'carol', role: 'member' },
        ],
        request: null,
      },
    ],
    done(2),
  )
  const expected = { kind: 'conversation', lastSeq: 2, lastOrdinal: 0, memberCount: 3, ownerId: 'alice', creatorId: 'alice', name: 'Team' }
  assert.deepEqual(head(outcome.world), expected)
  assert.deepEqual(member(outcome.world, 'bob'), { kind: 'member', role: 'member', readOrdinal: 0, fromSeq: 1, toSeq: 0 })
})

test('the same creation again is found done; another is refused', () => {
  const create = createGroup('alice', id, 'Team', ['bob'])
  given(...everyone)
    .when(create, send('bob', id, 1), create)
    .accepted([], { seq: 3 })
  given(...everyone)
    .when(create, createGroup('alice', id, 'Other', []))
    .refused('ALREADY_EXISTS')
  given(...everyone)
    .when(create, createGroup('bob', id, 'Team', []))
    .refused('ALREADY_EXISTS')
})

test('a group is made of users who exist and has a name that can be stored', () => {
  given(...everyone)
    .when(createGroup('alice', id, 'Team', ['nobody']))
    .refused('USER_NOT_FOUND')
  given(...everyone)
    .when(createGroup('alice', id, 'Team', ['no body']))
    .refused('INVALID_ARGUMENT')
  given(...everyone)
    .when(createGroup('alice', 'd:alice:bob', 'Team', []))
    .refused('INVALID_ARGUMENT')
  for (const name of ['', 'a\0', '\ud800', 'n'.repeat(limits.groupNameCharsMax + 1)]) {
    given(...everyone)
      .when(createGroup('alice', id, name, []))
      .refused('INVALID_ARGUMENT')
  }
  given(...everyone)
    .when(createGroup('alice', id, 'Team', Array(limits.membersPerCommandMax + 1).fill('bob')))
    .refused('TOO_LARGE')
})

test('owner and admins add members; those who belong are passed over', () => {
  given(...team)
    .when(addMembers('alice', id, ['dave']))
    .accepted([added(3, 0, 'dave')], done(3))
  given(...team)
    .when(addMembers('bob', id, ['carol', 'dave', 'dave', 'bob']))
    .accepted([added(3, 0, 'dave')], done(3))
  given(...team)
    .when(addMembers('bob', id, ['carol', 'alice']))
    .accepted([], { seq: 2 })
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
    .refused('CONVERSATION_NOT_FOUND')
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
    .accepted([added(3, 0, 'x')], done(3))
  given(...nearlyFull)
    .when(addMembers('alice', id, ['x', 'y']))
    .refused('GROUP_FULL')
})

test('joining moves the read marker to the present; a new stay begins with each', () => {
  const { world } = given(...team, sent('carol', id, 3, 1), removed('carol', id, 4, 1), sent('bob', id, 5, 2)).when(
    addMembers('alice', id, ['carol']),
  )
  assert.deepEqual(member(world, 'carol'), { kind: 'member', role: 'member', readOrdinal: 2, fromSeq: 6, toSeq: 0 })
})

test('the last thing a removed member sees is the removal', () => {
  const outcome = given(...team, sent('carol', id, 3, 1), sent('bob', id, 4, 2)).when(removeMember('alice', id, 'carol'))
  outcome.accepted([{ type: 'MemberRemoved', conversationId: id, seq: 5, ordinal: 2, userId: 'carol', request: null }], done(5))
  assert.deepEqual(member(outcome.world, 'carol'), { kind: 'member', role: '', readOrdinal: 1, fromSeq: 1, toSeq: 6 })
})

test('the owner removes anyone but himself, an admin plain members only', () => {
  given(...team)
    .when(removeMember('alice', id, 'bob'))
    .accepted([{ type: 'MemberRemoved', conversationId: id, seq: 3, ordinal: 0, userId: 'bob', request: null }], done(3))
  given(...team)
    .when(removeMember('bob', id, 'carol'))
    .accepted([{ type: 'MemberRemoved', conversationId: id, seq: 3, ordinal: 0, userId: 'carol', request: null }], done(3))
  given(...team)
    .when(removeMember('alice', id, 'alice'))
    .refused('FORBIDDEN')
  given(...team)
    .when(removeMember('bob', id, 'alice'))
    .refused('FORBIDDEN')
  given(...team)
    .when(removeMember('bob', id, 'bob'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeRole('alice', id, 'carol', 'admin'), removeMember('bob', id, 'carol'))
    .refused('FORBIDDEN')
  given(...team)
    .when(removeMember('carol', id, 'bob'))
    .refused('FORBIDDEN')
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
})

test('members leave; the owner only as the last', () => {
  given(...team)
    .when(leaveGroup('carol', id))
    .accepted([{ type: 'MemberLeft', conversationId: id, seq: 3, ordinal: 0, userId: 'carol', request: null }], done(3))
  given(...team)
    .when(leaveGroup('alice', id))
    .refused('OWNER_CANNOT_LEAVE')
  given(...team)
    .when(leaveGroup('dave', id))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(leaveGroup('carol', 'g:none'))
    .refused('CONVERSATION_NOT_FOUND')
  given(...team)
    .when(leaveGroup('alice', 'd:alice:bob'))
    .refused('INVALID_ARGUMENT')
  const { world } = given(...team, left('bob', id, 3, 0), left('carol', id, 4, 0)).when(leaveGroup('alice', id))
  const expected = { kind: 'conversation', lastSeq: 5, lastOrdinal: 0, memberCount: 0, ownerId: '', creatorId: 'alice', name: 'Team' }
  assert.deepEqual(head(world), expected)
})

test('the owner gives roles', () => {
  given(...team)
    .when(changeRole('alice', id, 'carol', 'admin'))
    .accepted(
      [{ type: 'MemberRoleChanged', conversationId: id, seq: 3, userId: 'carol', role: 'admin', ordinal: 0, request: null }],
      done(3),
    )
  given(...team)
    .when(changeRole('alice', id, 'bob', 'admin'))
    .accepted([], { seq: 2 })
  given(...team)
    .when(changeRole('bob', id, 'carol', 'admin'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeRole('carol', id, 'carol', 'owner'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeRole('dave', id, 'carol', 'admin'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(changeRole('alice', id, 'dave', 'admin'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(changeRole('alice', id, 'bob', 'king'))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(changeRole('alice', 'g:none', 'bob', 'admin'))
    .refused('CONVERSATION_NOT_FOUND')
})

test('a group is handed over, and never without an owner', () => {
  const outcome = given(...team).when(changeRole('alice', id, 'carol', 'owner'))
  outcome.accepted(
    [
      { type: 'MemberRoleChanged', conversationId: id, seq: 3, userId: 'carol', role: 'owner', ordinal: 0, request: null },
      { type: 'MemberRoleChanged', conversationId: id, seq: 4, userId: 'alice', role: 'admin', ordinal: 0, request: null },
    ],
    done(4),
  )
  const after = head(outcome.world)
  assert.equal(after?.kind === 'conversation' && after.ownerId, 'carol')
  given(...team)
    .when(changeRole('alice', id, 'alice', 'admin'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeRole('alice', id, 'alice', 'owner'))
    .accepted([], { seq: 2 })
})
