// Follows a live room, a member or not, and chooses it: what is typed is said in it. How many follow is asked by saying it again.
import type { ChatCommand } from '../chat-command.ts'
import { placeOffers } from '../place-offers.ts'

export const follow: ChatCommand = {
  name: 'follow',
  usage: '[live room]',
  purpose: 'hear what is said in a live room, and say what you type in it',
  async run({ client, places, output, choose, here }, words, text) {
    const typed = words.length === 1 ? words[0]! : text
    // Whoever is no member knows a room by its id alone.
    const meant = typed === '' ? here() : typed.startsWith('g:') ? typed : await places.find(typed)
    const room = await client.followRoom(meant)
    places.name(room.conversationId, room.name)
    await choose(room.conversationId)
    output.notice('follow', `following ${room.name}, with ${room.followers} in all`, { ...room })
  },
  async offers(floor, words) {
    if (words.length !== 1) return []
    const followed = floor.client.followedRooms()
    const rooms = await floor.places.liveRooms()
    return placeOffers(
      floor,
      rooms.filter((conversationId) => !followed.includes(conversationId)),
    )
  },
}
