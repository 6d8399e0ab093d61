// Creating groups in given / when / then: born by one event with its first members, once, of users who exist.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CreateGroup, SkeinCommand } from '@skein/contracts'
import {
  appId,
  changeGroup,
  changeRole,
  createGroup,
  enteredAt,
  leaveGroup,
  policy,
  registered,
  removeMember,
  send,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { conversationKey, limits, memberKey } from '../index.ts'

const id = 'g:team'
const answered = { type: 'CommandAnswered', aggregateId: id } as const
const everyone = registered('alice', 'bob', 'carol', 'dave')

test('a group begins with its creator as owner and those they name', () => {
  const outcome = given(...everyone).when(createGroup('alice', id, 'Team', ['bob', 'alice', 'carol', 'bob']))
  outcome.accepted(
    [
      {
        type: 'GroupCreated',
        conversationId: id,
        seq: 1,
        name: 'Team',
        members: [
          { userId: 'alice', role: 'owner' },
          { userId: 'bob', role: 'member' },
          { userId: 'carol', role: 'member' },
        ],
      },
    ],
    { seq: 1, changed: ['bob', 'carol'], memberCount: 3 },
  )
  assert.deepEqual(outcome.world.cells.get(conversationKey(appId, id)), {
    kind: 'conversation',
    lastSeq: 1,
    lastOrdinal: 0,
    memberCount: 3,
    ownerId: 'alice',
    creatorId: 'alice',
    name: 'Team',
    lastActivityAt: enteredAt,
    lastUncounted: 0,
  })
  assert.deepEqual(outcome.world.cells.get(memberKey(appId, id, 'bob')), {
    kind: 'member',
    role: 'member',
    readOrdinal: 0,
    fromSeq: 1,
    seesFrom: 1,
    toSeq: 0,
    toOrdinal: 0,
    endedAt: 0,
    nickname: '',
    mutedUntil: 0,
    lastSentAt: 0,
  })
})

test('the same creation again, under another name, is found done; another is refused', () => {
  const create = () => createGroup('alice', id, 'Team', ['bob'])
  given(...everyone)
    .when(create(), send('bob', id, 1), create())
    .accepted([answered], { seq: 2, already: ['bob'], memberCount: 2 })
  given(...everyone)
    .when(create(), leaveGroup('bob', id), createGroup('alice', id, 'Team', ['bob', 'nobody']))
    .accepted([answered], { seq: 2, memberCount: 1 })
  given(...everyone)
    .when(create(), createGroup('alice', id, 'Other', []))
    .refused('ALREADY_EXISTS')
  given(...everyone)
    .when(create(), createGroup('bob', id, 'Team', []))
    .refused('ALREADY_EXISTS')
})

// Whoever created a group again as a channel was told that it was done, and had a group in which everybody writes.
test('a group that is set otherwise is none that one could have made again', () => {
  const create = (settings: Readonly<Record<string, string>> = {}, name = 'Team') => {
    const list = Object.entries(settings).map(([name, value]) => ({ name, value }))
    return { ...createGroup('alice', id, name, ['bob']), settings: list }
  }
  const channel = { type: 'channel', description: 'news', 'attribute.color': 'red' }
  const again = (...commands: [CreateGroup, ...SkeinCommand[], CreateGroup]) => given(...everyone).when(...commands)
  const found = { seq: 2, already: ['bob'], memberCount: 2 }
  again(create(channel), create({ ...channel, historyFrom: 'join' })).accepted([answered], found)
  again(create({ name: 'Crew' }), create({ name: 'Crew' })).accepted([answered], found)
  again(create({ name: 'Crew' }), create({}, 'Crew')).accepted([answered], found)
  again(create(), create({ type: 'normal' })).accepted([answered], { ...found, seq: 1 })
  const others: readonly Readonly<Record<string, string>>[] = [
    ...[{}, { type: 'channel' }, { ...channel, 'attribute.color': 'blue' }, { ...channel, 'attribute.size': 'big' }],
  ]
  for (const other of others) again(create(channel), create(other)).refused('ALREADY_EXISTS', 'settings')
  again(create(), create(channel)).refused('ALREADY_EXISTS', 'settings')
  again(create({ description: 'red' }), create({ 'attribute.color': 'red' })).refused('ALREADY_EXISTS', 'settings')
  // As it is now: what it was made with is no more what it is.
  const quiet = changeGroup('alice', id, { mutedAll: 'true' })
  again(create(), quiet, create()).refused('ALREADY_EXISTS', 'settings')
  again(create(), quiet, create({ mutedAll: 'true' })).accepted([answered], found)
  // Who may not know of it is told the same of one that is set otherwise.
  again(create(channel), createGroup('carol', id, 'Team', [])).refused('ALREADY_EXISTS', 'conversationId')
})

// Whoever had created a group and was removed could create it again with a list of people, and was told which of them were in, and how many.
test('a creator who has gone is told what anybody is who creates what there is', () => {
  const create = () => createGroup('alice', id, 'Team', ['bob', 'carol'])
  const removed = [create(), changeRole('alice', id, 'bob', 'owner'), removeMember('bob', id, 'alice')] as const
  given(...everyone)
    .when(...removed, create())
    .refused('ALREADY_EXISTS', 'conversationId')
  given(...everyone)
    .when(...removed, createGroup('alice', id, 'Other', []))
    .refused('ALREADY_EXISTS', 'conversationId')
  given(...everyone)
    .when(...removed, createGroup('dave', id, 'Team', []))
    .refused('ALREADY_EXISTS', 'conversationId')
  given(...everyone)
    .when(createGroup('alice', id, 'Team', []), leaveGroup('alice', id), createGroup('alice', id, 'Team', []))
    .refused('ALREADY_EXISTS', 'conversationId')
})

test('a group is made of users who exist, without the others, and of as many as there is room for', () => {
  const made = (...userIds: string[]) => {
    const members = [{ userId: 'alice', role: 'owner' }, ...userIds.map((userId) => ({ userId, role: 'member' }))]
    return { type: 'GroupCreated', conversationId: id, seq: 1, name: 'Team', members } as const
  }
  const nobody = { userId: 'nobody', code: 'USER_NOT_FOUND' }
  given(...everyone)
    .when(createGroup('alice', id, 'Team', ['nobody', 'bob']))
    .accepted([made('bob')], { seq: 1, changed: ['bob'], refused: [nobody], memberCount: 2 })
  given(...everyone, ...policy({ groupMembersMax: 2 }))
    .when(createGroup('alice', id, 'Team', ['nobody', 'bob', 'carol']))
    .accepted([made('bob')], {
      ...{ seq: 1, changed: ['bob'], memberCount: 2 },
      refused: [nobody, { userId: 'carol', code: 'GROUP_FULL' }],
    })
  given(...everyone, ...policy({ groupMembersMax: 0 }))
    .when(createGroup('alice', id, 'Team', []))
    .refused('GROUP_FULL', 'groupMembersMax 0, asked 1')
})

test('a group is made of ids that are some, and has a name that can be stored', () => {
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
