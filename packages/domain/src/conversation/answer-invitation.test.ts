// Invitations in given / when / then: who invites, who is passed over, and what an answer comes to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMembers, appId, changeGroup, enteredAt, group, leaveGroup, policy, registered, removeMember } from '../../test/examples.ts'
import { answer, ban, invite, joined, uninvite } from '../../test/joining.ts'
import { given } from '../../test/specification.ts'
import { type DomainEvent, invitationKey, limits } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave', 'eve'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const sent = (userIds: readonly string[], expiresAtMs = 0) =>
  ({ type: 'InvitationSent', conversationId: id, groupName: 'Team', userIds, greeting: 'come in', expiresAtMs, afterSeq: 1 }) as const
const told = (
  changed: readonly string[],
  already: readonly string[] = [],
  refused: readonly { userId: string; code: string }[] = [],
  seq = 1,
) => ({
  ...{ seq, changed, already, refused },
  memberCount: 3,
})
const answered = (accepted: boolean) =>
  ({ type: 'InvitationAnswered', conversationId: id, userId: 'dave', invitedBy: 'alice', accepted }) as const

test('owner and admins invite; who is in or banned is passed over', () => {
  given(...team)
    .when(invite('alice', id, ['dave', 'eve']))
    .accepted([sent(['dave', 'eve'])], told(['dave', 'eve']))
  given(...team)
    .when(ban('bob', id, 'eve'), invite('bob', id, ['carol', 'dave', 'dave', 'eve']))
    .accepted([{ ...sent(['dave']), afterSeq: 2 }], told(['dave'], ['carol'], [{ userId: 'eve', code: 'USER_BANNED' }], 2))
  given(...team)
    .when(invite('alice', id, ['carol']))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], told([], ['carol']))
})

test('who may not invite, and what is no invitation', () => {
  given(...team)
    .when(invite('carol', id, ['dave']))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(invite('dave', id, ['eve']))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(invite('alice', id, ['nobody']))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], told([], [], [{ userId: 'nobody', code: 'USER_NOT_FOUND' }]))
  given(...team, ...policy({ friendsOnly: 1 }))
    .when(invite('alice', id, ['dave']))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], told([], [], [{ userId: 'dave', code: 'NOT_REACHABLE' }]))
  given(...team)
    .when(invite('alice', id, ['a|b']))
    .refused('INVALID_ARGUMENT', 'userIds')
  given(...team)
    .when(invite('alice', id, ['dave'], { greeting: 'x'.repeat(limits.greetingCharsMax + 1) }))
    .refused('INVALID_ARGUMENT', `greeting: greetingCharsMax ${limits.greetingCharsMax}, asked ${limits.greetingCharsMax + 1}`)
  given(...team)
    .when(invite('alice', id, ['dave'], { greeting: '\0' }))
    .refused('INVALID_ARGUMENT', 'greeting')
  for (const expiresAtMs of [-1, enteredAt, enteredAt + 1.5])
    given(...team)
      .when(invite('alice', id, ['dave'], { expiresAtMs }))
      .refused('INVALID_ARGUMENT', 'expiresAtMs')
  given(...team)
    .when(invite('alice', id, Array(limits.membersPerCommandMax + 1).fill('dave')))
    .refused('TOO_LARGE', 'membersPerCommandMax 200, asked 201')
})

test('whoever accepts is a member from then on, once; whoever refuses is not', () => {
  const outcome = given(...team).when(invite('alice', id, ['dave']), answer('dave', id, true))
  outcome.accepted([answered(true), joined(id, [2, 0], 'dave')], { seq: 2 })
  const cell = outcome.world.cells.get(invitationKey(appId, id, 'dave'))
  assert.ok(cell?.kind === 'invitation' && cell.answeredAt === enteredAt)
  given(...team)
    .when(invite('alice', id, ['dave']), answer('dave', id, true), leaveGroup('dave', id), answer('dave', id, true))
    .refused('NOT_INVITED')
  given(...team)
    .when(invite('alice', id, ['dave']), answer('dave', id, false))
    .accepted([answered(false)], { seq: 0 })
  given(...team)
    .when(invite('alice', id, ['dave']), answer('dave', id, false), answer('dave', id, true))
    .refused('NOT_INVITED', 'user dave')
})

// Who had been invited without an end, was added by another and then removed accepted the old invitation, and was in again.
test('an invitation is over once its user has been in by another way, and the next one counts', () => {
  const invited = invite('alice', id, ['dave'])
  const added = addMembers('bob', id, ['dave'])
  const banned = [ban('alice', id, 'dave'), ban('alice', id, 'dave', false)]
  for (const gone of [[], [removeMember('alice', id, 'dave')], [leaveGroup('dave', id)], banned])
    for (const late of [answer('dave', id, true), answer('dave', id, false), uninvite('alice', id, 'dave')])
      given(...team)
        .when(invited, added, ...gone, late)
        .refused('NOT_INVITED', 'user dave')
  given(...team)
    .when(invited, added, removeMember('alice', id, 'dave'), invite('alice', id, ['dave']), answer('dave', id, true))
    .accepted([answered(true), joined(id, [4, 0], 'dave')], { seq: 4 })
})

test('an invitation that does not say what it stands behind counts for who was never in, and for nobody else', () => {
  const { meta } = group(id, 'alice')[0]!
  const old: DomainEvent = { meta, ...sent(['carol', 'dave']), afterSeq: 0 }
  given(...team, old)
    .when(answer('dave', id, true))
    .accepted([answered(true), joined(id, [2, 0], 'dave')], { seq: 2 })
  given(...team, old)
    .when(removeMember('alice', id, 'carol'), answer('carol', id, true))
    .refused('NOT_INVITED', 'user carol')
})

