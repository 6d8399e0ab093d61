// Hidden people stay hidden, and so does what they do: every packet that asks of groups, messages or users is asked of what there is by those who may not
// know, and of what there is not. The answers are the same to the letter, nobody is told that somebody asked, and no place in a conversation is taken.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, type TestContext, test } from 'node:test'
import { directConversationId } from '@skein/client'
import { packets, type RequestName } from '@skein/contracts'
import { answerText, patiently } from './hidden/answer-texts.ts'
import { type HidingPacket, hidingPackets, isHiding, type Other, type Place } from './hidden/hiding-packets.ts'
import { type Before, type Beside, foreignerBeside, type Lets, nobodyBeside, personBeside } from './hidden/others.ts'
import { type Cast, type GroupPlace, groupOfKind, type Kind, kinds, nowhere, type Seat, say, seatOf, talkOfTwo } from './hidden/places.ts'
import { type Embedded, startEmbedded } from './installation.ts'
import { openWorld, sees, type Watched, type World } from './people.ts'

const names = Object.keys(hidingPackets) as readonly HidingPacket[]

async function seat(world: World, name: string): Promise<Seat> {
  const person = await world.register(name)
  return seatOf(world, person)
}

/** What is shown of a kind to whoever is not banned, whatever they were in it: it is there to be found. */
const shown: Readonly<Partial<Record<HidingPacket, readonly Kind[]>>> = {
  joinInfo: ['asked', 'open'],
  requestToJoin: ['asked', 'open'],
  followRoom: ['room'],
  signal: ['room'],
}
/** Ids are chosen by who creates, and stand for one group: one that is taken is none to be had. */
const takesAnId: readonly HidingPacket[] = ['createGroup']

const isShown = (name: HidingPacket, kind: Kind): boolean => shown[name]?.includes(kind) ?? false

type Answers = ReadonlyMap<string, string>

const always = names.filter((name) => !takesAnId.includes(name))
const hiddenIn = (who: string, { kind }: GroupPlace): readonly HidingPacket[] =>
  always.filter((name) => (areBanned.includes(who) || !isShown(name, kind)) && !(name === 'history' && wereIn.includes(who)))

/** Asks all of it, in its order, of another and of oneself; by the names of the packets. */
async function answersAt({ connection, userId }: Seat, place: Place, asked: readonly HidingPacket[]): Promise<Answers> {
  const answers = new Map<string, string>()
  const said = { place: place.conversationId, seq: `seq ${place.seq}`, asker: userId }
  for (const [named, whom] of [
    [place.userId, 'another'],
    [userId, 'oneself'],
  ] as const) {
    for (const name of asked) {
      const ask = hidingPackets[name].place as ((place: Place) => never) | undefined
      if (ask === undefined || (whom === 'oneself' && !hidingPackets[name].names)) continue
      answers.set(`${name} of ${whom}`, await answerText(connection, name as RequestName, ask({ ...place, userId: named }), said))
    }
  }
  return answers
}

/** What is told apart, by whom and where. */
const differences = (who: string, answers: Answers, expected: Answers): string[] =>
  [...answers].flatMap(([what, answer]) =>
    answer === expected.get(what) ? [] : [`${who}, ${what}: ${answer}, instead of ${expected.get(what)}`],
  )

const historyText = ({ connection, userId }: Seat, conversationId: string): Promise<string> =>
  answerText(connection, 'history', { conversationId, beforeSeq: 0, afterSeq: 0, limit: 0 }, { asker: userId })

const noticesOf = ({ pushes }: Watched): number => pushes.flatMap(({ notices }) => notices).length
/** Without what changes with how many have come: a reply, or the code and detail of a refusal. */
const kindOf = (answer: string): string => answer.replaceAll(/\d+/g, '#')

const itemsIn = ({ pushes }: Watched) => pushes.flatMap(({ items }) => items)

/** Something is said in each place that goes on, and heard by all who listen; its seq there. */
async function fence({ owner }: Cast, places: readonly Place[], listeners: readonly Watched[]): Promise<readonly number[]> {
  return Promise.all(
    places.map(async ({ conversationId }) => {
      const { seq } = await say(owner.connection, conversationId, 'fence')
      const isIt = (item: ReturnType<typeof itemsIn>[number]) => item.conversationId === conversationId && item.seq === seq
      await sees('the fence', () => listeners.every((listener) => itemsIn(listener).some(isIt)))
      return seq
    }),
  )
}

test('every packet of groups, messages and users is asked here', () => {
  assert.deepEqual([...names].sort(), Object.keys(packets).filter(isHiding).sort())
  for (const name of names)
    assert.ok(
      Object.keys(hidingPackets[name]).some((how) => how !== 'reaches'),
      `${name} asks nothing`,
    )
})

type Outsider = 'stranger' | 'blocked' | 'foreigner' | 'left' | 'removed' | 'banned' | 'bannedAhead'
/** They may read what was said while they were in. */
const wereIn: readonly string[] = ['left', 'removed', 'banned'] satisfies Outsider[]
const areBanned: readonly string[] = ['banned', 'bannedAhead'] satisfies Outsider[]

