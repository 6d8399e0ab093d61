// Adding members in given / when / then: who may, who may be added, how many fit, and what a new stay shows of the history.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Returning } from '@skein/contracts'
import { addMembers, appId, changeGroup, enteredAt, group, registered, removed, sent } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { byDefault, type DomainEvent, limits, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const answered = { type: 'CommandAnswered', aggregateId: id } as const
const unknown = (...userIds: string[]) => userIds.map((userId) => ({ userId, code: 'USER_NOT_FOUND' }))
const added = (seq: number, ordinal: number, ...userIds: string[]) =>
  ({
    type: 'MembersAdded',
    conversationId: id,
    seq,
    ordinal,
    members: userIds.map((userId) => ({ userId, role: 'member' })),
    returning: [] as Returning[],
    fromStart: false,
  }) as const

test('owner and admins add members; those who belong are passed over', () => {
  given(...team)
    .when(addMembers('alice', id, ['dave']))
    .accepted([added(2, 0, 'dave')], { seq: 2, changed: ['dave'], memberCount: 4 })
  given(...team)
    .when(addMembers('bob', id, ['carol', 'dave', 'dave', 'bob']))
    .accepted([added(2, 0, 'dave')], { seq: 2, changed: ['dave'], already: ['carol'], memberCount: 4 })
  given(...team)
    .when(addMembers('bob', id, ['carol', 'alice']))
    .accepted([answered], { seq: 1, already: ['carol', 'alice'], memberCount: 3 })
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
    .when(addMembers('alice', id, ['']))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(addMembers('alice', 'd:alice:bob', ['dave']))
    .refused('INVALID_ARGUMENT')
  given(...team)
    .when(addMembers('alice', id, Array(limits.membersPerCommandMax + 1).fill('dave')))
    .refused('TOO_LARGE')
})

// One id of somebody who was gone, or mistyped, had the whole list refused.
test('of a list those are added who may be, and each of the others is told with the reason', () => {
  given(...team)
    .when(addMembers('alice', id, ['nobody', 'dave', 'carol', 'noone']))
    .accepted([added(2, 0, 'dave')], { seq: 2, changed: ['dave'], already: ['carol'], refused: unknown('nobody', 'noone'), memberCount: 4 })
  given(...team)
    .when(addMembers('alice', id, ['nobody']))
    .accepted([answered], { seq: 1, refused: unknown('nobody'), memberCount: 3 })
})

test('a group has room for a limit of members, and not one more', () => {
  const crowd = Array.from({ length: byDefault.groupMembersMax! - 2 }, (_, i) => `user-${i}`)
  const nearlyFull = [...registered('x', 'y'), ...group(id, 'alice', Object.fromEntries(crowd.map((userId) => [userId, 'member'])))]
  given(...nearlyFull)
    .when(addMembers('alice', id, ['x']))
    .accepted([added(2, 0, 'x')], { seq: 2, changed: ['x'], memberCount: byDefault.groupMembersMax! })
  const full = { refused: [{ userId: 'y', code: 'GROUP_FULL' }], memberCount: byDefault.groupMembersMax! }
  given(...nearlyFull)
    .when(addMembers('alice', id, ['user-0', 'nobody', 'x', 'y']))
    .accepted([added(2, 0, 'x')], {
      ...{ seq: 2, changed: ['x'], already: ['user-0'], memberCount: byDefault.groupMembersMax! },
      refused: [...unknown('nobody'), ...full.refused],
    })
  given(...nearlyFull)
    .when(addMembers('alice', id, ['x']), addMembers('alice', id, ['y']))
    .accepted([answered], { seq: 2, ...full })
})

test('of one who comes back it is kept until when they are muted and when they wrote last, if they are or did', () => {
  const back = (...events: readonly DomainEvent[]) => {
    const { world } = given(...team, ...events).when(addMembers('alice', id, ['carol']))
    const last = world.events.at(-1)
    return last?.type === 'MembersAdded' ? last.returning : null
  }
  const mutedUntil = enteredAt + 1_000
  const { meta } = removed('carol', id, 2, 0)
  const muted: DomainEvent = { type: 'MemberMuted', meta, conversationId: id, seq: 2, ordinal: 0, userId: 'carol', mutedUntil }
  assert.deepEqual(back(removed('carol', id, 2, 0)), [])
  assert.deepEqual(back(muted, removed('carol', id, 3, 0)), [{ userId: 'carol', mutedUntil, lastSentAt: 0 }])
  const wrote = sent('carol', id, 2, 1)
  assert.deepEqual(back(wrote, removed('carol', id, 3, 1)), [{ userId: 'carol', mutedUntil: 0, lastSentAt: wrote.meta.occurredAt }])
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
    seesFrom: 5,
    toSeq: 0,
    toOrdinal: 0,
    endedAt: 0,
    nickname: '',
    mutedUntil: 0,
    lastSentAt: enteredAt - 1_000,
  })
})

test('who joins while the group shows its history from the start may read all of it, and has nothing of it unread', () => {
  const memberAfter = (...settings: readonly string[]) => {
    const set = settings.map((historyFrom) => changeGroup('alice', id, { historyFrom }))
    const { world } = given(...team, sent('carol', id, 2, 1), removed('carol', id, 3, 1), sent('bob', id, 4, 2)).when(
      ...set,
      addMembers('alice', id, ['carol', 'dave']),
    )
    const event = world.events.at(-1)
    assert.ok(event?.type === 'MembersAdded')
    return ['carol', 'dave'].map((userId) => {
      const member = world.cells.get(memberKey(appId, id, userId))
      assert.ok(member?.kind === 'member' && member.toSeq === 0)
      return [event.fromStart, member.seesFrom, member.fromSeq, member.readOrdinal]
    })
  }
  assert.deepEqual(memberAfter('start'), [
    [true, 1, 6, 2],
    [true, 1, 6, 2],
  ])
  assert.deepEqual(memberAfter('start', 'join')[0], [false, 7, 7, 2])
})

test('what the history of a group is shown from is set for those who join from then on', () => {
  const { world } = given(...team).when(addMembers('alice', id, ['dave']), changeGroup('alice', id, { historyFrom: 'start' }))
  const member = world.cells.get(memberKey(appId, id, 'dave'))
  assert.deepEqual(member?.kind === 'member' && [member.fromSeq, member.seesFrom], [2, 2])
})
