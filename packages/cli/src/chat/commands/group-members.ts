// Says who belongs to the present group, all pages of them.
import type { Member } from '@skein/client'
import type { ChatCommand } from '../chat-command.ts'

export const groupMembers: ChatCommand = {
  name: 'group members',
  usage: '',
  purpose: 'who belongs to this group',
  async run({ client, names, output, hereGroup }) {
    const members: Member[] = []
    for (let more = true; more; ) {
      const page = await client.members(hereGroup(), { afterUserId: members.at(-1)?.userId ?? '' })
      members.push(...page.members)
      more = page.more && page.members.length > 0
    }
    const lines = await Promise.all(members.map(async ({ userId, role }) => `${await names.user(userId)} (${role})`))
    output.notice('members', lines.join(', '), { members })
  },
}
