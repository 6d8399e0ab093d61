// Every ordered pair of the commands by which one user comes into a group, or is kept out: whichever comes first, they are in at most once and
// never while banned, a link lets in as many as it may, and the witness of the property tests agrees with the cells. What the second comes to is
// what it comes to alone, unless the table says otherwise. Of three in a row a plain model says what they come to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeReply, type SkeinCommand } from '@skein/contracts'
import { createWorld, type World, type WorldDecision } from '@skein/testing'
import { addMembers, appId, changeGroup, dismissGroup, group, leaveGroup, registered, removeMember } from '../../test/examples.ts'
import { answer, answerAsked, ask, ban, invite, joinBy, linkId, makeLink, revokeLink, uninvite, withdraw } from '../../test/joining.ts'
import { type Asked, modelled } from '../../test/joining-model.ts'
import { createWitness } from '../../test/witness.ts'
import { banKey, joinLinkKey, memberKey } from '../index.ts'

const id = 'g:team'
/** Alice owns it, bob is an admin; dave was invited, has asked, and holds a link for one. */
const setUp = [
  changeGroup('alice', id, { joinBy: 'request' }),
  invite('alice', id, ['dave']),
  ask('dave', id),
  makeLink('alice', id, 'one', { usesMax: 1 }),
] as const

const commands = {
  'dave accepts': () => answer('dave', id, true),
  'dave declines': () => answer('dave', id, false),
  'dave joins by the link': () => joinBy('dave', id, 'one'),
  'eve joins by the link': () => joinBy('eve', id, 'one'),
  'dave asks': () => ask('dave', id),
  'bob lets dave in': () => answerAsked('bob', id, 'dave', { accept: true }),
  'alice turns dave down': () => answerAsked('alice', id, 'dave', { accept: false }),
  'dave takes it back': () => withdraw('dave', id),
  'alice takes the invitation back': () => uninvite('alice', id, 'dave'),
  'bob adds dave': () => addMembers('bob', id, ['dave']),
  'alice invites dave': () => invite('alice', id, ['dave']),
  'alice bans dave': () => ban('alice', id, 'dave'),
  'alice lifts the ban': () => ban('alice', id, 'dave', false),
  'bob removes dave': () => removeMember('bob', id, 'dave'),
  'dave leaves': () => leaveGroup('dave', id),
  'alice ends the link': () => revokeLink('alice', id, 'one'),
  'alice opens the group': () => changeGroup('alice', id, { joinBy: 'open' }),
  'alice closes the group': () => changeGroup('alice', id, { joinBy: 'invitation' }),
  'alice dismisses the group': () => dismissGroup('alice', id),
} as const satisfies Record<Asked, () => SkeinCommand>
type Name = Asked
type Outcome = string

const alone: Partial<Record<Name, Outcome>> = {
  'dave asks': 'nothing',
  'alice lifts the ban': 'nothing',
  'bob removes dave': 'nothing',
  'dave leaves': 'NOT_A_MEMBER',
}

/** Behind whatever ends the invitation, or the request. */
const uninvited = {
  'dave accepts': 'NOT_INVITED',
  'dave declines': 'NOT_INVITED',
  'alice takes the invitation back': 'NOT_INVITED',
} as const
const answered = {
  'bob lets dave in': 'REQUEST_NOT_FOUND',
  'alice turns dave down': 'REQUEST_NOT_FOUND',
  'dave takes it back': 'REQUEST_NOT_FOUND',
} as const

/** Behind whatever lets dave in: what was asked or offered before is over. */
const isIn = {
  ...uninvited,
  ...answered,
  'dave joins by the link': 'nothing',
  'bob adds dave': 'nothing',
  'alice invites dave': 'nothing',
  'bob removes dave': 'done',
  'dave leaves': 'done',
} as const

const behind: { readonly [First in Name]: Partial<Record<Name, Outcome>> } = {
  'dave accepts': isIn,
  'dave declines': uninvited,
  'dave joins by the link': { ...isIn, 'eve joins by the link': 'LINK_INVALID' },
  'eve joins by the link': { 'dave joins by the link': 'LINK_INVALID', 'eve joins by the link': 'nothing' },
  'dave asks': {},
  'bob lets dave in': isIn,
  'alice turns dave down': { ...answered, 'dave asks': 'done' },
  'dave takes it back': { ...answered, 'dave asks': 'done' },
  'alice takes the invitation back': uninvited,
  'bob adds dave': isIn,
  'alice invites dave': {},
  'alice bans dave': {
    ...uninvited,
    ...answered,
    'dave joins by the link': 'LINK_INVALID',
    'dave asks': 'NOT_JOINABLE',
    'bob adds dave': 'USER_BANNED',
    'alice invites dave': 'USER_BANNED',
    'alice bans dave': 'nothing',
    'alice lifts the ban': 'done',
  },
  'alice lifts the ban': {},
  'bob removes dave': {},
  'dave leaves': {},
  'alice ends the link': {
    'dave joins by the link': 'LINK_INVALID',
    'eve joins by the link': 'LINK_INVALID',
    'alice ends the link': 'nothing',
  },
  'alice opens the group': { 'dave asks': 'done', 'alice opens the group': 'nothing' },
  'alice closes the group': { 'dave asks': 'NOT_JOINABLE', 'alice closes the group': 'nothing' },
  'alice dismisses the group': {
    'dave accepts': 'NOT_INVITED',
    'dave declines': 'NOT_INVITED',
    'dave joins by the link': 'LINK_INVALID',
    'eve joins by the link': 'LINK_INVALID',
    'dave asks': 'NOT_JOINABLE',
    'bob lets dave in': 'GROUP_DISMISSED',
    'alice turns dave down': 'GROUP_DISMISSED',
    'dave takes it back': 'REQUEST_NOT_FOUND',
    'alice takes the invitation back': 'GROUP_DISMISSED',
    'bob adds dave': 'GROUP_DISMISSED',
    'alice invites dave': 'GROUP_DISMISSED',
    'alice bans dave': 'GROUP_DISMISSED',
    'alice lifts the ban': 'GROUP_DISMISSED',
    'bob removes dave': 'GROUP_DISMISSED',
    'alice ends the link': 'GROUP_DISMISSED',
    'alice opens the group': 'GROUP_DISMISSED',
    'alice closes the group': 'GROUP_DISMISSED',
    'alice dismisses the group': 'GROUP_DISMISSED',
  },
}

