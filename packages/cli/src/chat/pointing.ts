// Commands about a message that was sent before: which one a word means, and what the tab key offers for it.
import type { ChatFloor, Offer } from './chat-command.ts'
import { printable } from './output.ts'
import type { RecentMessage } from './recent.ts'

/** How /help tells what may stand for a message. */
export const messageUsage = '<#seq or last>'

const labelCharsMax = 48

/** The message that a word means, in the present conversation. What was typed before is stored first: `last` may mean it. */
export async function messageMeant(floor: ChatFloor, word: string): Promise<RecentMessage> {
  const conversationId = floor.here()
  await floor.settled()
  return floor.recent.find(conversationId, word)
}

/** Recent messages of the present conversation that the person may point at, newest first. */
export async function messageOffers({ client, recent, target }: ChatFloor, whose: 'everyone' | 'own'): Promise<Offer[]> {
  if (target === '') return []
  const messages = await recent.of(target)
  const meant = whose === 'everyone' ? messages : messages.filter(({ actorId }) => actorId === client.userId)
  return meant.map((message) => ({ word: `#${message.seq} `, label: labelOf(message) })).reverse()
}

function labelOf({ seq, text }: RecentMessage): string {
  const line = printable(text ?? '(no text)').replaceAll(/\s+/g, ' ')
  return `#${seq} ${line.length > labelCharsMax ? `${line.slice(0, labelCharsMax - 1)}…` : line}`
}

/** Whether the present conversation lets the person take away what others said. */
export function mayRemove({ client, target }: ChatFloor): boolean {
  const role = client.session(target)?.role
  return role === 'owner' || role === 'admin'
}
