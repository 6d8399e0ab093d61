// Says who belongs to the present group, all pages of them.
import type { GroupMember } from '@skein/client'
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
    const found: GroupMember[] = []
    for (let more = true; more; ) {
      const page = await client.members(hereGroup(), { afterUserId: found.at(-1)?.userId ?? '' })
      found.push(...page.members)
      more = page.more && page.members.length > 0
    }
    const now = Date.now()
    const lines = await Promise.all(found.map(async (member) => described(member, await names.user(member.userId), now)))
    output.notice('members', lines.join(', '), { members: found })
  },
}