function outcomeOf(command: SkeinCommand, decision: WorldDecision): Outcome {
  if (!decision.accepted) return decision.code
  const reply = decodeReply(command.type, decision.reply)
  if ('refused' in reply && reply.refused.length > 0) return reply.refused[0]!.code
  return decision.events.some(({ type }) => type !== 'CommandAnswered') ? 'done' : 'nothing'
}

function inTurn(...names: readonly Name[]) {
  const world = createWorld()
  const team = [...registered('alice', 'bob', 'dave', 'eve'), ...group(id, 'alice', { bob: 'admin' })]
  for (const event of team) world.fold(event)
  for (const command of setUp) assert.ok(world.run(command).accepted)
  const outcomes = names.map((name) => {
    const command = commands[name]()
    return outcomeOf(command, world.run(command))
  })
  return { world, outcomes }
}

function assertSound(world: World): void {
  const witness = createWitness(appId)
  for (const event of world.events) witness.see(event)
  witness.compare(world.cells)
  const member = world.cells.get(memberKey(appId, id, 'dave'))
  const banned = world.cells.get(banKey(appId, id, 'dave'))
  assert.ok(!(member?.kind === 'member' && member.role !== '' && banned?.kind === 'ban' && banned.bannedAt > 0), 'in and banned')
  const link = world.cells.get(joinLinkKey(appId, id, linkId('one')))
  const used = world.events.filter((event) => event.type === 'MemberJoined' && event.how === 'link').length
  assert.ok(link?.kind === 'join-link' && link.uses === used && used <= 1, 'uses are counted')
}

const names = Object.keys(commands) as Name[]

test('what each comes to alone', () => {
  for (const name of names) assert.deepEqual(inTurn(name).outcomes, [alone[name] ?? 'done'], name)
})

for (const first of names) {
  test(`behind "${first}"`, () => {
    for (const second of names) {
      const { world, outcomes } = inTurn(first, second)
      const expected = [alone[first] ?? 'done', behind[first][second] ?? alone[second] ?? 'done']
      assert.deepEqual(outcomes, expected, `"${first}", then "${second}"`)
      assertSound(world)
    }
  })
}

// Whoever was invited, came in by another way and was removed accepted what was still unanswered, and was in again; an admin could pull in whoever had
// asked, was added and had left. No two commands show that.
test('of three in a row each comes to what a plain model says, and nobody comes back by what is older than their stay', () => {
  const came: string[] = []
  for (const first of names)
    for (const second of names) {
      const { world: before } = inTurn(first, second)
      for (const third of names) {
        const world = createWorld()
        for (const event of before.events) world.fold(event)
        const command = commands[third]()
        const outcome = outcomeOf(command, world.run(command))
        const said = modelled([first, second, third])
        const inARow = `"${first}", then "${second}", then "${third}"`
        assert.equal(outcome, said.outcomes[2], inARow)
        const member = world.cells.get(memberKey(appId, id, 'dave'))
        assert.equal(member?.kind === 'member' && member.role !== '', said.isIn, inARow)
        if (outcome === 'done' && said.isIn) came.push(inARow)
      }
    }
  assert.ok(came.length > 100, 'and some are in by then')
})

test('so many uses admit so many, in whatever order they come', () => {
  for (const usesMax of [1, 3, 7]) {
    const users = Array.from({ length: 12 }, (_, i) => `user${i}`)
    const world = createWorld()
    for (const event of [...registered('alice', ...users), ...group(id, 'alice')]) world.fold(event)
    assert.ok(world.run(makeLink('alice', id, 'one', { usesMax })).accepted)
    const came = users
      .map((userId, i) => users[(i * 5) % users.length] ?? userId)
      .filter((userId) => world.run(joinBy(userId, id, 'one')).accepted)
    assert.equal(came.length, usesMax)
    const again = came.filter((userId) => world.run(joinBy(userId, id, 'one')).accepted)
    assert.equal(again.length, usesMax, 'who is in is in')
    const link = world.cells.get(joinLinkKey(appId, id, linkId('one')))
    assert.ok(link?.kind === 'join-link' && link.uses === usesMax)
  }
})
