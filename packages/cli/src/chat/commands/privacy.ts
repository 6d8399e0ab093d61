// Says, or changes, who may write to this user and put them into groups.
import type { WhoMayReach } from '@skein/client'
import type { ChatCommand } from '../chat-command.ts'

const choices = ['everybody', 'friends', 'nobody']

export const privacy: ChatCommand = {
  name: 'privacy',
  usage: '[everybody|friends|nobody] [everybody|friends|nobody]',
  purpose: 'who may write to you, and add you to groups',
  async run({ client, output }, [write, add]) {
    const before = await client.privacy()
    const wanted = { write: (write ?? before.write) as WhoMayReach, add: (add ?? before.add) as WhoMayReach }
    if (write !== undefined) await client.changePrivacy(wanted)
    output.notice('privacy', `${wanted.write} may write to you, ${wanted.add} may add you to groups`, { ...wanted })
  },
  offers: async (_floor, words) => (words.length <= 2 ? choices.map((word) => ({ word: `${word} `, label: word })) : []),
}
