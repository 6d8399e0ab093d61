// Follows a live room, a member or not, and chooses it: what is typed is said in it. How many follow is asked by saying it again.
import type { ChatCommand } from '../chat-command.ts'

export const follow: ChatCommand = {
  name: 'follow',
  usage: '<live room>',
  purpose: 'hear what is said in a live room, and say what you type in it',
  wordsMin: 1,
  async run({ client, places, output, choose }, words, text) {
    const typed = words.length === 1 ? words[0]! : text
    // Whoever is no member knows a room by its id alone.
    const room = await client.followRoom(typed.startsWith('g:') ? typed : await places.find(typed))
    places.name(room.conversationId, room.name)
    await choose(room.conversationId)
    output.notice('follow', `following ${room.name}, with ${room.followers} in all`, { ...room })
  },
}
