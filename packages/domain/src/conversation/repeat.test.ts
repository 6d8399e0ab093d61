// A lost answer: a request that comes again under its client's name is answered as the first time, whatever became of the group and
// of the actor since, and is done once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Replies, SkeinCommand } from '@skein/contracts'
import { createWorld } from '@skein/testing'
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
  sent,
  stamped,
  uuid,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { skeinDecider } from '../index.ts'

const id = 'g:team'
const everyone = registered('alice', 'bob', 'carol', 'dave')
const team = [...everyone, ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const carolGone = { seq: 2, changed: ['carol'], memberCount: 2 }
const daveIn = { seq: 2, changed: ['dave'], memberCount: 4 }
const answered = { type: 'CommandAnswered', aggregateId: id } as const

/** As the same record of the log and as another attempt of the client. */
function isAnsweredAsBefore(first: SkeinCommand, reply: Partial<Replies['AddMembers']>, ...since: readonly SkeinCommand[]): void {
  for (const again of [first, stamped(first, { commandId: uuid(7), retry: true, enteredAt: first.meta.enteredAt + 5_000 })]) {
    given(...team)
      .when(first, ...since, again)
      .accepted([], reply)
  }
}

test('removing, leaving and handing over are answered as the first time', () => {
  isAnsweredAsBefore(named(removeMember('alice', id, 'carol'), 1), carolGone)
  isAnsweredAsBefore(named(leaveGroup('carol', id), 1), { seq: 2 })
  isAnsweredAsBefore(named(changeRole('alice', id, 'carol', 'owner'), 1), { seq: 3 })
})

test('so are they when the group has moved on, and nothing is done again', () => {
  isAnsweredAsBefore(named(addMembers('bob', id, ['dave']), 1), daveIn, removeMember('alice', id, 'dave'))
  isAnsweredAsBefore(named(changeRole('alice', id, 'carol', 'admin'), 1), { seq: 2 }, changeRole('alice', id, 'carol', 'member'))
  isAnsweredAsBefore(named(removeMember('alice', id, 'carol'), 1), carolGone, addMembers('alice', id, ['carol']))
})

test('so are they when the actor has lost their role or is out', () => {
  isAnsweredAsBefore(named(addMembers('bob', id, ['dave']), 1), daveIn, changeRole('alice', id, 'bob', 'member'))
  isAnsweredAsBefore(named(removeMember('bob', id, 'carol'), 1), carolGone, removeMember('alice', id, 'bob'))
})

test('a creation is answered with the seq it came to, however far the group is now', () => {
  const create = named(createGroup('alice', id, 'Team', ['bob']), 1)
  given(...everyone)
    .when(create, send('bob', id, 2), create)
    .accepted([], { seq: 1, changed: ['bob'], memberCount: 2 })
})

test('under another name a request is a new one', () => {
  given(...team)
    .when(leaveGroup('carol', id), leaveGroup('carol', id))
    .refused('NOT_A_MEMBER')
  given(...team)
    .when(named(leaveGroup('carol', id), 1), named(leaveGroup('carol', id), 2))
    .refused('NOT_A_MEMBER')
})

test('what cannot be found done by its content is refused without a name', () => {
  for (const command of [
    createGroup('alice', 'g:other', 'Team', []),
    addMembers('alice', id, ['dave']),
    removeMember('alice', id, 'carol'),
    leaveGroup('carol', id),
    changeRole('alice', id, 'carol', 'admin'),
    send('alice', id, 1),
  ]) {
    given(...team)
      .when(stamped(command, { intent: null }))
      .refused('INVALID_ARGUMENT', 'meta.intent')
  }
})

test('a name belongs to one actor and one content', () => {
  given(...team)
    .when(named(removeMember('alice', id, 'carol'), 1), named(removeMember('alice', id, 'bob'), 1, 2))
    .refused('ID_REUSED', 'first used for something else')
  given(...team)
    .when(send('alice', id, 1), named(removeMember('alice', id, 'bob'), 1, 2))
    .refused('ID_REUSED', 'first used for something else')
  const outcome = given(...team).when(named(removeMember('alice', id, 'carol'), 1), named(leaveGroup('bob', id), 1))
  outcome.accepted([{ type: 'MemberLeft', conversationId: id, seq: 3, ordinal: 0, userId: 'bob' }], { seq: 3 })
  const answers = outcome.world.events.at(-1)?.meta.answers
  assert.deepEqual([answers?.id, answers?.contentHash], [uuid(1), hash(1)])
})

// A late copy of an addition that had found everyone in would else bring back who has left since.
test('what changed nothing is remembered too, under the key of its aggregate', () => {
  const add = named(addMembers('alice', id, ['carol']), 1)
  const outcome = given(...team).when(add)
  const reply = { seq: 1, already: ['carol'], memberCount: 3 }
  outcome.accepted([answered], reply)
  assert.equal(skeinDecider.keyOf(outcome.world.events.at(-1)!), skeinDecider.keyOf(add))
  given(...team)
    .when(add, leaveGroup('carol', id), add)
    .accepted([], reply)
})

// A request to raise somebody was refused, its sender was told so and gave up; a copy of it that had been under way for longer landed when
// they had come in, and raised whom nobody wanted to any more.
test('what was refused is refused again, whatever happened since; under another name it is decided anew', () => {
  const world = createWorld()
  for (const event of team) world.fold(event)
  const raise = named(changeRole('alice', id, 'dave', 'admin'), 1)
  const first = world.run(raise)
  assert.deepEqual(first, { accepted: false, code: 'NOT_A_MEMBER', detail: 'user dave' })
  const { meta: _, ...refused } = world.events.at(-1)!
  assert.deepEqual(refused, { type: 'CommandRefused', aggregateId: id, code: 'NOT_A_MEMBER', detail: 'user dave' })
  assert.ok(world.run(addMembers('alice', id, ['dave'])).accepted)
  const before = world.events.length
  assert.deepEqual(world.run(raise), first)
  assert.deepEqual(world.run(stamped(raise, { commandId: uuid(7), retry: true, enteredAt: raise.meta.enteredAt + 5_000 })), first)
  assert.equal(world.events.length, before, 'one trace is enough')
  const decision = world.run(named(changeRole('alice', id, 'dave', 'admin'), 2))
  assert.deepEqual(decision.accepted && decision.events.map(({ type }) => type), ['MemberRoleChanged'])
})

test('a command that needs no name is remembered when it has one', () => {
  const mark = named(markRead('bob', id, 1), 1)
  const read = [...team, sent('carol', id, 2, 1), sent('carol', id, 3, 2)]
  given(...read)
    .when(mark, markRead('bob', id, 2), mark)
    .accepted([], { ordinal: 1 })
  given(...read)
    .when(markRead('bob', id, 2), mark)
    .accepted([answered], { ordinal: 2 })
})

test('a name is a UUID with a hash', () => {
  const leave = leaveGroup('carol', id)
  given(...team)
    .when(stamped(leave, { intent: { id: 'once', contentHash: hash(1) } }))
    .refused('INVALID_ARGUMENT', 'meta.intent.id')
  given(...team)
    .when(stamped(leave, { intent: { id: uuid(1), contentHash: new Uint8Array(3) } }))
    .refused('INVALID_ARGUMENT', 'meta.intent.contentHash')
})

test('the last event of a command carries its name, and is what is remembered', () => {
  const { world } = given(...team).when(named(changeRole('alice', id, 'carol', 'owner'), 1))
  const [given_, taken] = world.events.slice(-2)
  assert.equal(given_?.meta.answers, null)
  assert.equal(skeinDecider.remembered(given_), null)
  const remembered = skeinDecider.remembered(taken!)
  assert.equal(remembered?.cell.kind === 'intent' && remembered.cell.reply, String.fromCharCode(...taken!.meta.answers!.reply))
})
