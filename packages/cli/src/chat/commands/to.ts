// Chooses where text goes from now on.
import { directConversationId } from '@skein/client'
import type { ChatCommand } from '../chat-command.ts'

export const to: ChatCommand = {
  name: 'to',
  usage: '<user or group id>',
  purpose: 'choose whom to talk to',
  wordsMin: 1,
  async run(floor, [where = '']) {
    const { client, names, output } = floor
    floor.target = /^[dg]:/.test(where) ? where : directConversationId(client.userId, await names.userId(where))
    output.notice('to', `talking to ${await names.conversation(floor.target)}`, { conversationId: floor.target })
  },
}
