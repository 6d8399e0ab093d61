// Takes a message back from everyone: one's own for a while, in a group its owner and admins any.
import type { ChatCommand } from '../chat-command.ts'
import { mayRemove, messageMeant, messageOffers, messageUsage } from '../pointing.ts'

export const revoke: ChatCommand = {
  name: 'revoke',
  usage: messageUsage,
  purpose: 'take a message back from everyone',
  wordsMin: 1,
  async run(floor, [word = '']) {
    const message = await messageMeant(floor, word)
    const { conversationId, messageId, seq: targetSeq } = message
    const { seq } = await floor.client.revoke(message)
    floor.recent.forget(message)
    floor.output.notice('revoke', `#${targetSeq} is taken back`, { conversationId, targetSeq, messageId, seq })
  },
  offers: async (floor, words) => (words.length === 1 ? messageOffers(floor, mayRemove(floor) ? 'everyone' : 'own') : []),
}
