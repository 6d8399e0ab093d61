// Leaves the present group.
import { SkeinError } from '@skein/client'
import type { ChatCommand } from '../chat-command.ts'

export const leave: ChatCommand = {
  name: 'leave',
  usage: '',
  purpose: 'leave this group',
  async run({ client, places, output, hereGroup }) {
    const name = await places.label(hereGroup())
    const left = await client.leaveGroup(hereGroup()).catch((error) => {
      if (!(error instanceof SkeinError) || error.code !== 'OWNER_CANNOT_LEAVE') throw error
      throw new SkeinError(error.code, 'hand the group over first: /owner <user>')
    })
    output.notice('group', `you have left ${name}`, { ...left })
  },
}
