// Deletes a message: for oneself, on all of one's devices.
import type { ChatCommand } from '../chat-command.ts'
import { messageMeant, messageOffers, messageUsage } from '../pointing.ts'

export const deleteMessage: ChatCommand = {
  name: 'delete',
  usage: messageUsage,
  purpose: 'delete a message for yourself',
  wordsMin: 1,
  async run(floor, [word = '']) {
    // That it is gone is said by the `hidden` event, as on the other devices.
    await floor.client.deleteForMe(await messageMeant(floor, word))
  },
  offers: async (floor, words) => (words.length === 1 ? messageOffers(floor, 'everyone') : []),
}
