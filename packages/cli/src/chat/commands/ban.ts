// Bans users from the present group, member or not, lists who is banned, and lifts bans.
import type { Ban } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { memberOffers } from '../member-offers.ts'
import { userOffers } from '../user-offers.ts'

/** All pages of them. */
function bansOf({ client }: ChatFloor, conversationId: string): Promise<readonly Ban[]> {
  return allPages('bans', (last?: Ban) => client.bans(conversationId, { afterUserId: last?.userId ?? '' }))
}

export const bans: ChatCommand = {
  name: 'bans',
  usage: '',
  purpose: 'who is banned from this group',
  async run(floor) {
    const found = await bansOf(floor, floor.hereGroup())
    const lines = found.map(async ({ userId, bannedBy }) => `${await floor.names.user(userId)} by ${await floor.names.user(bannedBy)}`)
    floor.output.notice('bans', (await Promise.all(lines)).join('\n') || 'none', { bans: found })
  },
}

export const ban: ChatCommand = {
  name: 'ban',
  usage: '<user>',
  purpose: 'remove a user and let them in by no way',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    output.notice('ban', `${user} is banned`, { ...(await client.banUser(hereGroup(), await names.userId(user))) })
  },
  offers: async (floor, words) => (words.length === 1 ? memberOffers(floor) : []),
}

export const unban: ChatCommand = {
  name: 'unban',
  usage: '<user>',
  purpose: 'let a banned user in again',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    output.notice('ban', `${user} is banned no more`, { ...(await client.unbanUser(hereGroup(), await names.userId(user))) })
  },
  async offers(floor, words): Promise<readonly Offer[]> {
    if (words.length !== 1 || !floor.target.startsWith('g:')) return []
    const found = await bansOf(floor, floor.target)
    return userOffers(
      floor,
      found.map(({ userId }) => userId),
    )
  },
}
