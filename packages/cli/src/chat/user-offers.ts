// What the tab key offers where a command wants one of some users: their names, each once.
import type { ChatFloor, Offer } from './chat-command.ts'

export async function userOffers({ names }: Pick<ChatFloor, 'names'>, userIds: Iterable<string>): Promise<readonly Offer[]> {
  const users = await names.some([...new Set(userIds)])
  return [...users.values()].map((user) => ({ word: `${user} `, label: user }))
}
