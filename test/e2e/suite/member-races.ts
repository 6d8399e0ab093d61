// Members come, go, and change roles at the same moment, asked for through two connection nodes where there are two, with messages on their
// way: whatever the order, each is answered as in one order of both, all are shown that order, and nobody what lies outside their stay.
// Every ordered pair there is stands in packages/domain/src/conversation/member-races.test.ts; here it is asked which pairs meet.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type Item, SkeinError } from '@skein/client'
import type { Installation } from '../installation.ts'
import { assertDense, type Device, openWorld, sees } from '../people.ts'

const rounds = 3
const messagesOnTheWay = 6

/** What an actor was told: `done`, `nothing`, or a code. */
type Outcome = string

interface Scene {
  readonly group: string
  /** Alice owns the group and bob is an admin, at one node each; carol is a member; dan is out. */
  readonly alice: Device
  readonly bob: Device
  readonly carol: Device
  readonly dan: Device
}

type Act = (scene: Scene) => Promise<unknown>

interface Race {
  readonly acts: readonly [Act, Act]
  /** What the two may be told together: by the first before the second, and the other way round. */
  readonly outcomes: readonly (readonly [Outcome, Outcome])[]
}

const idOf = ({ person }: Device): string => person.userId

const races: Readonly<Record<string, Race>> = {
  'carol is removed and leaves': {
    acts: [
      ({ alice, carol, group }) => alice.client.removeMembers(group, [idOf(carol)]),
      ({ carol, group }) => carol.client.leaveGroup(group),
    ],
    outcomes: [
      ['done', 'NOT_A_MEMBER'],
      ['nothing', 'done'],
    ],
  },
  'bob is lowered and removes carol': {
    acts: [
      ({ alice, bob, group }) => alice.client.changeRole(group, idOf(bob), 'member'),
      ({ bob, carol, group }) => bob.client.removeMembers(group, [idOf(carol)]),
    ],
    outcomes: [
      ['done', 'FORBIDDEN'],
      ['done', 'done'],
    ],
  },
  'the group is handed to bob, who leaves': {
    acts: [({ alice, bob, group }) => alice.client.changeRole(group, idOf(bob), 'owner'), ({ bob, group }) => bob.client.leaveGroup(group)],
    outcomes: [
      ['done', 'OWNER_CANNOT_LEAVE'],
      ['NOT_A_MEMBER', 'done'],
    ],
  },
  'bob is removed and adds dan': {
    acts: [
      ({ alice, bob, group }) => alice.client.removeMembers(group, [idOf(bob)]),
      ({ bob, dan, group }) => bob.client.addMembers(group, [idOf(dan)]),
    ],
    outcomes: [
      ['done', 'NOT_A_MEMBER'],
      ['done', 'done'],
    ],
  },
  'two add dan': {
    acts: [
      ({ alice, dan, group }) => alice.client.addMembers(group, [idOf(dan)]),
      ({ bob, dan, group }) => bob.client.addMembers(group, [idOf(dan)]),
    ],
    outcomes: [
      ['done', 'nothing'],
      ['nothing', 'done'],
    ],
  },
  'carol is removed and added': {
    acts: [
      ({ alice, carol, group }) => alice.client.removeMembers(group, [idOf(carol)]),
      ({ bob, carol, group }) => bob.client.addMembers(group, [idOf(carol)]),
    ],
    outcomes: [
      ['done', 'done'],
      ['done', 'nothing'],
    ],
  },
  'carol is muted by two': {
    acts: [
      ({ alice, carol, group }) => alice.client.muteMember(group, idOf(carol), 3_600_000),
      ({ bob, carol, group }) => bob.client.muteMember(group, idOf(carol), 7_200_000),
    ],
    outcomes: [['done', 'done']],
  },
}

async function openScene(t: TestContext, open: () => Installation): Promise<Omit<Scene, 'group'>> {
  const world = openWorld(t, open())
  const [ann, ben, cat, dan] = await Promise.all(['alice', 'bob', 'carol', 'dan'].map((name) => world.register(name)))
  return {
    alice: await world.device(ann!, { node: 0, transport: 'ws' }),
    bob: await world.device(ben!, { node: 1, transport: 'tcp' }),
    carol: await world.device(cat!, { node: 1, transport: 'ws' }),
    dan: await world.device(dan!, { node: 0, transport: 'tcp' }),
  }
}

