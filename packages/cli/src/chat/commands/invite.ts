// Invites users to the present group, and takes that back.
import { acquaintedOffers } from '../acquainted-offers.ts'
import type { ChatCommand } from '../chat-command.ts'

export const invite: ChatCommand = {
  name: 'invite',
  usage: '<user>...',
  purpose: 'invite users to this group; they join by /join',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, users) {
    const conversationId = hereGroup()
    const result = await client.inviteToGroup(conversationId, await names.userIds(users))
    const list = async (userIds: readonly string[]) => (await Promise.all(userIds.map(names.user))).join(', ')
    const refused = result.refused.map(async ({ userId, code }) => `${await names.user(userId)} (${code})`)
    const parts = [
      ['invited', await list(result.changed)],
      ['already in', await list(result.already)],
      ['refused', (await Promise.all(refused)).join(', ')],
    ] as const
    const said = parts.flatMap(([what, users]) => (users === '' ? [] : [`${what}: ${users}`]))
    output.notice('invite', said.join('; ') || 'nobody', { ...result })
  },
  offers: acquaintedOffers,
}

export const uninvite: ChatCommand = {
  name: 'uninvite',
  usage: '<user>',
  purpose: 'take back the invitation of a user to this group',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    const conversationId = hereGroup()
    const userId = await names.userId(user)
    await client.revokeInvitation(conversationId, userId)
    output.notice('uninvite', `${user} is invited no more`, { conversationId, userId })
  },
  offers: async (floor, words) => (words.length === 1 ? acquaintedOffers(floor, words) : []),
}
