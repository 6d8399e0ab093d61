// Gives a message of one's own another text, for a while.
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { messageMeant, messageOffers, messageUsage } from '../pointing.ts'

/** What the message says now, to begin with; a text of several lines cannot be typed. */
async function presentText({ recent, target }: ChatFloor, word: string): Promise<Offer[]> {
  const { text } = await recent.find(target, word)
  return text === null || /\p{Cc}/u.test(text) ? [] : [{ word: text, label: text }]
}

export const edit: ChatCommand = {
  name: 'edit',
  usage: `${messageUsage} <text>`,
  purpose: 'let a message of yours say something else',
  wordsMin: 2,
  async run(floor, [word = ''], text) {
    const message = await messageMeant(floor, word)
    const { conversationId, messageId, seq: targetSeq } = message
    const { seq } = await floor.client.edit(message, text.replace(/^\S+\s+/, ''))
    floor.output.notice('edit', `#${targetSeq} is edited`, { conversationId, targetSeq, messageId, seq })
  },
  async offers(floor, words) {
    if (words.length === 1) return messageOffers(floor, 'own')
    return words.length === 2 && words[1] === '' && floor.target !== '' ? presentText(floor, words[0]!) : []
  },
}
