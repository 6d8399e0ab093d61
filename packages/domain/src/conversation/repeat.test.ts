// A lost answer: a request about a group that comes again under its client's name is answered as the first time, whatever
// became of the group and of the actor since, and is done once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  changeRole,
  createGroup,
  enteredAt,
  group,
  leaveGroup,
  left,
  markRead,
  named,
  registered,
  removeMember,
  send,
  sent,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { skeinDecider } from '../index.ts'

const id = 'g:team'
const everyone = registered('alice', 'bob', 'carol', 'dave')
const team = [...everyone, ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const asBefore = (seq: number) => ({ seq, occurredAt: enteredAt })

function isAnsweredAsBefore(first: SkeinCommand, seq: number, ...since: readonly SkeinCommand[]): void {
  given(...team)
    .when(first, ...since, first)
    .accepted([], asBefore(seq))
}

test('removing, leaving and handing over are answered as the first time', () => {
  isAnsweredAsBefore(named(removeMember('alice', id, 'carol'), 1), 3)
  isAnsweredAsBefore(named(leaveGroup('carol', id), 1), 3)
  isAnsweredAsBefore(named(changeRole('alice', id, 'carol', 'owner'), 1), 4)
})

test('so are they when the group has moved on, and nothing is done again', () => {
  isAnsweredAsBefore(named(addMembers('bob', id, ['dave']), 1), 3, removeMember('alice', id, 'dave'))
  isAnsweredAsBefore(named(changeRole('alice', id, 'carol', 'admin'), 1), 3, changeRole('alice', id, 'carol', 'member'))
  isAnsweredAsBefore(named(removeMember('alice', id, 'carol'), 1), 3, addMembers('alice', id, ['carol']))
})

test('so are they when the actor has lost his role or is out', () => {
  isAnsweredAsBefore(named(addMembers('bob', id, ['dave']), 1), 3, changeRole('alice', id, 'bob', 'member'))
  isAnsweredAsBefore(named(removeMember('bob', id, 'carol'), 1), 3, removeMember('alice', id, 'bob'))
})

test('a creation is answered with the seq it came to, however far the group is now', () => {
  const create = named(createGroup('alice', id, 'Team', ['bob']), 1)
  given(...everyone)
    .when(create, send('bob', id, 2), create)
    .accepted([], asBefore(2))
})

test('without a name, or under another, a request is a new one', () => {
  given(...team)
    .when(leaveGroup('carol', id), leaveGroup('carol', id))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(named(leaveGroup('carol', id), 1), named(leaveGroup('carol', id), 2))
    .refused('NOT_A_MEMBER')
})

test('a name belongs to one actor and one content', () => {
  given(...team)
    .when(named(removeMember('alice', id, 'carol'), 1), named(removeMember('alice', id, 'bob'), 1, 2))
    .refused('ID_REUSED', 'clientRequestId: first used at seq 3')
  given(...team)
    .when(send('alice', id, 1), named(removeMember('alice', id, 'bob'), 1, 2))
    .refused('ID_REUSED', 'clientRequestId: first used at seq 3')
  given(...team)
    .when(named(removeMember('alice', id, 'carol'), 1), named(leaveGroup('bob', id), 1))
    .accepted(
      [{ type: 'MemberLeft', conversationId: id, seq: 4, ordinal: 0, userId: 'bob', request: named(leaveGroup('bob', id), 1).request }],
      asBefore(4),
    )
})

test('what changed nothing, or was refused, is decided anew', () => {
  const add = named(addMembers('alice', id, ['carol']), 1)
  given(...team)
    .when(add, leaveGroup('carol', id), add)
    .accepted(
      [
        {
          type: 'MembersAdded',
          conversationId: id,
          seq: 4,
          ordinal: 0,
          members: [{ userId: 'carol', role: 'member' }],
          request: add.request,
        },
      ],
      asBefore(4),
    )
})

test('a name is a UUID with a hash', () => {
  const leave = named(leaveGroup('carol', id), 1)
  given(...team)
    .when({ ...leave, request: { ...leave.request!, clientRequestId: 'once' } })
    .refused('INVALID_ARGUMENT', 'clientRequestId')
  given(...team)
    .when({ ...leave, request: { ...leave.request!, contentHash: new Uint8Array(3) } })
    .refused('INVALID_ARGUMENT', 'contentHash')
})

test('the last event of a command carries its name, and is what is remembered', () => {
  const { world } = given(...team).when(named(changeRole('alice', id, 'carol', 'owner'), 1))
  const [given_, taken] = world.events.slice(-2).map((event) => skeinDecider.remembered(event))
  assert.equal(given_, null)
  assert.equal(taken?.cell.kind === 'intent' && taken.cell.seq, 4)
})

test('a mark passed before its reader went is found done; one that was not is refused', () => {
  const read = [...team, sent('carol', id, 3, 1), sent('bob', id, 4, 2), left('carol', id, 5, 2)]
  given(...read)
    .when(markRead('carol', id, 1))
    .accepted([], { ordinal: 1 })
  given(...read)
    .when(markRead('carol', id, 2))
    .refused('NOT_A_MEMBER')
})
