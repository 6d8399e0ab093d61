// Follows a live room no more: the present one, or another that is named.
import type { ChatCommand } from '../chat-command.ts'
import { placeOffers } from '../place-offers.ts'

export const unfollow: ChatCommand = {
  name: 'unfollow',
  usage: '[live room]',
  purpose: 'hear no more of a live room',
  async run({ client, places, output, here }, words, text) {
    const typed = words.length > 1 ? text : (words[0] ?? '')
    const conversationId = typed === '' ? here() : typed.startsWith('g:') ? typed : await places.find(typed)
    await client.unfollowRoom(conversationId)
    output.notice('unfollow', `no more of ${await places.label(conversationId)}`, { conversationId })
  },
  offers: async (floor, words) => (words.length === 1 ? placeOffers(floor, floor.client.followedRooms()) : []),
}
