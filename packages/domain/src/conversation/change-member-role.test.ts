// Giving roles in given / when / then: by the owner alone, of whom a group with members has exactly one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, changeRole, group, registered } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { conversationKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const changed = (seq: number, userId: string, role: string) =>
  ({ type: 'MemberRoleChanged', conversationId: id, seq, userId, role, ordinal: 0 }) as const
const answered = { type: 'CommandAnswered', aggregateId: id } as const

test('the owner gives roles', () => {
  given(...team)
    .when(changeRole('alice', id, 'carol', 'admin'))
    .accepted([changed(2, 'carol', 'admin')], { seq: 2 })
  given(...team)
    .when(changeRole('alice', id, 'bob', 'admin'))
    .accepted([answered], { seq: 1 })
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
    .refused('NOT_A_MEMBER')
})

test('a group is handed over, and never without an owner', () => {
  const outcome = given(...team).when(changeRole('alice', id, 'carol', 'owner'))
  outcome.accepted([changed(2, 'carol', 'owner'), changed(3, 'alice', 'admin')], { seq: 3 })
  const after = outcome.world.cells.get(conversationKey(appId, id))
  assert.equal(after?.kind === 'conversation' && after.ownerId, 'carol')
  given(...team)
    .when(changeRole('alice', id, 'alice', 'admin'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeRole('alice', id, 'alice', 'owner'))
    .accepted([answered], { seq: 1 })
})
