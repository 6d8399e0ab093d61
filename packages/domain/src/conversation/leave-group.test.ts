// Leaving groups in given / when / then: anyone may, the owner only as the last.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMembers, appId, changeRole, createGroup, enteredAt, group, leaveGroup, left, registered, send } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { conversationKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]

test('members leave; the owner only as the last', () => {
  given(...team)
    .when(leaveGroup('carol', id))
    .accepted([{ type: 'MemberLeft', conversationId: id, seq: 2, ordinal: 0, userId: 'carol' }], { seq: 2 })
  given(...team)
    .when(leaveGroup('alice', id))
    .refused('OWNER_CANNOT_LEAVE')
  const { world } = given(...team, left('bob', id, 2, 0), left('carol', id, 3, 0)).when(leaveGroup('alice', id))
  assert.deepEqual(world.cells.get(conversationKey(appId, id)), {
    kind: 'conversation',
    lastSeq: 4,
    lastOrdinal: 0,
    memberCount: 0,
    ownerId: '',
    creatorId: 'alice',
    name: 'Team',
    lastActivityAt: enteredAt,
    lastUncounted: 0,
  })
})

// Nobody can come into a group whose last member has gone: it has nobody who may let them in, and its id is taken for good.
test('a group that its last member has left stays as it was, for nobody', () => {
  const alone = [...registered('alice', 'bob'), ...group(id, 'alice')]
  const gone = leaveGroup('alice', id)
  for (const command of [
    send('alice', id, 1),
    addMembers('alice', id, ['bob']),
    addMembers('bob', id, ['bob']),
    changeRole('alice', id, 'alice', 'owner'),
    leaveGroup('alice', id),
  ])
    given(...alone)
      .when(gone, command)
      .refused('NOT_A_MEMBER')
  for (const [actor, other] of [
    ['alice', 'bob'],
    ['bob', 'alice'],
  ] as const)
    given(...alone)
      .when(gone, createGroup(actor, id, 'Team', [other]))
      .refused('ALREADY_EXISTS', 'conversationId')
})

test('who handed the group over leaves like any other, and it has its new owner', () => {
  const outcome = given(...team).when(changeRole('alice', id, 'carol', 'owner'), leaveGroup('alice', id))
  outcome.accepted([{ type: 'MemberLeft', conversationId: id, seq: 4, ordinal: 0, userId: 'alice' }], { seq: 4 })
  const head = outcome.world.cells.get(conversationKey(appId, id))
  assert.ok(head?.kind === 'conversation')
  assert.deepEqual([head.ownerId, head.memberCount], ['carol', 2])
})

test('who is not in a group does not leave it', () => {
  given(...team)
    .when(leaveGroup('dave', id))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(leaveGroup('carol', 'g:none'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(leaveGroup('alice', 'd:alice:bob'))
    .refused('INVALID_ARGUMENT')
})
