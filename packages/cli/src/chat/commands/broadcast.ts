// Tells everybody of the app something, for whoever has the right.
import type { ChatCommand } from '../chat-command.ts'

export const broadcast: ChatCommand = {
  name: 'broadcast',
  usage: '<text>',
  purpose: 'tell everybody of the app, if you may',
  wordsMin: 1,
  async run({ client, output }, _words, text) {
    const { conversationId, seq } = await client.broadcast(text)
    output.notice('told', 'told to everybody', { conversationId, seq })
  },
}
