// Ends the present group for good.
import type { ChatCommand } from '../chat-command.ts'

export const groupDismiss: ChatCommand = {
  name: 'group dismiss',
  usage: '',
  purpose: 'end this group for good; it can still be read',
  async run({ client, output, hereGroup }) {
    output.notice('group', 'dismissed', { ...(await client.dismissGroup(hereGroup())) })
  },
}
