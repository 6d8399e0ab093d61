// Gives a member of the present group another role; an owner hands over by making another one owner.
import type { ChatCommand } from '../chat-command.ts'

export const groupRole: ChatCommand = {
  name: 'group role',
  usage: '<user> <owner|admin|member>',
  purpose: 'give a member another role; owner hands the group over',
  wordsMin: 2,
  async run({ client, names, output, hereGroup }, [user = '', role = '']) {
    const changed = await client.changeRole(hereGroup(), await names.userId(user), role.toLowerCase())
    output.notice('group', `${user} is ${role.toLowerCase()}`, { ...changed })
  },
}
