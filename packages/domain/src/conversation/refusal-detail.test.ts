// What a refusal says besides its code: the field, the limit and its value, the user or the role that stands in the way; never
// what somebody wrote.

import { test } from 'node:test'
import {
  addMembers,
  changeRole,
  createGroup,
  group,
  hash,
  leaveGroup,
  markRead,
  named,
  registered,
  removeMember,
  send,
  stamped,
  text,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const crowd = Array.from({ length: limits.groupMembersMax - 1 }, (_, i) => `user-${i}`)

test('a limit is named with its value and with what was asked for', () => {
  const body = { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) }
  given(...team)
    .when(send('alice', id, 1, { body }))
    .refused('TOO_LARGE', 'bodyBytesMax 65536, asked 65537')
  given(...team)
    .when(addMembers('alice', id, Array(limits.membersPerCommandMax + 1).fill('dave')))
    .refused('TOO_LARGE', 'membersPerCommandMax 200, asked 201')
  given(...registered('dave'), ...group(id, 'alice', Object.fromEntries(crowd.map((userId) => [userId, 'member']))))
    .when(addMembers('alice', id, ['dave']))
    .refused('GROUP_FULL', 'groupMembersMax 1000, asked 1001')
  given(...team)
    .when(createGroup('alice', 'g:other', 'n'.repeat(limits.groupNameCharsMax + 1), []))
    .refused('INVALID_ARGUMENT', 'name: groupNameCharsMax 100, asked 101')
  given(...team)
    .when(send('alice', id, 1, { replyTo: 9 }))
    .refused('INVALID_ARGUMENT', 'replyTo: lastSeq 1, asked 9')
  given(...team)
    .when(leaveGroup('alice', id))
    .refused('OWNER_CANNOT_LEAVE', 'members 3')
})

test('the user in the way is named, be it the actor or another', () => {
  given(...team)
    .when(addMembers('alice', id, ['dave', 'nobody']))
    .refused('USER_NOT_FOUND', 'user nobody')
  given(...team)
    .when(removeMember('alice', id, 'dave'))
    .refused('NOT_A_MEMBER', 'user dave')
  given(...team)
    .when(removeMember('dave', id, 'carol'))
    .refused('NOT_A_MEMBER', 'user dave')
})

test('so are the role one has and the role it takes', () => {
  given(...team)
    .when(addMembers('carol', id, ['dave']))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(removeMember('bob', id, 'alice'))
    .refused('FORBIDDEN', 'role admin, needed owner')
  given(...team)
    .when(changeRole('alice', id, 'bob', 'king'))
    .refused('INVALID_ARGUMENT', 'role: one of owner, admin, member')
})

test('a field that is not valid is named, and what it holds is not told', () => {
  given(...team)
    .when(send('alice', id, 1, { body: { ...text('hi'), contentType: 'a secret\0' } }))
    .refused('INVALID_ARGUMENT', 'body.contentType')
  given(...team)
    .when(send('alice', id, 1, { attachments: [{ url: 'a secret\0', name: '', contentType: '', size: 1 }] }))
    .refused('INVALID_ARGUMENT', 'attachments[0].url')
  given(...team)
    .when(stamped(send('alice', id, 1), { intent: { id: 'a secret', contentHash: hash(1) } }))
    .refused('INVALID_ARGUMENT', 'meta.intent.id')
  given(...team)
    .when(stamped(send('alice', id, 1), { deviceId: 'a secret' }))
    .refused('INVALID_ARGUMENT', 'meta.deviceId')
  given(...team)
    .when(send('alice', id, 1), named(send('alice', id, 1), 1, 2))
    .refused('ID_REUSED', 'first used for something else')
  given(...team)
    .when(createGroup('alice', 'g:other', 'a secret\0', []))
    .refused('INVALID_ARGUMENT', 'name')
  given(...team)
    .when(createGroup('alice', id, 'a secret', []))
    .refused('ALREADY_EXISTS', 'name')
  given(...team)
    .when(markRead('alice', id, -1))
    .refused('INVALID_ARGUMENT', 'ordinal')
})
