// Removes members from the present group.
import type { ChatCommand } from '../chat-command.ts'
import { describeChange } from '../member-change.ts'
import { memberOffers } from '../member-offers.ts'

export const kick: ChatCommand = {
  name: 'kick',
  usage: '<user>...',
  purpose: 'remove members from this group',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, users) {
    const removed = await client.removeMembers(hereGroup(), await names.userIds(users))
    output.notice('group', await describeChange('removed', removed, names), { ...removed })
  },
  offers: memberOffers,
}
