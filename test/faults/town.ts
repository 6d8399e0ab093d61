// Who talks to whom: direct pairs and groups, some of which have members who come and go during the run and never send. Some groups are large, by
// members who are never there; others become so during the run, and small again, over and over.

import { limits } from '@skein/domain'
import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'

export interface Place {
  readonly conversationId: string
  /** Members from the beginning to the end. The first owns a group. */
  readonly steady: readonly string[]
  /** Members who come and go. */
  readonly coming: readonly string[]
  /** Of two: the first blocks the second now and then. */
  readonly blocking?: boolean
  /** Whose members do all that members do: those who are coming are out at first, and write too. */
  readonly lively?: boolean
  /** Members from the beginning to the end who are never there. */
  readonly away?: readonly string[]
  /** Users who are never there, and are made members during the run, and removed again. */
  readonly tide?: readonly string[]
}

export interface TownSize {
  readonly pairs: number
  readonly groups: number
  /** Pairs of whom one blocks the other now and then; of all pairs. */
  readonly blocking: number
  /** Groups whose members change. */
  readonly changing: number
  /** Groups that are large from the beginning on, whose members change as well; and such as become so, and small again. */
  readonly large: number
  readonly growing: number
  /** Groups whose members do all that members do; all who are never there come into the first of them, and go. */
  readonly lively?: number
  /** Of those that are large or grow: members who are there from the beginning to the end, and, of those that grow, members who are never there at their beginning. */
  readonly crowd?: { readonly steady: number; readonly awayAtFirst: number }
}

const groupMembersMin = 5
const groupMembersMax = 10
const groupsAtOnce = 8
/** What is announced from 201 members on, and looked up again below 150, is neither at first, and both in its turn. */
const usualCrowd = { steady: 60, awayAtFirst: 80 }
const crowdMax = 200
const largeComing = 4
/** The first two have a group to themselves at first. */
const livelySteady = 2
const livelyComing = 12
/** With those who are there the group is as large as one may be. */
const roomForCrowd = limits.groupMembersMax - livelySteady - livelyComing
/** As many as an item names: what it does not name is no member, to those who read the history. */
export const namedAtOnce = 20

/** Chooses pairs and makes the groups. */
export async function settleTown(audience: Audience, away: readonly string[], size: TownSize, chance: Chance): Promise<Place[]> {
  const users = [...new Set(audience.devices.map((device) => device.userId))]
  const places = new Map<string, Place>()
  while (places.size < size.pairs) {
    const [a, b] = [chance.pick(users), chance.pick(users)].sort() as [string, string]
    const blocking = places.size < size.blocking
    if (a !== b) places.set(`d:${a}:${b}`, { conversationId: `d:${a}:${b}`, steady: [a, b], coming: [], blocking })
  }
  const groups = Array.from({ length: size.groups }, (_, i): Place => {
    const members = chance.shuffled(users).slice(0, groupMembersMin + chance.below(groupMembersMax - groupMembersMin + 1))
    const steadyCount = i < size.changing ? members.length - 2 : members.length
    return { conversationId: `g:${chance.uuid()}`, steady: members.slice(0, steadyCount), coming: members.slice(steadyCount) }
  })
  groups.push(...Array.from({ length: size.large + size.growing }, (_, i) => crowd({ chance, users, away, size }, i >= size.large)))
  groups.push(
    ...Array.from({ length: size.lively ?? 0 }, (_, i) => lively(chance, users, away.slice(0, i === 0 ? roomForCrowd : crowdMax))),
  )
  for (let i = 0; i < groups.length; i += groupsAtOnce)
    await Promise.all(groups.slice(i, i + groupsAtOnce).map((group) => found(audience, group)))
  return [...places.values(), ...groups]
}

interface Crowd {
  readonly chance: Chance
  readonly users: readonly string[]
  readonly away: readonly string[]
  readonly size: TownSize
}

function crowd({ chance, users, away, size }: Crowd, grows: boolean): Place {
  const { steady, awayAtFirst } = size.crowd ?? usualCrowd
  const members = chance.shuffled(users).slice(0, steady + largeComing)
  const present = { steady: members.slice(0, steady), coming: members.slice(steady) }
  const some = away.slice(0, crowdMax)
  const absent = grows ? { away: some.slice(0, awayAtFirst), tide: some.slice(awayAtFirst) } : { away: some }
  return { conversationId: `g:${chance.uuid()}`, ...present, ...absent }
}

function lively(chance: Chance, users: readonly string[], away: readonly string[]): Place {
  const members = chance.shuffled(users).slice(0, livelySteady + livelyComing)
  const present = { steady: members.slice(0, livelySteady), coming: members.slice(livelySteady) }
  return { conversationId: `g:${chance.uuid()}`, ...present, lively: true, tide: away }
}

async function found(audience: Audience, place: Place): Promise<void> {
  const { conversationId, steady, away = [] } = place
  const { client } = firstDevice(audience, steady[0]!)
  const others = [...steady.slice(1), ...(place.lively ? [] : place.coming), ...away]
  // Its creator is named with them.
  const first = namedAtOnce - 1
  await client.createGroup({ name: 'group', groupId: conversationId.slice(2), memberIds: others.slice(0, first) })
  for (let i = first; i < others.length; i += namedAtOnce) await client.addMembers(conversationId, others.slice(i, i + namedAtOnce))
}

export const firstDevice = (audience: Audience, userId: string): Device => audience.devicesOf(userId)[0]!
