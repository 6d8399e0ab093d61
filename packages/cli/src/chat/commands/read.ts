// Moves the read marker of the present conversation to its end.
import type { ChatCommand } from '../chat-command.ts'

export const read: ChatCommand = {
  name: 'read',
  usage: '',
  purpose: 'mark everything here as read',
  async run({ client, output, here }) {
    const conversationId = here()
    output.notice('read', 'read', { conversationId, ...(await client.markRead(conversationId)) })
  },
}
