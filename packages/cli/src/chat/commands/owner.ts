// Hands the present group over to another member; who had it is an admin from then on.
import type { ChatCommand } from '../chat-command.ts'
import { memberOffers } from '../member-offers.ts'

export const owner: ChatCommand = {
  name: 'owner',
  usage: '<user>',
  purpose: 'hand this group over to another member',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    const changed = await client.changeRole(hereGroup(), await names.userId(user), 'owner')
    output.notice('group', `${user} is owner`, { ...changed })
  },
  offers: async (floor, words) => (words.length === 1 ? memberOffers(floor) : []),
}
