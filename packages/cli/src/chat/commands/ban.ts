// Bans users from the present group, member or not, and lifts bans.
import type { ChatCommand } from '../chat-command.ts'

export const ban: ChatCommand = {
  name: 'ban',
  usage: '<user>',
  purpose: 'remove a user and let them in by no way',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    output.notice('ban', `${user} is banned`, { ...(await client.banUser(hereGroup(), await names.userId(user))) })
  },
}

export const unban: ChatCommand = {
  name: 'unban',
  usage: '<user>',
  purpose: 'let a banned user in again',
  wordsMin: 1,
  async run({ client, names, output, hereGroup }, [user = '']) {
    output.notice('ban', `${user} is banned no more`, { ...(await client.unbanUser(hereGroup(), await names.userId(user))) })
  },
}