const goesOn: readonly Kind[] = ['team', 'channel', 'asked', 'open']

const about = (conversationId: string) => ({ conversationId, clientRequestId: randomUUID() })

type Seats = readonly (readonly [who: Outsider, seat: Seat])[]

interface Stage {
  readonly cast: Cast
  readonly seats: Seats
  readonly groups: readonly GroupPlace[]
  /** What is there though nobody made it a group, and the same of nothing. */
  readonly others: readonly (readonly [what: string, place: Place, none: Place])[]
  /** What those who were in read there when they had gone, by who and kind. */
  readonly stays: ReadonlyMap<string, string>
  /** Another device of the owner, and a member. */
  readonly listeners: readonly Seat[]
}

async function stageOf(t: TestContext, installation: Embedded): Promise<Stage> {
  const [world, abroad] = [openWorld(t, installation), openWorld(t, installation)]
  const person = await world.register('owner')
  const of = (name: string) => seat(world, name)
  const [left, removed, banned, bannedAhead] = [await of('left'), await of('removed'), await of('banned'), await of('banned-ahead')]
  const cast = { owner: await seatOf(world, person), member: await of('member'), left, removed, banned, bannedAhead }
  const { owner, member } = cast
  const [stranger, blocked, foreigner] = [await of('stranger'), await of('blocked'), await seat(abroad, 'owner')]
  await patiently(owner.connection, 'blockUser', about(directConversationId(owner.userId, blocked.userId)))
  const outsiders: Readonly<Record<Outsider, Seat>> = { stranger, blocked, foreigner, left, removed, banned, bannedAhead }
  const seats = Object.entries(outsiders) as unknown as Seats
  const told = { token: installation.operatorKey, body: { text: 'to all of the other app' } }
  assert.equal((await abroad.http('POST', 'broadcasts', told)).status, 200)

  const stays = new Map<string, string>()
  const groups = await Promise.all(
    kinds.map((kind) =>
      groupOfKind(kind, cast, async (conversationId) => {
        for (const [who, asker] of seats) if (wereIn.includes(who)) stays.set(`${who} ${kind}`, await historyText(asker, conversationId))
      }),
    ),
  )
  const here = (conversationId: string) => nowhere(member.userId, conversationId)
  const others = [
    ['talk', await talkOfTwo(cast), here(directConversationId(randomUUID(), randomUUID()))],
    ['broadcasts', here(`b:${abroad.appId}`), here(`b:app-${randomUUID()}`)],
  ] as const
  return { cast, seats, groups, others, stays, listeners: [await seatOf(world, person, 'tablet'), member] }
}

/** Everybody asks of everything; what they are told otherwise than of nothing. */
async function askEverywhere({ cast: { member }, seats, groups, others }: Stage, nothing: Answers): Promise<readonly string[]> {
  const found: string[] = []
  await Promise.all(
    seats.map(async ([who, asker]) => {
      const compare = async (what: string, place: Place, expected: Answers, asked: readonly HidingPacket[] = always) => {
        found.push(...differences(`${who}, ${what}`, await answersAt(asker, place, asked), expected))
      }
      await compare('nowhere', nowhere(member.userId), nothing)
      for (const group of groups) {
        await compare(group.kind, group, nothing, hiddenIn(who, group))
        if (areBanned.includes(who))
          await compare(`${group.kind} by a link`, { ...group, linkToken: group.openToken }, nothing, ['joinByLink'])
      }
      for (const [what, place, none] of others) {
        // Their own are theirs.
        if (who === 'foreigner' && what === 'broadcasts') continue
        await compare(what, place, await answersAt(asker, none, always))
      }
    }),
  )
  return found
}

/** What speaks of nobody but whoever asks is for all of them what it is for one who has never been anywhere. */
async function askOfOneself({ seats }: Stage, newcomer: Seat): Promise<readonly string[]> {
  const asked = names.filter((name) => hidingPackets[name].self !== undefined)
  const answersOf = async ({ connection }: Seat): Promise<Answers> => {
    const answers = new Map<string, string>()
    for (const name of asked) {
      const ask = hidingPackets[name].self as () => never
      answers.set(name, await answerText(connection, name as RequestName, ask(), {}))
    }
    return answers
  }
  const expected = await answersOf(newcomer)
  assert.equal(expected.size, asked.length)
  return (await Promise.all(seats.map(async ([who, asker]) => differences(who, await answersOf(asker), expected)))).flat()
}

const isRead = (name: HidingPacket): boolean => packets[name].kind === 'read'
/** What is read comes first: views may not know for a while what was done. */
const readsFirst = (asked: readonly HidingPacket[]) => [...asked.filter(isRead), ...asked.filter((name) => !isRead(name))]

