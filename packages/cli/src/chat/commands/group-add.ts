// Adds users to the present group.
import type { ChatCommand } from '../chat-command.ts'

export const groupAdd: ChatCommand = {
  name: 'group add',
  usage: '<user>...',
  purpose: 'add members to this group',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, users) {
    output.notice('group', 'added', { ...(await client.addMembers(hereGroup(), await names.userIds(users))) })
  },
}
