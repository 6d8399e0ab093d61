// Says who is connected, of those who share a conversation with one.
import type { ChatCommand } from '../chat-command.ts'

export const online: ChatCommand = {
  name: 'online',
  usage: '',
  purpose: 'who of the people you share a conversation with is connected',
  async run({ client, names, output }) {
    const userIds = (await client.onlineUsers()).map(({ userId }) => userId)
    const shown = await Promise.all(userIds.map((userId) => names.user(userId)))
    output.notice('online', shown.join(', ') || 'nobody you share a conversation with', { users: userIds })
  },
}
