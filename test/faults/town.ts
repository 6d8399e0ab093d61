// Who talks to whom: direct pairs and groups, some of which have members who come and go during the run and never send.

import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'

export interface Place {
  readonly conversationId: string
  /** Members from the beginning to the end. The first owns a group. */
  readonly steady: readonly string[]
  /** Members who come and go. */
  readonly coming: readonly string[]
}

export interface TownSize {
  readonly pairs: number
  readonly groups: number
  /** Groups whose members change. */
  readonly changing: number
}

const groupMembersMin = 5
const groupMembersMax = 10
const groupsAtOnce = 8

/** Chooses pairs and makes the groups. */
export async function settleTown(audience: Audience, size: TownSize, chance: Chance): Promise<Place[]> {
  const users = [...new Set(audience.devices.map((device) => device.userId))]
  const places = new Map<string, Place>()
  while (places.size < size.pairs) {
    const [a, b] = [chance.pick(users), chance.pick(users)].sort() as [string, string]
    if (a !== b) places.set(`d:${a}:${b}`, { conversationId: `d:${a}:${b}`, steady: [a, b], coming: [] })
  }
  const groups = Array.from({ length: size.groups }, (_, i): Place => {
    const members = chance.shuffled(users).slice(0, groupMembersMin + chance.below(groupMembersMax - groupMembersMin + 1))
    const steadyCount = i < size.changing ? members.length - 2 : members.length
    return { conversationId: `g:${chance.uuid()}`, steady: members.slice(0, steadyCount), coming: members.slice(steadyCount) }
  })
  for (let i = 0; i < groups.length; i += groupsAtOnce)
    await Promise.all(groups.slice(i, i + groupsAtOnce).map((group) => found(audience, group)))
  return [...places.values(), ...groups]
}

async function found(audience: Audience, { conversationId, steady, coming }: Place): Promise<void> {
  const owner = firstDevice(audience, steady[0]!)
  await owner.client.createGroup({
    name: 'group',
    groupId: conversationId.slice(2),
    memberIds: [...steady.slice(1), ...coming],
  })
}

export const firstDevice = (audience: Audience, userId: string): Device => audience.devicesOf(userId)[0]!
