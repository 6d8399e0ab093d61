// Says which groups one is in, all pages of them, as the server has them.
import type { Session } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand } from '../chat-command.ts'

export const groups: ChatCommand = {
  name: 'groups',
  usage: '',
  purpose: 'the groups you are in',
  async run({ client, output, places }) {
    const all = await allPages('groups', (last?: Session) => client.myGroups({ afterConversationId: last?.conversationId ?? '' }))
    const lines = all.map(async ({ conversationId, memberCount, role, unread, dismissedAtMs }) => {
      const news = unread > 0 ? `, ${unread} unread` : ''
      const end = dismissedAtMs > 0 ? ', dismissed' : ''
      return `${await places.label(conversationId)} (group of ${memberCount}, you are ${role})${end}${news}`
    })
    output.notice('groups', (await Promise.all(lines)).join('\n') || 'you are in no group', { groups: all })
  },
}
