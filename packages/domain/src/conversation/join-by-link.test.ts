// Links in given / when / then: who makes and ends them, who joins, and that everything that is wrong is answered alike.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, enteredAt, group, leaveGroup, policy, registered, sent } from '../../test/examples.ts'
import { ban, joinBy, joined, linkId, makeLink, revokeLink } from '../../test/joining.ts'
import { given } from '../../test/specification.ts'
import { joinLinkKey, memberKey } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave', 'eve'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const made = { type: 'JoinLinkMade', conversationId: id, linkId: linkId('one'), expiresAtMs: 0, usesMax: 0 } as const

test('owner and admins make links and end them, each once', () => {
  given(...team)
    .when(makeLink('bob', id, 'one'))
    .accepted([made], { linkId: linkId('one') })
  given(...team)
    .when(makeLink('bob', id, 'one'), makeLink('alice', id, 'one'))
    .refused('ALREADY_EXISTS', 'token')
  given(...team)
    .when(makeLink('bob', id, 'one'), revokeLink('alice', id, 'one'))
    .accepted([{ type: 'JoinLinkRevoked', conversationId: id, linkId: linkId('one') }], {})
  given(...team)
    .when(makeLink('bob', id, 'one'), revokeLink('alice', id, 'one'), revokeLink('bob', id, 'one'))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], {})
  given(...team)
    .when(revokeLink('bob', id, 'one'))
    .refused('LINK_INVALID', 'linkId')
  for (const command of [makeLink('carol', id, 'one'), revokeLink('carol', id, 'one')])
    given(...team)
      .when(command)
      .refused('FORBIDDEN', 'role member, needed owner or admin')
  for (const command of [makeLink('dave', id, 'one'), revokeLink('dave', id, 'one')])
    given(...team)
      .when(command)
      .refused('NOT_A_MEMBER')
})

test('what is no link is told by the field', () => {
  for (const tokenHash of ['', 'x'.repeat(21), 'x'.repeat(65), `${'x'.repeat(22)}|`]) {
    for (const command of [
      { ...makeLink('alice', id, 'one'), tokenHash },
      { ...joinBy('dave', id, 'one'), tokenHash },
    ])
      given(...team)
        .when(command)
        .refused('INVALID_ARGUMENT', 'token')
    given(...team)
      .when({ ...revokeLink('alice', id, 'one'), linkId: tokenHash })
      .refused('INVALID_ARGUMENT', 'linkId')
  }
  given(...team)
    .when(makeLink('alice', id, 'one', { usesMax: -1 }))
    .refused('INVALID_ARGUMENT', 'usesMax')
  given(...team)
    .when(makeLink('alice', id, 'one', { expiresAtMs: enteredAt }))
    .refused('INVALID_ARGUMENT', 'expiresAtMs')
})

test('whoever has the link joins, with nothing unread, and may come again', () => {
  const by = { ...joined(id, [3, 1], 'dave', 'one') }
  const outcome = given(...team, sent('carol', id, 2, 1)).when(makeLink('alice', id, 'one'), joinBy('dave', id, 'one'))
  outcome.accepted([by], { seq: 3 })
  const member = outcome.world.cells.get(memberKey(appId, id, 'dave'))
  assert.ok(member?.kind === 'member')
  assert.deepEqual([member.role, member.fromSeq, member.readOrdinal], ['member', 3, 1])
  given(...team)
    .when(makeLink('alice', id, 'one'), joinBy('dave', id, 'one'), joinBy('dave', id, 'one'))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], { seq: 2 })
  given(...team)
    .when(makeLink('alice', id, 'one'), joinBy('dave', id, 'one'), leaveGroup('dave', id), joinBy('dave', id, 'one'))
    .accepted([joined(id, [4, 0], 'dave', 'one')], { seq: 4 })
})

test('a link counts until its end, as often as it may be used, and until it is revoked', () => {
  const until = { expiresAtMs: enteredAt + 1_000 }
  given(...team)
    .when(makeLink('alice', id, 'one', until), joinBy('dave', id, 'one', enteredAt + 999))
    .accepted([joined(id, [2, 0], 'dave', 'one')], { seq: 2 })
  const outcome = given(...team).when(makeLink('alice', id, 'one', { usesMax: 1 }), joinBy('dave', id, 'one'), joinBy('eve', id, 'one'))
  outcome.refused('LINK_INVALID', 'token')
  const link = outcome.world.cells.get(joinLinkKey(appId, id, linkId('one')))
  assert.ok(link?.kind === 'join-link' && link.uses === 1)
  given(...team)
    .when(makeLink('alice', id, 'one', { usesMax: 1 }), joinBy('dave', id, 'one'), joinBy('dave', id, 'one'))
    .accepted([{ type: 'CommandAnswered', aggregateId: id }], { seq: 2 })
  const wrong = [
    [makeLink('alice', id, 'one', until), joinBy('dave', id, 'one', enteredAt + 1_000)],
    [makeLink('alice', id, 'one'), revokeLink('alice', id, 'one'), joinBy('dave', id, 'one')],
    [makeLink('alice', id, 'one'), joinBy('dave', id, 'two')],
    [makeLink('alice', id, 'one'), joinBy('dave', 'g:none', 'one')],
    [makeLink('alice', id, 'one'), ban('alice', id, 'dave'), joinBy('dave', id, 'one')],
  ] as const
  for (const commands of wrong)
    given(...team)
      .when(...commands)
      .refused('LINK_INVALID', 'token')
  given(...team, ...policy({ groupMembersMax: 3 }))
    .when(makeLink('alice', id, 'one'), joinBy('dave', id, 'one'))
    .refused('GROUP_FULL')
})
