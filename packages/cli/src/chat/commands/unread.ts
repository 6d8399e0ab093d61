// Says where there is something to read, as the server counts it.
import type { ChatCommand } from '../chat-command.ts'

export const unread: ChatCommand = {
  name: 'unread',
  usage: '',
  purpose: 'where there is something to read',
  async run({ client, places, output }) {
    const counted = await client.unread()
    const lines = counted.entries.map(async ({ conversationId, unread }) => `${await places.label(conversationId)}: ${unread}`)
    output.notice('unread', (await Promise.all(lines)).join(', ') || 'nothing unread', { ...counted })
  },
}
