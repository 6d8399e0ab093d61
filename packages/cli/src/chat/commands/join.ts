// Joins a group by a link, or as one who is invited, and talks to it from now on; or declines an invitation.
import type { ChatCommand } from '../chat-command.ts'
import { invitationOffers } from './invitations.ts'

export const join: ChatCommand = {
  name: 'join',
  usage: '<link or group>',
  purpose: 'join a group by a link, or as one who is invited',
  wordsMin: 1,
  async run(floor, [where = '']) {
    const { client, places, output } = floor
    const joined = where.includes('/') ? await client.joinByLink(where) : await client.answerInvitation(where, true)
    await places.named(joined.conversationId)
    await floor.choose(joined.conversationId)
    output.notice('join', 'joined', { ...joined })
  },
  offers: async (floor, words) => (words.length === 1 ? invitationOffers(floor) : []),
}

export const decline: ChatCommand = {
  name: 'decline',
  usage: '<group>',
  purpose: 'refuse an invitation',
  wordsMin: 1,
  async run({ client, output }, [conversationId = '']) {
    await client.answerInvitation(conversationId, false)
    output.notice('decline', 'declined', { conversationId })
  },
  offers: async (floor, words) => (words.length === 1 ? invitationOffers(floor) : []),
}
