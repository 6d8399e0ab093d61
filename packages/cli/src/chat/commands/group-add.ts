// Adds users to the present group.
import { acquaintedOffers } from '../acquainted-offers.ts'
import type { ChatCommand } from '../chat-command.ts'
import { describeChange } from '../member-change.ts'

export const groupAdd: ChatCommand = {
  name: 'group add',
  usage: '<user>...',
  purpose: 'add members to this group',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, users) {
    const added = await client.addMembers(hereGroup(), await names.userIds(users))
    output.notice('group', await describeChange('added', added, names), { ...added })
  },
  offers: acquaintedOffers,
}