/** Asks all of it of one other; by the names of the packets. */
async function answersBeside({ connection, userId }: Seat, { other }: Beside, asked: readonly HidingPacket[]): Promise<Answers> {
  const answers = new Map<string, string>()
  const { conversationId, ownGroup } = other
  const said = { 'the two': conversationId, own: ownGroup, other: other.userId, name: other.userName, asker: userId }
  for (const name of readsFirst(asked)) {
    for (const how of ['other', 'otherByName'] as const) {
      const ask = hidingPackets[name][how] as ((other: Other) => never) | undefined
      if (ask !== undefined) answers.set(`${name} ${how}`, await answerText(connection, name as RequestName, ask(other), said))
    }
  }
  return answers
}

describe('hidden', () => {
  let installation: Embedded
  before(async () => {
    installation = await startEmbedded()
  })
  after(() => installation.close())

  test('to whoever is not in a group it is none, whatever they were to it, and nobody notices that they asked', async (t) => {
    const stage = await stageOf(t, installation)
    const { cast, seats, groups, stays, listeners } = stage
    const going = [...groups.filter(({ kind }) => goesOn.includes(kind)), stage.others[0]![1]]
    const before = await fence(cast, going, listeners)
    const [heard, noticed] = [listeners.map((each) => itemsIn(each).length), listeners.map(noticesOf)]

    const [, stranger] = seats[0]!
    const nothing = await answersAt(stranger, nowhere(cast.member.userId), always)
    assert.deepEqual(await askEverywhere(stage, nothing), [])
    assert.deepEqual(await askOfOneself(stage, await seat(openWorld(t, installation), 'newcomer')), [])
    for (const { kind, conversationId } of groups)
      for (const [who, asker] of seats)
        if (wereIn.includes(who)) assert.equal(await historyText(asker, conversationId), stays.get(`${who} ${kind}`), `${who}, ${kind}`)

    const behind = await fence(cast, going, listeners)
    const onePlaceOn = before.map((seq) => seq + 1)
    assert.deepEqual(behind, onePlaceOn, 'no seq is taken')
    assert.deepEqual(
      listeners.map((each) => itemsIn(each).length - going.length),
      heard,
    )
    assert.deepEqual(listeners.map(noticesOf), noticed, 'nobody is told of it')

    // What is there to be found, all find alike.
    for (const group of groups) {
      const asked = names.filter((name) => isShown(name, group.kind) || takesAnId.includes(name))
      const found = await Promise.all(
        seats
          .filter(([who]) => who !== 'foreigner' && !areBanned.includes(who))
          .map(async ([, asker]) =>
            JSON.stringify([...(await answersAt(asker, group, asked))].map(([what, answer]) => [what, kindOf(answer)])),
          ),
      )
      assert.deepEqual(new Set(found).size, 1, `${group.kind}: ${found.join(' ')}`)
    }
  })

  test('whom there is not is told from nobody of another app, and who blocks from nobody who lets nobody reach them', async (t) => {
    const [world, abroad] = [openWorld(t, installation), openWorld(t, installation)]
    const asker = await seat(world, 'asker')
    const answersOf = async (beside: Beside, asked: readonly HidingPacket[] = names) => answersBeside(asker, beside, asked)
    const alike = async (who: string, beside: Beside, expected: Answers, asked: readonly HidingPacket[] = names) =>
      assert.deepEqual(differences(who, await answersOf(beside, asked), expected), [])
    await alike('foreigner', await foreignerBeside(asker, abroad), await answersOf(await nobodyBeside(asker)))

    const person = (before: Before, lets: Lets) => personBeside(asker, world, before, lets)
    const blocker = await person('never met', 'blocks')
    const mark = blocker.seat!.pushes.length
    const ofBlocker = await answersOf(blocker)
    assert.match(ofBlocker.get('send other')!, /^NOT_REACHABLE user <other>/)
    await alike('one who lets nobody', await person('never met', 'lets nobody'), ofBlocker)
    for (const before of ['talked', 'are friends'] as const)
      await alike(before, await person(before, 'lets nobody'), await answersOf(await person(before, 'blocks')))
    // But for what would reach them, a blocker is like anybody.
    await alike(
      'one who lets all',
      await person('never met', 'lets all'),
      ofBlocker,
      names.filter((name) => !hidingPackets[name].reaches),
    )

    // Who is blocked is shown what they have asked, as of anybody.
    const { conversationId: theirs } = blocker.other
    await patiently(asker.connection, 'requestFriend', { ...about(theirs), text: 'once more', expiresAtMs: 0 })
    await sees('the request stands', async () => {
      const { relation } = await patiently(asker.connection, 'relationTo', { userId: blocker.other.userId })
      return relation?.sent?.text === 'once more'
    })

    const stranger = await seat(world, 'another')
    const conversationId = directConversationId(stranger.userId, blocker.other.userId)
    await say(stranger.connection, conversationId, 'fence')
    await sees('the fence', () => itemsIn(blocker.seat!).length > 0)
    assert.deepEqual(
      blocker.seat!.pushes.slice(mark).flatMap(({ items, notices }) => [...items.map((item) => item.conversationId), ...notices]),
      [conversationId],
      'the blocker is told of nothing',
    )
  })
})
