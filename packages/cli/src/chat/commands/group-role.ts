// Gives a member of the present group another role.
import type { ChatCommand } from '../chat-command.ts'
import { memberOffers } from '../member-offers.ts'

const roles = ['owner', 'admin', 'member'].map((role) => ({ word: role, label: role }))

export const groupRole: ChatCommand = {
  name: 'group role',
  usage: '<user> <owner|admin|member>',
  purpose: 'give a member another role; owner hands the group over',
  wordsMin: 2,
  async run({ client, names, output, hereGroup }, [user = '', role = '']) {
    const changed = await client.changeRole(hereGroup(), await names.userId(user), role.toLowerCase())
    output.notice('group', `${user} is ${role.toLowerCase()}`, { ...changed })
  },
  offers: async (floor, words) => (words.length === 1 ? memberOffers(floor) : words.length === 2 ? roles : []),
}
