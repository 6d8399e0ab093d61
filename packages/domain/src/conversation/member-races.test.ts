// Every ordered pair of membership and role commands that meet, bans, the muting of all and the end of the group among them, with a message on
// its way: what becomes of the second is what becomes of it alone, unless the table says otherwise. It is written out, not computed: who reads it
// sees what a race comes to. Whatever the order, a group with members has one owner, and the witness of the property tests agrees with the cells.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { decodeReply } from '@skein/contracts'
import { createWorld, type WorldDecision } from '@skein/testing'
import {
  addMembers,
  appId,
  changeGroup,
  changeRole,
  dismissGroup,
  group,
  leaveGroup,
  muteMember,
  registered,
  removeMember,
  send,
  setNickname,
} from '../../test/examples.ts'
import { ban } from '../../test/joining.ts'
import { createWitness } from '../../test/witness.ts'

const id = 'g:team'
/** Alice owns it, bob and dan are admins, carol is a member, eve is out. */
const team = [...registered('alice', 'bob', 'carol', 'dan', 'eve'), ...group(id, 'alice', { bob: 'admin', carol: 'member', dan: 'admin' })]

/** Each made anew, as another request. */
const commands = {
  'bob adds eve': () => addMembers('bob', id, ['eve']),
  'dan adds eve': () => addMembers('dan', id, ['eve']),
  'bob removes carol': () => removeMember('bob', id, 'carol'),
  'alice removes bob': () => removeMember('alice', id, 'bob'),
  'bob removes dan': () => removeMember('bob', id, 'dan'),
  'carol leaves': () => leaveGroup('carol', id),
  'bob leaves': () => leaveGroup('bob', id),
  'alice leaves': () => leaveGroup('alice', id),
  'alice hands over to bob': () => changeRole('alice', id, 'bob', 'owner'),
  'alice hands over to carol': () => changeRole('alice', id, 'carol', 'owner'),
  'alice raises carol': () => changeRole('alice', id, 'carol', 'admin'),
  'alice lowers bob': () => changeRole('alice', id, 'bob', 'member'),
  'bob mutes carol': () => muteMember('bob', id, 'carol', 60_000),
  'alice mutes bob': () => muteMember('alice', id, 'bob', 60_000),
  'bob bans carol': () => ban('bob', id, 'carol'),
  'alice bans bob': () => ban('alice', id, 'bob'),
  'alice bans eve': () => ban('alice', id, 'eve'),
  'alice mutes all': () => changeGroup('alice', id, { mutedAll: 'true' }),
  'alice dismisses': () => dismissGroup('alice', id),
  'carol names herself': () => setNickname('carol', id, 'carol', 'Caro'),
  'carol writes': () => send('carol', id, 1),
  'bob writes': () => send('bob', id, 2),
  'eve writes': () => send('eve', id, 3),
} as const satisfies Record<string, () => SkeinCommand>
type Name = keyof typeof commands

/**
 * What a command comes to: `done`, `nothing` where it changed nothing, or the code with which it, or the one user that it names, is refused.
 */
type Outcome = string

const alone: Partial<Record<Name, Outcome>> = {
  'bob removes dan': 'FORBIDDEN',
  'alice leaves': 'OWNER_CANNOT_LEAVE',
  'eve writes': 'NOT_A_MEMBER',
}

/** Behind whatever takes carol out, and behind whatever takes bob out; who is out can still be banned. */
const carolGone = {
  'bob removes carol': 'nothing',
  'carol leaves': 'NOT_A_MEMBER',
  'alice hands over to carol': 'NOT_A_MEMBER',
  'alice raises carol': 'NOT_A_MEMBER',
  'bob mutes carol': 'NOT_A_MEMBER',
  'carol names herself': 'NOT_A_MEMBER',
  'carol writes': 'NOT_A_MEMBER',
} as const
const bobGone = {
  'bob adds eve': 'NOT_A_MEMBER',
  'bob removes carol': 'NOT_A_MEMBER',
  'alice removes bob': 'nothing',
  'bob removes dan': 'NOT_A_MEMBER',
  'bob leaves': 'NOT_A_MEMBER',
  'alice hands over to bob': 'NOT_A_MEMBER',
  'alice lowers bob': 'NOT_A_MEMBER',
  'bob mutes carol': 'NOT_A_MEMBER',
  'alice mutes bob': 'NOT_A_MEMBER',
  'bob bans carol': 'NOT_A_MEMBER',
  'bob writes': 'NOT_A_MEMBER',
} as const

