// Says something that is meant for everybody in the present group.
import type { ChatCommand } from '../chat-command.ts'

export const all: ChatCommand = {
  name: 'all',
  usage: '<text>',
  purpose: 'say something that is meant for everybody in this group',
  wordsMin: 1,
  async run({ client, hereGroup }, _words, text) {
    await client.send(hereGroup(), text, { mentionAll: true })
  },
}
