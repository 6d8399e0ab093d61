// Tells everybody who is connected something, for whoever has the right; it is stored nowhere.
import type { ChatCommand } from '../chat-command.ts'

export const broadcastOnline: ChatCommand = {
  name: 'broadcast online',
  usage: '<text>',
  purpose: 'tell everybody who is online, if you may',
  wordsMin: 1,
  async run({ client, output }, _words, text) {
    const { noticeId } = await client.broadcastOnline(text)
    output.notice('told', 'on its way to everybody online', { noticeId })
  },
}
