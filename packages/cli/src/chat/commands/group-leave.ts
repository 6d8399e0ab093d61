// Leaves the present group.
import type { ChatCommand } from '../chat-command.ts'

export const groupLeave: ChatCommand = {
  name: 'group leave',
  usage: '',
  purpose: 'leave this group',
  async run({ client, output, hereGroup }) {
    output.notice('group', 'left', { ...(await client.leaveGroup(hereGroup())) })
  },
}
