// Creates a group, and talks to it from now on.
import type { ChatCommand } from '../chat-command.ts'
import { describeRefused } from '../member-change.ts'

export const groupCreate: ChatCommand = {
  name: 'group create',
  usage: '<name> <user>...',
  purpose: 'create a group and talk to it; a name with blanks between "',
  wordsMin: 1,
  async run(floor, [name = '', ...users]) {
    const { client, names, places, output } = floor
    const made = await client.createGroup({ name, memberIds: await names.userIds(users) })
    await places.named(made.conversationId)
    await floor.choose(made.conversationId)
    const refused = await describeRefused(made.refused, names)
    output.notice('group', `${name} is ${made.conversationId}${refused && `; ${refused}`}`, { ...made })
  },
}