/** Behind its end, which nobody learns of who is out. */
const dismissed = Object.fromEntries(Object.keys(commands).map((name) => [name, 'GROUP_DISMISSED'])) as Record<Name, Outcome>

/** What the second comes to behind the first, where that is not what it comes to alone; of each with itself, whatever it comes to. */
const behind: { readonly [First in Name]: Partial<Record<Name, Outcome>> } = {
  'bob adds eve': { 'bob adds eve': 'nothing', 'dan adds eve': 'nothing', 'eve writes': 'done' },
  'dan adds eve': { 'bob adds eve': 'nothing', 'dan adds eve': 'nothing', 'eve writes': 'done' },
  'bob removes carol': carolGone,
  'alice removes bob': bobGone,
  'bob removes dan': {},
  'carol leaves': carolGone,
  'bob leaves': bobGone,
  'alice leaves': {},
  // She is an admin from then on, and he the owner.
  'alice hands over to bob': {
    'alice removes bob': 'FORBIDDEN',
    'bob removes dan': 'done',
    'bob leaves': 'OWNER_CANNOT_LEAVE',
    'alice leaves': 'done',
    'alice hands over to bob': 'FORBIDDEN',
    'alice hands over to carol': 'FORBIDDEN',
    'alice raises carol': 'FORBIDDEN',
    'alice lowers bob': 'FORBIDDEN',
    'alice mutes bob': 'FORBIDDEN',
    'alice bans bob': 'FORBIDDEN',
    'alice dismisses': 'FORBIDDEN',
  },
  'alice hands over to carol': {
    'bob removes carol': 'FORBIDDEN',
    'alice removes bob': 'FORBIDDEN',
    'carol leaves': 'OWNER_CANNOT_LEAVE',
    'alice leaves': 'done',
    'alice hands over to bob': 'FORBIDDEN',
    'alice hands over to carol': 'FORBIDDEN',
    'alice raises carol': 'FORBIDDEN',
    'alice lowers bob': 'FORBIDDEN',
    'bob mutes carol': 'FORBIDDEN',
    'alice mutes bob': 'FORBIDDEN',
    'bob bans carol': 'FORBIDDEN',
    'alice bans bob': 'FORBIDDEN',
    'alice dismisses': 'FORBIDDEN',
  },
  'alice raises carol': {
    'bob removes carol': 'FORBIDDEN',
    'alice raises carol': 'nothing',
    'bob mutes carol': 'FORBIDDEN',
    'bob bans carol': 'FORBIDDEN',
  },
  'alice lowers bob': {
    'bob adds eve': 'FORBIDDEN',
    'bob removes carol': 'FORBIDDEN',
    'alice lowers bob': 'nothing',
    'bob mutes carol': 'FORBIDDEN',
    'bob bans carol': 'FORBIDDEN',
  },
  'bob mutes carol': { 'bob mutes carol': 'nothing', 'carol writes': 'MUTED' },
  'alice mutes bob': { 'alice mutes bob': 'nothing', 'bob writes': 'MUTED' },
  'bob bans carol': { ...carolGone, 'bob bans carol': 'nothing' },
  'alice bans bob': { ...bobGone, 'alice bans bob': 'nothing' },
  'alice bans eve': { 'bob adds eve': 'USER_BANNED', 'dan adds eve': 'USER_BANNED', 'alice bans eve': 'nothing' },
  'alice mutes all': { 'alice mutes all': 'nothing', 'carol writes': 'FORBIDDEN' },
  'alice dismisses': {
    ...dismissed,
    'eve writes': 'NOT_A_MEMBER',
  },
  'carol names herself': { 'carol names herself': 'nothing' },
  'carol writes': { 'carol writes': 'nothing' },
  'bob writes': { 'bob writes': 'nothing' },
  'eve writes': {},
}

function outcomeOf(command: SkeinCommand, decision: WorldDecision): Outcome {
  if (!decision.accepted) return decision.code
  const reply = decodeReply(command.type, decision.reply)
  if ('refused' in reply && reply.refused.length > 0) return reply.refused[0]!.code
  return decision.events.some(({ type }) => type !== 'CommandAnswered') ? 'done' : 'nothing'
}

function inTurn(...names: readonly Name[]) {
  const world = createWorld()
  for (const event of team) world.fold(event)
  const outcomes = names.map((name) => {
    const command = commands[name]()
    return outcomeOf(command, world.run(command))
  })
  return { world, outcomes }
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
      const witness = createWitness(appId)
      for (const event of world.events) witness.see(event)
      witness.compare(world.cells)
    }
  })
}
