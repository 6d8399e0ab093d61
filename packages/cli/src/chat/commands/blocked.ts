// Lists those whom this user has blocked.
import type { ChatCommand } from '../chat-command.ts'
import { allOf } from './friends.ts'

export const blocked: ChatCommand = {
  name: 'blocked',
  usage: '',
  purpose: 'whom you have blocked',
  async run({ client, names, output }) {
    const users = (await allOf(client, 'blocked')).map(({ userId }) => userId)
    const shown = await Promise.all(users.map((userId) => names.user(userId)))
    output.notice('blocked', shown.join(', ') || 'nobody', { users })
  },
}
