// Lets a member of the present group say nothing for a time, or speak again.
import type { ChatCommand } from '../chat-command.ts'
import { durationMs, durationUsage } from '../duration.ts'
import { memberOffers } from '../member-offers.ts'

const off = 'off'
const times = ['10m', '1h', '1d', off].map((word) => ({ word, label: word }))

export const mute: ChatCommand = {
  name: 'mute',
  usage: `<user> ${durationUsage}, or ${off}`,
  purpose: 'let a member of this group say nothing for so long',
  wordsMin: 2,
  async run({ client, names, output, hereGroup }, [user = '', time = '']) {
    const forMs = time.toLowerCase() === off ? 0 : durationMs(time)
    const muted = await client.muteMember(hereGroup(), await names.userId(user), forMs)
    output.notice('group', forMs > 0 ? `${user} is muted for ${time}` : `${user} may speak again`, { ...muted })
  },
  offers: async (floor, words) => (words.length === 1 ? memberOffers(floor) : words.length === 2 ? times : []),
}
