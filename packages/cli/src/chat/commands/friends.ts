// Lists friends, with what this user calls them, and friend requests that stand.
import type { Client, Relation } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor } from '../chat-command.ts'
import { printable } from '../output.ts'

export type List = 'friends' | 'friendRequests' | 'blocked'

/** All pages of a list. */
export function allOf(client: Client, list: List): Promise<readonly Relation[]> {
  return allPages('relations', (last?: Relation) => client[list]({ afterUserId: last?.userId ?? '' }))
}

async function shown({ names }: ChatFloor, { userId, remark, tags }: Relation): Promise<string> {
  const called = remark === '' ? '' : ` (${printable(remark)})`
  return `${await names.user(userId)}${called}${tags.map((tag) => ` #${printable(tag)}`).join('')}`
}

async function askedOf(floor: ChatFloor, { userId, sent, received }: Relation): Promise<string> {
  const who = await floor.names.user(userId)
  const { text } = received ?? sent!
  return `${received ? `${who} asks` : `${who} was asked`}${text === '' ? '' : `: ${printable(text)}`}`
}

export const friends: ChatCommand = {
  name: 'friends',
  usage: '',
  purpose: 'your friends, and friend requests',
  async run(floor) {
    const [all, requests] = [await allOf(floor.client, 'friends'), await allOf(floor.client, 'friendRequests')]
    const known = (await Promise.all(all.map((friend) => shown(floor, friend)))).join(', ') || 'no friends yet'
    const asked = await Promise.all(requests.map((request) => askedOf(floor, request)))
    floor.output.notice('friends', [known, ...asked].join('\n'), { friends: all, requests })
  },
}
