// Deletes a message: for oneself on all of one's devices, or for everyone as one may take it back.
import type { ChatCommand, ChatFloor } from '../chat-command.ts'
import { mayRemove, messageMeant, messageOffers, messageUsage } from '../pointing.ts'

const allWords: readonly string[] = ['all', '--all']

async function deleteForAll(floor: ChatFloor, word: string): Promise<void> {
  const message = await messageMeant(floor, word)
  const { conversationId, messageId, seq: targetSeq } = message
  const { seq } = await floor.client.deleteForAll(message)
  floor.recent.forget(message)
  floor.output.notice('delete', `#${targetSeq} is deleted for everyone`, { conversationId, targetSeq, messageId, seq })
}

export const deleteMessage: ChatCommand = {
  name: 'delete',
  usage: `[all] ${messageUsage}`,
  purpose: 'delete a message for yourself, or for all',
  wordsMin: 1,
  async run(floor, [word = '', messageWord = '']) {
    if (allWords.includes(word)) await deleteForAll(floor, messageWord)
    // That it is gone is said by the `hidden` event, as on the other devices.
    else await floor.client.deleteForMe(await messageMeant(floor, word))
  },
  async offers(floor, words) {
    if (words.length === 1) return messageOffers(floor, 'everyone')
    return words.length === 2 && allWords.includes(words[0]!) ? messageOffers(floor, mayRemove(floor) ? 'everyone' : 'own') : []
  },
}