async function outcomeOf(act: Promise<unknown>): Promise<Outcome> {
  try {
    const answer = (await act) as { readonly changed?: readonly string[]; readonly refused?: readonly { readonly code: string }[] }
    if (answer.changed === undefined) return 'done'
    return answer.refused?.[0]?.code ?? (answer.changed.length > 0 ? 'done' : 'nothing')
  } catch (error) {
    if (error instanceof SkeinError && !error.retriable) return error.code
    throw error
  }
}

/** What carol says meanwhile; those of her texts that were stored, in their order. */
async function talk({ carol, group }: Scene): Promise<string[]> {
  const texts = Array.from({ length: messagesOnTheWay }, (_, i) => `carol ${i}`)
  const told = await Promise.all(
    texts.map((text) =>
      carol.client.send(group, text).then(
        () => 'done',
        (error: SkeinError) => error.code,
      ),
    ),
  )
  for (const code of told) assert.ok(['done', 'NOT_A_MEMBER', 'MUTED'].includes(code), code)
  return texts.filter((_, i) => told[i] === 'done')
}

/** Who is in, and from which seq to which each was, by what alice was shown. */
function staysOf(items: readonly Item[]): Map<string, { from: number; to: number }[]> {
  const stays = new Map<string, { from: number; to: number }[]>()
  for (const item of items) {
    if (item.type === 'GroupCreated' || item.type === 'MembersAdded')
      for (const { userId } of item.members)
        stays.set(userId, [...(stays.get(userId) ?? []), { from: item.seq, to: Number.POSITIVE_INFINITY }])
    const gone = item.type === 'MembersRemoved' ? item.userIds : item.type === 'MemberLeft' ? [item.userId] : []
    for (const userId of gone) stays.get(userId)!.at(-1)!.to = item.seq
  }
  return stays
}

async function assertOneOrder(scene: Scene, stored: readonly string[]): Promise<void> {
  const { alice, group } = scene
  const end = await alice.client.send(group, 'the end')
  await sees('alice is shown all', () => alice.items.some((item) => item.conversationId === group && item.seq === end.seq))
  assert.equal(assertDense(alice, group), end.seq)
  const history = alice.items.filter((item) => item.conversationId === group)
  const said = history.flatMap((item) => (item.type === 'MessageSent' && item.text?.startsWith('carol') ? [item.text] : []))
  assert.deepEqual(said, stored, 'what was acked is there, once, in its order')
  const stays = staysOf(history)
  for (const device of [scene.bob, scene.carol, scene.dan]) {
    const mine = stays.get(idOf(device)) ?? []
    const visible = history.map(({ seq }) => seq).filter((seq) => mine.some(({ from, to }) => seq >= from && seq <= to))
    const shown = () => device.items.filter((item) => item.conversationId === group).map(({ seq }) => seq)
    await sees(`${device.person.userName} is shown their stays`, () => shown().length >= visible.length)
    assert.deepEqual(shown(), visible, device.person.userName)
  }
  const inside = [...stays].filter(([, list]) => list.at(-1)!.to === Number.POSITIVE_INFINITY).map(([userId]) => userId)
  const { members } = await alice.client.members(group)
  assert.deepEqual(members.map(({ userId }) => userId).sort(), inside.sort())
  assert.equal(members.filter(({ role }) => role === 'owner').length, 1, 'one owner')
}

export function memberRaces(open: () => Installation): void {
  for (const [name, { acts, outcomes }] of Object.entries(races)) {
    test(`at the same moment, ${name}`, async (t) => {
      const people = await openScene(t, open)
      for (let round = 0; round < rounds; round++) {
        const { alice, bob, carol } = people
        const { conversationId: group } = await alice.client.createGroup({ name: 'team', memberIds: [idOf(bob), idOf(carol)] })
        await alice.client.changeRole(group, idOf(bob), 'admin')
        await alice.client.send(group, 'begin')
        for (const device of [bob, carol])
          await sees('all are in', () => device.items.some((item) => item.conversationId === group && item.type === 'MessageSent'))
        const scene = { ...people, group }
        const talking = talk(scene)
        // Each goes first in turns, so that both orders come up.
        const [first, second] = round % 2 === 0 ? acts : [acts[1], acts[0]]
        const [a, b] = await Promise.all([outcomeOf(first(scene)), outcomeOf(second(scene))])
        const told = round % 2 === 0 ? [a, b] : [b, a]
        assert.ok(
          outcomes.some((pair) => pair.join() === told.join()),
          told.join(),
        )
        await assertOneOrder(scene, await talking)
      }
    })
  }
}
