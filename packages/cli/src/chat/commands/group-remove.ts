// Removes a user from the present group.
import type { ChatCommand } from '../chat-command.ts'

export const groupRemove: ChatCommand = {
  name: 'group remove',
  usage: '<user>',
  purpose: 'remove a member from this group',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    output.notice('group', 'removed', { ...(await client.removeMember(hereGroup(), await names.userId(user))) })
  },
}
