// Names in a group in given / when / then: of oneself, and of those who stand below; they end with the stay.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMembers, appId, group, leaveGroup, registered, setNickname } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol'), ...group(id, 'alice', { bob: 'admin', carol: 'member', dave: 'admin' })]
const changed = (seq: number, userId: string, nickname: string) =>
  ({ type: 'NicknameChanged', conversationId: id, seq, ordinal: 0, userId, nickname }) as const
const answered = { type: 'CommandAnswered', aggregateId: id } as const

test('everybody names themselves; owner and admins name those below them', () => {
  for (const [actorId, userId] of [
    ['carol', 'carol'],
    ['bob', 'bob'],
    ['bob', 'carol'],
    ['alice', 'bob'],
  ] as const)
    given(...team)
      .when(setNickname(actorId, id, userId, 'Cake'))
      .accepted([changed(2, userId, 'Cake')], { seq: 2 })
  given(...team)
    .when(setNickname('carol', id, 'bob', 'Bob'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  for (const userId of ['alice', 'dave'])
    given(...team)
      .when(setNickname('bob', id, userId, 'Boss'))
      .refused('FORBIDDEN', 'role admin, needed owner')
})

test('members alone name and are named', () => {
  given(...team)
    .when(setNickname('eve', id, 'eve', 'Eve'))
    .refused('NOT_A_MEMBER', 'user eve')
  given(...team)
    .when(setNickname('alice', id, 'eve', 'Eve'))
    .refused('NOT_A_MEMBER', 'user eve')
})

test('a name is taken away by an empty one; the same again changes nothing', () => {
  const name = setNickname('carol', id, 'carol', 'Cake')
  given(...team)
    .when(name, setNickname('carol', id, 'carol', ''))
    .accepted([changed(3, 'carol', '')], { seq: 3 })
  given(...team)
    .when(name, setNickname('alice', id, 'carol', 'Cake'))
    .accepted([answered], { seq: 2 })
  given(...team)
    .when(setNickname('carol', id, 'carol', ''))
    .accepted([answered], { seq: 1 })
})

test('a name can be shown, and is no longer than the limit', () => {
  const longest = 'n'.repeat(limits.nicknameCharsMax)
  given(...team)
    .when(setNickname('carol', id, 'carol', longest))
    .accepted([changed(2, 'carol', longest)], { seq: 2 })
  for (const [nickname, detail] of [
    [`${longest}n`, `nickname: nicknameCharsMax ${longest.length}, asked ${longest.length + 1}`],
    ['a\0', 'nickname'],
    ['\u202egnp', 'nickname'],
    [' ', 'nickname'],
  ] as const)
    given(...team)
      .when(setNickname('carol', id, 'carol', nickname))
      .refused('INVALID_ARGUMENT', detail)
  given(...team)
    .when(setNickname('carol', id, 'a\0', 'Cake'))
    .refused('INVALID_ARGUMENT', 'userId')
})

test('who comes back has no name but their own', () => {
  const { world } = given(...team).when(
    setNickname('carol', id, 'carol', 'Cake'),
    leaveGroup('carol', id),
    addMembers('alice', id, ['carol']),
  )
  const member = world.cells.get(memberKey(appId, id, 'carol'))
  assert.equal(member?.kind === 'member' && member.nickname, '')
})
