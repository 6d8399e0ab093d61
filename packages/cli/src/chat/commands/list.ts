// Lists the conversations of this user, with the numbers that /to takes.
import type { ChatCommand, ChatFloor } from '../chat-command.ts'
import { clock } from '../output.ts'
import type { Place } from '../places.ts'

async function lineOf({ places, target }: ChatFloor, { number, session }: Place): Promise<string> {
  const { conversationId, kind, role, memberCount, unread, lastActivityAtMs, mutedUntilMs } = session
  const what = kind !== 'group' ? '' : role === '' ? ' (you are out)' : ` (group of ${memberCount}, you are ${role})`
  const now = Date.now()
  const muted = mutedUntilMs > now && role !== '' ? `, muted until ${clock(mutedUntilMs)}` : ''
  const news = unread > 0 ? `, ${unread} unread` : ''
  const here = conversationId === target ? ', here' : ''
  return `#${number} ${await places.label(conversationId)}${what}${muted}${news}, last at ${clock(lastActivityAtMs)}${here}`
}

export const list: ChatCommand = {
  name: 'list',
  usage: '',
  purpose: 'your conversations, with numbers for /to',
  async run(floor) {
    const all = floor.places.list()
    const lines = await Promise.all(all.map((place) => lineOf(floor, place)))
    const conversations = all.map(({ number, session }) => ({ number, ...session }))
    floor.output.notice('list', lines.join('\n') || 'no conversations yet', { conversations })
  },
}
