// What a group is set to holds for every way into it, in given / when / then: who lets in, how many there is room for, that one that was dismissed
// is none any more, what may be read of before, and that a mute waits for whoever comes back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  appId,
  changeGroup,
  dismissGroup,
  enteredAt,
  group,
  leaveGroup,
  muteMember,
  registered,
  send,
} from '../../test/examples.ts'
import {
  answer,
  answerAsked,
  ask,
  ban,
  invite,
  joinBy,
  joined,
  linkId,
  makeLink,
  revokeLink,
  uninvite,
  withdraw,
} from '../../test/joining.ts'
import { given } from '../../test/specification.ts'
import { memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const sent = {
  type: 'InvitationSent',
  conversationId: id,
  groupName: 'Team',
  userIds: ['dave'],
  greeting: 'come in',
  expiresAtMs: 0,
  afterSeq: 2,
} as const
const invited = (seq: number) => ({ seq, changed: ['dave'], already: [], refused: [], memberCount: 3 })
const made = { type: 'JoinLinkMade', conversationId: id, linkId: linkId('one'), expiresAtMs: 0, usesMax: 0 } as const

test('whom a group lets add invites; who makes links is the owner or an admin, and the owner alone where nobody else adds', () => {
  const set = (canAdd: string) => changeGroup('alice', id, { canAdd })
  given(...team)
    .when(set('everyone'), invite('carol', id, ['dave']))
    .accepted([sent], invited(2))
  given(...team)
    .when(set('owner'), invite('alice', id, ['dave']))
    .accepted([sent], invited(2))
  given(...team)
    .when(set('owner'), makeLink('alice', id, 'one'))
    .accepted([made], { linkId: linkId('one') })
  given(...team)
    .when(set('everyone'), makeLink('bob', id, 'one'))
    .accepted([made], { linkId: linkId('one') })
  given(...team)
    .when(set('everyone'), makeLink('carol', id, 'one'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  for (const command of [invite('bob', id, ['dave']), makeLink('bob', id, 'one')])
    given(...team)
      .when(set('owner'), command)
      .refused('FORBIDDEN', 'role admin, needed owner')
  // To close a way, and to keep out, is no letting in.
  given(...team)
    .when(set('owner'), makeLink('alice', id, 'one'), revokeLink('bob', id, 'one'))
    .accepted([{ type: 'JoinLinkRevoked', conversationId: id, linkId: linkId('one') }], {})
  given(...team)
    .when(set('owner'), ban('bob', id, 'dave'))
    .accepted([{ type: 'UserBanned', conversationId: id, seq: 3, ordinal: 0, userId: 'dave', banned: true }], { seq: 3 })
})

test('no way leads into what is no group', () => {
  const ways = (conversationId: string): readonly SkeinCommand[] => [
    invite('alice', conversationId, ['dave']),
    uninvite('alice', conversationId, 'dave'),
    answer('alice', conversationId, true),
    makeLink('alice', conversationId, 'one'),
    revokeLink('alice', conversationId, 'one'),
    joinBy('alice', conversationId, 'one'),
    ask('alice', conversationId),
    withdraw('alice', conversationId),
    answerAsked('alice', conversationId, 'dave', { accept: true }),
    ban('alice', conversationId, 'dave'),
  ]
  const details = { 'd:alice:bob': 'conversationId: not of a group', 'g:a|b': 'conversationId' }
  for (const [conversationId, detail] of Object.entries(details))
    for (const command of ways(conversationId))
      given(...team)
        .when(command)
        .refused('INVALID_ARGUMENT', detail)
})

// Whoever left their group as the last came back by a link of theirs: a group with a member and without an owner.
test('nobody comes into a group that everybody has left', () => {
  const alone = given(...registered('alice', 'dave'), ...group(id, 'alice'))
  for (const userId of ['alice', 'dave'])
    alone.when(makeLink('alice', id, 'one'), leaveGroup('alice', id), joinBy(userId, id, 'one')).refused('LINK_INVALID', 'token')
  alone.when(invite('alice', id, ['dave']), leaveGroup('alice', id), answer('dave', id, true)).refused('NOT_INVITED', 'user dave')
})

test('by whatever way one comes, a group that shows its history from the start shows it, with nothing of it unread', () => {
  const set = (historyFrom: string, lets = 'invitation') => changeGroup('alice', id, { historyFrom, joinBy: lets })
  const ways = (historyFrom: string): readonly (readonly [...SkeinCommand[], SkeinCommand])[] => [
    [set(historyFrom), addMembers('alice', id, ['dave'])],
    [set(historyFrom), makeLink('alice', id, 'one'), joinBy('dave', id, 'one')],
    [set(historyFrom), invite('alice', id, ['dave']), answer('dave', id, true)],
    [set(historyFrom, 'request'), ask('dave', id), answerAsked('bob', id, 'dave', { accept: true })],
    [set(historyFrom, 'open'), ask('dave', id)],
  ]
  const staysIn = (historyFrom: string) =>
    ways(historyFrom).map((way) => {
      const member = given(...team)
        .when(send('alice', id, 1), ...way)
        .world.cells.get(memberKey(appId, id, 'dave'))
      assert.ok(member?.kind === 'member')
      return [member.seesFrom, member.fromSeq, member.readOrdinal]
    })
  assert.deepEqual(staysIn('start'), Array(5).fill([1, 4, 1]))
  assert.deepEqual(
    staysIn('join').map(([seesFrom, fromSeq, readOrdinal]) => [seesFrom === fromSeq, readOrdinal]),
    Array(5).fill([true, 1]),
  )
})

test('every way ends where the group is full by its own setting', () => {
  const full = changeGroup('alice', id, { membersMax: '3' })
  const detail = 'groupMembersMax 3, asked 4'
  given(...team)
    .when(full, invite('alice', id, ['dave']), answer('dave', id, true))
    .refused('GROUP_FULL', detail)
  given(...team)
    .when(full, makeLink('alice', id, 'one'), joinBy('dave', id, 'one'))
    .refused('GROUP_FULL', detail)
  given(...team)
    .when(full, invite('alice', id, ['dave']), leaveGroup('carol', id), answer('dave', id, true))
    .accepted(
      [{ type: 'InvitationAnswered', conversationId: id, userId: 'dave', invitedBy: 'alice', accepted: true }, joined(id, [4, 0], 'dave')],
      { seq: 4 },
    )
})

test('a group that was dismissed is left by no way and entered by none, and to who is not in it is no group', () => {
  const before = [invite('alice', id, ['dave']), makeLink('alice', id, 'one'), dismissGroup('alice', id)] as const
  const refused = {
    GROUP_DISMISSED: [
      invite('alice', id, ['dave']),
      makeLink('alice', id, 'two'),
      revokeLink('bob', id, 'one'),
      ban('alice', id, 'carol'),
      addMembers('alice', id, ['dave']),
    ],
    NOT_INVITED: [answer('dave', id, true), answer('dave', id, false)],
    LINK_INVALID: [joinBy('dave', id, 'one'), joinBy('carol', id, 'one')],
    NOT_A_MEMBER: [invite('dave', id, ['carol']), makeLink('dave', id, 'two'), revokeLink('dave', id, 'one'), ban('dave', id, 'carol')],
  } as const satisfies Record<string, readonly SkeinCommand[]>
  for (const [code, commands] of Object.entries(refused) as [keyof typeof refused, readonly SkeinCommand[]][])
    for (const command of commands)
      given(...team)
        .when(...before, command)
        .refused(code)
})

test('coming back by whatever way ends no mute', () => {
  const mutedUntil = enteredAt + 60_000
  const returning = [{ userId: 'carol', mutedUntil, lastSentAt: 0 }]
  const gone = [muteMember('bob', id, 'carol', 60_000), leaveGroup('carol', id)] as const
  given(...team)
    .when(...gone, makeLink('alice', id, 'one'), joinBy('carol', id, 'one'))
    .accepted([{ ...joined(id, [4, 0], 'carol', 'one'), returning }], { seq: 4 })
  given(...team)
    .when(...gone, makeLink('alice', id, 'one'), joinBy('carol', id, 'one'), send('carol', id, 1))
    .refused('MUTED')
  given(...team)
    .when(...gone, invite('alice', id, ['carol']), answer('carol', id, true), send('carol', id, 1))
    .refused('MUTED')
})
