// Gives the person a name of their own in the present group.
import type { ChatCommand } from '../chat-command.ts'

export const nick: ChatCommand = {
  name: 'nick',
  usage: '[name]',
  purpose: 'be called so in this group; without a name by your own again',
  async run({ client, output, hereGroup }, _words, text) {
    const named = await client.setNickname(hereGroup(), text)
    output.notice('group', text ? `you are ${text} here` : 'you are called by your own name here', { ...named })
  },
  /** What it is now, to change a letter of. */
  async offers({ client, target }, words) {
    if (words.length !== 1 || !target.startsWith('g:')) return []
    const { members } = await client.members(target)
    const nickname = members.find(({ userId }) => userId === client.userId)?.nickname
    return nickname ? [{ word: nickname, label: nickname }] : []
  },
}
