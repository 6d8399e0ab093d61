// Muting in given / when / then: who may mute whom, how it ends, and that nobody escapes it by leaving.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  appId,
  changeRole,
  enteredAt,
  group,
  leaveGroup,
  muteMember,
  named,
  registered,
  removeMember,
  send,
  sent,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave'), ...group(id, 'alice', { bob: 'admin', carol: 'member', dave: 'admin' })]
const muted = (seq: number, userId: string, mutedUntil: number, ordinal = 0) =>
  ({ type: 'MemberMuted', conversationId: id, seq, ordinal, userId, mutedUntil }) as const
const answered = { type: 'CommandAnswered', aggregateId: id } as const
const hour = 3_600_000
const muteCarol = muteMember('alice', id, 'carol', hour)
const at = <C extends SkeinCommand>(command: C, afterMs: number): C => stamped(command, { enteredAt: enteredAt + afterMs })

test('owner and admins mute members, the owner admins too; nobody mutes those above, or themselves', () => {
  for (const actorId of ['alice', 'bob'])
    given(...team)
      .when(muteMember(actorId, id, 'carol', hour))
      .accepted([muted(2, 'carol', enteredAt + hour)], { seq: 2 })
  given(...team)
    .when(muteMember('alice', id, 'bob', hour))
    .accepted([muted(2, 'bob', enteredAt + hour)], { seq: 2 })
  given(...team)
    .when(muteMember('carol', id, 'bob', hour))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  for (const userId of ['alice', 'dave'])
    given(...team)
      .when(muteMember('bob', id, userId, hour))
      .refused('FORBIDDEN', 'role admin, needed owner')
  for (const actorId of ['alice', 'bob'])
    given(...team)
      .when(muteMember(actorId, id, actorId, 0))
      .refused('FORBIDDEN', 'userId is the actor')
})

test('members alone mute and are muted, for a time that there is', () => {
  given(...team)
    .when(muteMember('eve', id, 'carol', hour))
    .refused('NOT_A_MEMBER', 'user eve')
  given(...team)
    .when(muteMember('alice', id, 'eve', hour))
    .refused('NOT_A_MEMBER', 'user eve')
  given(...team)
    .when(leaveGroup('carol', id), muteCarol)
    .refused('NOT_A_MEMBER', 'user carol')
  given(...team)
    .when(muteMember('alice', id, 'carol', -1))
    .refused('INVALID_ARGUMENT', 'durationMs')
  given(...team)
    .when(muteMember('alice', id, 'a\0', 1))
    .refused('INVALID_ARGUMENT', 'userId')
  given(...team)
    .when(muteMember('alice', id, 'carol', limits.muteMsMax))
    .accepted([muted(2, 'carol', enteredAt + limits.muteMsMax)], { seq: 2 })
  given(...team)
    .when(muteMember('alice', id, 'carol', limits.muteMsMax + 1))
    .refused('INVALID_ARGUMENT', `durationMs: muteMsMax ${limits.muteMsMax}, asked ${limits.muteMsMax + 1}`)
})

test('who is muted says nothing until it is over, and then speaks', () => {
  given(...team)
    .when(muteCarol, at(send('carol', id, 1), hour - 1))
    .refused('MUTED', `until ${enteredAt + hour}`)
  const { world } = given(...team).when(muteCarol, at(send('carol', id, 1), hour))
  assert.equal(world.events.at(-1)?.type, 'MessageSent')
  assert.equal(
    given(...team)
      .when(muteCarol, send('bob', id, 1))
      .world.events.at(-1)?.type,
    'MessageSent',
    'others go on',
  )
})

test('nor do they speak by an edit of what they have said', () => {
  const edit = named(
    { type: 'EditMessage', meta: muteCarol.meta, conversationId: id, seq: 2, messageId: uuid(1_902), body: text('new words') } as const,
    77,
  )
  given(...team, sent('carol', id, 2, 1))
    .when(muteCarol, stamped(edit, { actorId: 'carol' }))
    .refused('MUTED', `until ${enteredAt + hour}`)
})

test('a mute is made longer, shorter, and ended; ending what is none changes nothing', () => {
  given(...team)
    .when(muteCarol, muteMember('bob', id, 'carol', 2 * hour))
    .accepted([muted(3, 'carol', enteredAt + 2 * hour)], { seq: 3 })
  given(...team)
    .when(muteCarol, muteMember('bob', id, 'carol', hour))
    .accepted([answered], { seq: 2 })
  given(...team)
    .when(muteCarol, muteMember('bob', id, 'carol', 0))
    .accepted([muted(3, 'carol', 0)], { seq: 3 })
  given(...team)
    .when(muteMember('bob', id, 'carol', 0))
    .accepted([answered], { seq: 1 })
  given(...team)
    .when(muteCarol, at(muteMember('bob', id, 'carol', 0), hour))
    .accepted([answered], { seq: 2 })
})

// Whoever was muted left, had a friend add them again, and went on.
test('leaving and coming back, or being removed and added, ends no mute', () => {
  for (const goes of [leaveGroup('carol', id), removeMember('alice', id, 'carol')]) {
    const outcome = given(...team, sent('carol', id, 2, 1)).when(muteCarol, goes, addMembers('bob', id, ['carol']), send('carol', id, 1))
    outcome.refused('MUTED', `until ${enteredAt + hour}`)
    const added = outcome.world.events.findLast((event) => event.type === 'MembersAdded')
    assert.deepEqual(added?.returning, [{ userId: 'carol', mutedUntil: enteredAt + hour, lastSentAt: enteredAt - 1_000 }])
    const member = outcome.world.cells.get(memberKey(appId, id, 'carol'))
    assert.ok(member?.kind === 'member')
    assert.deepEqual([member.fromSeq, member.lastSentAt], [5, enteredAt - 1_000])
  }
})

test('a muted admin says nothing and keeps their office; an owner is never muted, and is again when the group goes back', () => {
  const muteBob = muteMember('alice', id, 'bob', hour)
  given(...team)
    .when(muteBob, send('bob', id, 1))
    .refused('MUTED')
  given(...team)
    .when(muteBob, muteMember('bob', id, 'carol', hour))
    .accepted([muted(3, 'carol', enteredAt + hour)], { seq: 3 })
  const handOver = changeRole('alice', id, 'bob', 'owner')
  const { world } = given(...team).when(muteBob, handOver, send('bob', id, 1))
  assert.equal(world.events.at(-1)?.type, 'MessageSent')
  given(...team)
    .when(muteBob, handOver, changeRole('bob', id, 'alice', 'owner'), send('bob', id, 1))
    .refused('MUTED')
})
