// What a refusal says besides its code: the field, the limit and its value, the user or the role that stands in the way; never what somebody
// wrote. Story: a change of one letter in it, or a field told for another, was noticed by no test: make mutate changed each of them and nothing
// failed. People see these texts, and programs look for their fields.

import { test } from 'node:test'
import type { Attachment, SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  changeGroup,
  changeRole,
  commandMeta,
  createGroup,
  dismissGroup,
  group,
  hash,
  leaveGroup,
  markRead,
  muteMember,
  named,
  policy,
  registered,
  removeMember,
  send,
  setNickname,
  stamped,
  text,
} from '../test/examples.ts'
import { close, open } from '../test/logins.ts'
import { given } from '../test/specification.ts'
import { limits, perApp } from './index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const register = (userName: string, displayName = '', userId = 'eve'): SkeinCommand => ({
  type: 'RegisterUser',
  meta: commandMeta(''),
  ...{ userId, userName, displayName },
})
const claim = (userId: string, userName: string): SkeinCommand => ({ type: 'ClaimUserName', meta: commandMeta(''), userId, userName })
const hide = (seq: number, conversationId = 'd:alice:bob'): SkeinCommand =>
  named({ type: 'HideMessage', meta: commandMeta('bob'), userId: 'bob', conversationId, seq, messageId: commandMeta('').commandId }, seq)
const changePolicy = (actorId: string, name: string): SkeinCommand => ({
  ...named({ type: 'ChangeAppPolicy', meta: commandMeta(actorId), limits: [{ name, value: 1 }] }, 1),
})
const file: Attachment = { url: 'https://files.example/a', name: 'a.png', contentType: 'image/png', size: 1 }

