// Bans in given / when / then: who bans whom, that a member goes, and that no way leads back before the ban is lifted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMembers, appId, group, registered, send } from '../../test/examples.ts'
import { ban } from '../../test/joining.ts'
import { given } from '../../test/specification.ts'
import { conversationKey } from '../index.ts'

const id = 'g:team'
const roles = { bob: 'admin', carol: 'member', erin: 'admin' } as const
const team = [...registered('alice', 'bob', 'carol', 'dave', 'erin'), ...group(id, 'alice', roles)]
const at = (seq: number) => ({ conversationId: id, seq, ordinal: 0 })
const banned = (seq: number, userId: string, value = true) => ({ type: 'UserBanned', ...at(seq), userId, banned: value }) as const
const done = { type: 'CommandAnswered', aggregateId: id } as const

test('a member who is banned is removed, a stranger is kept out, and each is banned once', () => {
  const outcome = given(...team).when(ban('bob', id, 'carol'))
  outcome.accepted([{ type: 'MembersRemoved', ...at(2), userIds: ['carol'] }, banned(3, 'carol')], { seq: 3 })
  const head = outcome.world.cells.get(conversationKey(appId, id))
  assert.ok(head?.kind === 'conversation' && head.memberCount === 3)
  given(...team)
    .when(ban('bob', id, 'dave'))
    .accepted([banned(2, 'dave')], { seq: 2 })
  given(...team)
    .when(ban('bob', id, 'dave'), ban('alice', id, 'dave'))
    .accepted([done], { seq: 2 })
  given(...team)
    .when(ban('bob', id, 'dave', false))
    .accepted([done], { seq: 1 })
})

test('who is banned is added by nobody, and says nothing, until the ban is lifted', () => {
  given(...team)
    .when(ban('alice', id, 'carol'), addMembers('alice', id, ['dave', 'carol']))
    .accepted([{ type: 'MembersAdded', ...at(4), members: [{ userId: 'dave', role: 'member' }], returning: [], fromStart: false }], {
      seq: 4,
      changed: ['dave'],
      already: [],
      refused: [{ userId: 'carol', code: 'USER_BANNED' }],
      memberCount: 4,
    })
  given(...team)
    .when(ban('alice', id, 'carol'), send('carol', id, 7))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(ban('alice', id, 'carol'), ban('bob', id, 'carol', false))
    .accepted([banned(4, 'carol', false)], { seq: 4 })
  const again = { type: 'MembersAdded', ...at(5), members: [{ userId: 'carol', role: 'member' }], returning: [], fromStart: false } as const
  given(...team)
    .when(ban('alice', id, 'carol'), ban('bob', id, 'carol', false), addMembers('alice', id, ['carol']))
    .accepted([again], { seq: 5, changed: ['carol'], already: [], refused: [], memberCount: 4 })
})

test('who may not ban, and who may not be banned', () => {
  given(...team)
    .when(ban('carol', id, 'dave'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(ban('dave', id, 'carol'))
    .refused('NOT_A_MEMBER')
  for (const userId of ['alice', 'erin'])
    given(...team)
      .when(ban('bob', id, userId))
      .refused('FORBIDDEN', 'role admin, needed owner')
  const own = given(...team).when(ban('alice', id, 'erin'))
  own.accepted([{ type: 'MembersRemoved', ...at(2), userIds: ['erin'] }, banned(3, 'erin')], { seq: 3 })
  given(...team)
    .when(ban('alice', id, 'alice'))
    .refused('FORBIDDEN', 'userId is the actor: members leave')
  given(...team)
    .when(ban('alice', id, 'nobody'))
    .refused('USER_NOT_FOUND', 'user nobody')
  given(...team)
    .when(ban('alice', id, 'a|b'))
    .refused('INVALID_ARGUMENT', 'userId')
})
