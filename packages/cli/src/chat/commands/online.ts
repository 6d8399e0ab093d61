// Says who is connected.
import type { ChatCommand } from '../chat-command.ts'

export const online: ChatCommand = {
  name: 'online',
  usage: '',
  purpose: 'who is connected',
  async run({ client, names, output }) {
    const userIds = (await client.onlineUsers()).map(({ userId }) => userId)
    output.notice('online', (await Promise.all(userIds.map((userId) => names.user(userId)))).join(', '), { users: userIds })
  },
}