// Who had invited and was out by then was told who took the invitation, and that it was taken back: that the group went on without them.
test('who had invited is told what becomes of it while they are in, and no longer', () => {
  const before = [changeGroup('alice', id, { canAdd: 'everyone' }), invite('carol', id, ['dave'])] as const
  const came = (invitedBy: string, seq: number) =>
    [
      { ...answered(true), invitedBy },
      { ...joined(id, [seq, 0], 'dave'), approvedBy: 'carol' },
    ] as const
  const revoked = { type: 'InvitationRevoked', conversationId: id, userId: 'dave' } as const
  given(...team)
    .when(...before, answer('dave', id, true))
    .accepted([...came('carol', 3)], { seq: 3 })
  for (const [gone, seq] of [
    [leaveGroup('carol', id), 4],
    [removeMember('bob', id, 'carol'), 4],
    [ban('bob', id, 'carol'), 5],
  ] as const) {
    given(...team)
      .when(...before, gone, answer('dave', id, true))
      .accepted([...came('', seq)], { seq })
    given(...team)
      .when(...before, gone, answer('dave', id, false))
      .accepted([{ ...answered(false), invitedBy: '' }], { seq: 0 })
    given(...team)
      .when(...before, gone, uninvite('bob', id, 'dave'))
      .accepted([{ ...revoked, invitedBy: '' }], {})
  }
  given(...team)
    .when(...before, leaveGroup('carol', id), addMembers('alice', id, ['carol']), uninvite('bob', id, 'dave'))
    .accepted([{ ...revoked, invitedBy: 'carol' }], {})
})

test('an invitation counts until its end, for the invited, in a group that has room', () => {
  const until = { expiresAtMs: enteredAt + 1_000 }
  given(...team)
    .when(invite('alice', id, ['dave'], until), answer('dave', id, true, enteredAt + 999))
    .accepted([answered(true), joined(id, [2, 0], 'dave')], { seq: 2 })
  given(...team)
    .when(invite('alice', id, ['dave'], until), answer('dave', id, true, enteredAt + 1_000))
    .refused('NOT_INVITED')
  given(...team)
    .when(invite('alice', id, ['dave'], until), invite('alice', id, ['dave']), answer('dave', id, true, enteredAt + 1_000))
    .accepted([answered(true), joined(id, [2, 0], 'dave')], { seq: 2 })
  given(...team)
    .when(invite('alice', id, ['dave']), answer('eve', id, true))
    .refused('NOT_INVITED')
  given(...team, ...policy({ groupMembersMax: 3 }))
    .when(invite('alice', id, ['dave']), answer('dave', id, true))
    .refused('GROUP_FULL')
  given(...team)
    .when(invite('alice', id, ['dave']), ban('alice', id, 'dave'), answer('dave', id, true))
    .refused('NOT_INVITED', 'user dave')
})

test('an invitation is taken back, while it waits, by owner, admins, and whoever sent it', () => {
  const everyone = changeGroup('alice', id, { canAdd: 'everyone' })
  const revoked = (invitedBy: string) => ({ type: 'InvitationRevoked', conversationId: id, userId: 'dave', invitedBy }) as const
  for (const actor of ['alice', 'bob', 'carol'])
    given(...team)
      .when(everyone, invite('carol', id, ['dave']), uninvite(actor, id, 'dave'))
      .accepted([revoked('carol')], {})
  const outcome = given(...team).when(invite('alice', id, ['dave', 'eve']), uninvite('bob', id, 'dave'))
  const answeredAt = ['dave', 'eve'].map((userId) => {
    const cell = outcome.world.cells.get(invitationKey(appId, id, userId))
    return cell?.kind === 'invitation' && cell.answeredAt
  })
  assert.deepEqual(answeredAt, [enteredAt, 0])
  given(...team)
    .when(invite('alice', id, ['dave']), uninvite('bob', id, 'dave'), answer('dave', id, true))
    .refused('NOT_INVITED', 'user dave')
  for (const before of [[answer('dave', id, false)], [answer('dave', id, true)], [uninvite('bob', id, 'dave')]])
    given(...team)
      .when(invite('alice', id, ['dave']), ...before, uninvite('alice', id, 'dave'))
      .refused('NOT_INVITED', 'user dave')
  // As of a group that is no more: whoever is banned is not told that there was anything to take back.
  given(...team)
    .when(invite('alice', id, ['dave']), ban('alice', id, 'dave'), uninvite('alice', id, 'dave'))
    .refused('NOT_INVITED', 'user dave')
  given(...team)
    .when(invite('alice', id, ['dave'], { expiresAtMs: enteredAt + 9 }), uninvite('alice', id, 'dave', enteredAt + 9))
    .refused('NOT_INVITED', 'user dave')
  for (const userId of ['dave', 'eve', 'nobody'])
    given(...team)
      .when(invite('alice', id, ['dave']), uninvite('carol', id, userId))
      .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(everyone, invite('carol', id, ['dave']), answer('dave', id, false), uninvite('carol', id, 'dave'))
    .refused('NOT_INVITED', 'user dave')
  given(...team)
    .when(everyone, invite('carol', id, ['dave']), leaveGroup('carol', id), uninvite('carol', id, 'dave'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(invite('alice', id, ['dave']), uninvite('dave', id, 'dave'))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(uninvite('alice', id, 'a|b'))
    .refused('INVALID_ARGUMENT', 'userId')
})
