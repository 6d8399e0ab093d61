// Leaving groups in given / when / then: anyone may, the owner only as the last.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, enteredAt, group, leaveGroup, left, registered } from '../../test/examples.ts'
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