test('a limit is named with its value and with what was asked for', () => {
  const body = { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) }
  given(...team)
    .when(send('alice', id, 1, { body }))
    .refused('TOO_LARGE', 'bodyBytesMax 65536, asked 65537')
  given(...team)
    .when(addMembers('alice', id, Array(limits.membersPerCommandMax + 1).fill('dave')))
    .refused('TOO_LARGE', 'membersPerCommandMax 200, asked 201')
  given(...registered('alice'), ...policy({ groupMembersMax: 0 }))
    .when(createGroup('alice', 'g:other', 'Other', []))
    .refused('GROUP_FULL', 'groupMembersMax 0, asked 1')
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
    .when(changeRole('alice', id, 'dave', 'admin'))
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
    .when(changeRole('bob', id, 'carol', 'admin'))
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

test('a conversation that is not valid is told from one that is no group', () => {
  const ofGroup = (actorId: string, conversationId: string) => [
    addMembers(actorId, conversationId, ['dave']),
    changeRole(actorId, conversationId, 'bob', 'member'),
    removeMember(actorId, conversationId, 'bob'),
    leaveGroup(actorId, conversationId),
    changeGroup(actorId, conversationId, { name: 'Crew' }),
    dismissGroup(actorId, conversationId),
    muteMember(actorId, conversationId, 'bob', 1),
    setNickname(actorId, conversationId, 'bob', 'B'),
  ]
  for (const command of [...ofGroup('alice', 'x'), send('alice', 'x', 1)])
    given(...team)
      .when(command)
      .refused('INVALID_ARGUMENT', 'conversationId')
  for (const actorId of ['alice', 'carol'])
    for (const command of ofGroup(actorId, 'd:alice:bob'))
      given(...team)
        .when(command)
        .refused('INVALID_ARGUMENT', 'conversationId: not of a group')
  given(...team)
    .when(hide(1, 'x'))
    .refused('INVALID_ARGUMENT', 'conversationId')
  const read: SkeinCommand = { type: 'MarkRead', meta: commandMeta('alice'), conversationId: 'd:alice:bob', ordinal: 1 }
  given(...team)
    .when(read)
    .refused('CONVERSATION_NOT_FOUND', 'conversationId')
})

test('a user who is not valid is named by the field, and so is an actor who is nobody', () => {
  given(...team)
    .when(addMembers('alice', id, ['a secret']))
    .refused('INVALID_ARGUMENT', 'userIds')
  given(...team)
    .when(createGroup('alice', 'g:other', 'Other', ['a secret']))
    .refused('INVALID_ARGUMENT', 'memberIds')
  given(...team)
    .when(removeMember('alice', id, 'a secret'))
    .refused('INVALID_ARGUMENT', 'userIds')
  given(...team)
    .when(changeRole('alice', id, 'a secret', 'admin'))
    .refused('INVALID_ARGUMENT', 'userId')
  given(...team)
    .when(stamped(send('alice', id, 1), { actorId: '' }))
    .refused('INVALID_ARGUMENT', 'meta.actorId')
})

test('what a role lacks is said, and that nobody lowers themselves', () => {
  given(...team)
    .when(removeMember('carol', id, 'bob'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(changeRole('bob', id, 'carol', 'admin'))
    .refused('FORBIDDEN', 'role admin, needed owner')
  given(...team)
    .when(changeRole('alice', id, 'alice', 'member'))
    .refused('FORBIDDEN', 'userId is the actor: owners hand over')
})

test('what is there already is told by the field that has it', () => {
  given(...team)
    .when(createGroup('bob', id, 'Team', []))
    .refused('ALREADY_EXISTS', 'conversationId')
  given().when(register('alice'), register('alicia')).refused('ALREADY_EXISTS', 'userId')
  given().when(claim('u1', 'alice'), claim('u2', 'alice')).refused('NAME_TAKEN', 'userName')
  given(...team)
    .when(open(), open({}, { deviceId: 'tablet' }))
    .refused('ALREADY_EXISTS', 'sessionId')
})

test('a field of a user or of a device is named, with its limit when it is too long', () => {
  given().when(register('a secret')).refused('INVALID_ARGUMENT', 'userName')
  given().when(register('alice', '\0')).refused('INVALID_ARGUMENT', 'displayName')
  const long = limits.displayNameCharsMax + 1
  given()
    .when(register('alice', 'n'.repeat(long)))
    .refused('INVALID_ARGUMENT', `displayName: displayNameCharsMax ${long - 1}, asked ${long}`)
  given().when(claim('u1', 'a secret')).refused('INVALID_ARGUMENT', 'userName')
  const faults = [
    [open({}, { deviceId: '' }), 'meta.deviceId'],
    [open({ platform: '\0' }), 'platform'],
    [open({ platform: 'p'.repeat(33) }), 'platform: platformCharsMax 32, asked 33'],
    [open({ expiresAt: -1 }), 'expiresAt'],
    [open({ sessionId: 'x' }), 'sessionId'],
    [close('alice', 'x'), 'sessionId'],
  ] as const
  for (const [command, field] of faults)
    given(...team)
      .when(command)
      .refused('INVALID_ARGUMENT', field)
  given().when(open()).refused('USER_NOT_FOUND', 'userId')
})

test('what the edge stamped and cannot be stored is named by its field', () => {
  const stamps = { appId: 'a secret', actorId: 'a secret', deviceId: 'a secret', enteredAt: 1.5, commandId: 'a secret' }
  for (const [field, value] of Object.entries({ ...stamps, replyConnection: 'a secret\0', traceparent: 'a secret\0' }))
    given(...team)
      .when(stamped(send('alice', id, 1), { [field]: value }))
      .refused('INVALID_ARGUMENT', `meta.${field}`)
  given()
    .when({ type: 'RegisterApp', meta: { ...commandMeta(''), actorId: 'a secret' } })
    .refused('INVALID_ARGUMENT', 'meta.actorId')
})

test('a text of the longest length that is not valid is not told to be too long', () => {
  given(...team)
    .when(createGroup('alice', 'g:other', `${'n'.repeat(limits.groupNameCharsMax - 1)}\0`, []))
    .refused('INVALID_ARGUMENT', 'name')
})

test('an attachment is named by its place, and too many of them before what they hold', () => {
  given(...team)
    .when(send('alice', id, 1, { attachments: [file, { ...file, size: -1 }] }))
    .refused('INVALID_ARGUMENT', 'attachments[1].size')
  const tooMany = Array(limits.attachmentsMax + 1).fill({ ...file, size: -1 })
  given(...team)
    .when(send('alice', id, 1, { attachments: tooMany }))
    .refused('TOO_LARGE', `attachmentsMax ${limits.attachmentsMax}, asked ${limits.attachmentsMax + 1}`)
  given(...team)
    .when(send('alice', id, 1, { attachments: tooMany, body: { ...text('hi'), contentType: '\0' } }))
    .refused('TOO_LARGE', `attachmentsMax ${limits.attachmentsMax}, asked ${limits.attachmentsMax + 1}`)
})

test('too many members are told by the limit, and a message to hide that is not there by its place', () => {
  given(...team)
    .when(createGroup('alice', 'g:other', 'Other', Array(limits.membersPerCommandMax + 1).fill('bob')))
    .refused('TOO_LARGE', `membersPerCommandMax ${limits.membersPerCommandMax}, asked ${limits.membersPerCommandMax + 1}`)
  given(...team)
    .when(hide(7))
    .refused('MESSAGE_NOT_FOUND', 'seq 7')
})

test('who may set up apps, and which limits one may set, is said', () => {
  given()
    .when({ type: 'RegisterApp', meta: commandMeta('alice') })
    .refused('FORBIDDEN', 'apps are registered by the system')
  given().when(changePolicy('alice', 'attachmentsMax')).refused('FORBIDDEN', 'policies are changed by the system')
  given().when(changePolicy('', 'attachmentsMax')).refused('APP_NOT_FOUND', 'appId')
  given()
    .when({ type: 'RegisterApp', meta: commandMeta('') }, changePolicy('', 'editsMax'))
    .refused('INVALID_ARGUMENT', `limits: an app may set ${perApp.join(', ')}`)
})
