// Says who belongs to the present group, all pages of them.
import type { GroupMember } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand } from '../chat-command.ts'
import { clock } from '../output.ts'

function described({ role, nickname, mutedUntilMs }: GroupMember, name: string, now: number): string {
  const facts = [role, ...(mutedUntilMs > now ? [`muted until ${clock(mutedUntilMs)}`] : [])]
  return `${nickname ? `${nickname}, ` : ''}${name} (${facts.join(', ')})`
}

export const members: ChatCommand = {
  name: 'members',
  usage: '',
  purpose: 'who belongs to this group',
  async run({ client, names, output, hereGroup }) {
    const found = await allPages('members', (last?: GroupMember) => client.members(hereGroup(), { afterUserId: last?.userId ?? '' }))
    const now = Date.now()
    const lines = await Promise.all(found.map(async (member) => described(member, await names.user(member.userId), now)))
    output.notice('members', lines.join(', '), { members: found })
  },
}
