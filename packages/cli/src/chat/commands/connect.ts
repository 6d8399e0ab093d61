// Comes back after this device was replaced by another login: it replaces that one.
import type { ChatCommand } from '../chat-command.ts'

export const connect: ChatCommand = {
  name: 'connect',
  usage: '',
  purpose: 'come back after this chat was ended from outside',
  async run({ client, output }) {
    await client.connect()
    output.notice('connected', 'connected', { address: client.connection?.address })
  },
}
